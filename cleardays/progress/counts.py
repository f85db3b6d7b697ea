"""Counts that have to add up, and a sentence where they do not."""

from collections import Counter
from collections.abc import Iterable, Mapping

from cleardays.progress.delivery import Delivery


def by_delivery(states: Iterable[Delivery]) -> dict[Delivery, int]:
    """Count the states in the order of the axis; those that nothing is in are left out."""
    counted = Counter(states)
    return {state: counted[state] for state in Delivery if counted[state]}


def fault(counts: Mapping[str, int], total: int) -> str:
    """Say how counts fail to make the total, or "" where they add up."""
    made = sum(counts.values())
    if made == total:
        return ""
    parts = " + ".join(str(number) for number in counts.values())
    apart = abs(total - made)
    verb = "is" if apart == 1 else "are"
    left = f"{apart} {verb} unaccounted for" if made < total else f"{apart} too many"
    return f"{parts} makes {made}, not the {total} stated: {left}"
