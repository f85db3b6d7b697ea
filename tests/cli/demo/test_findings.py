"""Inspections, plans and measures of the demonstration, as the record has them."""

from collections import Counter
from datetime import date

from cleardays.cli.demonstration import case
from cleardays.progress.actions import dates_of
from cleardays.progress.delivery import Delivery, delivery
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.plan import ActionDocument
from tests.cli.demo.conftest import documents

INVENTED = "-inve"  # how the address of the invented measure ends: addresses are cut


def test_inspections_reach_the_public_with_their_judgements_and_plans(public):
    again = documents(public, "inspections")["lancashire-2020"]
    values = Counter(one["judgements"][0]["value"] for one in again["areas"])

    assert values == {"sufficient progress": 7, "not sufficient progress": 5}
    assert [one["ref"] for one in again["plans"]] == [
        "plans/accelerated-progress-plan-2020",
        "plans/lancashire-send-plan-2021",
    ]
    assert [one["number"] for one in again["areas"] if not one["is_confirmed"]] == [5, 10, 11]


def test_what_a_body_answered_for_passes_to_the_one_that_followed(public):
    first = documents(public, "inspections")["lancashire-2017"]
    since = {
        one["name"]: (one["since"], one["until"])
        for one in first["responsible"]
        if one["role"] == "Jointly responsible"
    }

    assert since == {
        "Lancashire County Council": ("", ""),
        "Clinical commissioning groups in Lancashire": ("", "2022-06-30"),
        "NHS Lancashire and South Cumbria Integrated Care Board": ("2022-07-01", ""),
    }


def test_duties_known_to_be_done_say_when_and_where_that_can_be_seen(public):
    duties = documents(public, "inspections")["lancashire-2024"]["duties"]
    done = {one["done_on"]: one["proof"] for one in duties if one["done_on"]}

    assert sorted(done) == ["2025-03-25", "2025-04-01", "2025-10-09"]
    assert all(proof.startswith("https://www.lancashire.gov.uk/") for proof in done.values())


def test_published_plans_come_out_as_their_papers_counted(public):
    plans = documents(public, "plans")
    statement, improvement = (
        Counter(action["reported_status"] for action in plans[ref]["actions"])
        for ref in ("written-statement-of-action-2018", "send-improvement-plan-2019")
    )

    assert statement == {"done": 33, "carried forward": 14}
    assert improvement == {"complete": 18, "on track": 46, "delayed": 8, "not started": 22}
    carried = [
        one for one in plans["send-improvement-plan-2019"]["actions"] if one["carried_from"]
    ]
    assert len(carried) == 14
    assert len([one for one in plans.values() if not one["is_invented"]]) == len(case.plans())


def test_no_date_of_a_placeholder_is_public_without_saying_that_it_stands_in(public):
    dates = ("start", "finish", "first_start", "first_finish", "started", "finished")
    actions = [one for plan in documents(public, "plans").values() for one in plan["actions"]]

    stand_ins = [one for one in actions if one["is_placeholder"]]
    assert len(stand_ins) == 47 + 94 + 5 + 5 + 5
    for one in stand_ins:
        assert {name for name in dates if one[name]} <= set(one["stand_in_dates"])
    assert not any(one["stand_in_dates"] for one in actions if not one["is_placeholder"])


def test_the_invented_plan_shows_what_becomes_of_actions_and_says_that_it_is_invented(public):
    (plan,) = [one for one in documents(public, "plans").values() if one["is_invented"]]
    moved = {one["ref"]: one["changes"] for one in plan["actions"] if one["changes"]}
    last = date.fromisoformat(plan["as_at"])

    assert {ref: len(changes) for ref, changes in moved.items()} == {"H2": 2, "H3": 3, "H6": 1}
    assert all(one["reason"] and one["by"] for changes in moved.values() for one in changes)
    states = Counter(delivery(dates_of(build(ActionDocument, one)), last).value
                     for one in plan["actions"])  # fmt: skip
    assert states == {
        Delivery.FINISHED_ON_TIME: 1,
        Delivery.FINISHED_LATE: 1,
        Delivery.ON_TIME: 1,
        Delivery.LATE: 1,
        Delivery.OVERDUE_TO_START: 1,
        Delivery.NOT_DUE: 2,
        Delivery.STOPPED: 1,
    }
    assert plan["answers"] == []
    assert "invented" in plan["title"]
    assert [one["target"] for one in plan["targets"]] == [75]
    assert {one["evidence_axis"] for one in plan["actions"]} == {
        *("none", "claimed", "attached", "published"),
    }


def test_measures_reach_the_public_with_what_they_are_about(public):
    measures = documents(public, "measures")
    overdue = measures["assessments-that-are-overdue"]

    assert len([ref for ref in measures if not ref.endswith(INVENTED)]) == len(case.measures())
    assert [(one["period"], one["value"]) for one in overdue["observations"]] == [
        ("December 2024", 1801),
        ("January 2026", 360),
    ]
    assert overdue["areas"] == ["inspections/lancashire-2024#2"]
    assert overdue["actions"] == ["plans/priority-action-plan-2025#2"]
