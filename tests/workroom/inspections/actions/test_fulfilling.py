"""What a re-visit or a monitoring inspection stops in the inspection that it goes back to."""

from datetime import date, timedelta

import pytest

from cleardays.door.drain import drain
from cleardays.record.models import Current
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Duty, InspectionVersion
from tests.factories.inspections import AT, LEAD, make_body, make_inspection

NEXT = AT + timedelta(hours=1)
LAST, LATER = date(2025, 11, 14), date(2025, 11, 15)
REPORTED = {"first_day": None, "last_day": None, "published_on": date(2025, 12, 10)}
VISIT = {"first_day": date(2025, 11, 11), "last_day": LAST, "published_on": date(2025, 12, 10)}
PAIRS = [
    pytest.param("local-area-2016", "revisit-2016", "revisit", id="re-visit"),
    pytest.param("area-2023", "monitoring-2023", "monitoring", id="monitoring"),
]


def make_pair(first="area-2023", then="monitoring-2023", **details):
    """An inspection that is public, and the one that goes back to it, which is not."""
    board = make_body()
    before = make_inspection(first, bodies=[board])
    actions.publish(before, by=LEAD, at=AT)
    after = make_inspection(
        then, bodies=[board], previous=before, received_on=None, **{**VISIT, **details}
    )
    return before, after


def duty_of(inspection, kind="monitoring"):
    rows = Duty.objects.unrestricted(because="a test looks")
    return rows.get(inspection=inspection, kind=kind)


def shown(inspection, kind="monitoring"):
    """Return what the newest public version says was done: day, words, and its address."""
    versions = InspectionVersion.objects.unrestricted(because="a test looks")
    version = versions.filter(inspection=inspection, recalled_at=None).latest("number")
    (one,) = [one for one in version.snapshot["duties"] if one["kind"] == kind]
    return one["done_on"], one["done_words"], one["proof"]


@pytest.mark.parametrize(("first", "then", "kind"), PAIRS)
def test_what_was_due_is_done_once_it_is_public(first, then, kind, settings):
    settings.SITE_URL = "https://site.example"
    before, after = make_pair(first, then)

    actions.publish(after, by=LEAD, at=AT)

    duty, address = duty_of(before, kind), f"https://site.example/{after.ref}/"
    assert (duty.done_on, duty.proof) == (LAST, address)
    assert shown(before, kind) == ("2025-11-14", "", address)


def test_nothing_is_done_before_it_is_public():
    before, _ = make_pair()

    assert duty_of(before).done_on is None


def test_what_a_person_recorded_stays():
    before, after = make_pair()
    actions.finish(duty_of(before), LATER, words="by telephone", by=LEAD, at=AT)

    actions.publish(after, by=LEAD, at=AT)

    duty = duty_of(before)
    assert (duty.done_on, duty.done_words, duty.proof) == (LATER, "by telephone", "")
    assert shown(before) == ("", "", "")


def test_a_visit_whose_days_are_not_known_has_the_day_of_its_report():
    before, after = make_pair(**REPORTED)

    actions.publish(after, by=LEAD, at=AT)

    assert duty_of(before).done_on == date(2025, 12, 10)
    assert shown(before)[1] == "the day of its report"


def test_a_day_that_is_corrected_is_corrected_there_too():
    before, after = make_pair()
    actions.publish(after, by=LEAD, at=AT)
    actions.change(after, last_day=LATER, by=LEAD, at=AT)

    actions.publish(after, by=LEAD, at=AT)

    assert duty_of(before).done_on == LATER
    assert shown(before)[0] == "2025-11-15"


def test_what_was_changed_there_and_is_not_public_stays_inside():
    before, after = make_pair()
    actions.change(before, summary="Not to be read yet", by=LEAD, at=AT)

    actions.publish(after, by=LEAD, at=NEXT)
    drain()

    body = Current.objects.get(ref=before.ref).body
    assert "2025-11-14" in body
    assert "Not to be read yet" not in body


def test_one_that_is_taken_back_was_not_done():
    before, after = make_pair()
    actions.publish(after, by=LEAD, at=NEXT)
    drain()

    actions.recall(after, reason="The wrong area", by=LEAD, at=AT)
    drain()

    assert (duty_of(before).done_on, duty_of(before).proof) == (None, "")
    assert shown(before) == ("", "", "")
    assert after.ref not in Current.objects.get(ref=before.ref).body


def test_taking_back_leaves_what_a_person_recorded():
    before, after = make_pair()
    actions.publish(after, by=LEAD, at=AT)
    actions.finish(duty_of(before), LATER, words="by telephone", by=LEAD, at=AT)

    actions.recall(after, reason="The wrong area", by=LEAD, at=AT)

    assert duty_of(before).done_on == LATER
    assert shown(before) == ("", "", "")
