"""The front page, the calendar, the committees."""

from datetime import date

import pytest
import time_machine
from django.db import connections
from django.test.utils import CaptureQueriesContext

from cleardays.record.linking import Stated
from cleardays.record.schemas.common import Link
from tests.factories.record import (
    a_committee,
    a_meeting,
    a_plan,
    a_report,
    an_inspection,
    publish,
    recall,
)
from tests.site.words import text


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel("2026-01-12 12:00", tick=False):
        yield


def test_wednesdays_papers_are_two_taps_from_the_front(public, council):
    front = public.get("/").content.decode()
    assert f'href="/{council.meeting.ref}/"' in front

    meeting = public.get(f"/{council.meeting.ref}/").content.decode()
    assert f'href="/{council.report.ref}/"' in meeting
    assert f"/files/{council.report.files[0].sha256}/" in meeting


def test_the_front_page_shows_next_meetings_in_their_order(public):
    publish(a_committee())
    for day in ("2026-03-01", "2026-01-20", "2026-01-11"):
        publish(a_meeting(date=day, name=f"Meeting of {day}"))

    words = text(public.get("/"))

    upcoming = words[words.index("Next meetings") : words.index("Newly published")]
    assert upcoming.index("2026-01-20") < upcoming.index("2026-03-01")
    assert "2026-01-11" not in upcoming


def test_without_a_next_meeting_the_last_ones_are_shown(public):
    publish(a_meeting(date="2018-01-31", name="Long ago"))

    words = text(public.get("/"))

    assert "No meeting is announced at the moment." in words
    assert "Last meetings" in words


def test_an_empty_record_has_a_front_page(public):
    assert public.get("/").status_code == 200


def test_what_was_entered_later_is_said_among_the_newest(public):
    publish(a_report(), stated=Stated(date(2018, 1, 22), "The old site"))

    words = text(public.get("/"))

    assert "Stated as published 22 January 2018, entered here 5 January 2026" in words


def test_what_is_recalled_is_in_no_list(public, council):
    recall(council.report.ref)
    recall(council.meeting.ref)

    for address in ("/", "/calendar/2026/1/", "/committees/scrutiny/", "/sitemap-1.xml"):
        page = public.get(address).content.decode()
        assert council.report.ref not in page
        assert council.meeting.ref not in page


def test_a_month_shows_its_meetings_and_those_without_a_day_apart(public):
    publish(a_meeting(name="Known"))
    publish(a_meeting(name="Vague", precision="about", date_words="about mid-January"))

    page = public.get("/calendar/2026/1/")
    words = text(page)

    assert words.index("Known") < words.index("Day not known exactly") < words.index("Vague")
    assert "about mid-January" in words
    assert words.count("14 January 2026") == 1


def test_only_months_with_meetings_are_linked(public):
    for day in ("2025-03-05", "2026-01-14", "2027-09-01"):
        publish(a_meeting(date=day))

    page = public.get("/calendar/2026/1/").content.decode()

    assert 'href="/calendar/2025/3/"' in page
    assert 'href="/calendar/2027/9/"' in page


def test_the_calendar_of_a_month_without_meetings_lists_the_next_ones(public, monkeypatch):
    monkeypatch.setattr("cleardays.site.pages.calendar.localdate", lambda: date(2026, 2, 2))
    publish(a_meeting(date="2026-01-14", name="Held already"))

    assert "Last meetings" in text(public.get("/calendar/"))
    publish(a_meeting(date="2026-03-12", name="Comes next"))
    words = text(public.get("/calendar/"))

    assert words.index("No meetings in this month") < words.index("Comes next")
    assert "Held already" not in words


@pytest.mark.parametrize(
    "address", ["/calendar/2026/13/", "/calendar/2026/0/", "/calendar/9999/1/"]
)
def test_a_month_that_is_none_is_not_found(public, address):
    assert public.get(address).status_code == 404


def test_committees_that_have_ended_are_listed_apart(public):
    publish(a_committee(ref="committees/a", name="Active"))
    publish(a_committee(ref="committees/b", name="Former", valid_until="2020-03-31"))

    words = text(public.get("/committees/"))

    assert words.index("Active") < words.index("No longer meeting") < words.index("Former")


def test_a_committee_shows_its_kin(public):
    publish(
        a_committee(
            successor=Link("committees/new", "The new one"),
            predecessors=(Link("committees/old", "The old one"),),
            is_bound_by_part_va=False,
        )
    )

    words = text(public.get("/committees/scrutiny/"))

    assert "Its work went on in The new one." in words
    assert "It took over from The old one." in words
    assert "does not bind this body" in words


def test_all_meetings_of_a_committee_are_paged(public, monkeypatch):
    monkeypatch.setattr("cleardays.site.pages.committees.MEETINGS_A_PAGE", 2)
    publish(a_committee())
    for day in range(1, 6):
        publish(a_meeting(date=f"2025-01-0{day}"))

    assert "Page 1 of 3" in text(public.get("/committees/scrutiny/meetings/"))
    assert "1 January 2025" in text(public.get("/committees/scrutiny/meetings/?page=3"))


@pytest.mark.parametrize("address", ["/", "/calendar/2026/1/", "/committees/scrutiny/"])
def test_lists_take_as_many_queries_for_25_as_for_5(public, address):
    def queries():
        with CaptureQueriesContext(connections["record"]) as captured:
            assert public.get(address).status_code == 200
        return len(captured)

    publish(a_committee())
    for _ in range(5):
        publish(a_meeting())
    few = queries()
    for _ in range(20):
        publish(a_meeting())

    assert queries() == few


def test_the_front_page_names_the_newest_inspections_and_their_outcome(public):
    publish(an_inspection())

    words = text(public.get("/"))

    found = words[words.index("What inspectors found") :]
    assert "Inspection of the borough Widespread failings" in found


def test_a_new_plan_is_among_what_was_published_last(public):
    publish(a_plan())

    words = text(public.get("/"))

    assert "Plan: Plan of the borough" in words[words.index("Newly published") :]
