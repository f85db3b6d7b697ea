"""What happened outside: entered, changed, and taken off again."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit.changes import found_in, in_words, put_in
from cleardays.workroom.inspections.actions.settling import settle
from cleardays.workroom.inspections.holding import FOR_CHANGE, hold
from cleardays.workroom.inspections.models import Area, Event, Inspection
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit


class EventDetails(TypedDict, total=False):
    """What may be said of an event; the model explains each."""

    area: Area | None
    words: str
    precision: str
    date_words: str
    differs: str
    is_confirmed: bool
    note: str
    sources: list[str]


class EventChanges(EventDetails, total=False):
    """What may be changed: everything."""

    kind: str
    title: str
    day: date


@transaction.atomic
def add_event(
    inspection: Inspection,
    kind: str,
    title: str,
    day: date,
    *,
    by: Viewer,
    at: datetime,
    **details: Unpack[EventDetails],
) -> Event:
    """Enter something that happened outside, with where that can be read or how it is known."""
    held = hold(inspection.pk, by=by)
    made = Event(inspection=held, kind=kind, title=" ".join(title.split()), day=day, **details)
    _refuse(made, at)
    made.save()
    settle("add-event", held, f"entered what happened: {made}", by=by, at=at)
    return made


@transaction.atomic
def change_event(
    event: Event, *, by: Viewer, at: datetime, **wanted: Unpack[EventChanges]
) -> Event:
    """Change what is said of an event."""
    inspection = hold(event.inspection_id, by=by)
    held: Event = _events().get(pk=event.pk)
    changed = found_in(held, wanted)
    if not changed:
        return held
    put_in(held, changed)
    _refuse(held, at)
    held.save(update_fields=list(changed))
    said = f"changed what is said of “{held}”: {in_words(changed)}"
    settle("change-event", inspection, said, by=by, at=at)
    return held


@transaction.atomic
def remove_event(event: Event, *, by: Viewer, at: datetime, reason: str) -> None:
    """Take off an event that was entered in error, with the reason."""
    held = hold(event.inspection_id, by=by)
    if not reason.strip():
        raise Refused("Say why it is taken off")
    said = f"took off what happened: {event}"
    _events().filter(pk=event.pk).delete()
    settle("remove-event", held, said, by=by, at=at, reason=reason)


def _events() -> Any:
    return Event.objects.unrestricted(because=FOR_CHANGE)


def _refuse(event: Event, at: datetime) -> None:
    refuse_what_does_not_fit(event, exclude=("inspection", "area"))
    if event.area is not None and event.area.inspection_id != event.inspection_id:
        raise Refused("That area belongs to another inspection")
    if event.precision != Event.Precision.DAY and not event.date_words.strip():
        raise Refused("Say in words what is known of the day, such as “about May 2018”")
    if event.precision == Event.Precision.DAY and event.date_words:
        raise Refused("The day is known: leave out the words, or say that it is not exact")
    if not event.is_confirmed and not event.note.strip():
        raise Refused("It is not confirmed: say how it is known")
    if not event.sources and not event.note.strip():
        raise Refused("Give the address at which it can be read, or say how it is known")
    if event.kind != Event.Kind.DEADLINE and event.day > at.date():
        raise Refused(f"{event.day:%-d %B %Y} is still to come: enter it when it has happened")
