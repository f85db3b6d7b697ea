"""The pages that follow findings: CPU a request at ten plans and at a national set of 300."""

from bench.generated import generated
from bench.server import cpu_per_request, memory_mb, running
from bench.table import Figure, report
from scripts.with_postgres import free_port

FEW, ALL = 5, 150  # areas, each with two plans
WARM, REQUESTS = 60, 450
AREA, SINCE = "area page", "since you last met"
PAGES = {
    AREA: "/inspections/a{n}/areas/{finding}/",
    SINCE: "/committees/a{n}/since/",
    "inspection page": "/inspections/a{n}/",
    "page of a plan of 100 actions": "/plans/a{n}-2/",
}


def addresses(page: str, areas: int) -> list[str]:
    """Return addresses of a kind of page, one after another.

    A page that is asked for with a question of its own is not kept, so that none is cached
    though there are fewer pages than requests.
    """
    numbers = range(WARM + REQUESTS)
    return [
        f"{page.format(n=one % areas, finding=one // areas % 5 + 1)}?n={one}" for one in numbers
    ]


def measured(areas: int) -> tuple[dict[str, float], float]:
    """Return CPU milliseconds a request by kind of page, and the site's memory after all."""
    with generated("nation", areas):
        port = free_port()
        with running("site", port) as site:
            found = {}
            for kind, page in PAGES.items():
                paths = addresses(page, areas)
                cpu_per_request(site, port, paths[:WARM])
                found[kind] = cpu_per_request(site, port, paths[WARM:])
            return found, memory_mb(site.pid)


def measure() -> list[Figure]:
    """Return the figures of the national set, and how they grow with the plans."""
    few, _ = measured(FEW)
    found, memory = measured(ALL)
    limits = {AREA: 3, SINCE: 3}
    return [
        *(
            Figure(f"{kind}, 300 plans", ms, "ms CPU", limits.get(kind))
            for kind, ms in found.items()
        ),
        *(
            Figure(f"growth of {kind} from 10 plans", (found[kind] / few[kind] - 1) * 100, "%", 20)
            for kind in limits
        ),
        Figure("site, memory (PSS) with the national set", memory, "MB"),
    ]


if __name__ == "__main__":
    report(measure())
