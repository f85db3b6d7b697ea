"""What happens later is later, though the clock was put back."""

from datetime import UTC, datetime, timedelta

import pytest

from cleardays.workroom.workflow.moments import after

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("before", [(), (None,), (NOON - HOUR, None)])
def test_a_clock_that_goes_on_is_believed(before):
    assert after(NOON, *before) == NOON


@pytest.mark.parametrize("before", [(NOON,), (NOON - HOUR, NOON + HOUR), (NOON + HOUR, None)])
def test_what_comes_after_is_later_than_the_last_before_it(before):
    last = max(moment for moment in before if moment)

    assert last < after(NOON, *before) < last + timedelta(seconds=1)
