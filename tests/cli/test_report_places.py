"""Where an imported report goes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from cleardays.cli.report_places import committee_for, item_for, kind_of, meeting_for
from cleardays.workroom.meetings import actions as meetings
from cleardays.workroom.meetings.models import AgendaItem
from cleardays.workroom.workflow.engine import Refused
from tests.factories.people import make_committee
from tests.factories.reports import make_report

AT = datetime(2018, 2, 19, 9, 0, tzinfo=UTC)
DAY = date(2018, 3, 5)


@dataclass(frozen=True)
class Asked:
    meeting: str | None = None
    stated_published_on: date | None = None
    stated_source: str | None = None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Children's Services Scrutiny Committee", "scrutiny"),
        ("Cabinet", "executive"),
        ("Health and Wellbeing Board", "statutory-board"),
        ("Licensing Sub-Committee", "sub-committee"),
        ("Planning Committee", "committee"),
    ],
)
def test_the_kind_of_a_committee_follows_from_its_name(name, kind):
    assert kind_of(name) == kind


def test_a_committee_is_found_however_it_is_written(clerk, viewer):
    committee = make_committee(name="The Bins & Lamps Committee", slug="lamps")

    for name in ("BINS AND LAMPS COMMITTEE", "committees/lamps", "lamps"):
        assert committee_for(name, viewer(clerk), AT) == (committee, [])


def test_two_committees_of_one_name_are_told_apart_by_address(clerk, viewer):
    for slug in ("lamps-old", "lamps-new"):
        make_committee(name="Lamps Committee", slug=slug)

    with pytest.raises(Refused, match=r"lamps-(old|new), lamps-(old|new)"):
        committee_for("Lamps Committee", viewer(clerk), AT)


def test_no_committee_at_all_is_asked_for(clerk, viewer):
    with pytest.raises(Refused, match="--committee"):
        committee_for("", viewer(clerk), AT)


@pytest.fixture
def meeting(committee, clerk, viewer):
    return meetings.create_meeting(committee, day=DAY, by=viewer(clerk), at=AT)


def test_a_meeting_is_found_by_day_address_or_what_the_report_says(
    committee, clerk, viewer, meeting
):
    by = viewer(clerk)
    for asked in ("2018-03-05", meeting.ref, meeting.ref.removeprefix("meetings/"), None):
        assert meeting_for(Asked(asked), committee, DAY, by, AT) == (meeting, [])


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("meetings/none/2018/1", "no meeting"), ("2018-02-31", "not a day")],
)
def test_a_meeting_that_is_none_is_refused(committee, clerk, viewer, typed, reason):
    with pytest.raises(Refused, match=reason):
        meeting_for(Asked(typed), committee, DAY, viewer(clerk), AT)


def test_a_report_without_a_day_asks_for_the_meeting(committee, clerk, viewer):
    with pytest.raises(Refused, match="--meeting"):
        meeting_for(Asked(), committee, None, viewer(clerk), AT)


def test_a_day_with_two_meetings_asks_which(committee, clerk, viewer, meeting):
    second = meetings.create_meeting(committee, day=DAY, by=viewer(clerk), at=AT)

    with pytest.raises(Refused, match=second.ref):
        meeting_for(Asked(), committee, DAY, viewer(clerk), AT)


def test_a_meeting_that_nobody_called_is_called(committee, clerk, viewer):
    meeting, said = meeting_for(Asked(), committee, DAY, viewer(clerk), AT)

    assert said == [f"Called the meeting {meeting.ref} for 5 March 2018."]


def test_the_report_goes_on_the_item_named_or_on_a_new_one(
    committee, author, clerk, viewer, meeting
):
    by = viewer(clerk)
    first = meetings.add_item(meeting, "Apologies", by=by, at=AT)
    report = make_report(author, committee)

    item_for(meeting, report, 1, by=by, at=AT)
    item_for(meeting, report, 2, by=by, at=AT)

    items = [*AgendaItem.objects.visible_to(by).on(meeting)]
    assert [item.report_id for item in items] == [report.pk, report.pk]
    assert [item.public_title for item in items] == ["Apologies", "Repairing the lamps"]
    assert items[0].pk == first.pk


def test_an_item_far_off_is_refused(committee, author, clerk, viewer, meeting):
    with pytest.raises(Refused, match="the next would be 1"):
        item_for(meeting, make_report(author, committee), 9, by=viewer(clerk), at=AT)
