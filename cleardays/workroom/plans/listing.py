"""Actions as lists show them: how each stands, how late, and what there is to show for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.progress.delivery import TONES, Dates, Delivery, delivery
from cleardays.progress.lateness import late_in_words
from cleardays.workroom.plans.models import Action


@dataclass(frozen=True)
class Listed:
    """One action in a list."""

    href: str
    ref: str
    title: str
    lead: str
    body: str
    start: date | None
    finish: date | None
    delivery: Delivery
    tone: str
    late: str


def listed(actions: Iterable[Action], on: date) -> list[Listed]:
    """Return actions as entries of a list, as they stand on a day."""
    return [_entry(action, on) for action in actions]


ACTION_HEADS = ("Action", "Lead", "Start", "Finish", "How it stands")


def cells_of(entries: Iterable[Listed]) -> list[tuple[object, ...]]:
    """Return entries as cells of a table, under ``ACTION_HEADS``."""
    return [
        (
            marks.fill('<a href="{}">{} {}</a>', one.href, one.ref, one.title),
            _under(one.lead or marks.tag("No lead", "bad"), one.body),
            _day(one.start),
            _day(one.finish),
            _under(marks.tag(one.delivery, one.tone), one.late),
        )
        for one in entries
    ]


def _under(first: object, second: str) -> SafeString:
    """Put quiet words, if there are any, under others."""
    if not second:
        return marks.fill("{}", first)
    return marks.fill('{}<br><span class="cd-quiet">{}</span>', first, second)


def _day(on: date | None) -> object:
    return marks.day(on.isoformat(), f"{on:%-d %B %Y}") if on else "No date"


def dates_of(action: Action) -> Dates:
    """Return the dates of a row."""
    return Dates(
        first_start=action.first_start,
        first_finish=action.first_finish,
        start=action.start,
        finish=action.finish,
        started=action.started,
        finished=action.finished,
        stopped=action.stopped,
        carried_forward=action.carried_forward,
    )


def in_state(actions: Sequence[Action], state: str, on: date) -> list[Action]:
    """Keep the actions that stand so on a day; all, for ""."""
    return [one for one in actions if not state or delivery(dates_of(one), on) == state]


def _entry(action: Action, on: date) -> Listed:
    dates = dates_of(action)
    state = delivery(dates, on)
    return Listed(
        href=action.get_absolute_url(),
        ref=action.ref,
        title=action.title,
        lead=action.lead,
        body=action.lead_body.name if action.lead_body else "",
        start=action.started or action.start,
        finish=action.finished or action.finish,
        delivery=state,
        tone=TONES[state],
        late="" if action.is_placeholder else late_in_words(dates, on),
    )
