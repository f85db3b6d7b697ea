"""A meeting's page and its notice certificate."""

import dataclasses
import json
import re
from datetime import UTC, date, datetime, timedelta

from django.db import connections
from django.test.utils import CaptureQueriesContext

from cleardays.record.linking import Stated
from cleardays.record.schemas.common import Link
from tests.factories.record import (
    WHEN,
    a_file,
    a_meeting,
    a_report,
    an_issue,
    an_item,
    changed,
    publish,
    recall,
)
from tests.site.words import text


def linked_data(response):
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', response.content.decode()
    )
    return json.loads(found[1])


def test_the_page_shows_when_where_and_every_item(public, council):
    words = text(public.get(f"/{council.meeting.ref}/"))

    assert "Wednesday 14 January 2026 at 10:30am, Committee Room B, County Hall" in words
    for title in ("Apologies for absence", "The inspection", "A contract for transport"):
        assert title in words


def test_an_open_item_links_its_report_and_file(public, council):
    page = public.get(f"/{council.meeting.ref}/").content.decode()

    assert f'href="/{council.report.ref}/"' in page
    assert f"/files/{council.report.files[0].sha256}/report.pdf" in page
    assert "4 pages" in page


def test_an_exempt_item_says_in_plain_words_why(public, council):
    words = text(public.get(f"/{council.meeting.ref}/"))

    assert "Not public" in words
    assert "financial or business affairs" in words
    assert "(paragraph 3)" in words
    assert "Why are some items not public?" in words


def test_a_confidential_item_is_not_called_exempt(public):
    meeting = a_meeting(items=(an_item("1", "A letter", is_confidential=True),))
    publish(meeting)

    words = text(public.get(f"/{meeting.ref}/"))

    assert "Confidential information" in words
    assert "Exempt:" not in words


def test_a_late_item_says_when_it_came_and_why(public):
    late = an_item(
        "2",
        "Flood",
        added_in=2,
        urgency_reason="The river rose on Sunday",
        urgency_chair="the chair",
    )
    later = an_issue(2, "supplement", "Supplementary agenda", WHEN + timedelta(days=6))
    meeting = a_meeting(items=(an_item(), late), issues=(an_issue(), later))
    publish(meeting)

    words = text(public.get(f"/{meeting.ref}/"))

    assert "with the supplementary agenda of 11 January 2026" in words
    assert "Taken as urgent by decision of the chair: The river rose" in words


def test_a_report_that_was_taken_back_is_not_linked_as_if_it_were_there(public):
    report = Link("reports/flood", "Flood")
    gone = an_item("2", "Flood", report=report, papers_added_in=1, is_taken_back=True)
    meeting = a_meeting(items=(gone,))
    publish(meeting)

    page = public.get(f"/{meeting.ref}/")

    assert "The report for this item was taken back. When, and why" in text(page)
    assert page.text.count('href="/reports/flood/"') == 1
    certificate = text(public.get(f"/{meeting.ref}/notice/"))
    assert "The report was taken back since. When, and why" in certificate


def test_a_paper_to_follow_and_an_outcome_are_said(public):
    items = (an_item("1", "Plan", to_follow=True), an_item("2", "Minutes", outcome="Agreed."))
    meeting = a_meeting(items=items)
    publish(meeting)

    words = text(public.get(f"/{meeting.ref}/"))

    assert "To follow The report is not ready yet." in words
    assert "Outcome Agreed." in words


def test_a_date_that_is_not_known_is_never_made_exact(public):
    meeting = a_meeting(
        date="2018-06-01",
        time="",
        precision="month",
        date_words="June or July 2018",
        date_note="Two papers say different things.",
    )
    publish(meeting)

    page = public.get(f"/{meeting.ref}/")

    assert "June or July 2018" in text(page)
    assert "The day of this meeting is not known exactly." in text(page)
    assert "Two papers say different things." in text(page)
    assert "1 June 2018" not in page.content.decode()
    assert "startDate" not in linked_data(page)
    assert public.get(f"/{meeting.ref}/calendar.ics").status_code == 404


def test_cancelled_and_invented_are_marked(public):
    meeting = a_meeting(status="cancelled", is_invented=True)
    publish(meeting)

    page = public.get(f"/{meeting.ref}/")

    assert "This meeting is cancelled" in text(page)
    assert "Invented for this demonstration" in text(page)
    assert linked_data(page)["eventStatus"] == "https://schema.org/EventCancelled"


def test_machines_read_an_event_with_its_place_and_offset(public):
    meeting = a_meeting(date="2026-07-14")
    publish(meeting)

    data = linked_data(public.get(f"/{meeting.ref}/"))

    assert (data["@type"], data["startDate"]) == ("Event", "2026-07-14T10:30:00+01:00")
    assert data["location"]["name"] == "Committee Room B, County Hall"
    assert data["organizer"]["@type"] == "GovernmentOrganization"


def test_no_title_can_end_the_script_of_the_linked_data(public):
    meeting = a_meeting(name="</script><script>alert(1)</script>")
    publish(meeting)

    page = public.get(f"/{meeting.ref}/")

    assert "<script>alert" not in page.content.decode()
    assert linked_data(page)["name"] == meeting.name


def test_only_addresses_of_the_web_become_links_to_sources(public):
    meeting = a_meeting(sources=("https://council.example/a?b=1", "javascript:alert(1)"))
    publish(meeting)

    page = public.get(f"/{meeting.ref}/").content.decode()

    assert '<a href="https://council.example/a?b=1" rel="nofollow noopener">' in page
    assert 'href="javascript' not in page


def test_the_page_takes_as_many_queries_with_25_items_as_with_5(public):
    def queries(number):
        report = a_report()
        items = tuple(
            an_item(str(n), f"Item {n}", report=Link(report.ref, "R"), files=(a_file(str(n)),))
            for n in range(number)
        )
        meeting = a_meeting(items=items)
        publish(meeting)
        with CaptureQueriesContext(connections["record"]) as captured:
            assert public.get(f"/{meeting.ref}/").status_code == 200
        return len(captured)

    assert queries(5) == queries(25) <= 3


def test_a_recalled_meeting_leaves_a_tombstone_with_its_reason(public, council):
    recall(council.meeting.ref, "It named a child")

    page = public.get(f"/{council.meeting.ref}/")

    assert page.status_code == 410
    assert "It named a child" in text(page)
    assert "A contract for transport" not in page.content.decode()
    assert public.get(f"/{council.meeting.ref}/notice/").status_code == 404


def test_the_certificate_counts_from_the_clock_of_the_record(public):
    meeting = a_meeting(issues=(an_issue(at=datetime(2025, 12, 1, 9, tzinfo=UTC)),))
    publish(meeting, at=datetime(2026, 1, 9, 9, tzinfo=UTC))

    words = text(public.get(f"/{meeting.ref}/notice/"))

    assert "Not met" in words
    assert "public from Fri 9 Jan 2026" in words
    assert "Public from 9 January 2026 at 9am" in words


def test_the_certificate_names_deadline_papers_and_entries(public, council):
    page = public.get(f"/{council.meeting.ref}/notice/")

    words = text(page)
    assert "The agenda must be public by Tue 6 Jan 2026" in words
    assert "Met" in words
    assert "Item 2: The inspection" in words
    assert "A contract for transport" not in words
    assert '<a href="/record/3/">entry 3 of the record</a>' in page.content.decode()


def test_each_paper_is_judged_by_the_issue_that_brought_it(public):
    first = a_meeting()
    publish(first)
    report = a_report()
    late = an_item("2", "Late paper", report=Link(report.ref, "R"), added_in=2, papers_added_in=2)
    later = datetime(2026, 1, 12, 9, tzinfo=UTC)
    second = changed(
        first,
        items=(*first.items, late),
        issues=(*first.issues, an_issue(2, "supplement", "Supplementary agenda", later)),
    )
    publish(second, at=later)

    page = public.get(f"/{first.ref}/notice/")

    assert "1 of 2 papers were public too late." in text(page)
    assert "The chair has not said that this late item is urgent" in text(page)
    assert '<a href="/record/2/">entry 2 of the record</a>' in page.content.decode()


def test_a_paper_to_follow_is_not_worded_as_one_kept_back(public):
    meeting = a_meeting(items=(an_item(), an_item("2", "Plan", to_follow=True)))
    publish(meeting)

    certificate = text(public.get(f"/{meeting.ref}/notice/"))
    page = text(public.get(f"/{meeting.ref}/"))

    assert "Papers to follow" in certificate
    assert "To follow The report is not ready yet. Item 2 must be public by" in certificate
    assert "Not public" not in certificate
    assert "Agenda in time; papers to follow" in page


def test_a_corrected_report_is_proved_by_the_entry_that_has_it(public):
    report = a_report()
    item = an_item("2", "Lamps", report=Link(report.ref, "R"), papers_added_in=1)
    first = a_meeting(items=(dataclasses.replace(item, report_version=1),))
    publish(report)
    publish(first)
    publish(changed(report, background="<p>Ten lamps.</p>"))
    told = an_issue(2, "correction", "Correction", WHEN, note="The report was corrected.")
    publish(
        changed(
            first,
            items=(dataclasses.replace(item, report_version=2),),
            issues=(*first.issues, told),
        )
    )

    page = public.get(f"/{first.ref}/notice/")

    assert "Proved by entry 2 of the record" in text(page)
    assert "the version that stands there now is proved by entry 3 of the record" in text(page)
    assert "Correction: The report was corrected. Public from" in text(page)


def test_what_was_entered_later_is_not_called_proved(public):
    issue = an_issue(stated_on="2018-01-22", stated_source="The council's old site")
    meeting = a_meeting(date="2018-01-31", issues=(issue,))
    publish(meeting, stated=Stated(date(2018, 1, 22), "The council's old site"))

    words = text(public.get(f"/{meeting.ref}/notice/"))
    page = text(public.get(f"/{meeting.ref}/"))

    assert "Not proved here" in words
    assert "The council's old site" in words
    assert "Entered here entry 1" in words
    assert "Stated as published 22 January 2018; entered here 5 January 2026" in page


def test_a_body_that_the_law_does_not_bind_is_not_judged(public):
    meeting = a_meeting(is_bound_by_part_va=False)
    publish(meeting)

    words = text(public.get(f"/{meeting.ref}/notice/"))

    assert "not bound by Part VA" in words
    assert "Public from 5 January 2026 at 9am" in words


def test_a_meeting_whose_day_is_not_known_is_not_judged(public):
    meeting = a_meeting(precision="about", date_words="about 10 June 2018")
    publish(meeting)

    assert "its notice cannot be counted" in text(public.get(f"/{meeting.ref}/notice/"))


def test_what_happened_to_later_versions_does_not_move_the_first_publication(public):
    meeting = a_meeting()
    publish(meeting)
    late = datetime(2026, 2, 1, tzinfo=UTC)
    outcome = dataclasses.replace(meeting.items[0], outcome="Noted.")
    publish(changed(meeting, items=(outcome,)), at=late)

    words = text(public.get(f"/{meeting.ref}/"))

    assert "public from Mon 5 Jan 2026" in words
