from datetime import date

import pytest

from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.contents import faults_of_contents
from cleardays.workroom.meetings.models import AgendaItem, Exemption
from cleardays.workroom.meetings.proof import proof_of
from cleardays.workroom.reports.actions import NewAppendix, add_appendix
from cleardays.workroom.reports.models import Appendix, Report, ReportVersion
from tests.factories.accounts import make_user
from tests.factories.meetings import (
    EARLY,
    GROUNDS,
    attach,
    items_of,
    make_executive,
    make_meeting,
    seen_by,
)
from tests.factories.people import make_committee
from tests.factories.reports import make_report


@pytest.fixture
def meeting(clerk, committee):
    return make_meeting(clerk, committee, "Lamps")


def faults(meeting, *, blocking=True):
    found = faults_of_contents(proof_of(meeting, EARLY))
    return [str(fault) for fault in found if fault.blocks is blocking]


def versions(report):
    return ReportVersion.objects.unrestricted(because="a test sets up").filter(report=report)


def test_an_open_item_without_a_report_is_fit_to_be_public(meeting):
    assert faults(meeting) == []


@pytest.mark.parametrize(
    ("without", "said"),
    [
        ({"time": None}, "The time of the meeting is missing, and its public notice"),
        ({"place": ""}, "The place of the meeting is missing"),
        ({"time": None, "place": ""}, "The time and place of the meeting are missing"),
    ],
)
def test_of_a_notice_without_time_and_place_one_is_warned(clerk, committee, without, said):
    meeting = make_meeting(clerk, committee, "Lamps", **without)

    (found,) = faults(meeting, blocking=False)

    assert said in found
    assert "(Local Government Act 1972, s.100A(6)(a)" in found
    assert found.endswith("of the meeting.")
    assert faults(meeting) == []


def test_an_executive_is_told_of_its_own_regulations():
    cabinet = make_executive()
    officer = make_user("Officer", cabinet, "democratic-services")

    (found,) = faults(make_meeting(officer, cabinet, "Lamps", place=""), blocking=False)

    assert "SI 2012/2089, regs 6" in found


def test_what_is_entered_later_needs_neither_time_nor_place(clerk, committee):
    history = {"day": date(2018, 3, 5), "stated_source": "The council's page"}
    meeting = make_meeting(clerk, committee, "Lamps", time=None, place="", **history)

    assert faults(meeting, blocking=False) == []


def test_a_body_outside_part_va_gives_no_notice():
    board = make_committee(kind="partnership", name="Lamp Board")
    officer = make_user("Officer", board, "democratic-services")

    meeting = make_meeting(officer, board, "Lamps", time=None, place="")

    assert faults(meeting, blocking=False) == []


def test_a_cleared_report_is_fit_to_be_public(meeting, author, clerk):
    attach(items_of(meeting)[0], author, clerk, clerk)

    assert faults(meeting) == []


def test_a_report_has_to_be_cleared(meeting, author, clerk, committee):
    report = make_report(author, committee)
    actions.attach_report(items_of(meeting)[0], report, by=seen_by(clerk), at=EARLY)

    assert any("has not been cleared" in fault for fault in faults(meeting))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"background_papers_stated": False}, r"list the background papers"),
        ({"unread": ["A passage"]}, "1 passage waits for a place"),
        ({"part_ii_reason": "<p>It names a firm.</p>"}, "gives a reason for Part II"),
    ],
)
def test_a_report_that_is_not_whole_stands_in_the_way(meeting, author, clerk, changed, expected):
    report = attach(items_of(meeting)[0], author, clerk, clerk)
    versions(report).update(**changed)

    assert any(expected in fault for fault in faults(meeting))


def test_an_exempt_appendix_says_why_the_public_interest_keeps_it(meeting, author, clerk):
    report = attach(items_of(meeting)[0], author, clerk, clerk)
    kept = {"exempt_under": (3,), "reasoning": "The price would suffer."}
    new = NewAppendix("Appendix B", "Prices", [b"9"], "prices.txt", **kept)
    appendix = add_appendix(report, new, by=seen_by(author), at=EARLY)
    assert not any("Appendix B" in fault for fault in faults(meeting))

    Appendix.objects.unrestricted(because="as before").filter(pk=appendix.pk).update(
        exempt_reasoning=""
    )

    assert any("keeps Appendix B exempt (Local Gov" in fault for fault in faults(meeting))


def test_an_open_item_with_an_exempt_report_stands_in_the_way(meeting, author, clerk):
    report = attach(items_of(meeting)[0], author, clerk, clerk)
    everything = Report.objects.unrestricted(because="a test sets up")
    everything.filter(pk=report.pk).update(is_exempt=True, exempt_under="3")

    assert any("its report is marked exempt" in fault for fault in faults(meeting))


@pytest.mark.parametrize("is_confidential", [False, True])
def test_a_secret_item_with_an_open_report_stands_in_the_way(
    meeting, author, clerk, is_confidential
):
    attach(items_of(meeting)[0], author, clerk, clerk)
    items = AgendaItem.objects.unrestricted(because="a test sets up").on(meeting)
    items.update(is_confidential=is_confidential, exempt_under="" if is_confidential else "3")
    Exemption.objects.create(
        item=items[0],
        private_title="Mill",
        public_interest_reasoning="Price",
        decided_by="Clerk",
        decided_at=EARLY,
    )

    assert any("its report is marked as open" in fault for fault in faults(meeting))


def test_a_public_title_may_not_hold_the_private_one(meeting, clerk):
    grounds = {**GROUNDS, "private_title": "Mill", "public_title": "Lease of the mill"}
    actions.mark_exempt(items_of(meeting)[0], **grounds, by=seen_by(clerk), at=EARLY)

    (fault,) = faults(meeting)

    assert "gives the private one away" in fault
    assert "s.100B(1)" in fault


def test_an_exemption_without_a_day_of_review_warns_and_blocks_nothing(meeting, clerk):
    grounds = {**GROUNDS, "review_on": None}
    actions.mark_exempt(items_of(meeting)[0], **grounds, by=seen_by(clerk), at=EARLY)

    assert faults(meeting) == []
    assert any("ask again" in fault for fault in faults(meeting, blocking=False))


def test_a_meeting_to_come_needs_its_exact_day(clerk, committee):
    meeting = make_meeting(clerk, committee, "One", precision="month", date_words="In March")

    assert any("exact day" in fault for fault in faults(meeting))
