"""`cleardays serve`: site, workroom and worker, together or each by itself."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click

from cleardays.cli.ports import LAST_PORT, kept
from cleardays.cli.prepare import prepare
from cleardays.cli.process import start_django

LOCAL = "127.0.0.1"
GRACE_SECONDS = 10
PORT = click.IntRange(0, LAST_PORT)


@click.command(name="serve")
@click.option("--only", type=click.Choice(["site", "workroom", "worker"]), help="Run one part.")
@click.option("--host", default=LOCAL, show_default=True)
@click.option(
    "--site-port", default=8000, type=PORT, show_default=True, help="0 picks a free one."
)
@click.option("--workroom-port", default=8001, type=PORT, show_default=True)
@click.option("--workers", default=1, show_default=True, help="Processes for each side.")
def command(only: str | None, host: str, site_port: int, workroom_port: int, workers: int) -> None:
    """Serve the public site, the workroom and the worker until Ctrl-C.

    With --only each part runs by itself, as in production; run `cleardays prepare` first.
    """
    ports = {"site": site_port, "workroom": workroom_port}
    if only == "worker":
        os.execv(sys.executable, [sys.executable, "-m", "cleardays", "work"])
    # A heap for each of four threads would keep what pages leave behind four times over.
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    if only:
        start_django(only)  # a wrong setting is said once and plainly, not by every server process
        arguments = granian(host, ports[only], workers)
        os.execv(arguments[0], arguments)
    with kept("serve", host, ports):
        name_addresses(host, ports)
        start_django()
        prepare()
        _say_if_nobody_can_sign_in()
        sys.exit(run_together(host, ports, workers))


def name_addresses(host: str, ports: dict[str, int]) -> None:
    """Let links name the ports of this machine where the environment gives no addresses."""
    for side, port in ports.items():
        if host == LOCAL and port:
            os.environ.setdefault(f"CLEARDAYS_{side.upper()}_URL", f"http://{host}:{port}")


def _say_if_nobody_can_sign_in() -> None:
    from cleardays.workroom.accounts.models import User

    if not User.objects.exists():
        click.echo("  Nobody can sign in yet: see `cleardays administrator --help`.")


def granian(host: str, port: int, workers: int) -> list[str]:
    """Return the command that serves one side."""
    return [
        str(Path(sys.executable).with_name("granian")),
        "--interface", "wsgi",
        "--host", host,
        "--port", str(port),
        "--workers", str(workers),
        "--blocking-threads", "4",
        "--backpressure", "64",
        "--log-level", "warning",
        "--no-ws",
        "cleardays.config.wsgi:application",
    ]  # fmt: skip


def run_together(host: str, ports: dict[str, int], workers: int) -> int:
    """Start the three parts, wait for Ctrl-C or for one of them to end, stop the others."""
    # SIGINT too: a shell starts what runs in its background with Ctrl-C ignored.
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, _interrupt)
    parts = {side: _start(granian(host, port, workers), side) for side, port in ports.items()}
    parts["worker"] = _start([sys.executable, "-m", "cleardays", "work"], "all")
    click.echo(f"  The public site:  http://{host}:{ports['site']}/")
    click.echo(f"  The workroom:     http://{host}:{ports['workroom']}/")
    click.echo("  Ctrl-C stops.")
    try:
        while all(part.poll() is None for part in parts.values()):
            time.sleep(0.2)
        ended = next(name for name, part in parts.items() if part.poll() is not None)
        click.echo(f"The {ended} has ended; stopping the others", err=True)
        return 1
    except KeyboardInterrupt:
        click.echo("\n  Stopping.")
        return 0
    finally:
        _stop(parts)


def _start(command: list[str], side: str) -> "subprocess.Popen[bytes]":
    """Start a part in a session of its own, so that it can be ended with all its children.

    A server told to stop while it starts does not, and ended alone it would leave them behind.
    Ctrl-C then reaches us only, and we tell the parts.
    """
    environment = {**os.environ, "CLEARDAYS_SIDE": side}
    return subprocess.Popen(command, env=environment, start_new_session=True)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _stop(parts: dict[str, "subprocess.Popen[bytes]"]) -> None:
    """Ask each to finish what it is doing; end by force what has not after a while."""
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)  # we are stopping already
    for part in parts.values():
        part.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for part in parts.values():
        try:
            part.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(part.pid, signal.SIGKILL)
