"""The four axes in words: each is said apart, and counts make their total."""

from datetime import date

import pytest

from cleardays.progress.measures.impact import Impact, ImpactFound
from cleardays.record.schemas.inspection import JudgementDocument
from cleardays.site.axes import (
    UNMEASURED,
    delivery_words,
    evidence_words,
    impact_words,
    judgement_words,
)
from cleardays.site.following import stood
from tests.factories.record import an_action

ON = date(2026, 3, 2)


def held(*actions):
    return [stood(action, ON) for action in actions]


def finished(ref, axis):
    days = {"started": "2025-10-01", "finished": "2025-12-01"}
    return an_action(ref, evidence_axis=axis, **days)


def said(value, on, judge="Inspectors", **fields):
    return JudgementDocument(judge.lower(), judge, value, on, **fields)


def test_evidence_is_counted_of_what_is_finished_the_best_first():
    actions = [finished("A1", "claimed"), finished("A2", "published"), finished("A3", "claimed")]

    words = evidence_words(held(*actions, an_action("A4")))

    assert words == "Of 3 finished: 1 published and checked; 2 claimed, nothing to show."


@pytest.mark.parametrize(
    ("actions", "words"),
    [
        pytest.param([an_action()], "Nothing is said to be finished yet.", id="none-finished"),
        pytest.param([an_action(is_placeholder=True)], "Not public.", id="only-stand-ins"),
        pytest.param([], "No plan in force names this area.", id="no-plan"),
    ],
)
def test_where_nothing_is_finished_no_evidence_is_counted(actions, words):
    assert evidence_words(held(*actions)) == words


def test_without_a_plan_in_force_nothing_is_counted():
    assert delivery_words([], ON) == "No plan in force names this area."


@pytest.mark.parametrize(
    ("found", "words"),
    [
        pytest.param([], UNMEASURED, id="none"),
        pytest.param(
            [ImpactFound(Impact.NO_BASELINE)],
            UNMEASURED,
            id="no-baseline",
        ),
        pytest.param(
            [ImpactFound(Impact.STAYED, 3)],
            "At the target for 3 periods, by the one measure that has a target.",
            id="one",
        ),
        pytest.param(
            [
                ImpactFound(Impact.TOWARDS),
                ImpactFound(Impact.WRONG_WAY),
                ImpactFound(Impact.TOWARDS),
                ImpactFound(Impact.NO_BASELINE),
            ],
            "Of 3 measures with a target: 1 moved the wrong way; 2 moved towards the target.",
            id="several",
        ),
    ],
)
def test_measures_are_counted_by_what_they_say(found, words):
    assert impact_words(found) == words


def test_each_judge_is_heard_with_the_newest_judgement():
    judgements = (
        said("Not sufficient", "2020-03-05"),
        said("Improving", "2021-02-01", "Families", on_words="early 2021"),
        said("Sufficient", "2022-01-10"),
    )

    words = judgement_words(judgements)

    assert words == "Inspectors: Sufficient (10 January 2022). Families: Improving (early 2021)."


def test_a_judgement_that_is_not_confirmed_is_said_to_be_so():
    words = judgement_words((said("Sufficient", "2022-01-10", is_confirmed=False),))

    assert words == "Inspectors: Sufficient (10 January 2022, not confirmed)."


def test_where_nobody_judged_that_is_said():
    assert judgement_words(()) == "Nobody has judged this area since."


def test_sources_that_differ_for_a_day_are_both_said():
    words = judgement_words((said("Met", "2022-01-10"), said("Not met", "2022-01-10")))

    assert words == "Inspectors: Met or Not met (10 January 2022)."
