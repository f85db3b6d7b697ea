from datetime import time

import pytest
import time_machine

from cleardays.workroom.meetings.models import Meeting
from tests.factories.accounts import make_user
from tests.factories.meetings import (
    EARLY,
    fresh,
    make_executive,
    make_meeting,
    make_published,
)

DAY = {"day_day": "17", "day_month": "3", "day_year": "2026"}


@pytest.fixture(autouse=True)
def _at_the_time():
    with time_machine.travel(EARLY, tick=False):
        yield


def all_meetings():
    return Meeting.objects.unrestricted(because="a test looks")


@pytest.mark.parametrize("time", ["10.30", "10:30", "10.30am", "10:30 AM"])
def test_a_meeting_is_called_from_the_page(clerk, committee, signed_in, time):
    typed = {"committee": committee.pk, "time": time, "place": "Town Hall", **DAY}

    response = signed_in(clerk).post("/meetings/call/", typed)

    (meeting,) = all_meetings()
    assert response.url == meeting.get_absolute_url()
    assert (str(meeting.time), meeting.place) == ("10:30:00", "Town Hall")


def test_the_button_checks_the_date_and_calls_nothing(clerk, committee, signed_in):
    typed = {"committee": committee.pk, "check": "1", **DAY}

    page = signed_in(clerk).post("/meetings/call/", typed)

    assert "must be public by Mon 9 Mar 2026: five clear days before Tue 17 Mar" in page.text
    assert "There is a problem" not in page.text
    assert not all_meetings().exists()


def test_the_fragment_says_the_same_while_typing(clerk, committee, signed_in):
    asked = {"committee": committee.pk, **DAY}

    fragment = signed_in(clerk).get("/meetings/check-date/", asked)

    assert "must be public by Mon 9 Mar 2026" in fragment.text
    assert "<html" not in fragment.text


def test_an_executive_is_told_of_twenty_eight_days(signed_in):
    cabinet = make_executive()
    officer = make_user("Officer", cabinet, "democratic-services")

    fragment = signed_in(officer).get("/meetings/check-date/", {"committee": cabinet.pk, **DAY})

    assert "28 clear days before Tue 17 Mar, weekends" in fragment.text


def test_a_day_that_is_none_is_said_at_once(clerk, committee, signed_in):
    asked = {"committee": committee.pk, **DAY, "day_day": "31", "day_month": "11"}

    assert "There is no such day" in signed_in(clerk).get("/meetings/check-date/", asked).text


@pytest.mark.parametrize("changed", [{"day_year": "202"}, {"committee": "x"}, {}])
def test_half_typed_dates_say_nothing_yet(clerk, committee, signed_in, changed):
    asked = {"committee": committee.pk, **(DAY if changed else {}), **changed}

    assert signed_in(clerk).get("/meetings/check-date/", asked).text.strip() == ""


def test_the_committees_of_others_are_not_offered(clerk, signed_in):
    make_executive()

    assert "Cabinet" not in signed_in(clerk).get("/meetings/call/").text


def test_what_does_not_fit_comes_back_beside_the_form(clerk, committee, signed_in):
    typed = {"committee": committee.pk, "precision": "month", **DAY}

    page = signed_in(clerk).post("/meetings/call/", typed)

    assert "Say in words what is known of the date" in page.text
    assert not all_meetings().exists()


def test_a_member_may_not_call_a_meeting(member, signed_in):
    assert signed_in(member).get("/meetings/call/").status_code == 404


def test_the_list_shows_each_what_they_may_see(clerk, deputy, member, committee, signed_in):
    make_meeting(clerk, committee, place="Secret hall")
    make_published(clerk, deputy, committee, place="Town Hall")

    page = signed_in(member).get("/meetings/")

    assert "Town Hall" in page.text
    assert "Secret hall" not in page.text


def test_the_page_of_a_committee_lists_its_meetings_and_says_what_it_is(
    clerk, committee, signed_in
):
    make_meeting(clerk, committee, place="Town Hall")

    page = signed_in(clerk).get(f"/committees/{committee.pk}/")

    assert "Overview and scrutiny committee" in page.text
    assert "Town Hall" in page.text


def test_a_meeting_is_changed_from_the_page(clerk, committee, signed_in):
    meeting = make_meeting(clerk, committee)
    typed = {**DAY, "time": "14:00", "place": "Library"}

    signed_in(clerk).post(f"/meetings/{meeting.pk}/change/", typed)

    assert (str(fresh(meeting).time), fresh(meeting).place) == ("14:00:00", "Library")


def test_a_public_meeting_asks_why_it_changes(clerk, deputy, committee, signed_in):
    meeting = make_published(clerk, deputy, committee)
    typed = {**DAY, "place": "Library"}

    page = signed_in(clerk).post(f"/meetings/{meeting.pk}/change/", typed)

    assert "say why it changes" in page.text


def test_a_meeting_is_cancelled_from_the_page(clerk, committee, signed_in):
    meeting = make_meeting(clerk, committee)

    signed_in(clerk).post(f"/meetings/{meeting.pk}/cancel/", {"reason": "Snow"})

    assert fresh(meeting).state == Meeting.State.CANCELLED


def test_the_day_of_calling_is_set_from_the_page(clerk, committee, signed_in):
    meeting = make_meeting(clerk, committee)
    typed = {"on_day": "2", "on_month": "3", "on_year": "2026", "reason": "Flood"}

    signed_in(clerk).post(f"/meetings/{meeting.pk}/shorter-notice/", typed)

    assert str(fresh(meeting).convened_on) == "2026-03-02"


@pytest.mark.parametrize("page", ["change", "cancel", "shorter-notice"])
def test_a_member_may_change_nothing(clerk, deputy, member, committee, signed_in, page):
    meeting = make_published(clerk, deputy, committee)

    assert signed_in(member).get(f"/meetings/{meeting.pk}/{page}/").status_code == 404


def test_an_officer_of_another_committee_may_change_nothing(clerk, deputy, committee, signed_in):
    cabinet = make_executive()
    officer = make_user("Officer", cabinet, "democratic-services")
    meeting = make_published(clerk, deputy, committee)

    assert signed_in(officer).get(f"/meetings/{meeting.pk}/change/").status_code == 404


def test_a_time_is_said_as_people_say_it(clerk, committee, signed_in):
    meeting = make_meeting(clerk, committee, time=time(14, 0))

    pages = [
        signed_in(clerk).get(f"/meetings/{meeting.pk}/{page}").text for page in ("", "preview/")
    ]

    assert "2pm, Lampton House" in pages[0]
    assert "at 2pm, Lampton House" in pages[1]
