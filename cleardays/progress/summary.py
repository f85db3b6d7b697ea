"""How a plan stands as at a day, in sentences whose counts are computed and add up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cleardays.progress.actions import ActionLike, delivery_of
from cleardays.progress.counts import by_delivery
from cleardays.progress.delivery import Delivery
from cleardays.progress.difference import Change, Difference
from cleardays.progress.evidence import EvidenceAxis
from cleardays.progress.lists import (
    Late,
    Slipped,
    late_to_finish,
    late_without_days,
    overdue_to_start,
    slipped,
)

NAMED = 5


@dataclass(frozen=True)
class Standing:
    """Counts by delivery, which make ``total``, and the paragraphs that say so in words.

    ``overdue``, ``late`` and ``moved`` count what is on the lists of these names.
    """

    on: date
    total: int
    counts: Mapping[Delivery, int]
    delivery: str
    slippage: str
    lateness: str
    evidence: str
    overdue: int
    late: int
    moved: int

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.delivery, self.lateness, self.slippage, self.evidence)))


def standing(actions: Sequence[ActionLike], on: date) -> Standing:
    """Say how the actions stood at the end of a day."""
    states = [delivery_of(action, on) for action in actions]
    counts = by_delivery(states)
    overdue, late = overdue_to_start(actions, on), late_to_finish(actions, on)
    moved = slipped(actions)
    return Standing(
        on=on,
        total=len(states),
        counts=counts,
        delivery=_delivery(counts, len(states), on),
        slippage=_slippage(moved),
        lateness=_lateness([*overdue, *late], _late_without_days(actions, on)),
        evidence=_evidence(actions, states),
        overdue=len(overdue),
        late=len(late),
        moved=len(moved),
    )


def _delivery(counts: Mapping[Delivery, int], total: int, on: date) -> str:
    if not total:
        return f"The plan had no actions on {on:%-d %B %Y}."
    parts = [f"{number} {state.value}" for state, number in counts.items()]
    return f"Of {number_of(total, 'action')} on {on:%-d %B %Y}: {'; '.join(parts)}."


def _lateness(late: Sequence[Late[ActionLike]], unknown: str) -> str:
    if not late:
        return unknown or "Nothing was overdue."
    longest = sorted(late, key=lambda one: -one.lateness.first)[:NAMED]
    named = "; ".join(
        f"{one.action.ref} by {number_of(one.lateness.first, 'day')} against the date agreed"
        f" first, {one.lateness.current} against the current one"
        for one in longest
    )
    more = f" The {NAMED} longest:" if len(late) > NAMED else ""
    known = f"Overdue: {number_of(len(late), 'action')}.{more} {named}."
    return f"{known} {unknown}".strip()


def _late_without_days(actions: Sequence[ActionLike], on: date) -> str:
    late = len(late_without_days(actions, on))
    if not late:
        return ""
    verb = "stands" if late == 1 else "stand"
    return (
        f"{number_of(late, 'placeholder')} {verb} as late in the counts: by how many days"
        " is not public."
    )


def _slippage(moved: Sequence[Slipped[ActionLike]]) -> str:
    if not moved:
        return "No date has moved later."
    times = sum(one.slippage.times for one in moved)
    refs = {one.action.ref for one in moved}
    furthest = max(moved, key=lambda one: one.slippage.days)
    return (
        f"Dates of {number_of(len(refs), 'action')} moved later, {number_of(times, 'time')} in"
        f" all; the furthest is the {furthest.field} of {furthest.action.ref}, now"
        f" {number_of(furthest.slippage.days, 'day')} after the date agreed first."
    )


def _evidence(actions: Sequence[ActionLike], states: Sequence[Delivery]) -> str:
    finished = [
        action.evidence_axis
        for action, state in zip(actions, states, strict=True)
        if state.is_finished
    ]
    if not finished:
        return ""
    counted = Counter(finished)
    parts = [f"{axis.value} {counted[axis]}" for axis in EvidenceAxis if counted[axis]]
    return f"Evidence for the {len(finished)} finished: {', '.join(parts)}."


WORDS = {
    Change.REDATED: "re-dated",
    Change.REOWNED: "given to another lead or body",
    Change.REWORDED: "re-worded",
    Change.RETARGETED: "re-targeted",
}


def changes_in_words(changed: Difference) -> str:
    """Say in a sentence what a difference holds, by kind, with the references."""
    parts = [
        _named("added", changed.added),
        _named("dropped", changed.dropped),
        *(_named(words, changed.of_kind(kind)) for kind, words in WORDS.items()),
        _named("updated", changed.of_kind(Change.UPDATED)),
    ]
    said = "; ".join(filter(None, parts))
    return f"{said[:1].upper()}{said[1:]}." if said else "Nothing changed."


def _named(word: str, refs: Iterable[str]) -> str:
    found = list(refs)
    if not found:
        return ""
    shown = ", ".join(found[:NAMED])
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    return f"{word} {len(found)} ({shown}{more})"


def number_of(count: int, noun: str) -> str:
    """Return a count with its noun, in the plural where there is not one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
