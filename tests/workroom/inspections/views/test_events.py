from datetime import date

import pytest

from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Event
from tests.factories.inspections import AT, LEAD, make_body, make_inspection

TYPED = {
    "kind": "ombudsman",
    "title": "Fault found: a review came late",
    "day_day": "6",
    "day_month": "8",
    "day_year": "2025",
    "precision": "day",
    "is_confirmed": "on",
    "sources": "https://ombudsman.example/1",
}


def everything(model):
    return model.objects.unrestricted(because="a test")


@pytest.fixture
def inspection():
    council = make_body("Saltmere Council", kind="council")
    return make_inspection("local-area-2016", [council], ["Lamps", "Maps"])


@pytest.fixture
def event(inspection):
    return actions.add_event(
        inspection, "press", "Lamps are dark", date(2025, 8, 6), note="Heard",
        by=LEAD, at=AT,
    )  # fmt: skip


def test_what_happened_is_entered_and_stands_on_the_page(client, inspection):
    lamps = everything(Area).get(number=1)

    page = client.post(
        f"/inspections/{inspection.pk}/events/add/", {**TYPED, "area": lamps.pk}, follow=True
    )

    made = everything(Event).get()
    assert (made.day, made.area, made.sources) == (
        date(2025, 8, 6),
        lamps,
        ["https://ombudsman.example/1"],
    )
    assert "Fault found: a review came late" in page.text
    assert "Of area 1" in page.text


def test_what_is_missing_is_said_beside_what_was_typed(client, inspection):
    page = client.post(
        f"/inspections/{inspection.pk}/events/add/", {**TYPED, "sources": "", "precision": "about"}
    )

    assert page.status_code == 422
    assert "Say in words what is known of the day" in page.text
    assert "Fault found: a review came late" in page.text


def test_it_is_changed_as_it_was_entered(client, event):
    page = client.get(f"/inspections/events/{event.pk}/change/")
    client.post(f"/inspections/events/{event.pk}/change/", {**TYPED, "title": "Lamps shine"})

    event.refresh_from_db()
    assert "Lamps are dark" in page.text
    assert (event.title, event.kind) == ("Lamps shine", "ombudsman")


def test_it_is_taken_off_with_the_reason(client, event):
    client.post(f"/inspections/events/{event.pk}/remove/", {"reason": "Another council"})

    assert not everything(Event).exists()
