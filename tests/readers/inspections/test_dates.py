"""Dates of visits, worked examples first."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.readers.inspections.dates import visits_in


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("22 to 26 January 2024", "2024-01-22", "2024-01-26"),
        ("29 January to 2 February 2024", "2024-01-29", "2024-02-02"),
        ("27 November 2023 to 1 December 2023", "2023-11-27", "2023-12-01"),
        ("30 December to 3 January 2025", "2024-12-30", "2025-01-03"),
        ("Monday 3 – Friday 7 March 2025", "2025-03-03", "2025-03-07"),
        ("3-7 March 2025", "2025-03-03", "2025-03-07"),
        ("3rd July 2023 to 7th July 2023", "2023-07-03", "2023-07-07"),
        ("8, 9 and 12 May 2025", "2025-05-08", "2025-05-12"),
        ("16 May 2016", "2016-05-16", "2016-05-16"),
        ("the 1st of June 2026", "2026-06-01", "2026-06-01"),
        ("24 Sept to 28 Sept 2024", "2024-09-24", "2024-09-28"),
    ],
)
def test_a_visit_is_read_however_its_days_are_written(words, start, end):
    (visit,) = visits_in(words)

    assert (visit.start, visit.end) == (d(start), d(end))


def test_two_visits_are_two():
    first, second = visits_in("8 to 12 January and 5 February 2024")

    assert (first.start, first.end) == (d("2024-01-08"), d("2024-01-12"))
    assert second.start == second.end == d("2024-02-05")


@pytest.mark.parametrize("words", ["31 February 2024", "Not previously inspected", "May 2016", ""])
def test_what_is_no_date_is_none(words):
    assert visits_in(words) == []


@given(st.dates(date(2016, 1, 1), date(2029, 1, 1)), st.integers(0, 10))
def test_every_visit_written_in_full_reads_back(start, days):
    end = start + timedelta(days=days)
    words = f"{start.day} {start:%B %Y} to {end.day} {end:%B %Y}"

    (visit,) = visits_in(words)

    assert (visit.start, visit.end) == (start, end)


@given(st.dates(date(2016, 1, 1), date(2029, 1, 1)), st.integers(1, 10))
def test_a_start_without_its_year_comes_before_the_end(start, days):
    end = start + timedelta(days=days)

    (visit,) = visits_in(f"{start.day} {start:%B} to {end.day} {end:%B %Y}")

    assert (visit.start, visit.end) == (start, end)
