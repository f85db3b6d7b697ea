"""A server as in production, watched from outside: CPU seconds and memory of its processes."""

import http.client
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles

TICK = os.sysconf("SC_CLK_TCK")


@contextmanager
def running(side: str, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Serve one side until the block ends."""
    command = [
        sys.executable,
        "-m",
        "cleardays",
        "serve",
        "--only",
        side,
        f"--{side}-port",
        str(port),
    ]
    process = subprocess.Popen(command, env={**os.environ, "CLEARDAYS_SIDE": side})
    try:
        _wait(port)
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            get(port, "/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nothing answers on port {port}")


def get(port: int, path: str, headers: dict[str, str] | None = None) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=headers or {})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


def family(pid: int) -> list[int]:
    """Return a process and all its descendants."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family(int(child)))]


def cpu_seconds(pid: int) -> float:
    """Return user and system seconds of a process and its descendants."""
    total = 0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICK


def memory_mb(pid: int) -> float:
    """Return the proportional set size (PSS) of a process and its descendants, in MB."""
    kilobytes = 0
    for one in family(pid):
        lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes / 1024


def cpu_per_request(
    process: "subprocess.Popen[bytes]",
    port: int,
    paths: list[str],
    headers: dict[str, str] | None = None,
) -> float:
    """Ask for each path over one connection; return CPU milliseconds per request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    before = cpu_seconds(process.pid)
    for path in paths:
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        response.read()
        if response.status not in (200, 304):
            raise RuntimeError(f"{path} answered {response.status}")
    connection.close()
    return (cpu_seconds(process.pid) - before) * 1000 / len(paths)


def p95_ms(port: int, shares: Iterable[list[str]]) -> float:
    """Let each share of paths be asked for by a client of its own; return the p95 in ms."""
    taken: list[float] = []

    def client(paths: list[str]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        for path in paths:
            began = time.perf_counter()
            connection.request("GET", path)
            connection.getresponse().read()
            taken.append((time.perf_counter() - began) * 1000)
        connection.close()

    threads = [threading.Thread(target=client, args=(paths,)) for paths in shares]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return quantiles(taken, n=20)[-1]
