"""Figures that are restated: neither the step nor what stood beside it tells a few."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleardays.progress.measures.series import latest
from tests.progress.measures.attackers import (
    FLOW,
    LOW,
    QUARTERS,
    at,
    leaks,
    made,
    restated,
    series,
    values,
)
from tests.progress.measures.figures import COUNT, SHARE, seen


def test_a_restated_quarter_does_not_open_what_the_year_before_it_hid():
    # The year was never restated: with the first figure of the second quarter it gives the third.
    counts = [20, 20, 3, 30]
    first, later = restated(made(counts, [*QUARTERS, (0, 3)]), {1: seen("Q2 2024", 35)})
    before = series(first, FLOW)
    public = {one.observation.reference for one in before if one.observation.value is not None}

    found = series([*first, *later], FLOW, public)

    assert not leaks(first, found, FLOW, counts)


changes = st.dictionaries(st.integers(0, 3), st.integers(1, 4), min_size=1, max_size=2)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=4, max_size=4), changes, st.booleans())
def test_nothing_small_is_worked_out_once_figures_are_restated(counts, added, is_year_too):
    definition = replace(FLOW, small_numbers=LOW)
    counts_later = [count + added.get(place, 0) for place, count in enumerate(counts)]
    spans = [*QUARTERS, (0, 3)]
    places = [*added, *([4] if is_year_too else [])]
    first, later = restated(
        made(counts, spans), {place: made(counts_later, spans)[place] for place in places}
    )
    before = series(first, definition)
    public = {one.observation.reference for one in before if one.observation.value is not None}

    found = series([*first, *later], definition, public)

    if any(one.faults for one in found):
        return  # nothing of it is published
    assert not leaks(first, found, definition, counts)
    if is_year_too:
        standing = latest([*first, *later], at(9))
        assert not leaks(standing, found, definition, counts_later)


@pytest.mark.parametrize(
    ("first", "again", "public", "shown"),
    [
        (20, 22, True, [20, None]),
        (20, 22, False, [None, 22]),
        (20, 20, True, [20, 20]),
        (20, 25, True, [20, 25]),
        (20, 15, True, [20, 15]),
    ],
)
def test_a_correction_by_a_few_is_told_by_one_of_the_two_figures_alone(
    first, again, public, shown
):
    before, after = restated([seen("2024", first)], {0: seen("2024", again)})
    were = {before[0].reference} if public else set()

    found = series([*before, *after], FLOW, were)

    assert values(found) == shown


def test_a_third_figure_is_measured_against_what_the_public_saw_and_not_what_it_did_not():
    rows = [
        replace(seen("2024", value), reference=str(value), recorded_at=at(value), supersedes=was)
        for value, was in ((20, ""), (22, "20"), (26, "22"))
    ]

    assert values(series(rows, COUNT, {"20"})) == [20, None, 26]


@pytest.mark.parametrize(
    ("again", "shown"),
    [
        (seen("2024", 41, 41, 100), None),
        (seen("2024", "39.2", 40, 102), None),
        (seen("2024", 50, 50, 100), 50),
        (seen("2024", "40.9", 45, 110), "40.9"),
    ],
)
def test_a_share_that_changes_by_a_few_children_is_not_shown_again(again, shown):
    before, after = restated([seen("2024", 40, 40, 100)], {0: again})

    found = series([*before, *after], SHARE, {before[0].reference})

    assert [None if one is None else str(one) for one in values(found)] == [
        "40",
        shown and str(shown),
    ]
