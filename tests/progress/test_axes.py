"""What is said of evidence, impact and judgement, each by itself."""

from datetime import date

import pytest

from cleardays.progress.axes import (
    UNFINISHED,
    UNJUDGED,
    UNMEASURED,
    Judged,
    evidence_words,
    impact_words,
    judgement_words,
)
from cleardays.progress.evidence import EvidenceAxis
from cleardays.progress.measures.impact import Impact, ImpactFound

MARCH, JUNE = date(2026, 3, 2), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("axes", "words"),
    [
        pytest.param([], UNFINISHED, id="nothing"),
        pytest.param(
            [EvidenceAxis.CLAIMED, EvidenceAxis.PUBLISHED, EvidenceAxis.CLAIMED],
            "Of 3 finished: 1 published and checked; 2 claimed, nothing to show.",
            id="the best first",
        ),
    ],
)
def test_evidence_is_counted_of_what_is_finished(axes, words):
    assert evidence_words(axes) == words


@pytest.mark.parametrize(
    ("impacts", "words"),
    [
        pytest.param([], UNMEASURED, id="no measure"),
        pytest.param([Impact.NO_BASELINE], UNMEASURED, id="no baseline"),
        pytest.param(
            [Impact.TOWARDS, Impact.NO_BASELINE],
            "Moved towards the target, by the one measure that has a target.",
            id="one",
        ),
        pytest.param(
            [Impact.TOWARDS, Impact.WRONG_WAY, Impact.TOWARDS],
            "Of 3 measures with a target: 1 moved the wrong way; 2 moved towards the target.",
            id="several",
        ),
    ],
)
def test_impact_is_counted_of_measures_with_a_target(impacts, words):
    assert impact_words(map(ImpactFound, impacts)) == words


def test_each_judge_speaks_for_itself_and_the_newest_of_each_area_counts():
    judged = [
        Judged("Families", "area 1", "not felt", JUNE, "summer 2026"),
        Judged("Inspectors", "area 1", "not sufficient", MARCH),
        Judged("Inspectors", "area 1", "sufficient", JUNE),
        Judged("Inspectors", "area 2", "sufficient", MARCH),
        Judged("Inspectors", "area 3", "not sufficient", MARCH, is_confirmed=False),
    ]

    assert judgement_words(judged) == (
        "Inspectors: 2 sufficient, 1 not sufficient (last 30 June 2026, not confirmed)."
        " Families: not felt (summer 2026)."
    )


def test_where_nobody_has_judged_that_is_said():
    assert judgement_words([]) == UNJUDGED
