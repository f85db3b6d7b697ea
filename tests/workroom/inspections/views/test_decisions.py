from datetime import date

import pytest

from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Decision
from tests.factories.inspections import AT, LEAD, make_body, make_inspection
from tests.workroom.inspections.actions.test_decisions import RECORD

DAY = {"taken_on_day": 20, "taken_on_month": 3, "taken_on_year": 2025}
TYPED = {**{name: value for name, value in RECORD.items() if name != "taken_on"}, **DAY}


def decisions():
    return Decision.objects.unrestricted(because="a test")


@pytest.fixture
def held():
    return make_inspection(bodies=[make_body("Saltmere Council", kind="council")])


def test_a_decision_is_recorded_and_stands_on_the_page(client, held):
    page = client.post(f"/inspections/{held.pk}/decisions/add/", TYPED, follow=True)

    for words in (
        "Decided by one person",
        "Director of Children&#x27;s Services",
        "Key decision, by special urgency",
        "None declared.",
    ):
        assert words in page.text


def test_what_is_missing_is_said_and_nothing_is_kept(client, held):
    page = client.post(f"/inspections/{held.pk}/decisions/add/", {**TYPED, "conflicts": ""})

    assert page.status_code == 422
    assert "To send the plan." in page.text
    assert not decisions().exists()


def test_it_is_corrected_as_it_was_recorded(client, held):
    made = actions.record_decision(held, by=LEAD, at=AT, **RECORD)
    assert "To send the plan." in client.get(f"/inspections/decisions/{made.pk}/change/").text

    client.post(f"/inspections/decisions/{made.pk}/change/", {**TYPED, "how": "full"})

    assert decisions().get().how == "full"


def test_it_is_taken_off_with_a_reason(client, held):
    made = actions.record_decision(held, by=LEAD, at=AT, **RECORD)

    client.post(f"/inspections/decisions/{made.pk}/remove/", {"reason": "Not taken"})

    assert not decisions().exists()


def test_the_page_is_not_there_for_others(member, signed_in, held):
    made = actions.record_decision(held, by=LEAD, at=AT, **RECORD)
    visitor = signed_in(member)

    for path in (f"{held.pk}/decisions/add", f"decisions/{made.pk}/change"):
        assert visitor.get(f"/inspections/{path}/").status_code == 404


def test_others_read_it_as_it_was_published(member, signed_in, held):
    actions.record_decision(held, by=LEAD, at=AT, **RECORD)
    actions.publish(held, by=LEAD, at=AT)
    made = decisions().get()
    actions.change_decision(made, by=LEAD, at=AT.replace(day=6), reasons="DRAFTREASONS")

    page = signed_in(member).get(f"/inspections/{held.pk}/")

    assert "To send the plan." in page.text
    assert "DRAFTREASONS" not in page.text


def test_where_no_meeting_is_in_time_the_way_to_the_record_is_shown(client, time_machine, held):
    time_machine.move_to(date(2025, 2, 4), tick=False)

    page = client.get(f"/inspections/{held.pk}/")

    assert f'<a href="/inspections/{held.pk}/decisions/add/">Record the decision' in page.text
