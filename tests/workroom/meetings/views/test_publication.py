import re

import pytest
import time_machine

from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.reports.actions import NewAppendix, add_appendix
from cleardays.workroom.reports.models import Report
from tests.factories.accounts import make_user
from tests.factories.meetings import (
    EARLY,
    GROUNDS,
    IN_TIME,
    TOO_LATE,
    attach,
    fresh,
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


@pytest.fixture
def meeting(clerk, committee):
    return make_meeting(clerk, committee, "One")


def release(client, meeting, **typed):
    page = client.get(f"/meetings/{meeting.pk}/release/")
    read = re.search(r'name="read" value="(\w+)"', page.text)[1]
    return client.post(f"/meetings/{meeting.pk}/release/", {"read": read, **typed})


def test_two_people_publish_from_the_pages(clerk, deputy, meeting, signed_in):
    release(signed_in(deputy), meeting)

    page = signed_in(clerk).post(f"/meetings/{meeting.pk}/publish/", follow=True)

    assert "Published." in page.text
    assert fresh(meeting).state == Meeting.State.PUBLISHED


def test_a_refused_publication_says_why_and_publishes_nothing(clerk, deputy, meeting, signed_in):
    release(signed_in(deputy), meeting)

    with time_machine.travel(TOO_LATE, tick=False):
        page = signed_in(clerk).post(f"/meetings/{meeting.pk}/publish/", follow=True)

    assert "it had to be public by Mon 9 Mar" in page.text
    assert fresh(meeting).state == Meeting.State.DRAFT


def test_the_release_page_shows_what_will_be_public_and_what_is_held_back(
    clerk, deputy, author, meeting, signed_in
):
    attach(items_of(meeting)[0], author, clerk, clerk)
    actions.add_exempt_item(meeting, **GROUNDS, by=seen_by(clerk), at=EARLY)

    page = signed_in(deputy).get(f"/meetings/{meeting.pk}/release/")

    public, held_back = page.text.split('id="held-back"')
    assert "Nine lamps are dark." in public
    assert "Quillfeather" not in public
    assert "Quillfeather" in held_back


def test_who_releases_reads_what_an_appendix_shows(clerk, deputy, author, meeting, signed_in):
    report = attach(items_of(meeting)[0], author, clerk, clerk)
    given = NewAppendix("Appendix A", "Map", [b"Map"], "map.txt", description="Nine dark streets.")
    add_appendix(report, given, by=seen_by(author), at=EARLY)

    page = signed_in(deputy).get(f"/meetings/{meeting.pk}/release/")

    assert "Shows: Nine dark streets." in page.text


def test_a_change_while_reading_voids_what_was_read(clerk, deputy, meeting, signed_in):
    client = signed_in(deputy)
    page = client.get(f"/meetings/{meeting.pk}/release/")
    read = re.search(r'name="read" value="(\w+)"', page.text)[1]
    actions.add_item(meeting, "Slipped in", by=seen_by(clerk), at=IN_TIME)

    page = client.post(f"/meetings/{meeting.pk}/release/", {"read": read})

    assert "while you were reading" in page.text


def test_what_cannot_be_released_yet_says_why(clerk, committee, deputy, signed_in):
    meeting = make_meeting(clerk, committee)

    page = signed_in(deputy).get(f"/meetings/{meeting.pk}/release/")

    assert "This cannot be released yet" in page.text
    assert "I have read it" not in page.text


def test_asking_for_release(clerk, meeting, signed_in):
    signed_in(clerk).post(f"/meetings/{meeting.pk}/ask/")

    assert fresh(meeting).release_asked_by_id == clerk.pk


def test_the_preview_is_what_the_public_would_read(clerk, meeting, signed_in):
    actions.mark_exempt(items_of(meeting)[0], **GROUNDS, by=seen_by(clerk), at=EARLY)

    page = signed_in(clerk).get(f"/meetings/{meeting.pk}/preview/")

    assert "A lease" in page.text
    assert "Quillfeather" not in page.text


def test_versions_say_what_changed_and_stay_as_they_were(
    clerk, deputy, member, committee, signed_in
):
    meeting = make_published(clerk, deputy, committee, "Onne", at=EARLY)
    actions.change_item(
        items_of(meeting)[0], public_title="One", reason="Typo", by=seen_by(clerk), at=IN_TIME
    )
    publish(meeting, clerk, deputy, at=IN_TIME.replace(hour=11))
    client = signed_in(member)

    listed = client.get(f"/meetings/{meeting.pk}/versions/")

    assert "Correction, version 2" in listed.text
    assert "The title of item 1 changed." in listed.text
    assert "Onne" in client.get(f"/meetings/{meeting.pk}/versions/1/").text
    assert client.get(f"/meetings/{meeting.pk}/versions/3/").status_code == 404


def test_shorter_notice_has_its_own_button(clerk, deputy, meeting, signed_in):
    actions.call_at_shorter_notice(
        meeting, on=TOO_LATE.date(), reason="Flood", by=seen_by(clerk), at=TOO_LATE
    )
    actions.release(meeting, by=seen_by(deputy), at=TOO_LATE)

    with time_machine.travel(TOO_LATE, tick=False):
        client = signed_in(clerk)
        page = client.get(meeting.get_absolute_url())
        client.post(f"/meetings/{meeting.pk}/publish-at-shorter-notice/")

    assert "Publish at shorter notice" in page.text
    assert fresh(meeting).state == Meeting.State.PUBLISHED


def test_an_agenda_is_recalled_from_the_page(clerk, deputy, committee, signed_in):
    meeting = make_published(clerk, deputy, committee)

    client = signed_in(clerk)
    with time_machine.travel(TOO_LATE, tick=False):
        client.post(f"/meetings/{meeting.pk}/recall/", {"reason": "It named somebody"})

    assert Outgoing.objects.filter(kind="recall").count() == 1
    page = client.get(meeting.get_absolute_url()).text
    assert "Taken back" in page
    assert "Taken back" in client.get("/meetings/").text
    assert "All that is here is public" not in page


def test_a_report_is_recalled_from_the_page(clerk, deputy, author, meeting, signed_in):
    report = attach(items_of(meeting)[0], author, clerk, clerk)
    publish(meeting, clerk, deputy)

    client = signed_in(clerk)
    recall = f"/meetings/recall-report/{report.pk}/"
    item = items_of(meeting)[0]
    places = (meeting.get_absolute_url(), item.get_absolute_url(), report.get_absolute_url())
    assert all(recall in client.get(place).text for place in places)
    assert "Recall the report “Repairing the lamps”?" in client.get(recall).text

    client.post(recall, {"reason": "Wrong figures"})

    pages = [client.get(place).text for place in places]
    assert all("Taken back" in page and recall not in page for page in pages)
    assert "All that is here is public." not in pages[0]
    assert "recalled it on" in pages[2]
    assert "Wrong figures" in pages[2]
    assert not Report.objects.unrestricted(because="a test looks").get(pk=report.pk).is_published


@pytest.mark.parametrize("page", ["release", "preview", "recall"])
def test_members_release_preview_and_recall_nothing(
    clerk, deputy, member, committee, signed_in, page
):
    meeting = make_published(clerk, deputy, committee)

    assert signed_in(member).get(f"/meetings/{meeting.pk}/{page}/").status_code == 404


def test_a_partner_sees_published_papers_and_no_draft(clerk, deputy, committee, signed_in):
    partner = make_user("Partner officer", committee, "partner")
    draft = make_meeting(clerk, committee, "One")
    public = make_published(clerk, deputy, committee, "Two")
    client = signed_in(partner)

    assert client.get(draft.get_absolute_url()).status_code == 404
    assert "Two" in client.get(public.get_absolute_url()).text
