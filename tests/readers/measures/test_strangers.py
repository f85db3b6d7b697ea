"""Tables of figures as analysts keep them: each in words of our own, read to the last cell."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.readers.measures.tables import BACKLOG, PLANS, figures, of, read


def test_months_side_by_side_with_counts_in_rows_of_their_own():
    found = read(
        "Indicator,Apr-24,May-24\n"
        "Plans in 20 weeks - numerator,30,41\nPlans in 20 weeks - denominator,90,100\n"
    )

    assert figures(found) == of(PLANS, April_2024=(None, 30, 90), May_2024=(None, 41, 100))


def test_a_row_for_each_month_with_percent_signs():
    found = read(
        "Month,Measure,Numerator,Denominator,Performance\nApr-24,Plans in 20 weeks,30,90,33.3%\n"
    )

    assert figures(found) == of(PLANS, April_2024=(33.3, 30, 90))


@pytest.mark.parametrize(
    ("heading", "chosen", "label"),
    [
        ("Financial year", "", "2023-24 financial year"),
        ("Academic year", "", "2023-24 school year"),
        ("Year", "school", "2023-24 school year"),
    ],
)
def test_what_two_years_are_is_told_by_their_heading_or_chosen(heading, chosen, label):
    found = read(f'{heading},Backlog\n2023/24,"1,801"\n', years=chosen)

    assert figures(found) == {(BACKLOG, label, ""): (1801, None, None)}


def test_two_years_that_nothing_tells_apart_are_a_fault_in_their_cell():
    (fault,) = read("Year,Backlog\n2023/24,812\n").faults

    assert (fault.cell, "school year" in fault.sentence) == ("A2", True)


def test_a_quarter_lies_in_the_year_beside_it():
    found = read("Year,Quarter,Indicator,Value\n2023/24,Q4,Backlog,812\n2024/25,Q1,Backlog,<5\n")

    assert figures(found) == of(
        BACKLOG,
        **{"January_to_March_2024": (812, None, None), "April_to_June_2024": "suppressed"},
    )


def test_months_without_a_year_lie_in_that_of_the_title():
    found = read("Scorecard 2024/25,,,\nMeasure,Apr,Feb,YTD\nBacklog,812,700,1512\n")

    assert figures(found) == of(
        BACKLOG, April_2024=(812, None, None), February_2025=(700, None, None)
    )
    assert found.left_out == ("Column D, “YTD”",)


def test_totals_and_what_is_no_figure_are_left_out_and_told():
    found = read("Month,Backlog,Target\nApr 2024,100,90\nMay 2024,120,80\nTotal,220,\n")

    assert figures(found) == of(BACKLOG, April_2024=(100, None, None), May_2024=(120, None, None))
    assert found.left_out == ("Column C, “Target”", "Row 4, “Total”")


def test_a_column_for_each_measure():
    found = read("Period,Plans in 20 weeks,Backlog\nJan 2025,17.3%,1500\n")

    assert figures(found) == {
        (PLANS, "January 2025", ""): (17.3, None, None),
        (BACKLOG, "January 2025", ""): (1500, None, None),
    }


@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_semicolons_with_and_without_a_mark_of_bytes(mark):
    found = read(f"{mark}Indicator;Period;Num;Den;%\nPlans in 20 weeks;Q1 2024/25;30;90;33.3\n")

    assert figures(found) == of(PLANS, April_to_June_2024=(33.3, 30, 90))


def test_words_in_windows_1252_under_a_title():
    found = read(
        "Board – dashboard\n\nIndicator,Month,Actual,Comment\nBacklog,April 2024,812,£5k\n",
        encoding="cp1252",
    )

    assert figures(found) == of(BACKLOG, April_2024=(812, None, None))


def test_areas_in_a_column_of_their_own():
    found = read("Indicator,Area,2023,2024\nBacklog,Our area,98,17\nBacklog,England,50,46\n")

    assert figures(found)[BACKLOG, "2024", "England"] == (46, None, None)
    assert figures(found)[BACKLOG, "2023", ""] == (98, None, None)


def test_the_measure_is_chosen_where_the_file_names_none():
    found = read(
        "Month,Count,Total,Percent\n01/04/2024,30,90,33.3%\n01/05/2024,41,100,41%\n",
        measure=PLANS,
    )

    assert figures(found) == of(PLANS, April_2024=(33.3, 30, 90), May_2024=(41, 41, 100))


def test_days_are_days_where_they_do_not_all_begin_a_month():
    found = read("As at\tIndicator\tNumber\tStatus\n31/03/2025\tBacklog\t1,204\tProvisional\n")

    assert figures(found) == of(BACKLOG, **{"31_March_2025": (1204, None, None)})
    assert str(found.rows[0].observation.finality) == "provisional"


def test_a_count_below_zero_is_a_fault_in_the_cell_of_the_file():
    (fault,) = read("Month,Measure,Numerator,Denominator\nApr-24,Plans in 20 weeks,-3,90\n").faults

    assert fault.cell == "C2"


def test_a_file_without_names_over_its_columns_says_what_to_put_there():
    (fault,) = read("812,790\n700,650\n").faults

    assert "names its columns" in fault.sentence


def test_the_template_is_read_as_ever():
    found = read("measure,period,value\nbacklog,2024,17\n")

    assert figures(found) == {("backlog", "2024", ""): (17, None, None)}


def test_a_line_for_each_year_under_its_months():
    found = read("Backlog\n,Apr,Feb\n2023/24,30,31\n2024/25,33,34\n", measure=BACKLOG)

    assert [row.observation.period.label for row in found.rows] == [
        "April 2023",
        "February 2024",
        "April 2024",
        "February 2025",
    ]


def test_counts_and_shares_under_words_of_their_own_are_told_by_their_figures():
    found = read(
        "Month,Plans issued,Issued in time,% in time\n"
        "April 2024,90,30,33.3%\nMay 2024,100,41,41%\n",
        measure=PLANS,
    )

    assert figures(found) == of(PLANS, April_2024=(33.3, 30, 90), May_2024=(41, 41, 100))


def test_columns_that_may_be_anything_are_not_guessed():
    (fault,) = read("Month,A,B,C\nApril 2024,90,30,33\n", measure=PLANS).faults

    assert "not clear" in fault.sentence


def test_a_month_in_short_is_read_in_the_template_too():
    found = read("measure,period,value\nbacklog,Apr-24,17\n")

    assert figures(found) == {("backlog", "April 2024", ""): (17, None, None)}


def test_a_measure_that_stands_there_twice_is_a_fault():
    (fault,) = read("Indicator,2023,2024\nBacklog,,1\nBacklog,,2\n").faults

    assert "same period already" in fault.sentence


def test_counts_beside_a_named_share_are_told_by_what_they_make():
    found = read(
        "Month,Target,In time,All,%\nApr-24,60,30,90,33.3%\nMay-24,60,41,100,41%\n",
        measure=PLANS,
    )

    assert figures(found) == of(PLANS, April_2024=(33.3, 30, 90), May_2024=(41, 41, 100))
    assert found.left_out == ("Column B, “Target”",)


def test_a_column_for_each_place_is_beside_ours():
    found = read(
        "Year,Borsetshire,North West,England\n2023,28.4,49.5,50.3\n",
        measure=PLANS,
        own=["Borsetshire"],
    )

    assert figures(found) == {
        (PLANS, "2023", ""): (28.4, None, None),
        (PLANS, "2023", "North West"): (49.5, None, None),
        (PLANS, "2023", "England"): (50.3, None, None),
    }


def test_a_place_that_nobody_knows_is_left_out_and_told():
    found = read("Year,Felpersham,England\n2023,28.4,50.3\n", measure=PLANS)

    assert list(figures(found)) == [(PLANS, "2023", "England")]
    assert found.left_out == ("Column B, “Felpersham”",)


def test_places_in_rows_and_measures_with_their_years_on_top():
    found = read(
        "Area,Plans in 20 weeks 2023,Plans in 20 weeks 2024\n"
        "Borsetshire,28.4,17.3\nEngland,50.3,46.4\n",
        own=["borsetshire"],
    )

    assert figures(found)[PLANS, "2024", ""] == (17.3, None, None)
    assert figures(found)[PLANS, "2023", "England"] == (50.3, None, None)


def test_a_year_holds_for_the_rows_under_it():
    found = read("Financial year,Qtr,Backlog\n2023/24,Qtr 3,30\n,Qtr 4,31\n2024/25,Qtr 1,32\n")

    assert [row.observation.period.label for row in found.rows] == [
        "October to December 2023",
        "January to March 2024",
        "April to June 2024",
    ]


def test_a_measure_over_its_rows_holds_until_the_next():
    found = read("Indicator,Apr-24\nBacklog,7\nPlans in 20 weeks,\nNumerator,30\nDenominator,90\n")

    assert figures(found) == of(BACKLOG, April_2024=(7, None, None)) | of(
        PLANS, April_2024=(None, 30, 90)
    )


@pytest.mark.parametrize("cell", ["43% (30/70)", "43 % (30 of 70)", "43%, 30 out of 70"])
def test_a_share_with_its_counts_in_one_cell(cell):
    found = read(f'Month,Measure,Performance\nApr-24,Plans in 20 weeks,"{cell}"\n')

    assert figures(found) == of(PLANS, April_2024=(43, 30, 70))


def test_a_mark_says_that_a_figure_is_provisional():
    found = read("Month,KPI,Actual\nApr-24,Backlog,812 (p)\nMay-24,Backlog,790\n")

    assert [str(row.observation.finality) for row in found.rows] == ["provisional", "final"]


def test_notes_between_the_rows_are_left_out_and_told():
    found = read(
        "Month,Indicator,Actual\nApr-24,Backlog,812\n# the old system,,\nSource: the team,,\n"
    )

    assert figures(found) == of(BACKLOG, April_2024=(812, None, None))
    assert found.left_out == ("Row 3, “# the old system”", "Row 4, “Source: the team”")


def test_months_of_a_school_year_that_a_title_names():
    found = read("Academic year 2023/24,,\nKPI,Sep,Aug\nBacklog,30,31\n")

    assert figures(found) == of(
        BACKLOG, September_2023=(30, None, None), August_2024=(31, None, None)
    )


WORDS = st.sampled_from(
    [
        "",
        "Month",
        "Period",
        "Year",
        "Qtr",
        "Measure",
        "Value",
        "Num",
        "Den",
        "%",
        "Total",
        "Type",
        "Backlog",
        "England",
        "2024",
        "2023/24",
        "Q1",
        "M13",
        "Apr",
        "31/02/2024",
        "45382",
        "812",
        "43% (30/70)",
        "[c]",
        "<5",
        "Year to 31/13/2024",
        "w/e 99/99/2024",
        "-3",
        "2024-W60",
        "Target",
        "(p)",
        "Actual",
        "Apr - Jun 24",
        "week ending 31 February 2024",
        "00/00/0000",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=8))
@example([["Month", "Value"], ["", "", "Month"]])
def test_whatever_stands_in_a_table_it_is_read_or_said_what_is_wrong(lines):
    found = read("\n".join(",".join(cells) for cells in lines), measure=BACKLOG)

    assert bool(found.rows) != bool(found.faults)
