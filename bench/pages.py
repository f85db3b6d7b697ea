"""The site's pages: CPU a request, latency under four clients, queries, memory, growth."""

import random

from bench.addresses import meeting_ref
from bench.generated import generated
from bench.server import cpu_per_request, get, memory_mb, p95_ms, running
from bench.table import Figure, report
from scripts.with_postgres import free_port

SMALL, LARGE = 5_000, 50_000
REQUESTS = 1_000


def addresses(meetings: int) -> list[str]:
    """Return the addresses of the meetings in an order of chance."""
    paths = [f"/{meeting_ref(n)}/" for n in range(meetings)]
    random.Random(1).shuffle(paths)
    return paths


def measure() -> list[Figure]:
    """Return the figures for both sizes, on SQLite as on a laptop."""
    figures = []
    with generated("council", SMALL):
        paths, port = addresses(SMALL), free_port()
        with running("site", port) as site:
            uncached = _uncached(site, port, paths)
            figures += [
                Figure(f"meeting page, uncached, {SMALL:,} meetings", uncached, "ms CPU", 2),
                Figure("meeting page, cached", _cached(site, port, paths[0]), "ms CPU", 0.5),
                Figure("meeting page, 304", _not_modified(site, port, paths[0]), "ms CPU", 0.5),
                Figure(
                    "healthz: a bare view",
                    cpu_per_request(site, port, ["/healthz"] * 2000),
                    "ms CPU",
                ),
                Figure(
                    "p95 of 4 clients, uncached", _p95(port, paths[REQUESTS + 200 :]), "ms", 15
                ),
                Figure("site, memory (PSS)", memory_mb(site.pid), "MB"),
            ]
        figures[-1:] = [*figures[-1:], *_workroom(figures[-1].measured)]
    with generated("council", LARGE):
        port = free_port()
        with running("site", port) as site:
            large = _uncached(site, port, addresses(LARGE))
    figures += [
        Figure(f"meeting page, uncached, {LARGE:,} meetings", large, "ms CPU", 2),
        Figure("growth from 5,000 to 50,000", (large / uncached - 1) * 100, "%", 20),
    ]
    return figures


def _uncached(site: object, port: int, paths: list[str]) -> float:
    """Each page once: none can be cached. The first two hundred warm the process up."""
    cpu_per_request(site, port, paths[:200])  # type: ignore[arg-type]
    return cpu_per_request(site, port, paths[200 : 200 + REQUESTS])  # type: ignore[arg-type]


def _cached(site: object, port: int, path: str) -> float:
    get(port, path)
    return cpu_per_request(site, port, [path] * 2000)  # type: ignore[arg-type]


def _not_modified(site: object, port: int, path: str) -> float:
    headers = {"If-None-Match": get(port, path).headers["ETag"]}
    return cpu_per_request(site, port, [path] * 2000, headers)  # type: ignore[arg-type]


def _p95(port: int, paths: list[str]) -> float:
    return p95_ms(port, [paths[k : k + 250] for k in range(0, 1000, 250)])


def _workroom(site_mb: float) -> list[Figure]:
    port = free_port()
    with running("workroom", port) as workroom:
        for _ in range(20):
            get(port, "/account/login/")
        mine = memory_mb(workroom.pid)
    return [
        Figure("workroom, memory (PSS)", mine, "MB"),
        Figure("site and workroom together (PSS)", site_mb + mine, "MB", 200),
    ]


if __name__ == "__main__":
    report(measure())
