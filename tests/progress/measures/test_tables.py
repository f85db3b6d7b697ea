"""Tables add up, and say what of them is public."""

import pytest

from cleardays.progress.measures.tables import TOTAL, SmallNumbers, with_totals


def test_totals_are_made_along_down_and_altogether():
    table = with_totals({("girls", "2023"): 6, ("girls", "2024"): 7, ("boys", "2024"): 9})

    assert table.counts[("girls", TOTAL)] == 13
    assert table.counts[(TOTAL, "2024")] == 16
    assert table.counts[(TOTAL, TOTAL)] == 22
    assert not table.unpublished


def test_totals_that_nobody_is_shown_are_not_public():
    table = with_totals({("girls", "2023"): 6, ("boys", "2023"): 9}, row_totals=False)

    assert table.unpublished == {("girls", TOTAL), ("boys", TOTAL)}


@pytest.mark.parametrize(
    ("rule", "small"),
    [(SmallNumbers(), {1, 2, 3, 4}), (SmallNumbers(3, hides_zero=True), {0, 1, 2})],
)
def test_what_is_small_is_the_councils_own_rule(rule, small):
    assert {count for count in range(10) if rule.is_small(count)} == small


@pytest.mark.parametrize("cells", [{("a", "b"): -1}, {("a", TOTAL): 3}])
def test_a_table_is_made_of_inner_counts_not_below_zero(cells):
    with pytest.raises(ValueError, match=r"count|inner"):
        with_totals(cells)
