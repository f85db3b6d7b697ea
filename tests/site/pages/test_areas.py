"""An area: promised, done, late, measured, different for families."""

from datetime import date

import pytest

from cleardays.record.schemas.plan import DateChangeDocument, TargetDocument, VoiceDocument
from tests.factories.record import (
    INSPECTION,
    MEASURE,
    a_measure,
    a_plan,
    an_action,
    an_inspection,
    publish,
    recall,
)
from tests.site.words import text

ADDRESS = f"/{INSPECTION.ref}/areas/1/"


@pytest.fixture(autouse=True)
def _published(monkeypatch):
    monkeypatch.setattr("cleardays.site.pages.areas.localdate", lambda: date(2026, 3, 2))
    publish(an_inspection())


def test_only_actions_that_name_the_area_are_promised_for_it(public):
    other = an_action("A2", "Paint the doors", areas=(f"{INSPECTION.ref}#12",))
    publish(a_plan(actions=(an_action(), other)))

    words = text(public.get(ADDRESS))

    assert "A1: Hire assessors" in words
    assert "Paint the doors" not in words


def test_lateness_is_counted_from_the_first_date_and_the_current_one(public):
    moved = DateChangeDocument("finish", "2026-01-31", "2026-02-28", "2026-01-20", "Lead", "Ill")
    late = an_action(started="2025-10-01", finish="2026-02-28", changes=(moved,))
    publish(a_plan(actions=(late,)))

    words = text(public.get(ADDRESS))

    assert (
        "In progress, late 30 days late by the date agreed first, 2 days by the current" in words
    )
    assert "On 2 March 2026, the one action promised is in progress, late." in words


def test_nothing_is_said_to_be_on_time_that_has_no_date_or_only_stands_in(public):
    stand_in = an_action(ref="A2", is_placeholder=True, started="2025-10-01")
    publish(a_plan(actions=(stand_in,)))
    assert "not entered here action by action" in text(public.get(ADDRESS))

    publish(a_plan(actions=(an_action(started="2025-10-01", finish="", first_finish=""),)))
    words = text(public.get(ADDRESS))

    assert "the one action promised is in progress. No date is set for finishing it." in words
    assert "Borough Council In progress No date" in words


def test_the_actions_of_a_plan_that_ended_are_judged_as_at_its_own_day(public):
    publish(a_plan(state="superseded", actions=(an_action(started="2025-10-01"),)))

    words = text(public.get(ADDRESS))

    assert "worked out from their dates as at 5 January 2026" in words
    assert "In progress, on time" in words
    assert "the one action" not in words


def test_measures_of_the_actions_are_drawn_with_their_table(public):
    publish(a_measure())
    publish(a_plan(actions=(an_action(measures=(MEASURE,)),)))

    page = public.get(ADDRESS)

    assert '<figure class="cd-chart"' in page.content.decode()
    assert "December 2024 50" in text(page)


def test_the_four_axes_are_said_apart(public):
    target = TargetDocument(MEASURE, 40.0, "2024-06-30", 90.0, "2026-12-31")
    done = an_action(
        measures=(MEASURE,), started="2025-10-01", finished="2025-12-01", evidence_axis="claimed"
    )
    publish(a_measure())
    publish(a_plan(actions=(done,), targets=(target,)))

    words = text(public.get(ADDRESS))

    assert "is it being done? On 2 March 2026, the one action promised is finished on" in words
    assert "anything to show? Of 1 finished: 1 claimed, nothing to show." in words
    assert "has anything changed? Moved towards the target, by the one measure" in words
    assert "40% on 30 June 2024 90% by 31 December 2026 60% in January 2025" in words


def test_a_measure_of_the_area_is_shown_though_no_action_names_it(public):
    publish(a_measure(areas=(f"{INSPECTION.ref}#1",)))

    words = text(public.get(ADDRESS))

    assert "Plans made in time None None 60% in January 2025 No baseline" in words


def test_a_recalled_measure_is_not_drawn(public):
    publish(a_measure(areas=(f"{INSPECTION.ref}#1",)))
    publish(a_plan(actions=(an_action(measures=(MEASURE,)),)))
    recall(MEASURE)

    assert "cd-chart" not in public.get(ADDRESS).content.decode()


def test_families_are_heard(public):
    area = f"{INSPECTION.ref}#1"
    heard = VoiceDocument("Parent carers", "2025-11-01", "Nobody calls back", (area,))
    elsewhere = VoiceDocument("Parent carers", "2025-11-01", "The bus is late", (f"{area}1",))
    publish(a_plan(voices=(heard, elsewhere)))

    words = text(public.get(ADDRESS))

    assert "Nobody calls back" in words
    assert "The bus is late" not in words
    assert "What changed: nothing is reported yet" in words


def test_an_area_that_is_not_there_is_not_found(public):
    assert public.get(f"/{INSPECTION.ref}/areas/9/").status_code == 404
    recall(INSPECTION.ref)
    assert public.get(ADDRESS).status_code == 404
