"""Ports are kept from before anything listens: two servers never share one."""

import socket

import click
import pytest

from cleardays.cli.ports import kept
from tests.cli.serving import free_port

HOST = "127.0.0.1"


def listening(port: int) -> socket.socket:
    """A server of the kind that lets others have its port too, as ours does."""
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    server.bind((HOST, port))
    server.listen()
    return server


def test_a_port_that_is_kept_is_refused_before_anything_listens_on_it():
    site, workroom, other = free_port(), free_port(), free_port()

    with (
        kept("demo", HOST, {"site": site, "workroom": workroom}),
        pytest.raises(click.ClickException, match=f"The workroom cannot have port {workroom}"),
        kept("demo", HOST, {"site": other, "workroom": workroom}),
    ):
        pass


def test_a_server_that_shares_its_port_is_refused_all_the_same():
    port = free_port()

    with (
        listening(port),
        pytest.raises(click.ClickException, match="it is in use"),
        kept("serve", HOST, {"site": port, "workroom": 0}),
    ):
        pass


def test_what_is_started_meanwhile_gets_the_port_and_its_visitors():
    port = free_port()

    with kept("demo", HOST, {"site": port}), listening(port) as server:
        socket.create_connection((HOST, port), timeout=5).close()
        server.settimeout(5)
        server.accept()[0].close()


def test_a_port_is_free_again_afterwards():
    port = free_port()
    with kept("demo", HOST, {"site": port}):
        pass

    with kept("demo", HOST, {"site": port}):
        pass


def test_one_port_for_both_sides_is_refused():
    port = free_port()

    with (
        pytest.raises(click.ClickException, match="two different ports"),
        kept("demo", HOST, {"site": port, "workroom": port}),
    ):
        pass


def test_the_server_finds_free_ports_itself():
    with kept("serve", HOST, {"site": 0, "workroom": 0}):
        pass
