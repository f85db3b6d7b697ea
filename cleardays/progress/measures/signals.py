"""What is no chance in a row of figures: the special-cause rules of Making Data Count.

The thresholds are those of NHS England's XmR tool: a point outside the limits; seven in a row on
one side of the middle; seven in a row that rise or fall; two of three in the outer third on one
side, with all three on that side. https://www.england.nhs.uk/publication/making-data-count/
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

RUN = 7


class Signal(StrEnum):
    """Why a point is not put down to chance."""

    OUTSIDE = "outside the limits"
    SHIFT = "in a run of seven or more on one side of the middle"
    TREND = "in a run of seven or more that rise or fall"
    NEAR_LIMIT = "one of two in three that are close to a limit"


def side(value: Decimal, middle: Decimal) -> int:
    """Say whether a value lies above (1), below (-1) or on (0) the middle."""
    return (value > middle) - (value < middle)


def shifts(sides: Sequence[int]) -> set[int]:
    """Find the places in runs of seven or more on one side; one on the middle ends a run."""
    return _in_runs(sides, RUN)


def shifts_past_ties(sides: Sequence[int]) -> set[int]:
    """Find such runs as a run chart counts them: points on the median are passed over."""
    places = [place for place, one in enumerate(sides) if one]
    return {places[run] for run in _in_runs([sides[place] for place in places], RUN)}


def trends(values: Sequence[Decimal]) -> dict[int, frozenset[int]]:
    """Find the places in runs of seven or more that rise (1), or fall (-1), at every step.

    A peak may end a rise and begin a fall: it has both ways.
    """
    steps = [side(later, earlier) for earlier, later in pairwise(values)]
    found: dict[int, frozenset[int]] = {}
    for step in _in_runs(steps, RUN - 1):
        for place in (step, step + 1):
            found[place] = found.get(place, frozenset()) | {steps[step]}
    return found


def _in_runs(signs: Sequence[int], length: int) -> set[int]:
    found: set[int] = set()
    start = 0
    for place in range(1, len(signs) + 1):
        if place == len(signs) or signs[place] != signs[start]:
            if signs[start] and place - start >= length:
                found.update(range(start, place))
            start = place
    return found


def near_limits(sides: Sequence[int], is_near: Callable[[int], bool]) -> set[int]:
    """Find the places near a limit that are two of three in a row, all three on one side."""
    found: set[int] = set()
    for start in range(len(sides) - 2):
        three = range(start, start + 3)
        near = [place for place in three if is_near(place)]
        if len(near) >= 2 and abs(sum(sides[place] for place in three)) == 3:
            found.update(near)
    return found
