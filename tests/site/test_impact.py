"""Impact in public: from baseline and target to the latest figure that may be shown."""

from datetime import date

import pytest

from cleardays.record.charted import charted
from cleardays.record.schemas.plan import TargetDocument
from cleardays.site.impact import impact_of, impact_row, impact_rows
from tests.factories.record import MEASURE, a_measure, an_observation, publish, recall

ON = date(2026, 3, 2)
TARGET = TargetDocument(MEASURE, 40.0, "2024-06-30", 90.0, "2026-12-31")


def row(*figures, target=TARGET):
    measure = charted(a_measure(observations=figures))
    return impact_row(measure, target, impact_of(measure, target, ON), ON)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        pytest.param([("2024-12", 50.0), ("2025-01", 60.0)], "Moved towards", id="towards"),
        pytest.param([("2025-01", 30.0)], "Moved the wrong way", id="wrong"),
        pytest.param([("2025-01", 91.0)], "At the target", id="reached"),
        pytest.param([("2024-01", 60.0)], "Too early to say", id="before-the-baseline"),
    ],
)
def test_impact_is_judged_from_the_plans_own_baseline(figures, words):
    found = row(*(an_observation(period, value) for period, value in figures))

    assert f">{words}" in found[4]


def test_a_row_says_baseline_target_and_latest_figure_in_words():
    found = row(an_observation("2024-12", 50.0), an_observation("2025-01", 1060.0))

    assert found[1:4] == (
        "40% on 30 June 2024",
        "90% by 31 December 2026",
        "1,060% in January 2025",
    )


def test_a_latest_figure_that_may_not_be_shown_is_said_beside_the_last_that_may():
    hidden = an_observation("2025-01", None, numerator=None, denominator=None, why="fewer than 5")

    found = row(an_observation("2024-12", 50.0), hidden)

    assert found[3] == "Not shown for January 2025; 50% in December 2024"


def test_a_figure_of_after_the_day_is_not_the_latest():
    found = row(an_observation("2024-12", 50.0), an_observation("2026-03", 60.0))

    assert found[3] == "50% in December 2024"


def test_without_a_target_impact_is_not_guessed():
    found = row(an_observation(), target=None)

    assert found[1:3] == ("None", "None")
    assert "No baseline" in found[4]


def test_of_a_measure_that_was_recalled_nothing_is_said():
    publish(a_measure())
    assert len(impact_rows([MEASURE], {MEASURE: TARGET}, ON)) == 1

    recall(MEASURE)

    assert impact_rows([MEASURE], {MEASURE: TARGET}, ON) == []
