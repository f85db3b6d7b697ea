"""The lists that keep trouble from hiding: each the actions of a plan that share one fault."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from cleardays.progress.actions import ActionLike, dates_of, day, delivery_of, slippage_of
from cleardays.progress.counts import fault
from cleardays.progress.delivery import Delivery, Lateness, finish_lateness, start_lateness
from cleardays.progress.evidence import EvidenceAxis
from cleardays.progress.ledger import Slippage

A = TypeVar("A", bound=ActionLike)


@dataclass(frozen=True)
class Late(Generic[A]):
    """An action that is late, in days, against the date agreed first and the current one."""

    action: A
    lateness: Lateness


@dataclass(frozen=True)
class Slipped(Generic[A]):
    """An action whose start or finish ("start", "finish") moved later."""

    action: A
    field: str
    slippage: Slippage


@dataclass(frozen=True)
class Promise(Generic[A]):
    """Something promised for a day: a start, a finish, or a milestone by its label. ``kept`` is
    the day on which it was, or None."""

    action: A
    what: str
    due: date
    kept: date | None

    @property
    def is_kept(self) -> bool:
        return self.kept is not None


class StatedLike(Protocol):
    """Counts as a paper stated them, and the total that they should make."""

    @property
    def as_at(self) -> str: ...
    @property
    def counts(self) -> Sequence[tuple[str, int]]: ...
    @property
    def total(self) -> int: ...


S = TypeVar("S", bound=StatedLike)


def overdue_to_start(actions: Iterable[A], on: date) -> list[Late[A]]:
    """Return what should have begun and has not, longest overdue first.

    Here as in every list of days placeholders are left out: their days are stand-ins.
    """
    return _late(actions, on, Delivery.OVERDUE_TO_START, start_lateness)


def late_to_finish(actions: Iterable[A], on: date) -> list[Late[A]]:
    """Return what is under way past its date, latest first."""
    return _late(actions, on, Delivery.LATE, finish_lateness)


def _late(
    actions: Iterable[A],
    on: date,
    state: Delivery,
    lateness: Callable[..., Lateness],
) -> list[Late[A]]:
    found = [
        Late(action, lateness(dates_of(action), on))
        for action in _dated(actions)
        if delivery_of(action, on) is state
    ]
    return sorted(found, key=lambda late: (-late.lateness.first, -late.lateness.current))


def slipped(actions: Iterable[A]) -> list[Slipped[A]]:
    """Return the starts and finishes that moved later: most often first, then furthest."""
    found = [
        Slipped(action, field, slippage)
        for action in _dated(actions)
        for field in ("start", "finish")
        if (slippage := slippage_of(action, field)).times
    ]
    return sorted(found, key=lambda one: (-one.slippage.times, -one.slippage.days))


def without_lead(actions: Iterable[A], on: date) -> list[A]:
    """Return what is open and has no lead post, or no body that leads."""
    return [one for one in _open(actions, on) if not (one.lead and one.lead_body)]


def without_measure(actions: Iterable[A], on: date) -> list[A]:
    """Return what is not given up and by whose effect nothing is measured."""
    ended = {Delivery.STOPPED, Delivery.CARRIED_FORWARD}
    return [one for one in actions if not one.measures and delivery_of(one, on) not in ended]


def claimed_without_evidence(actions: Iterable[A]) -> list[A]:
    """Return what is claimed, in words or by a finish, with nothing to show for it."""
    return [one for one in actions if one.evidence_axis == EvidenceAxis.CLAIMED]


def promised_between(actions: Iterable[A], after: date | None, until: date) -> list[Promise[A]]:
    """Return what was promised for the days after one meeting up to the next, soonest first.

    Without an ``after``, everything promised until then that has not been kept.
    """
    found = [
        promise
        for action in _dated(actions)
        if not (action.stopped or action.carried_forward)
        for promise in _promises(action)
        if promise.due <= until and (promise.due > after if after else not promise.is_kept)
    ]
    return sorted(found, key=lambda promise: promise.due)


def _promises(action: A) -> Iterator[Promise[A]]:
    steps = [(one.label, one.due, one.met_on) for one in action.milestones]
    for what, promised, kept in (
        ("Start", action.start, action.started),
        ("Finish", action.finish, action.finished),
        *steps,
    ):
        if due := day(promised):
            yield Promise(action, what, due, day(kept))


def counts_that_fail(stated: Iterable[S]) -> list[tuple[S, str]]:
    """Return the stated counts that do not make their total, each with a sentence on why."""
    return [(one, words) for one in stated if (words := fault(dict(one.counts), one.total))]


def late_without_days(actions: Iterable[A], on: date) -> list[A]:
    """Return the placeholders that stand as late: that they are is public, by how much is not."""
    late = {Delivery.OVERDUE_TO_START, Delivery.LATE}
    return [one for one in actions if one.is_placeholder and delivery_of(one, on) in late]


def _dated(actions: Iterable[A]) -> Iterator[A]:
    return (one for one in actions if not one.is_placeholder)


def _open(actions: Iterable[A], on: date) -> Iterator[A]:
    return (one for one in actions if delivery_of(one, on).is_open)
