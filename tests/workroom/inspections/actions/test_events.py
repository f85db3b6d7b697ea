from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Event, Inspection
from cleardays.workroom.workflow.engine import Refused
from tests.factories.inspections import AT, LEAD, make_inspection

READ = ["https://ombudsman.example/1"]
DAY = date(2025, 8, 6)


def everything(model):
    return model.objects.unrestricted(because="a test")


@pytest.fixture
def inspection():
    return make_inspection("local-area-2016", areas=["Lamps", "Maps"])


@pytest.fixture
def event(inspection):
    return add(inspection, sources=READ)


def add(inspection, title="Fault found: a review came late", day=DAY, **details):
    return actions.add_event(inspection, "ombudsman", title, day, by=LEAD, at=AT, **details)


def test_what_happened_is_entered_told_in_the_journal_and_not_public_yet(inspection, event):
    inspection.refresh_from_db()

    assert (event.title, event.day) == ("Fault found: a review came late", DAY)
    assert inspection.changed_at == AT
    told = AuditEvent.objects.about(inspection).get(verb="add-event")
    assert "Fault found: a review came late" in told.sentence


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ({}, "Give the address"),
        ({"sources": READ, "precision": "about"}, "Say in words what is known of the day"),
        ({"sources": READ, "date_words": "2025"}, "leave out the words"),
        ({"sources": READ, "is_confirmed": False}, "say how it is known"),
        ({"sources": READ, "title": " "}, "Title"),
        ({"sources": READ, "precision": "century"}, "Precision"),
        ({"sources": READ, "day": date(2027, 1, 1)}, "still to come"),
    ],
)
def test_what_cannot_be_believed_as_it_stands_is_refused(inspection, wanted, why):
    with pytest.raises(Refused, match=why):
        add(inspection, **wanted)

    assert not everything(Event).exists()


def test_a_deadline_may_be_still_to_come(inspection):
    made = actions.add_event(
        inspection, "deadline", "Inspectors come", date(2027, 1, 1), note="Said in the report",
        by=LEAD, at=AT,
    )  # fmt: skip

    assert made.day == date(2027, 1, 1)


def test_it_belongs_to_an_area_of_the_same_inspection_only(inspection):
    lamps = everything(Area).get(number=1)
    other = make_inspection("local-area-2016")

    with pytest.raises(Refused, match="another inspection"):
        add(other, sources=READ, area=lamps)

    assert add(inspection, sources=READ, area=lamps).area == lamps


def test_what_was_said_of_it_is_changed(event):
    actions.change_event(event, by=LEAD, at=AT, is_confirmed=False, note="Heard of")
    actions.change_event(event, by=LEAD, at=AT, note="Heard of")

    event.refresh_from_db()
    assert (event.is_confirmed, event.note) == (False, "Heard of")
    assert AuditEvent.objects.filter(verb="change-event").count() == 1


def test_a_change_is_refused_as_an_entry_is(event):
    with pytest.raises(Refused, match="say how it is known"):
        actions.change_event(event, by=LEAD, at=AT, is_confirmed=False)


def test_what_was_entered_in_error_goes_with_the_reason(event):
    with pytest.raises(Refused, match="Say why"):
        actions.remove_event(event, by=LEAD, at=AT, reason=" ")

    actions.remove_event(event, by=LEAD, at=AT, reason="Another council")

    assert not everything(Event).exists()
    assert AuditEvent.objects.get(verb="remove-event").reason == "Another council"


def test_nobody_else_may(inspection, event):
    reader = replace(LEAD, everywhere=frozenset())

    for deed in (
        lambda: actions.add_event(inspection, "press", "X", DAY, by=reader, at=AT, sources=READ),
        lambda: actions.change_event(event, by=reader, at=AT, title="Y"),
        lambda: actions.remove_event(event, by=reader, at=AT, reason="Z"),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_the_database_holds_that_an_inexact_day_has_words(inspection):
    made = Event(
        inspection=Inspection(pk=inspection.pk), kind="press", title="X", day=DAY, precision="year"
    )

    with pytest.raises(IntegrityError):
        made.save()
