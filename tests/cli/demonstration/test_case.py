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
JULY, MAY = date(2019, 7, 15), date(2019, 5, 13)
VERSIONS = case.versions(list(PLANS.values()))
HAPPENED = ("started", "finished", "finish")


def as_at(plan, day):
    """Return the dates of a plan's actions, by ref, as its versions up to a day tell them."""
    told = {one.ref: dict(one.words) for one in PLANS[plan].deeds}
    dates = {ref: {n: words.get(n) for n in ("start", "finish")} for ref, words in told.items()}
    for other, version in VERSIONS:
        if version.stated_on > day:
            continue
        for step in version.changes:
            for ref in step.refs:
                if other.key == plan:
                    dates.setdefault(ref, {"started": date(2018, 5, 22)})
                    dates[ref] |= {n: getattr(step, n) for n in HAPPENED if getattr(step, n)}
                elif step.carried_from == plan:
                    dates[ref]["carried_forward"] = step.on
    return {ref: Dates(**one) for ref, one in dates.items()}


def states(plan, day):
    return by_delivery(delivery(one, day) for one in as_at(plan, day).values())


def words(plan, day):
    """Count the words with which a plan's own versions describe its actions."""
    said = {}
    for other, version in VERSIONS:
        if other.key == plan and version.stated_on <= day:
            for step in version.changes:
                said |= {ref: step.status for ref in step.refs if step.status}
    return Counter(said.values())


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
    assert states("statement-2018", JULY) == {
        Delivery.FINISHED: 33,
        Delivery.CARRIED_FORWARD: 14,
    }
    assert words("statement-2018", JULY) == {"done": 33, "carried forward": 14}


def test_the_plan_of_94_actions_comes_out_as_published():
    assert states("improvement-2019", JULY) == {
        Delivery.FINISHED: 18,
        Delivery.IN_PROGRESS: 46,
        Delivery.LATE: 8,
        Delivery.NOT_DUE: 22,
    }
    published = {"complete": 18, "on track": 46, "delayed": 8, "not started": 22}
    assert words("improvement-2019", JULY) == published


def test_the_version_that_members_had_in_may_2019_has_a_third_not_begun():
    before = as_at("improvement-2019", MAY)
    (first, *_) = PLANS["improvement-2019"].versions

    assert len(before) == 94
    assert sum(one.started is None for one in before.values()) == 31
    assert first.as_at < MAY == first.stated_on
    assert "A newer one existed" in first.note


def test_a_plan_that_was_followed_by_another_says_so_once_that_one_is_public():
    order = [plan.key for plan, _ in VERSIONS]

    for plan in PLANS.values():
        if plan.supersedes:
            last = len(order) - 1 - order[::-1].index(plan.supersedes)
            assert order.index(plan.key) < last


def test_every_version_says_how_its_day_is_known_and_what_is_new():
    for plan in PLANS.values():
        days = [one.as_at for one in plan.versions]
        assert days == sorted(days)
        assert all(one.stated_source and one.note for one in plan.versions)
        assert plan.followed_by


@pytest.mark.parametrize("counts", [one for _, told in VERSIONS for one in told.counts])
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
    assert str(PLANS["priority-2025"].versions[0].as_at) == plans["pap2025"]["approved"][1]["date"]


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
