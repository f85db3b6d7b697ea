import pytest
import time_machine

from cleardays.workroom.documents.models import Upload
from cleardays.workroom.meetings import actions
from tests.factories.documents import make_upload
from tests.factories.meetings import (
    AFTER,
    EARLY,
    IN_TIME,
    TOO_LATE,
    attach,
    items_of,
    make_meeting,
    make_published,
    seen_by,
)
from tests.factories.reports import make_cleared_report


@pytest.fixture(autouse=True)
def _at_the_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


@pytest.fixture
def meeting(clerk, committee):
    return make_meeting(clerk, committee, "One", "Two")


@pytest.fixture
def client(clerk, signed_in):
    return signed_in(clerk)


def titles(meeting):
    return [item.public_title for item in items_of(meeting)]


def test_an_item_is_added_by_a_plain_post(client, meeting):
    client.post(f"/meetings/{meeting.pk}/items/add/", {"title": "Three"})

    assert titles(meeting) == ["One", "Two", "Three"]


def test_an_item_without_a_title_comes_back_with_the_reason(client, meeting):
    page = client.post(f"/meetings/{meeting.pk}/items/add/", {"title": ""})

    assert "There is a problem" in page.text


def test_an_item_is_moved_by_a_plain_post(client, meeting):
    client.post(f"/items/{items_of(meeting)[1].pk}/move/", {"to": "1"})

    assert titles(meeting) == ["Two", "One"]


def test_a_move_that_is_refused_says_why_on_the_next_page(client, clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One", "Two")

    page = client.post(f"/items/{items_of(meeting)[1].pk}/move/", {"to": "1"}, follow=True)

    assert "keeps its number" in page.text


def test_an_item_is_taken_off(client, meeting):
    client.post(f"/items/{items_of(meeting)[0].pk}/remove/")

    assert titles(meeting) == ["Two"]


def test_an_item_is_changed(client, meeting):
    typed = {"public_title": "Won", "to_follow": "on"}

    client.post(f"/items/{items_of(meeting)[0].pk}/change/", typed)

    item = items_of(meeting)[0]
    assert (item.public_title, item.to_follow) == ("Won", True)


def test_a_report_is_put_on_an_item_and_taken_off(client, meeting, author, clerk, committee):
    report = make_cleared_report(author, clerk, committee)
    item = items_of(meeting)[0]

    client.post(f"/items/{item.pk}/report/", {"report": report.pk})
    assert items_of(meeting)[0].report_id == report.pk

    client.post(f"/items/{item.pk}/report/remove/")
    assert items_of(meeting)[0].report_id is None


@pytest.mark.parametrize("on_a_new_item", [True, False])
def test_a_report_dropped_on_a_meeting_finds_its_item(
    client, meeting, author, clerk, committee, on_a_new_item
):
    report = make_cleared_report(author, clerk, committee)
    item = 0 if on_a_new_item else items_of(meeting)[1].pk

    client.post(f"/meetings/{meeting.pk}/reports/add/?report={report.pk}", {"item": item})

    holder = next(one for one in items_of(meeting) if one.report_id == report.pk)
    assert holder.public_title == ("Repairing the lamps" if on_a_new_item else "Two")


def test_a_report_on_an_agenda_is_not_told_to_go_on_one(client, meeting, author, clerk, committee):
    report = make_cleared_report(author, clerk, committee)
    given = make_upload(clerk, meeting_id=meeting.pk)
    Upload.objects.unrestricted(because="as if made of it").filter(pk=given.pk).update(
        state="used", report_id=report.pk
    )
    place = f"/meetings/{meeting.pk}/reports/add/?report={report.pk}"
    page = report.get_absolute_url()
    assert place in client.get(page).text

    client.post(place, {"item": 0})
    assert place not in client.get(page).text

    client.post(f"/items/{items_of(meeting)[2].pk}/report/remove/")
    assert place in client.get(page).text


def test_a_report_that_is_not_there_leads_back_to_the_meeting(client, meeting):
    response = client.get(f"/meetings/{meeting.pk}/reports/add/?report=none")

    assert response.url == meeting.get_absolute_url()


def test_a_late_item_is_added_with_the_chairs_reasons(client, clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")
    typed = {"title": "Fire", "chair": "Chair", "special_circumstances": "A fire"}

    with time_machine.travel(TOO_LATE, tick=False):
        client.post(f"/meetings/{meeting.pk}/items/late/", typed)

    assert items_of(meeting)[1].urgency_reason == "A fire"


def test_urgency_and_outcome_are_recorded(client, clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")
    (item,) = items_of(meeting)

    with time_machine.travel(TOO_LATE, tick=False):
        said = {"chair": "Chair", "special_circumstances": "A fire"}
        client.post(f"/items/{item.pk}/urgent/", said)
    with time_machine.travel(AFTER, tick=False):
        client.post(f"/items/{item.pk}/outcome/", {"outcome": "Noted"})

    (item,) = items_of(meeting)
    assert (item.urgency_chair, item.outcome) == ("Chair", "Noted")


def test_an_outcome_is_offered_from_the_day_of_the_meeting(client, clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")
    outcome = f"/items/{items_of(meeting)[0].pk}/outcome/"

    before = client.get(meeting.get_absolute_url()).text
    with time_machine.travel(AFTER, tick=False):
        after = client.get(meeting.get_absolute_url()).text

    assert outcome not in before
    assert outcome in after


def test_the_page_of_an_item_shows_its_report(client, meeting, author, clerk):
    attach(items_of(meeting)[0], author, clerk, clerk)

    page = client.get(items_of(meeting)[0].get_absolute_url())

    assert "Nine lamps are dark." in page.text


def test_a_member_is_led_from_an_item_to_the_published_agenda(
    clerk, deputy, member, committee, signed_in
):
    meeting = make_published(clerk, deputy, committee, "One")

    response = signed_in(member).get(items_of(meeting)[0].get_absolute_url())

    assert response.url == f"{meeting.get_absolute_url()}#item-1"


@pytest.mark.parametrize("page", ["change", "urgent", "outcome", "report"])
def test_a_member_may_change_no_item(clerk, deputy, member, committee, signed_in, page):
    (item,) = items_of(make_published(clerk, deputy, committee, "One"))

    assert signed_in(member).get(f"/items/{item.pk}/{page}/").status_code == 404


def test_an_author_who_sees_a_draft_may_not_change_it(author, meeting, signed_in):
    client = signed_in(author)

    response = client.post(f"/items/{items_of(meeting)[0].pk}/remove/")

    assert response.status_code == 404
    assert titles(meeting) == ["One", "Two"]


def test_an_item_added_later_is_not_found_by_a_member(clerk, deputy, member, committee, signed_in):
    meeting = make_published(clerk, deputy, committee, "One")
    item = actions.add_item(meeting, "Two", by=seen_by(clerk), at=EARLY)

    assert signed_in(member).get(item.get_absolute_url()).status_code == 404
