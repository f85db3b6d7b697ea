"""Calendars by the rules of RFC 5545."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from icalendar import Calendar

from tests.factories.record import WHEN, a_committee, a_meeting, changed, publish, recall


@pytest.fixture(autouse=True)
def _january():
    with time_machine.travel("2026-01-10 12:00", tick=False):
        yield


def raw(client, address="/calendar.ics"):
    response = client.get(address)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return response.content


def events(client, address="/calendar.ics"):
    return Calendar.from_ical(raw(client, address)).walk("VEVENT")


def test_a_meeting_has_its_hour_in_london_place_and_page(public, settings):
    meeting = a_meeting(date="2026-07-14")
    publish(meeting)

    event = events(public)[0]

    assert event.decoded("dtstart") == datetime(
        2026, 7, 14, 10, 30, tzinfo=ZoneInfo("Europe/London")
    )
    assert event["dtstart"].params["TZID"] == "Europe/London"
    assert str(event["location"]) == "Committee Room B, County Hall"
    assert str(event["url"]) == f"{settings.SITE_URL}/{meeting.ref}/"
    assert event["status"] == "CONFIRMED"
    for name in ("uid", "dtstamp", "summary", "sequence", "last-modified"):
        assert name in event


def test_lines_are_folded_at_75_bytes_and_end_as_they_must(public):
    publish(a_meeting(name="Überprüfung – " * 20, place="Würzburg, room; 1, " * 10))

    content = raw(public)

    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert "LOCATION:Würzburg\\, room\\; 1\\, " in unfolded


def test_the_time_zone_is_two_rules_and_no_list_of_dates(public):
    publish(a_meeting())

    content = raw(public).decode()

    assert content.count("BEGIN:VTIMEZONE") == 1
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in content.replace(
        "BYMONTH=3;BYDAY=-1SU", "BYDAY=-1SU;BYMONTH=3"
    )
    assert "RDATE" not in content
    assert content.index("BEGIN:VTIMEZONE") < content.index("BEGIN:VEVENT")


def test_a_cancelled_meeting_stays_with_the_same_id_and_a_higher_sequence(public):
    meeting = a_meeting()
    publish(meeting)
    before = events(public)[0]
    publish(changed(meeting, status="cancelled", sequence=1), at=WHEN + timedelta(days=1))

    after = events(public)[0]

    assert after["uid"] == before["uid"]
    assert (after["sequence"], after["status"]) == (1, "CANCELLED")
    assert after.decoded("dtstamp") > before.decoded("dtstamp")


def test_a_meeting_without_an_hour_takes_a_day_and_blocks_nobody(public):
    publish(a_meeting(time=""))

    event = events(public)[0]

    assert event.decoded("dtstart") == date(2026, 1, 14)
    assert event.decoded("dtend") == date(2026, 1, 15)
    assert event["transp"] == "TRANSPARENT"


def test_a_meeting_whose_day_is_not_known_is_left_out(public):
    publish(a_meeting(precision="about", date_words="about mid-January"))

    assert events(public) == []


def test_a_recalled_meeting_is_left_out(public):
    meeting = a_meeting()
    publish(meeting)
    recall(meeting.ref)

    assert events(public) == []
    assert public.get(f"/{meeting.ref}/calendar.ics").status_code == 404


def test_long_past_meetings_are_left_to_the_pages(public):
    publish(a_meeting(date="2018-01-31"))
    publish(a_meeting(date="2025-06-01"))

    assert [event.decoded("dtstart").year for event in events(public)] == [2025]


def test_each_committee_and_each_meeting_has_a_calendar(public):
    publish(a_committee())
    publish(a_committee(ref="committees/other", name="Other"))
    meeting = a_meeting()
    publish(meeting)

    assert len(events(public, "/committees/scrutiny/calendar.ics")) == 1
    assert events(public, "/committees/other/calendar.ics") == []
    assert len(events(public, f"/{meeting.ref}/calendar.ics")) == 1


def test_the_calendar_says_how_often_to_come_back(public):
    publish(a_meeting())

    content = raw(public).decode()

    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in content
    assert re.search(r"^X-PUBLISHED-TTL:PT6H\r$", content, re.MULTILINE)
    for line in ("VERSION:2.0", "METHOD:PUBLISH", "PRODID:-//Clear Days//Public meetings//EN"):
        assert f"\r\n{line}\r\n" in content
