"""Observations are kept, and each stands from when until when."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.progress.measures.periods import parse_period
from cleardays.progress.measures.series import (
    Comparator,
    Dated,
    Target,
    Unit,
    breaks,
    latest,
    lines,
    restatements,
)
from tests.progress.measures.figures import SHARE, seen

MAY = datetime(2025, 5, 1, tzinfo=UTC)
JUNE = datetime(2025, 6, 1, tzinfo=UTC)
JULY = datetime(2025, 7, 1, tzinfo=UTC)

FIRST = seen("2024", 46.4, reference="first", recorded_at=MAY)
RESTATED = seen("2024", 45.9, reference="second", recorded_at=JUNE, supersedes="first")


def test_a_figure_stands_until_it_is_restated():
    assert latest([RESTATED, FIRST], as_at=MAY) == [FIRST]
    assert latest([FIRST, RESTATED], as_at=JULY) == [RESTATED]


def test_what_was_recorded_later_is_not_known_yet():
    assert latest([RESTATED], as_at=MAY) == []


def test_of_two_figures_for_a_period_the_one_recorded_last_stands():
    again = replace(FIRST, reference="third", value=Decimal(1), recorded_at=JUNE)

    assert latest([again, FIRST], as_at=JULY) == [again]


def test_the_figures_stand_in_the_order_of_their_periods():
    found = latest([seen("2024", 2), seen("2019", 1)], as_at=JULY)

    assert [one.period.label for one in found] == ["2019", "2024"]


def test_restatements_are_paired_with_what_they_replace():
    assert restatements([RESTATED, FIRST]) == [(FIRST, RESTATED)]


def test_a_new_version_of_the_definition_breaks_the_line():
    newer = replace(SHARE, source="person level", valid_from=date(2022, 1, 1))
    observed = [seen(str(year), year) for year in range(2019, 2025)]

    found = lines(observed, [newer, SHARE])

    assert [len(line.observations) for line in found] == [3, 3]
    assert found[1].definition is newer
    assert breaks(found) == (3,)


def test_a_period_before_every_definition_is_refused():
    with pytest.raises(ValueError, match="in force in 2019"):
        lines([seen("2019", 1)], [replace(SHARE, valid_from=date(2020, 1, 1))])


def test_a_comparator_gives_its_figure_for_the_same_period_only():
    england = Comparator("England", (seen("2024", 46.4),))

    assert england.value_for(parse_period("2024")) == Decimal("46.4")
    assert england.value_for(parse_period("2023")) is None


TARGET = Target(
    Dated(Decimal(80), date(2026, 12, 31)),
    Dated(Decimal(20), date(2024, 12, 31)),
    (Dated(Decimal(50), date(2025, 12, 31)),),
)


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(2024, 12, 30), None),
        (date(2024, 12, 31), 20),
        (date(2025, 12, 31), 50),
        (date(2026, 12, 31), 80),
        (date(2030, 1, 1), 80),
    ],
)
def test_the_way_to_a_target_goes_through_its_points(on, value):
    assert TARGET.expected(on) == value


@given(st.dates(date(2024, 12, 31), date(2026, 12, 31)))
def test_the_way_to_a_target_lies_between_where_it_starts_and_where_it_ends(on):
    assert 20 <= TARGET.expected(on) <= 80


def test_a_target_without_baseline_has_no_way():
    assert replace(TARGET, baseline=None).expected(date(2025, 6, 1)) is None


def test_a_unit_says_by_what_counts_are_multiplied():
    assert [unit.multiplier for unit in (Unit.PERCENT, Unit.PER_10000, Unit.NUMBER)] == [100, 10000, 1]  # fmt: skip  # noqa: E501
