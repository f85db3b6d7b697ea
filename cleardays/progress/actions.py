"""An action as both sides have it, with its days as ISO text, and what its dates say of it.

The public document and the workroom's frozen version have these names; the same code reads both.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol

from cleardays.progress.delivery import Dates, Delivery, delivery
from cleardays.progress.ledger import DateChange, Slippage, slippage

MOST_DAYS = 4096  # eleven years: the actions of all plans have the same days again and again


class MilestoneLike(Protocol):
    """A step with its test of completion; days are ISO or ""."""

    @property
    def label(self) -> str: ...
    @property
    def first_due(self) -> str: ...
    @property
    def due(self) -> str: ...
    @property
    def met_on(self) -> str: ...


class ChangeLike(Protocol):
    """An entry of the slippage ledger; ``milestone`` names the one that it is of, or is ""."""

    @property
    def field(self) -> str: ...
    @property
    def milestone(self) -> str: ...
    @property
    def old(self) -> str: ...
    @property
    def new(self) -> str: ...
    @property
    def at(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def approved_by(self) -> str: ...


class DatedLike(Protocol):
    """What has the dates of an action: ISO or ""."""

    @property
    def first_start(self) -> str: ...
    @property
    def first_finish(self) -> str: ...
    @property
    def start(self) -> str: ...
    @property
    def finish(self) -> str: ...
    @property
    def started(self) -> str: ...
    @property
    def finished(self) -> str: ...
    @property
    def stopped(self) -> str: ...
    @property
    def carried_forward(self) -> str: ...


class ActionLike(DatedLike, Protocol):
    """An action of a plan.

    A placeholder stands for an action of which only the count is public: its days are stand-ins.
    """

    @property
    def ref(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def areas(self) -> Sequence[str]: ...
    @property
    def lead(self) -> str: ...
    @property
    def lead_body(self) -> str: ...
    @property
    def milestones(self) -> Sequence[MilestoneLike]: ...
    @property
    def changes(self) -> Sequence[ChangeLike]: ...
    @property
    def measures(self) -> Sequence[str]: ...
    @property
    def evidence_axis(self) -> str: ...
    @property
    def is_placeholder(self) -> bool: ...


@lru_cache(maxsize=MOST_DAYS)
def day(iso: str) -> date | None:
    """Return the day of ISO text, or None for ""."""
    return date.fromisoformat(iso) if iso else None


def dates_of(action: DatedLike) -> Dates:
    """Return the dates of an action."""
    return Dates(
        day(action.first_start),
        day(action.first_finish),
        day(action.start),
        day(action.finish),
        day(action.started),
        day(action.finished),
        day(action.stopped),
        day(action.carried_forward),
    )


def delivery_of(action: DatedLike, on: date) -> Delivery:
    """Say how an action stood at the end of a day."""
    return delivery(dates_of(action), on)


def ledger_of(action: ActionLike, field: str, milestone: str = "") -> tuple[DateChange, ...]:
    """Return the entries of one date: "start" or "finish", or "due" of a milestone."""
    return tuple(
        DateChange(
            change.field,
            day(change.old),
            day(change.new),
            datetime.fromisoformat(change.at),
            change.by,
            change.reason,
            change.approved_by,
        )
        for change in action.changes
        if (change.field, change.milestone) == (field, milestone)
    )


def slippage_of(action: ActionLike, field: str) -> Slippage:
    """Say how often the start or the finish moved later, and how far from what was agreed first.

    BrokenLedger where an entry does not go on from the one before.
    """
    first = action.first_start if field == "start" else action.first_finish
    return slippage(day(first), ledger_of(action, field))
