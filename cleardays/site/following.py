"""How actions stand, in words: what the pages of inspections, plans and committees share."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, lru_cache
from html import escape
from typing import Any, NamedTuple, Protocol, TypeVar

from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.design.dates import in_words, moment
from cleardays.progress.actions import dates_of
from cleardays.progress.delivery import TONES, Delivery, delivery
from cleardays.progress.evidence import SAID, EvidenceAxis
from cleardays.progress.lateness import late_in_words
from cleardays.record.briefs import Brief
from cleardays.record.schemas.plan import ActionDocument, PlanDocument
from cleardays.site.reading import Plain
from cleardays.site.wording import day_words

Action = ActionDocument | Brief
Counts = list[tuple[str, str, int]]
Item = TypeVar("Item")
Key = TypeVar("Key")
# Plans in these states are history: they are read as at their own day, not today.
ENDED = frozenset({"superseded", "closed"})
NOT_PUBLIC = "Not public"
ACTION_COLUMNS = ("Action", "Who leads", "Delivery", "To be finished", "Evidence")


PLACEHOLDER = marks.fill(" {}", marks.tag("Placeholder", "note"))


def sentence_case(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def on_day(plan: PlanDocument, today: date, *, is_current: bool) -> date:
    """Return as at when the actions of a plan are judged: today, or its own day once it ended."""
    is_history = not is_current or plan.superseded_by or plan.state.lower() in ENDED
    return date.fromisoformat(plan.as_at) if is_history and plan.as_at else today


def read_on(said: Plain, today: date) -> tuple[bool, date]:
    """Say of what was taken out of a plan whether its time is over, and as at when it is read."""
    is_over = said["is_superseded"] or said.get("state", "").lower() in ENDED
    as_at = said.get("as_at", "")
    return is_over, date.fromisoformat(as_at) if is_over and as_at else today


@cache
def delivery_mark(state: Delivery) -> SafeString:
    """Mark up a state of the delivery axis: the words say it, the tone only supports them."""
    return marks.tag(sentence_case(state.value), TONES[state])


def late_words(action: Action, on: date) -> str:
    """Say how late an action is, from the date agreed first and from the current one; "" if not.

    Of one that is overdue to start it is the start that is late. Of a placeholder the days are
    stand-ins: nothing is said of them.
    """
    return stood(action, on).late


def anchor_of(action: Action) -> str:
    """Return the name of an action's place on the page of its plan."""
    return f"action-{action.ref}".replace(" ", "-")


def action_link(plan: str, action: Action, anchor: str = "") -> SafeString:
    """Link to the page of an action; a placeholder is marked as one."""
    place = marks.fill(' id="{}"', anchor) if anchor else ""
    mark = PLACEHOLDER if action.is_placeholder else ""
    ref = escape(action.ref)
    return SafeString(
        f'<a{place} href="/{_plain(plan)}/actions/{ref}/">{ref}: {escape(action.title)}</a>{mark}'
    )


# The same plan is linked for each of its actions.
_plain = lru_cache(maxsize=256)(escape)


class Stood(NamedTuple):
    """An action as it stood on a day: on the delivery axis, and how late in words."""

    action: Action
    state: Delivery
    late: str

    @property
    def evidence(self) -> SafeString:
        return evidence_words(self.action.evidence_axis)


def stood(action: Action, on: date) -> Stood:
    """Say how an action stood at the end of a day."""
    dates = dates_of(action)
    state = delivery(dates, on)
    late = "" if action.is_placeholder else late_in_words(dates, on, state)
    return Stood(action, state, late)


class StandsSomehow(Protocol):
    """What stands somehow on the delivery axis."""

    @property
    def state(self) -> Delivery: ...


def tally(held: Iterable[StandsSomehow]) -> list[tuple[Delivery, int]]:
    """Count how actions stand, in the order of the axis."""
    counts = Counter(one.state for one in held)
    return [(state, counts[state]) for state in Delivery if counts[state]]


def counts_of(held: Iterable[StandsSomehow]) -> Counts:
    """Return the tally as pages show it: words, their tone, how many."""
    return [(state.value, TONES[state], number) for state, number in tally(held)]


def counts_mark(counts: Counts) -> SafeString:
    """Mark up a tally in a line; made here, as a page shows it for each of its areas."""
    late = '<strong class="cd-late">{} {}</strong>'
    said = (
        marks.fill(late if tone == "bad" else "{} {}", number, words)
        for words, tone, number in counts
    )
    return SafeString("; ".join(said))


def action_row(plan: str, one: Stood, anchor: str = "") -> tuple[object, ...]:
    """Return a row of a table of actions, under ``ACTION_COLUMNS``."""
    state, action = delivery_mark(one.state), one.action
    return (
        action_link(plan, action, anchor),
        lead_words(action),
        SafeString(f"{state} {escape(one.late)}") if one.late else state,
        _finish_words(action),
        evidence_words(action.evidence_axis),
    )


@cache
def evidence_words(axis: str) -> SafeString:
    """Say what there is to show for an action; words for a page, so they are made once."""
    return marks.fill("{}", sentence_case(SAID[EvidenceAxis(axis)]))


def lead_words(action: Action) -> str:
    """Say which post of which body leads, or that nobody does."""
    post, body = action.lead, action.lead_body
    known = f"{post}, {body}" if post and body else post or body
    return known or (NOT_PUBLIC if action.is_placeholder else "Nobody")


def source_mark(source: str) -> str | SafeString:
    """Link a source that is an address; say any other in its words."""
    if not source.startswith(("https://", "http://")):
        return source
    return marks.fill('<a href="{}">{}</a>', source, marks.short_address(source))


def short_day(iso: str) -> str:
    """Say an ISO day; "" for none."""
    return day_words(iso) if iso else ""


def open_ended_words(actions: Iterable[Action]) -> str:
    """Say of how many actions nobody has said by when they will be finished; "" for none.

    Nothing without a date can be late: that it is on time says little.
    """
    rows = [one for one in actions if not one.is_placeholder]
    number = sum(
        not (one.finish or one.finished or one.stopped or one.carried_forward) for one in rows
    )
    if not number:
        return ""
    who = "it" if len(rows) == 1 else "any of them" if number == len(rows) else f"{number} of them"
    return f"No date is set for finishing {who}."


def _finish_words(action: Action) -> str:
    if action.is_placeholder:
        return NOT_PUBLIC
    now = short_day(action.finish) or "No date"
    if action.first_finish and action.first_finish != action.finish:
        now = f"{now}; first agreed {short_day(action.first_finish)}"
    return f"{now}; finished {short_day(action.finished)}" if action.finished else now


def today_words(on: date) -> str:
    """Say a day in full."""
    return in_words(moment(on))


def rows_with(rows: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Leave out the rows of facts that have no value."""
    return [row for row in rows if row[1]]


def split_by(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Group things by a key, in the order in which the keys first come."""
    found: dict[Key, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found
