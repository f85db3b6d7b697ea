"""Small numbers against an attacker who tries every table there could be."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleardays.progress.measures.suppression import suppress
from cleardays.progress.measures.tables import TOTAL, Release, SmallNumbers, with_totals

RULE = SmallNumbers()
STRICT = SmallNumbers(threshold=4, hides_zero=True)


def inner(table):
    return [cell for cell in table.counts if TOTAL not in cell]


def tables_that_fit(release, rule, most):
    """Every table that shows the same: hidden inner cells take every number up to ``most``."""
    cells = inner(release.table)
    options = [
        range(rule.lowest, most + 2) if cell in release.hidden else [release.table.counts[cell]]
        for cell in cells
    ]
    for counts in product(*options):
        table = with_totals(dict(zip(cells, counts, strict=True)))
        if all(
            (count == release.table.counts[cell])
            if cell not in release.hidden
            else count >= rule.lowest or cell in release.table.unpublished
            for cell, count in table.counts.items()
        ):
            yield table.counts


def worked_out(releases, rule):
    """Cells (version, cell) that can be only one number, to one who knows what did not change."""
    most = max(max(one.table.counts[cell] for cell in inner(one.table)) for one in releases)
    fitting = [list(tables_that_fit(one, rule, most)) for one in releases]
    truth = [one.table.counts for one in releases]

    def agree(place, table, other, chosen):
        same = (cell for cell in truth[place] if truth[place][cell] == truth[other][cell])
        return all(table[cell] == chosen[cell] for cell in same)

    def is_possible(chosen):
        place = next((at for at in range(len(releases)) if at not in chosen), None)
        return place is None or any(
            is_possible({**chosen, place: table})
            for table in fitting[place]
            if all(agree(place, table, other, one) for other, one in chosen.items())
        )

    return {
        (version, cell)
        for version, release in enumerate(releases)
        for cell in release.hidden - release.table.unpublished
        if not any(
            is_possible({version: table})
            for table in fitting[version]
            if table[cell] != truth[version][cell]
        )
    }


def grid(*rows, **totals):
    names = "abc"
    return with_totals(
        {
            (f"row {place}", names[column]): count
            for place, row in enumerate(rows)
            for column, count in enumerate(row)
        },
        **totals,
    )


def test_a_table_without_small_numbers_is_shown_whole():
    found = suppress(grid((10, 20), (30, 40)), RULE)

    assert found.hidden == frozenset()
    assert found.shown[(TOTAL, TOTAL)] == 100


def test_one_small_cell_takes_three_others_with_it_the_smallest_that_will_do():
    found = suppress(grid((3, 20, 30), (40, 7, 60), (90, 80, 70)), RULE)

    assert found.primary == {("row 0", "a")}
    assert found.hidden == {
        ("row 0", "a"), ("row 0", "b"), ("row 1", "a"), ("row 1", "b"),
    }  # fmt: skip
    assert not found.faults


def test_two_hidden_cells_that_can_only_be_one_each_are_not_protection():
    # Row 0 would say: two hidden cells, neither zero, and together two.
    table = grid((1, 1, 0), (7, 8, 9))

    found = suppress(table, RULE)

    assert ("row 0", TOTAL) in found.hidden
    assert not worked_out([found.release()], RULE)


def test_three_hidden_cells_that_make_three_can_only_be_one_each():
    # The total is not small, but it would say of each of the three that it is one.
    rule = SmallNumbers(threshold=3)

    found = suppress(grid((1, 1, 1), (4, 4, 4)), rule)

    assert ("row 0", TOTAL) in found.hidden
    assert not worked_out([found.release()], rule)


def test_the_attacker_of_these_tests_finds_what_a_careless_table_gives_away():
    table = grid((3, 20), (30, 40))
    careless = Release(table, frozenset({("row 0", "a")}))

    assert worked_out([careless], RULE) == {(0, ("row 0", "a"))}


def rows_of(columns, most):
    return st.lists(st.tuples(*[st.integers(0, most)] * columns), min_size=2, max_size=2)


rules = st.sampled_from([RULE, STRICT, SmallNumbers(threshold=3)])
changes = st.lists(st.sampled_from([-4, -1, 0, 0, 0, 1, 4]), min_size=4, max_size=4)


def changed(rows, by):
    moves = iter(by)
    return [tuple(max(0, count + next(moves)) for count in row) for row in rows]


def has_small(found, rule):
    return any(rule.is_small(count) for count in found.shown.values() if count is not None)


@settings(max_examples=50, deadline=None)
@given(rows_of(2, 9) | rows_of(3, 5), rules)
def test_no_hidden_cell_can_be_worked_out_within_a_table(table, rule):
    found = suppress(grid(*table), rule)

    assert not found.faults
    assert not has_small(found, rule)
    assert not worked_out([found.release()], rule)


@settings(max_examples=50, deadline=None)
@given(rows_of(2, 7), st.lists(changes, min_size=1, max_size=2), rules)
def test_no_hidden_cell_can_be_worked_out_from_versions_together(table, moves, rule):
    versions = [table]
    for by in moves:
        versions.append(changed(versions[-1], by))
    history = []
    for version in versions:
        found = suppress(grid(*version), rule, history)
        assert not has_small(found, rule)
        if not found.faults:
            history.append(found.release())

    assert not worked_out(history, rule)


def test_a_version_that_changes_nothing_hides_what_the_first_one_hid():
    first = suppress(grid((3, 20, 30), (40, 7, 60), (90, 80, 70)), RULE)

    again = suppress(first.table, RULE, [first.release()])

    assert again.hidden == first.hidden
    assert not again.faults


def test_a_restated_cell_is_not_shown_where_it_would_open_the_version_before():
    first = suppress(grid((3, 20, 30), (40, 7, 60), (90, 80, 70)), RULE).release()
    later = grid((8, 20, 30), (40, 7, 60), (90, 80, 70))

    found = suppress(later, RULE, [first])

    assert found.faults or ("row 0", "b") in found.hidden
    assert not found.primary


def test_a_small_number_that_is_public_already_is_a_fault_with_what_to_do():
    table = grid((3, 20), (30, 40))
    careless = Release(table, frozenset())

    found = suppress(table, RULE, [careless])

    assert "recalled" in found.faults[0]
    assert set(found.shown.values()) == {None}


@pytest.mark.parametrize(
    ("versions", "rule"),
    [
        # Each of these gives a cell away to one who lays the versions side by side, though each
        # version keeps it by itself.
        ([[(2, 6), (1, 7)], [(6, 6), (1, 8)]], STRICT),
        ([[(3, 4), (1, 2)], [(3, 0), (0, 1)], [(3, 0), (0, 2)]], SmallNumbers(threshold=3)),
        # Here a zero was hidden in the second for the sake of the first, which it does not help.
        ([[(3, 1), (5, 1)], [(2, 0), (5, 0)]], RULE),
    ],
)
def test_versions_are_kept_from_giving_each_other_away(versions, rule):
    history = []
    for version in versions:
        found = suppress(grid(*version), rule, history)
        if not found.faults:
            history.append(found.release())

    assert not worked_out(history, rule)


def test_what_cannot_be_kept_together_is_not_published_at_all():
    first = suppress(grid((3, 0), (0, 7)), RULE).release()
    careless = Release(grid((3, 0), (0, 7)), first.hidden - {(TOTAL, "a")})

    found = suppress(grid((3, 0), (0, 7)), RULE, [careless])

    assert "do not publish" in " ".join(found.faults)
    assert set(found.shown.values()) == {None}
