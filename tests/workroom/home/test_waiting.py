"""When a thing is due, in words."""

from datetime import date

import pytest

from cleardays.workroom.home.waiting import due_in_words

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, ("", "plain")),
        (date(2026, 3, 1), ("1 day overdue", "bad")),
        (date(2026, 2, 20), ("10 days overdue", "bad")),
        (TODAY, ("Due today", "warning")),
        (date(2026, 3, 16), ("Due 16 March 2026", "warning")),
        (date(2026, 3, 17), ("Due 17 March 2026", "plain")),
    ],
)
def test_a_day_is_said_with_how_pressing_it_is(due, words):
    assert due_in_words(due, TODAY) == words
