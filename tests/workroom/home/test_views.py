"""The first page after signing in: what waits for somebody, and nothing that does not."""

import dataclasses

import pytest
import time_machine

from cleardays.workroom.meetings import actions
from cleardays.workroom.reports import actions as reports
from tests.factories.accounts import make_user
from tests.factories.asks import make_ask, make_asked
from tests.factories.documents import make_upload
from tests.factories.meetings import (
    AFTER,
    EARLY,
    IN_TIME,
    attach,
    items_of,
    make_meeting,
    make_published,
    publish,
    seen_by,
)
from tests.factories.people import make_council
from tests.factories.reports import PARTS, make_report


@pytest.fixture(autouse=True)
def _at_the_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


def test_deadlines_that_come_are_shown_with_how_long_there_is(clerk, committee, signed_in):
    make_meeting(clerk, committee, "One")

    page = signed_in(clerk).get("/")

    assert "Due today" in page.text
    assert "The agenda must be public by Mon 9 Mar 2026" in page.text


def test_agendas_wait_for_the_release_of_another(clerk, deputy, committee, signed_in):
    meeting = make_meeting(clerk, committee, "One")
    actions.ask_for_release(meeting, by=seen_by(clerk), at=EARLY)

    assert "Waiting for your release" in signed_in(deputy).get("/").text
    assert "Waiting for your release" not in signed_in(clerk).get("/").text


def test_changes_not_told_yet_are_shown_to_officers(clerk, deputy, member, committee, signed_in):
    meeting = make_published(clerk, deputy, committee)
    actions.add_item(meeting, "Two", by=seen_by(clerk), at=IN_TIME)

    assert "Not told yet" in signed_in(clerk).get("/").text
    assert "Not told yet" not in signed_in(member).get("/").text


def test_files_given_are_shown_to_their_giver(author, deputy, signed_in):
    make_upload(author, name="lamps.txt")

    assert "lamps.txt" in signed_in(author).get("/").text
    assert "lamps.txt" not in signed_in(deputy).get("/").text


def test_reports_wait_for_the_clearer(author, committee, signed_in):
    clearer = make_user("Clearer", committee, "clearer")
    report = make_report(author, committee)
    reports.submit_for_clearance(report, by=seen_by(author), at=EARLY)

    assert "Reports for you to clear" in signed_in(clearer).get("/").text
    page = signed_in(author).get("/").text
    assert "Reports for you to clear" not in page
    assert "Your reports that are not public yet" in page
    assert "Waiting for clearance" in page


def test_what_was_sent_back_stands_first_with_who_and_why(author, clerk, committee, signed_in):
    report = make_report(author, committee)
    make_upload(author, name="lamps.txt")
    reports.submit_for_clearance(report, by=seen_by(author), at=EARLY)
    reports.send_back(report, "Say where the money is from", by=seen_by(clerk), at=EARLY)

    page = signed_in(author).get("/").text

    assert page.index("Sent back to you") < page.index("Files you gave")
    assert "Democratic Services Officer on 2 March 2026: “Say where the money is from”" in page
    assert "Sent back to you" not in signed_in(clerk).get("/").text
    assert "Say where the money is from" in signed_in(author).get(report.get_absolute_url()).text


def test_what_another_released_waits_to_be_published(clerk, deputy, member, committee, signed_in):
    meeting = make_meeting(clerk, committee, "One")
    actions.release(meeting, by=seen_by(deputy), at=EARLY)

    assert "Released, for you to publish" in signed_in(clerk).get("/").text
    assert "Released, for you to publish" not in signed_in(deputy).get("/").text
    assert "Released, for you to publish" not in signed_in(member).get("/").text
    actions.add_item(meeting, "Two", by=seen_by(clerk), at=EARLY)
    assert "Released, for you to publish" not in signed_in(clerk).get("/").text


def test_a_member_sees_published_meetings_and_no_drafts(
    clerk, deputy, member, committee, signed_in
):
    make_meeting(clerk, committee, "One", place="Secret hall")
    make_published(clerk, deputy, committee, place="Town Hall")

    page = signed_in(member).get("/")

    assert "Town Hall" in page.text
    assert "Secret hall" not in page.text


def test_the_number_of_queries_does_not_grow_with_the_meetings(
    clerk, committee, signed_in, django_assert_max_num_queries
):
    client = signed_in(clerk)
    make_meeting(clerk, committee, "One")
    with django_assert_max_num_queries(99) as few:
        client.get("/")
    for _ in range(12):
        make_meeting(clerk, committee, "One")

    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get("/")


def test_a_report_edited_after_publication_stands_with_its_meeting(
    clerk, deputy, author, member, committee, signed_in
):
    clearer = make_user("Clearer", committee, "clearer")
    meeting = make_meeting(clerk, committee, "Lamps")
    report = attach(items_of(meeting)[0], author, clearer, clerk)
    publish(meeting, clerk, deputy)
    assert "Not told yet" not in signed_in(clerk).get("/").text

    mended = dataclasses.replace(PARTS, title="Lamps mended")
    reports.save_version(report, mended, "A figure was wrong", by=seen_by(author), at=AFTER)

    assert "Not told yet" in signed_in(clerk).get("/").text
    assert "Not told yet" not in signed_in(member).get("/").text


def test_what_follows_from_committees_and_plans_stands_on_the_page(
    clerk, deputy, committee, signed_in
):
    board = make_council(kind="nhs")
    officer = make_asked(board)
    ask = make_ask(clerk, deputy, committee, board)

    page = signed_in(officer).get("/").text

    assert "Asked by committees: waiting for your answer" in page
    assert ask.get_absolute_url() in page
    assert "Asked by committees" not in signed_in(make_asked(make_council())).get("/").text
