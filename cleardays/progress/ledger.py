"""The slippage ledger: what was agreed first stays, each change of a date is an entry."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


class BrokenLedger(ValueError):
    """An entry does not go on from the one before it."""


@dataclass(frozen=True)
class DateChange:
    """One change: of which date ("start", "finish"), from and to what, when, by whom, why, and
    who approved it."""

    field: str
    old: date | None
    new: date | None
    at: datetime
    by: str
    reason: str
    approved_by: str = ""

    @property
    def days(self) -> int:
        """Days later (positive) or earlier; 0 where a date was given or taken away."""
        return (self.new - self.old).days if self.old and self.new else 0


@dataclass(frozen=True)
class Slippage:
    """How often a date moved later, by how many days in all, and since the first date."""

    times: int
    days: int


def current(first: date | None, changes: Iterable[DateChange]) -> date | None:
    """Return the date that holds after every change; BrokenLedger where one does not fit."""
    holds = first
    for change in changes:
        if change.old != holds:
            raise BrokenLedger(f"{change.field} was {holds}, not {change.old}, on {change.at}")
        holds = change.new
    return holds


def slippage(first: date | None, changes: Iterable[DateChange]) -> Slippage:
    """Count the moves to a later day, and the days from the first date to the current one."""
    entries = tuple(changes)
    holds = current(first, entries)
    days = (holds - first).days if first and holds else 0
    return Slippage(sum(1 for change in entries if change.days > 0), days)
