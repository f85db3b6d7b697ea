"""The slippage ledger keeps the first date and every change."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.progress.ledger import BrokenLedger, DateChange, Slippage, current, slippage

AT = datetime(2019, 5, 13, tzinfo=UTC)
days = st.none() | st.dates(date(2018, 1, 1), date(2026, 12, 31))


def change(old, new):
    return DateChange("finish", old, new, AT, "Improvement lead", "Recruitment")


def test_the_revisit_moved_twice():
    june, october, march = date(2019, 6, 1), date(2019, 10, 1), date(2020, 3, 9)
    moves = [change(june, october), change(october, march)]

    assert current(june, moves) == march
    assert slippage(june, moves) == Slippage(times=2, days=282)


def test_a_date_brought_forward_is_no_slip():
    assert slippage(date(2019, 6, 10), [change(date(2019, 6, 10), date(2019, 6, 1))]).times == 0


def test_an_entry_that_does_not_fit_is_found():
    with pytest.raises(BrokenLedger, match="was 2019-06-01, not 2019-07-01"):
        current(date(2019, 6, 1), [change(date(2019, 7, 1), date(2019, 8, 1))])


@given(days, st.lists(days))
def test_the_current_date_is_the_last_entry_and_the_first_is_never_lost(first, later):
    path = [first, *later]
    moves = [change(old, new) for old, new in pairwise(path)]

    assert current(first, moves) == path[-1]
    if first and path[-1]:
        assert slippage(first, moves).days == (path[-1] - first).days
