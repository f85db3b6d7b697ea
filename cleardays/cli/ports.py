"""The ports of a command that serves: kept from before it loads until it ends.

Servers share a port that lets them (SO_REUSEPORT), and visitors would then meet one or the other.
So a port is asked for as one that is shared with nobody, and kept as one that only what we start
may share.
"""

import errno
import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

import click

LAST_PORT = 65535


@contextmanager
def kept(command: str, host: str, ports: Mapping[str, int]) -> Iterator[None]:
    """Keep the port of each side; 0 is any free one, which is the server's to find.

    Raises ClickException where a port is in use, and names the option that chooses another.
    """
    wanted = {side: port for side, port in ports.items() if port}
    if len(set(wanted.values())) < len(wanted):
        raise click.ClickException("The site and the workroom need two different ports")
    with ExitStack() as stack:
        for side, port in wanted.items():
            try:
                stack.enter_context(_held(host, port))
            except OSError as problem:
                raise _refusal(command, side, port, problem) from problem
        yield


def _refusal(command: str, side: str, port: int, problem: OSError) -> click.ClickException:
    taken = problem.errno == errno.EADDRINUSE
    why = "it is in use" if taken else str(problem.strerror).lower()
    another = port + 100 if port + 100 <= LAST_PORT else port - 100
    return click.ClickException(
        f"The {side} cannot have port {port}: {why}. Stop what uses it, or choose another:"
        f" .venv/bin/cleardays {command} --{side}-port {another}"
    )


def _held(host: str, port: int) -> socket.socket:
    """Return a socket that holds a port and takes no visitors."""
    _bound(host, port, socket.SO_REUSEADDR).close()
    return _bound(host, port, socket.SO_REUSEPORT)


def _bound(host: str, port: int, option: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    held = socket.socket(family, kind, protocol)
    held.setsockopt(socket.SOL_SOCKET, option, 1)
    try:
        held.bind(address)
    except OSError:
        held.close()
        raise
    return held
