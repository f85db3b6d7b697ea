"""How late a thing is, in words: what both sides say of an action."""

from datetime import date

from cleardays.progress.delivery import (
    Dates,
    Delivery,
    delivery,
    finish_lateness,
    start_lateness,
)
from cleardays.progress.summary import number_of


def late_in_words(dates: Dates, on: date, state: Delivery | None = None) -> str:
    """Say how late a thing is on a day, by the date agreed first and by the current one; "" where
    it is late by neither. ``state`` is how it stands then, where that is known already.

    Of what is overdue to start it is the start that is late, if one was planned. Of what was
    ended the days count until then.
    """
    state = state or delivery(dates, on)
    is_start = state is Delivery.OVERDUE_TO_START and dates.start is not None
    late = (start_lateness if is_start else finish_lateness)(dates, on)
    agreed = dates.first_start if is_start else dates.first_finish
    if not late.first and not late.current:
        return ""
    current, first = number_of(late.current, "day"), number_of(late.first, "day")
    if agreed is None or late.first == late.current:
        return f"{current} late"
    if not late.current:
        return f"{first} late by the date agreed first, not by the current one"
    if not late.first:
        return f"{current} late by the current date, not by the one agreed first"
    return f"{first} late by the date agreed first, {current} by the current one"
