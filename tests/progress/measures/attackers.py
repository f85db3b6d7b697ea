"""An attacker who tries every past that fits what is shown, and figures to show it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, combinations, pairwise, product

from cleardays.progress.measures.publication import publish_series
from cleardays.progress.measures.series import Kind
from cleardays.progress.measures.tables import SmallNumbers
from tests.progress.measures.figures import COUNT, seen

FLOW = replace(COUNT, kind=Kind.FLOW)
RUNNING = replace(COUNT, kind=Kind.CUMULATIVE)
LOW = SmallNumbers(threshold=3)
STRICT = SmallNumbers(threshold=3, hides_zero=True)
QUARTERS = [(0, 0), (1, 1), (2, 2), (3, 3)]
BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
# The parts of a year of four, each as the first and last of its parts, and how one writes them.
SPANS = {
    (0, 0): "Q1 2024", (1, 1): "Q2 2024", (2, 2): "Q3 2024", (3, 3): "Q4 2024", (0, 3): "2024",
    (1, 4): "2024-25 financial year", (4, 4): "Q1 2025",
}  # fmt: skip


def values(found):
    return [one.observation.value for one in found]


def series(observations, definition, was_shown=(), was_seen=()):
    return publish_series(observations, [definition], was_shown, was_seen)


def made(counts, spans):
    """Figures of quarters, and of the years over them."""
    return [
        seen(SPANS[span], sum(counts[span[0] : span[1] + 1]), recorded_at=at(0)) for span in spans
    ]


def at(minutes):
    return BEGUN + timedelta(minutes=minutes)


def restated(first, again):
    """Number figures and those that replace some of them, given by their places."""
    first = [
        replace(one, reference=f"first {place}", recorded_at=at(0))
        for place, one in enumerate(first)
    ]
    later = [
        replace(one, reference=f"again {place}", supersedes=f"first {place}", recorded_at=at(5))
        for place, one in again.items()
    ]
    return first, later


class World:
    """Every way the parts of time could be filled that the public cannot tell from the truth."""

    def __init__(self, rows, found, definition, parts):
        self.rule = definition.small_numbers
        self.parts = parts
        self.found = {one.observation.reference: one.observation.value for one in found}
        self.rows = rows

    def fits(self, filled):
        for one, parts in self.rows:
            total = sum(filled[part] for part in parts)
            shown = self.found[one.reference]
            if shown is not None and shown != total:
                return False
            if shown is None and total < self.rule.lowest:
                return False
        return True

    def every(self, most):
        for counts in product(range(most + 1), repeat=len(self.parts)):
            filled = dict(zip(self.parts, counts, strict=True))
            if self.fits(filled):
                yield filled


def parts_of(one, days):
    begin, end = one.period.start, one.period.end + timedelta(days=1)
    return [part for part in days if begin <= part[0] and part[1] <= end]


def worked_out(rows, found, definition, truth, most):
    """Small numbers of any of the parts together that only one number fits."""
    world = World(rows, found, definition, list(truth))
    worlds = list(world.every(most))
    assert truth in worlds, "the attacker has to take the truth for possible"
    groups = chain.from_iterable(combinations(truth, size) for size in range(1, len(truth) + 1))
    return [
        group
        for group in groups
        if definition.small_numbers.is_small(sum(truth[part] for part in group))
        and len({sum(filled[part] for part in group) for filled in worlds}) == 1
    ]


def leaks(standing, found, definition, counts):
    """Try what stood together; ``counts`` is the truth of the quarters from 2024 on."""
    days = sorted(
        {day for one in standing for day in (one.period.start, one.period.end + timedelta(1))}
    )
    steps = list(pairwise(days))
    truth = {
        (begin, end): sum(counts[quarter_of(begin) : quarter_of(end)]) for begin, end in steps
    }
    rows = [(one, parts_of(one, steps)) for one in standing]
    return worked_out(rows, found, definition, truth, most=max(truth.values()) + 2)


def quarter_of(day):
    return (day.year - 2024) * 4 + (day.month - 1) // 3
