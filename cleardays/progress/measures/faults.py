"""A fault of a figure, in a sentence that says what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Fault:
    """What is wrong, with which figure (its period's label, or ""), and what to do next."""

    code: str
    period: str
    sentence: str
    next_step: str

    @property
    def words(self) -> str:
        """The whole of it, in the order in which one reads it."""
        where = f"{self.period}: " if self.period else ""
        return f"{where}{self.sentence} {self.next_step}"


# So many figures may be without their counts that what else is wrong is lost among them.
GATHERED = "percentage without counts"
FEW = 2


def gathered(faults: Iterable[Fault]) -> list[Fault]:
    """Say once, and last, of many figures that they come without counts; keep the others."""
    rows = list(faults)
    alike = [one for one in rows if one.code == GATHERED]
    if len(alike) <= FEW:
        return rows
    first, more = alike[0], len(alike) - 1
    said = replace(first, period=f"{first.period} and {more} others")
    return [*(one for one in rows if one.code != GATHERED), said]
