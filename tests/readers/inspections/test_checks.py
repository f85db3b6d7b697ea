"""What a reading is checked against itself for."""

from dataclasses import replace

import pytest

from tests.readers.inspections.paper import (
    INCONSISTENT,
    POSITIVE,
    SYSTEMIC,
    WHOLE,
    Look,
)

SHORT = replace(WHOLE, filler=5)
COUNTED = " This report sets out {} areas for priority action."


def fields(draft) -> list[str]:
    return [doubt.field for doubt in draft.unsure]


def test_a_count_in_the_text_that_disagrees_with_the_rows_is_doubted(read):
    draft = read(replace(SHORT, outcome=SYSTEMIC + COUNTED.format("five")))

    (doubt,) = draft.unsure
    assert doubt.field == "priority_actions"
    assert doubt.words == "This report sets out five areas for priority action."
    assert doubt.why == "The report speaks of 5, and 3 rows were found."


@pytest.mark.parametrize("count", ["three", "3"])
def test_a_count_in_the_text_that_agrees_is_not_doubted(read, count):
    assert read(replace(SHORT, outcome=SYSTEMIC + COUNTED.format(count))).unsure == ()


def test_priority_actions_under_an_outcome_without_them_are_doubted(read):
    draft = read(replace(SHORT, outcome=POSITIVE))

    assert fields(draft) == ["priority_actions"]
    assert draft.unsure[0].words.startswith("Leaders across the partnership should mend")


def test_an_outcome_that_requires_priority_actions_is_doubted_without_them(read):
    assert fields(read(replace(SHORT, priority=()))) == ["priority_actions"]


def test_inconsistent_experiences_without_an_improvement_are_doubted(read):
    draft = read(replace(SHORT, outcome=INCONSISTENT, priority=(), improvements=()))

    assert fields(draft) == ["improvements"]


def test_a_heading_without_rows_is_doubted(read):
    draft = read(
        replace(SHORT, outcome=POSITIVE, priority=(), html={"improvements": "<p></p>"}),
    )

    assert fields(draft) == ["improvements"]


def test_a_footer_that_names_another_area_is_doubted(read):
    draft = read(
        SHORT, Look(footer="Inspection report: Upper Fenmark Local Area Partnership\\A {dates}")
    )

    assert fields(draft) == ["area"]
