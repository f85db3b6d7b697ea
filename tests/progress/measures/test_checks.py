"""The mistakes of published tables, each found and each explained."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cleardays.progress.measures.checks import check, mixed_units, parts_over_whole
from cleardays.progress.measures.faults import gathered
from cleardays.progress.measures.series import Comparator, Kind, Unit
from tests.progress.measures.figures import COUNT, SHARE, months, seen

RATE = replace(SHARE, name="Suspensions", unit=Unit.PER_1000)


def codes(faults):
    return [fault.code for fault in faults]


def test_figures_that_are_in_order_have_no_fault():
    observed = [seen("2023", "80.2", 1225, 1527), seen("2024", "17.3", 297, 1718)]

    assert check(observed, SHARE) == []


def test_a_comparator_with_its_point_misplaced_is_found_beside_the_local_figure():
    local = [seen("2022", "3.99", 40, 1003)]

    found = check(local, SHARE, comparators=[Comparator("England", (seen("2022", "30.8"),))])

    assert codes(found) == ["misplaced point"]
    assert "about a tenth of England (30.8)" in found[0].words
    assert "decimal point" in found[0].next_step


def test_a_figure_ten_times_its_own_neighbours_is_found():
    observed = months("31.2", "30.8", "308", "29.9")

    found = check(observed, RATE)

    assert [f.period for f in found if f.code == "misplaced point"] == ["March 2024"]


def test_a_figure_that_its_counts_make_is_believed_however_far_it_fell():
    observed = [seen("2022", 90, 90, 100), seen("2023", 92, 92, 100), seen("2024", 5, 5, 100)]

    assert check(observed, SHARE) == []


def test_a_rate_that_starts_again_with_the_school_year_is_said_to_be_a_total():
    observed = months("20.1", "30.5", "41.2", "54.05", "3.7", start=5)

    found = [fault for fault in check(observed, RATE) if "counts" not in fault.code]

    assert codes(found) == ["school-year reset"]
    assert "54.05 to 3.7" in found[0].sentence
    assert "cumulative" in found[0].next_step


@pytest.mark.parametrize(("start", "code"), [(7, "school-year reset"), (2, "total that falls")])
def test_a_total_may_fall_only_as_its_year_begins(start, code):
    total = replace(COUNT, kind=Kind.CUMULATIVE)

    found = check(months(40, 54, 3, start=start), total)

    assert codes(found) == [code]


def test_yearly_figures_are_no_totals_of_a_school_year():
    assert check([seen("2022", 90), seen("2023", 20)], COUNT) == []


@pytest.mark.parametrize("value", [101, -1])
def test_a_percentage_over_a_hundred_or_below_zero_is_no_share(value):
    assert "over 100 %" in codes(check([seen("2024", value)], SHARE))


@pytest.mark.parametrize(
    ("counts", "words"),
    [((None, None), "numerator and denominator"), ((5, None), "its denominator")],
)
def test_a_percentage_without_counts_is_asked_for_them(counts, words):
    found = check([seen("2024", 50, *counts)], SHARE)

    assert codes(found) == ["percentage without counts"]
    assert words in found[0].sentence


def test_a_numerator_over_its_denominator_is_found():
    found = check([seen("2024", 50, 200, 100)], SHARE)

    assert "numerator over denominator" in codes(found)


def test_a_share_of_nothing_is_found():
    assert "numerator over denominator" in codes(check([seen("2024", 50, 0, 0)], SHARE))


def test_a_figure_that_is_not_what_its_counts_make_is_found():
    found = check([seen("2024", 18, 297, 1718)], SHARE)

    assert codes(found) == ["not its counts"]
    assert "297 of 1,718 makes 17.3 %, not 18" in found[0].sentence


def test_rounding_to_one_place_is_no_fault():
    assert check([seen("2024", "13.9", 238, 1718)], SHARE) == []
    assert check([seen("2024", "13.85", 238, 1718)], SHARE) == []


def test_a_share_of_one_beside_shares_of_a_hundred_is_found():
    found = check([seen("2024", "0.17", 297, 1718)], SHARE)

    assert "share of 1 and not of 100" in found[0].next_step


def test_a_month_that_is_missing_is_found():
    observed = [*months(5, 6, 7), seen("2024-05", 8)]

    found = check(observed, COUNT)

    assert codes(found) == ["gap"]
    assert "between March 2024 and May 2024" in found[0].sentence


def test_a_count_of_each_january_has_no_gaps():
    observed = [seen(f"{year}-01", 50) for year in range(2019, 2025)]

    assert check(observed, COUNT) == []


def test_a_year_among_months_is_found():
    assert "mixed periods" in codes(check([seen("2023", 5), *months(5, 6)], COUNT))


def test_a_denominator_that_leaps_may_count_others():
    observed = [seen("2022", 10, 10, 100), seen("2023", 10, 30, 300)]

    found = check(observed, SHARE)

    assert codes(found) == ["counts that changed meaning"]
    assert "from 100 to 300" in found[0].sentence


def test_a_figure_that_was_restated_without_source_is_found():
    old, new = seen("2024", 5), seen("2024", 6)
    sourced = replace(new, source="SEN2", retrieved_on=date(2025, 6, 26))

    assert codes(check([new], COUNT, restated=[(old, new)])) == ["restated without saying"]
    assert check([sourced], COUNT, restated=[(old, sourced)]) == []


def test_a_comparator_in_another_unit_is_found():
    found = mixed_units(SHARE, Unit.PER_10000, "England")

    assert "per 10,000" in found[0].words
    assert mixed_units(SHARE, Unit.PERCENT, "England") == []


def test_every_fault_says_what_to_do():
    observed = [seen("2024-01", 101), seen("2024-03", 50, 2, 1), seen("2024-04", 1, 5, 10)]

    found = check(observed, SHARE)

    assert len(found) >= 4
    assert all(fault.next_step.endswith(".") for fault in found)
    assert all(fault.sentence.endswith(".") for fault in found)
    assert Decimal(101) == observed[0].value


def test_a_week_that_is_missing_is_a_gap():
    weeks = [seen(f"week ending {day} May 2024", 50) for day in (3, 10, 24, 31)]

    assert [fault.period for fault in check(weeks, COUNT)] == ["week ending 24 May 2024"]


def test_parts_that_make_more_than_their_whole_are_found():
    whole, girls, boys, district = ([seen("2024", value)] for value in (43, 20, 23, 30))

    (fault,) = parts_over_whole(whole, [girls, boys, district], COUNT)

    assert fault.sentence.startswith("Its parts make 73 together, and it is 43")
    assert parts_over_whole(whole, [girls, boys], COUNT) == []


def test_many_figures_without_counts_are_said_once_and_last():
    faults = check(
        [seen(f"2024-{n:02}", value) for n, value in enumerate((50, 101, 50), 1)], SHARE
    )

    found = gathered(faults)

    assert codes(found) == ["over 100 %", "percentage without counts"]
    assert found[-1].period == "January 2024 and 2 others"
