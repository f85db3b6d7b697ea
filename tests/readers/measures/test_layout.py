"""Where a table begins, and columns that are named in two lines."""

import pytest

from tests.readers.measures.tables import BACKLOG, PLANS, figures, of, read


def test_quarters_stand_under_their_years():
    found = read("Indicator,2023/24,,2024/25\n,Q3,Q4,Q1\nBacklog,812,790,700\n")

    assert [row.observation.period.label for row in found.rows] == [
        "October to December 2023",
        "January to March 2024",
        "April to June 2024",
    ]


def test_counts_stand_under_their_measures():
    found = read("Month,Plans in 20 weeks,,Backlog\n,Num,Den,Number\nApr-24,30,90,812\n")

    assert figures(found) == of(PLANS, April_2024=(None, 30, 90)) | of(
        BACKLOG, April_2024=(812, None, None)
    )


def test_counts_stand_under_places_beside_a_title_of_the_corner():
    found = read(
        "Performance,Local,,England,\nYearMonth,Numerator,Denominator,Numerator,Denominator\n"
        "202404,30,90,500,1000\n",
        measure=PLANS,
    )

    assert figures(found) == {
        (PLANS, "April 2024", ""): (None, 30, 90),
        (PLANS, "April 2024", "England"): (None, 500, 1000),
    }


def test_a_row_of_markers_is_no_second_line_of_names():
    found = read("Month,Measure,Value\nApr-24,Backlog,c\nMay-24,Backlog,30\n")

    assert figures(found) == of(BACKLOG, April_2024="suppressed", May_2024=(30, None, None))


def test_a_figure_that_looks_like_a_year_is_no_second_line_of_names():
    found = read(",Apr-24,May-24\nBacklog,2019,2024\n")

    assert figures(found) == of(
        BACKLOG, April_2024=(2019, None, None), May_2024=(2024, None, None)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Date\tKPI\tValue\n45382\tBacklog\t30\n45412\tBacklog\t31\n",
        "KPI\t45382\t45412\nBacklog\t30\t31\n",
    ],
)
def test_numbers_of_days_are_days_whether_they_go_down_or_across(text):
    assert figures(read(text)) == of(
        BACKLOG, **{"31_March_2024": (30, None, None), "30_April_2024": (31, None, None)}
    )


def test_a_title_names_the_measure_of_the_file():
    found = read("Backlog by month\n\nMonth,Number\nApr-24,30\n")

    assert figures(found) == of(BACKLOG, April_2024=(30, None, None))
