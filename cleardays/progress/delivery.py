"""How an action stands, from its dates alone. Nobody picks a colour."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Delivery(StrEnum):
    """The delivery axis (inspections domain, 3.4): one of four that are never mixed.

    Without a date for finishing nothing is on time or late: it is in progress, or finished.
    """

    UNDATED = "no dates"
    NOT_DUE = "not due to start"
    OVERDUE_TO_START = "overdue to start"
    IN_PROGRESS = "in progress"
    ON_TIME = "in progress, on time"
    LATE = "in progress, late"
    FINISHED = "finished"
    FINISHED_ON_TIME = "finished on time"
    FINISHED_LATE = "finished late"
    STOPPED = "stopped"
    CARRIED_FORWARD = "carried forward"

    @property
    def is_finished(self) -> bool:
        return self in FINISHED

    @property
    def is_open(self) -> bool:
        return self not in ENDED


# Tuples, since an enumeration's member is slow to hash: a page asks this of each action.
FINISHED = (Delivery.FINISHED, Delivery.FINISHED_ON_TIME, Delivery.FINISHED_LATE)
ENDED = (*FINISHED, Delivery.STOPPED, Delivery.CARRIED_FORWARD)
# How loudly each is said. The words say it; a tone only supports them.
TONES = {
    Delivery.UNDATED: "warning",
    Delivery.NOT_DUE: "plain",
    Delivery.OVERDUE_TO_START: "bad",
    Delivery.IN_PROGRESS: "note",
    Delivery.ON_TIME: "note",
    Delivery.LATE: "bad",
    Delivery.FINISHED: "good",
    Delivery.FINISHED_ON_TIME: "good",
    Delivery.FINISHED_LATE: "warning",
    Delivery.STOPPED: "plain",
    Delivery.CARRIED_FORWARD: "plain",
}


class Dates(NamedTuple):
    """The dates of an action. ``first_*`` were agreed first and are never overwritten; ``start``
    and ``finish`` are the current ones; the rest happened, or are None."""

    first_start: date | None = None
    first_finish: date | None = None
    start: date | None = None
    finish: date | None = None
    started: date | None = None
    finished: date | None = None
    stopped: date | None = None
    carried_forward: date | None = None


class Lateness(NamedTuple):
    """Days late against the date agreed first and against the current one; 0 when in time."""

    first: int
    current: int


def delivery(dates: Dates, on: date) -> Delivery:
    """Say how an action stood at the end of a day. Late means later than the current date."""
    if dates.carried_forward and dates.carried_forward <= on:
        return Delivery.CARRIED_FORWARD
    if dates.stopped and dates.stopped <= on:
        return Delivery.STOPPED
    if dates.finished and dates.finished <= on:
        return _finished(dates.finished, dates.finish)
    if dates.started and dates.started <= on:
        return _under_way(dates.finish, on)
    return _not_started(dates, on)


def _under_way(finish: date | None, on: date) -> Delivery:
    if finish is None:
        return Delivery.IN_PROGRESS
    return Delivery.LATE if finish < on else Delivery.ON_TIME


def _finished(finished: date, finish: date | None) -> Delivery:
    if finish is None:
        return Delivery.FINISHED
    return Delivery.FINISHED_LATE if finished > finish else Delivery.FINISHED_ON_TIME


def _not_started(dates: Dates, on: date) -> Delivery:
    # Without a planned start the finish is all there is to be late against.
    due = dates.start or dates.finish
    if due is None:
        return Delivery.UNDATED
    return Delivery.OVERDUE_TO_START if due < on else Delivery.NOT_DUE


def finish_lateness(dates: Dates, on: date) -> Lateness:
    """Count how late the finish is: until it finished or was ended, or until the day."""
    until = _first(on, dates.finished, dates.stopped, dates.carried_forward)
    return Lateness(_days(dates.first_finish, until), _days(dates.finish, until))


def start_lateness(dates: Dates, on: date) -> Lateness:
    """Count how late the start is: until it started or was ended, or until the day."""
    until = _first(on, dates.started, dates.finished, dates.stopped, dates.carried_forward)
    return Lateness(_days(dates.first_start, until), _days(dates.start, until))


def _first(on: date, *others: date | None) -> date:
    for other in others:
        if other and other < on:
            on = other
    return on


def _days(due: date | None, until: date) -> int:
    return (until - due).days if due and due < until else 0
