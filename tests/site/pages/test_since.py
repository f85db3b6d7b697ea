"""Since a committee last met: plans, asks and answers, what is due."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from cleardays.record.linking import Stated
from cleardays.record.schemas.common import Link
from tests.factories.record import (
    PLAN,
    a_committee,
    a_meeting,
    a_plan,
    an_action,
    an_ask,
    changed,
    publish,
)
from tests.site.words import text

ADDRESS = "/committees/scrutiny/since/"
BEFORE = datetime(2026, 1, 5, 9, tzinfo=UTC)
AFTER = datetime(2026, 1, 20, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _met(monkeypatch):
    monkeypatch.setattr("cleardays.site.pages.since.localdate", _today)
    publish(a_committee())
    publish(a_meeting(date="2026-01-14"))
    publish(a_meeting(date="2026-01-29", status="cancelled"))
    publish(a_meeting(date="2026-03-12"))


def _today(moment=None):
    return moment.date() if moment else date(2026, 2, 2)


def test_the_page_names_the_meetings_it_lies_between(public):
    words = text(public.get(ADDRESS))

    assert "From the meeting of 14 January 2026 to that of 12 March 2026." in words


def test_a_version_published_since_is_compared_with_what_members_saw(public):
    publish(a_plan(), at=BEFORE)
    publish(a_plan(actions=(an_action(lead="Interim"),)), at=AFTER)
    publish(a_plan(actions=(an_action(lead="Director"),)), at=AFTER)

    page = public.get(ADDRESS)

    assert "A1, Hire assessors: lead Head of inclusion became Director" in text(page)
    assert f"/{PLAN.ref}/changes/1-3/" in page.content.decode()


def test_a_plan_that_did_not_change_says_so(public):
    publish(a_plan(), at=BEFORE)

    assert "No newer version of it was published since." in text(public.get(ADDRESS))


def test_what_was_entered_here_later_counts_from_when_it_was_public(public):
    publish(a_plan(), at=AFTER, stated=Stated(date(2025, 12, 1), "The council's old site"))
    publish(a_plan(actions=()), at=AFTER)

    assert "Dropped A1: Hire assessors" in text(public.get(ADDRESS))


def test_plans_of_another_council_are_none_of_its_business(public):
    publish(a_plan(council="Another Council", title="Their plan"))

    assert "Their plan" not in text(public.get(ADDRESS))


def test_a_plan_that_other_committees_follow_is_not_listed(public):
    publish(a_plan(title="Its own", followed_by=(Link("committees/scrutiny", "Scrutiny"),)))
    publish(a_plan(ref="plans/other", followed_by=(Link("committees/scrutiny-2", "Another"),)))
    publish(a_plan(ref="plans/all", title="Of everybody"))

    words = text(public.get(ADDRESS))

    assert "Its own" in words
    assert "Of everybody" in words
    assert words.count("No newer version") == 2


def test_what_is_promised_until_it_meets_again_is_listed_until_it_is_kept(public):
    due = an_action(started="2025-10-01", finish="2026-03-01")
    kept = changed(due, ref="A2", title="Kept already", finished="2026-01-30")
    later = changed(due, ref="A3", title="For later", finish="2026-06-01")
    publish(a_plan(actions=(due, kept, later)))

    words = text(public.get(ADDRESS))

    assert "A1: Hire assessors Finish 1 March 2026" in words
    assert "Kept already" not in words
    assert "For later" not in words


def test_the_page_is_summed_up_at_its_top(public):
    publish(a_plan(), at=BEFORE)
    due = an_action(started="2025-10-01", finish="2026-02-01")
    old = changed(due, ref="A2", finish="2026-01-02")
    publish(a_plan(actions=(due, old)), at=AFTER)
    publish(an_ask(due="2026-01-20"))

    words = text(public.get(ADDRESS))

    assert "1 of 1 plan changed." in words
    assert "1 thing that you asked for not answered, 1 of them overdue; 0 answers" in words
    assert "1 promise due and not yet kept, 1 of them overdue; 1 more from before" in words
    assert "Finish 1 February 2026 Overdue" in words
    assert "1 promise still not kept" in words


def test_without_a_meeting_to_come_the_next_quarter_is_looked_at(public, monkeypatch):
    monkeypatch.setattr("cleardays.site.pages.since.localdate", lambda *_: date(2026, 4, 1))
    soon = an_action(started="2025-10-01", finish="2026-07-01")
    later = changed(soon, ref="A2", title="For later", finish="2026-07-02")
    publish(a_plan(actions=(soon, later)))

    words = text(public.get(ADDRESS))

    assert "this is what the plans promise up to 1 July 2026" in words
    assert "Finish 1 July 2026" in words
    assert "For later" not in words


def test_what_was_asked_and_what_came_back(public):
    publish(an_ask(title="Still waiting"))
    answered = {"state": "answered", "state_name": "Answered", "answered_on": "2026-01-20"}
    publish(an_ask(title="Came back", **answered))
    settled = {"state": "accepted", "state_name": "Accepted", "answered_on": "2025-12-01"}
    publish(an_ask(title="Long settled", **settled))

    words = text(public.get(ADDRESS))

    assert words.index("Came back") < words.index("Still waiting")
    assert "Long settled" not in words


def test_the_queries_do_not_grow_with_the_plans(public):
    def queries(number):
        for n in range(number):
            publish(a_plan(ref=f"plans/p{n}"), at=BEFORE)
            publish(a_plan(ref=f"plans/p{n}", actions=()), at=AFTER)
        with CaptureQueriesContext(connections["record"]) as captured:
            assert public.get(ADDRESS).status_code == 200
        return len(captured)

    assert queries(1) == queries(4) <= 11


def test_a_committee_without_meetings_has_the_page_as_well(public):
    publish(a_committee(ref="committees/new", name="New committee"))

    words = text(public.get("/committees/new/since/"))

    assert "No earlier meeting is on record. No meeting to come is announced." in words


def test_committee_and_meeting_link_to_it(public):
    for address in ("/committees/scrutiny/", f"/{a_published_meeting().ref}/"):
        assert ADDRESS in public.get(address).content.decode()


def a_published_meeting():
    meeting = a_meeting()
    publish(meeting)
    return meeting


def test_a_plan_that_is_new_since_it_met_says_so(public):
    publish(a_plan(), at=AFTER)

    assert "published for the first time since you met" in text(public.get(ADDRESS))


def test_a_meeting_whose_day_is_not_known_is_not_given_one(public):
    publish(a_committee(ref="committees/old", name="Old committee"))
    old = Link("committees/old", "Old committee")
    publish(
        a_meeting(
            ref="meetings/old/2025/1",
            committee_link=old,
            date="2025-08-15",
            precision="about",
            date_words="Between June and October 2025",
        )
    )

    words = text(public.get("/committees/old/since/"))

    assert "From the meeting held between June and October 2025" in words


def test_the_page_says_as_at_when_and_of_which_versions(public):
    publish(a_plan(), at=BEFORE)

    words = text(public.get(ADDRESS))

    assert (
        f"As at 2 February 2026, worked out from what is public {PLAN.title}, version 1" in words
    )


def test_the_page_is_a_table_too(public):
    publish(a_plan(), at=BEFORE)
    publish(a_plan(actions=(an_action(lead="Director"),)), at=AFTER)
    publish(an_ask())

    table = public.get("/committees/scrutiny/since.csv").content.decode("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(table)))
    assert {"Changed", "Still open"} <= {row["kind"] for row in rows}
    assert "<" not in table
    assert public.get("/committees/scrutiny/since.json").json() == rows
