"""A meeting called off: the public is told, and nothing that was taken back comes back with it."""

import json
from datetime import timedelta

import pytest

from cleardays.door.drain import drain
from cleardays.record.models import Current
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.meetings import actions
from cleardays.workroom.reports.models import Report
from tests.factories.accounts import make_user
from tests.factories.published import IN_TIME, make_meeting, publish
from tests.factories.reports import make_cleared_report

SOON, LATER = IN_TIME + timedelta(hours=1), IN_TIME + timedelta(hours=2)


@pytest.fixture
def officer(clerk):
    return viewer_of(clerk, IN_TIME.date())


@pytest.fixture
def second(deputy):
    return viewer_of(deputy, IN_TIME.date())


@pytest.fixture
def report(author, committee):
    return make_cleared_report(author, make_user("Clearer", committee, "clearer"), committee)


@pytest.fixture
def meeting(committee, officer, second, report):
    """A public meeting with a public report."""
    made = make_meeting(committee, officer)
    actions.add_item(made, "Repairing the lamps", by=officer, at=IN_TIME, report=report)
    publish(made, officer, second)
    made.refresh_from_db()
    return made


def body(ref: str) -> dict:
    return json.loads(Current.objects.get(ref=ref).body)


def cancel(meeting, officer):
    actions.cancel_meeting(meeting, reason="Snow", by=officer, at=LATER)
    drain()


def test_a_cancelled_meeting_keeps_its_papers(meeting, officer, report):
    before = body(meeting.ref)

    cancel(meeting, officer)

    after = body(meeting.ref)
    assert (after["status"], after["issues"][-1]["note"]) == ("cancelled", "Snow")
    assert after["items"] == before["items"]


def test_cancelling_brings_no_recalled_report_back(meeting, officer, report):
    report.refresh_from_db()
    actions.recall(report, reason="It named a family.", by=officer, at=SOON)
    drain()

    cancel(meeting, officer)

    assert Current.objects.get(ref=f"reports/{report.slug}").is_recalled
    (item,) = body(meeting.ref)["items"]
    assert (item["is_taken_back"], item["files"]) == (True, [])
    held = Report.objects.unrestricted(because="a test looks").get(pk=report.pk)
    assert not held.is_published


def test_cancelling_brings_no_recalled_agenda_back(meeting, officer, report):
    actions.recall(meeting, reason="It named a family.", by=officer, at=SOON)
    drain()

    cancel(meeting, officer)

    told = body(meeting.ref)
    assert (told["status"], told["items"]) == ("cancelled", [])
    assert "lamps" not in Current.objects.get(ref=meeting.ref).body
