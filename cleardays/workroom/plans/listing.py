"""Actions as lists show them: how each stands, how late, and what there is to show for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

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
