"""The case as it is told: counts come out as published, and what is not known says so."""

import json
from collections import Counter
from datetime import date

import pytest

from cleardays.cli.demonstration import case
from cleardays.cli.demonstration.people import COUNCIL
from cleardays.progress.counts import by_delivery, fault
from cleardays.progress.delivery import Dates, Delivery, delivery

INSPECTIONS = {one.key: one for one in case.inspections()}
PLANS = {one.key: one for one in case.plans()}
ASKS = case.asks(COUNCIL)
JULY = date(2019, 7, 15)


def dates_of(deed):
    planned = {name: deed.words.get(name) for name in ("start", "finish")}
    return Dates(
        **planned, started=deed.started, finished=deed.finished, carried_forward=deed.carry_on
    )


def test_twelve_areas_were_judged_seven_sufficient_and_five_not():
    weak = [one for one in INSPECTIONS["2017"].areas if one.kind == "weakness"]
    values = Counter(one["value"] for one in INSPECTIONS["2020"].judgements)

    assert len(weak) == 12
    assert values == {"sufficient progress": 7, "not sufficient progress": 5}
    assert [one["area"] for one in INSPECTIONS["2020"].judgements] == list(range(1, 13))


def test_the_five_that_the_minutes_name_are_confirmed():
    judged = INSPECTIONS["2020"].judgements
    insufficient = [one for one in judged if one["value"].startswith("not")]

    assert [one["area"] for one in insufficient] == [2, 3, 7, 9, 12]
    assert all(one.get("is_confirmed", True) for one in insufficient)


def test_what_no_page_confirms_is_marked_and_says_why():
    areas = INSPECTIONS["2017"].areas
    unconfirmed = [n for n, one in enumerate(areas, 1) if not one.facts.get("is_confirmed", True)]

    assert unconfirmed == [5, 10, 11]
    assert all(areas[n - 1].facts["note"].startswith("Not confirmed") for n in unconfirmed)


def test_the_inspection_of_2024_has_three_areas_and_two_with_the_bodies_that_answer():
    areas = INSPECTIONS["2024"].areas

    assert Counter(one.kind for one in areas) == {"priority": 3, "improvement": 2}
    assert all(len(one.responsible) == 2 for one in areas if one.kind == "priority")


def test_the_statement_of_47_actions_comes_out_as_published():
    deeds = PLANS["statement-2018"].deeds
    states = by_delivery(delivery(dates_of(one), JULY) for one in deeds)

    assert states == {Delivery.FINISHED_ON_TIME: 33, Delivery.CARRIED_FORWARD: 14}


def test_the_plan_of_94_actions_comes_out_as_published():
    carried = [one for one in PLANS["statement-2018"].deeds if one.carry_to]
    new = PLANS["improvement-2019"].deeds
    there = [Dates(started=one.started) for one in carried]
    states = by_delivery(delivery(dates, JULY) for dates in [*map(dates_of, new), *there])
    words = Counter(one.words["reported_status"] for one in new)
    words.update(one.carry_status for one in carried)

    assert states == {
        Delivery.FINISHED_ON_TIME: 18,
        Delivery.ON_TIME: 46,
        Delivery.LATE: 8,
        Delivery.NOT_DUE: 22,
    }
    assert words == {"complete": 18, "on track": 46, "delayed": 8, "not started": 22}


@pytest.mark.parametrize("counts", [one for plan in PLANS.values() for one in plan.counts])
def test_stated_counts_make_their_total(counts):
    assert fault(counts["counts"], counts["total"]) == ""


def test_every_action_whose_words_are_not_public_is_a_placeholder_and_says_so():
    for plan in PLANS.values():
        for deed in plan.deeds:
            if plan.key != "accelerated-2020":
                assert deed.words["is_placeholder"], deed
            assert "not" in deed.words["text"], deed
    titles = [one.words["title"] for one in PLANS["statement-2018"].deeds]
    assert titles[11] == "Action 12 of 47: its words are not public"


def test_the_accelerated_plan_has_an_action_for_each_area_that_was_not_good_enough():
    areas = [one.areas for one in PLANS["accelerated-2020"].deeds]

    assert areas == [(("2017", number),) for number in (2, 3, 7, 9, 12)]


def test_sources_that_conflict_are_both_shown():
    letter, approval = (
        INSPECTIONS["2017"].facts["note"],
        PLANS["priority-2025"].facts["note"],
    )

    assert "8 January 2018" in letter
    assert "16 January 2018" in letter
    assert "20 March 2025" in approval
    assert "25 March 2025" in approval
    assert "sources differ" in PLANS["improvement-2019"].facts["period_words"]


def test_everything_has_its_sources():
    for one in [*INSPECTIONS.values(), *PLANS.values()]:
        assert all(source.startswith("http") for source in one.facts["sources"])
        assert one.facts["sources"]


def test_asks_are_of_the_years_after_each_inspection():
    assert Counter(one.day.year for one in ASKS) == {2019: 5, 2020: 1, 2025: 9, 2026: 4}


def test_an_answer_is_told_with_its_day_or_not_at_all():
    assert all(bool(one.answer) == bool(one.answered_on) for one in ASKS)
    assert [one.day for one in ASKS if one.answer] == [date(2020, 9, 24)]


@pytest.mark.corpus
def test_the_timeline_says_the_same(corpus):
    timeline = json.loads((corpus / "lancashire" / "timeline.json").read_text())
    areas = {one["no"]: one for one in timeline["areas_of_weakness"]}
    plans = {one["id"]: one for one in timeline["plans"]}

    for number, judged in enumerate(INSPECTIONS["2020"].judgements, 1):
        is_good = areas[number]["revisit_2020"] == "sufficient"
        assert (judged["value"] == "sufficient progress") == is_good
        assert set(INSPECTIONS["2017"].areas[number - 1].facts["sources"]) == set(
            areas[number]["sources"]
        )
    assert len(PLANS["statement-2018"].deeds) == plans["wsoa2018"]["actions"]
    assert str(PLANS["priority-2025"].as_at) == plans["pap2025"]["approved"][1]["date"]


@pytest.mark.corpus
def test_no_eight_words_of_the_timeline_are_repeated_as_an_area(corpus):
    timeline = json.loads((corpus / "lancashire" / "timeline.json").read_text())
    theirs = {one["label"] for one in timeline["areas_of_weakness"]}
    theirs |= {one["label"] for one in timeline["priority_areas_2025"]}

    assert not theirs & {area.label for one in INSPECTIONS.values() for area in one.areas}


def test_figures_are_those_of_the_sources():
    told = {
        (measure.name, row.get("geography", "local"), row["period"]): (
            row.get("value"),
            row.get("numerator"),
            row.get("denominator"),
        )
        for measure in case.measures()
        for row in measure.figures
    }

    twenty_weeks = "New plans issued within 20 weeks"
    assert told[twenty_weeks, "local", "2018"] == (83, None, None)
    assert told[twenty_weeks, "local", "2019"] == (None, 752, 1005)
    assert told[twenty_weeks, "England", "2019"] == (60, None, None)
    assert len(told) == 10


@pytest.mark.corpus
def test_every_figure_of_the_timeline_that_has_a_count_is_told(corpus):
    timeline = json.loads((corpus / "lancashire" / "timeline.json").read_text())
    theirs = {
        point["value"]
        for one in timeline["measures"]
        for point in one["points"]
        if "value" in point and "numerator" not in point
    }
    ours = {row.get("value") for one in case.measures() for row in one.figures}

    assert theirs <= ours
