from contextlib import closing
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from cleardays.workroom.meetings import actions
from cleardays.workroom.reports.actions import NewAppendix, add_appendix
from tests.factories.accounts import make_user
from tests.factories.meetings import (
    EARLY,
    GROUNDS,
    IN_TIME,
    attach,
    items_of,
    make_meeting,
    make_published,
    publish,
    seen_by,
)


@pytest.fixture(autouse=True)
def _at_the_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


def page_of(client, meeting):
    return client.get(meeting.get_absolute_url())


def test_the_editor_gives_every_reason_before_one_presses(clerk, committee, signed_in):
    page = page_of(signed_in(clerk), make_meeting(clerk, committee))

    assert "2 things stand against publishing it" in page.text
    assert "The agenda has no items" in page.text
    assert "No second person has released it" in page.text


def test_the_editor_moves_items_by_plain_buttons(clerk, committee, signed_in):
    meeting = make_meeting(clerk, committee, "One", "Two")

    page = page_of(signed_in(clerk), meeting)

    assert page.text.count("Move up") == 1
    assert page.text.count("Move down") == 1


def test_published_items_are_offered_no_moving(clerk, deputy, committee, signed_in):
    meeting = make_published(clerk, deputy, committee, "One", "Two")

    assert "Move" not in page_of(signed_in(clerk), meeting).text


def test_a_file_can_be_dropped_on_the_meeting(clerk, committee, signed_in):
    meeting = make_meeting(clerk, committee)

    page = page_of(signed_in(clerk), meeting)

    assert f"/documents/?meeting={meeting.pk}" in page.text


def test_the_private_title_is_shown_to_those_cleared_only(clerk, author, committee, signed_in):
    meeting = make_meeting(clerk, committee, "One")
    actions.mark_exempt(items_of(meeting)[0], **GROUNDS, by=seen_by(clerk), at=EARLY)

    assert "Quillfeather" in page_of(signed_in(clerk), meeting).text
    assert "Quillfeather" not in page_of(signed_in(author), meeting).text


def test_a_report_of_another_day_is_remarked_on_beside_it(clerk, author, committee, signed_in):
    meeting = make_meeting(clerk, committee, "One")
    attach(items_of(meeting)[0], author, clerk, clerk, meeting_date=date(2018, 1, 31))

    page = page_of(signed_in(clerk), meeting)

    assert "The report is dated for 31 January 2018; this meeting is on" in page.text


def test_the_title_of_an_exempt_report_is_shown_to_those_cleared_only(
    clerk, author, committee, signed_in
):
    colleague = make_user("Another author", committee, "author")
    meeting = make_meeting(clerk, committee, "One")
    attach(items_of(meeting)[0], author, clerk, clerk, title="Selling the mill to Quillfeather")
    grounds = {**GROUNDS, "private_title": "Selling"}
    actions.mark_exempt(items_of(meeting)[0], **grounds, by=seen_by(clerk), at=EARLY)

    assert "Quillfeather" in page_of(signed_in(clerk), meeting).text
    page = page_of(signed_in(colleague), meeting)
    assert "Quillfeather" not in page.text
    assert "With a report that you may not see." in page.text


def test_a_member_reads_what_was_published_and_no_later_draft(
    clerk, deputy, member, committee, signed_in
):
    meeting = make_published(clerk, deputy, committee, "One")
    actions.change_item(
        items_of(meeting)[0], public_title="Won", reason="Typo", by=seen_by(clerk), at=IN_TIME
    )
    actions.add_item(meeting, "Two", by=seen_by(clerk), at=IN_TIME)

    page = page_of(signed_in(member), meeting)

    assert "One" in page.text
    assert "Won" not in page.text
    assert "Two" not in page.text


def test_a_member_does_not_know_of_a_draft(clerk, member, committee, signed_in):
    meeting = make_meeting(clerk, committee, "One")

    assert page_of(signed_in(member), meeting).status_code == 404


@pytest.mark.parametrize(("role", "reads"), [("member", True), ("partner", False)])
def test_an_exempt_paper_is_read_by_a_member_and_by_no_partner(
    clerk, deputy, author, committee, signed_in, role, reads
):
    meeting = make_meeting(clerk, committee, "One")
    words = "<p>Quillfeather pays nine pounds.</p>"
    report = attach(items_of(meeting)[0], author, clerk, clerk, background=words)
    actions.mark_exempt(items_of(meeting)[0], **GROUNDS, by=seen_by(clerk), at=EARLY)
    prices, shows = [b"lamp,price\nold,9\n"], "One price, of nine."
    appendix = NewAppendix("Appendix A", "Prices", prices, "prices.csv", description=shows)
    added = add_appendix(report, appendix, by=seen_by(author), at=EARLY)
    file = reverse("documents:file", args=[added.file_id])
    publish(meeting, clerk, deputy)
    client = signed_in(make_user("Somebody", committee, role))

    page = page_of(client, meeting)

    assert ("Quillfeather pays nine pounds" in page.text) is reads
    assert ("It is for members of this committee" in page.text) is reads
    assert (file in page.text) is reads
    assert (f"Shows: {shows}" in page.text) is reads
    with closing(client.get(file)) as answer:
        assert (answer.status_code == 200) is reads


def test_a_member_who_was_not_named_sees_no_more_than_the_public(
    clerk, deputy, member, committee, signed_in
):
    meeting = make_meeting(clerk, committee, "One")
    grounds = {**GROUNDS, "paragraphs": [1], "only_for": ["Chair"]}
    actions.mark_exempt(items_of(meeting)[0], **grounds, by=seen_by(clerk), at=EARLY)
    publish(meeting, clerk, deputy)

    page = page_of(signed_in(member), meeting)

    assert "Quillfeather" not in page.text
    assert "A lease" in page.text


def test_a_recalled_agenda_shows_its_tombstone(clerk, deputy, member, committee, signed_in):
    meeting = make_published(clerk, deputy, committee, "One thing")
    with time_machine.travel(IN_TIME.replace(hour=12), tick=False):
        at = IN_TIME.replace(hour=12)
        actions.recall(meeting, reason="It named somebody", by=seen_by(clerk), at=at)

        page = page_of(signed_in(member), meeting)

    assert "It named somebody" in page.text
    assert "One thing" not in page.text


def test_the_history_is_told_in_sentences_to_those_who_see_drafts(
    clerk, member, deputy, committee, signed_in
):
    meeting = make_published(clerk, deputy, committee, "One")

    history = signed_in(clerk).get(f"/meetings/{meeting.pk}/history/")

    assert "added item 1, “One”" in history.text
    assert signed_in(member).get(f"/meetings/{meeting.pk}/history/").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_agenda(
    clerk, author, committee, signed_in, django_assert_max_num_queries
):
    client = signed_in(clerk)
    meeting = make_meeting(clerk, committee, *"ABCDE")
    for item in items_of(meeting)[:2]:
        attach(item, author, clerk, clerk)
    with django_assert_max_num_queries(99) as few:
        page_of(client, meeting)
    for number in range(20):
        actions.add_item(meeting, f"Item {number}", by=seen_by(clerk), at=EARLY)
    for item in items_of(meeting)[10:15]:
        attach(item, author, clerk, clerk)

    with django_assert_max_num_queries(len(few.captured_queries)):
        page_of(client, meeting)
