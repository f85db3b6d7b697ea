"""Percentages give no small number away."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.progress.measures.shares import (
    may_show_share,
    share,
    suppress_share,
)
from cleardays.progress.measures.tables import TOTAL, SmallNumbers

RULE = SmallNumbers()
rules = st.sampled_from([RULE, SmallNumbers(threshold=4, hides_zero=True)])


def test_a_share_with_a_small_numerator_hides_the_percentage_and_not_the_denominator():
    found = suppress_share(3, 400, RULE)

    assert found.hidden - found.table.unpublished == {("", "counted"), ("", "others")}
    assert found.shown[("", TOTAL)] == 400
    assert not may_show_share(found)
    assert share(found) is None


def test_a_share_with_few_left_over_is_hidden_as_well():
    assert not may_show_share(suppress_share(398, 400, RULE))


def test_a_share_of_large_numbers_is_shown():
    found = suppress_share(298, 1720, RULE)

    assert share(found) == Decimal("17.3")


def test_a_small_denominator_hides_all_three():
    found = suppress_share(2, 4, RULE)

    assert set(found.shown.values()) == {None}


def test_a_numerator_over_its_denominator_is_refused():
    with pytest.raises(ValueError, match="between zero and its denominator"):
        suppress_share(5, 4, RULE)


@given(st.integers(0, 30), st.integers(0, 30), rules)
def test_no_share_gives_a_small_number_away(part, rest, rule):
    found = suppress_share(part, part + rest, rule)

    assert may_show_share(found) == (not rule.is_small(part) and not rule.is_small(rest)
                                     and not rule.is_small(part + rest))  # fmt: skip
