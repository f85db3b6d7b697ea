"""What the columns and rows of somebody's table are."""

from tests.readers.measures.tables import BACKLOG, PLANS, figures, of, read


def test_rows_of_targets_and_colours_are_no_figures():
    found = read("Indicator,Type,Apr-24\nBacklog,Actual,812\nBacklog,Target,500\nBacklog,RAG,R\n")

    assert figures(found) == of(BACKLOG, April_2024=(812, None, None))
    assert found.left_out == ("Row 3, “Target”", "Row 4, “RAG”")


def test_a_row_for_each_count():
    found = read(
        "Date,Measure,Metric,Value\n2024-04-30,Plans in 20 weeks,Numerator,30\n"
        "2024-04-30,Plans in 20 weeks,Denominator,90\n"
    )

    assert figures(found) == of(PLANS, **{"30_April_2024": (None, 30, 90)})


def test_counts_in_rows_of_their_own_words_are_told_by_their_figures():
    found = read(
        ",Apr-24,May-24\nIssued in time,30,41\nTotal issued,90,100\n% in time,33.3%,41%\n",
        measure=PLANS,
    )

    assert figures(found) == of(PLANS, April_2024=(33.3, 30, 90), May_2024=(41, 41, 100))


def test_rows_that_may_be_anything_are_not_guessed():
    (fault,) = read(",Apr-24,May-24\nThis,30,31\nThat,41,42\n", measure=PLANS).faults

    assert "Which rows" in fault.sentence


def test_a_table_without_a_column_of_figures_says_what_to_call_one():
    (fault,) = read("Month,Measure,Quantity\nApr-24,Backlog,812\n").faults

    assert "call them Numerator" in fault.sentence


def test_counts_beside_a_share_of_one():
    found = read("Month,In time,All,Performance\nApr-24,46,88,0.523\n", measure=PLANS)

    assert figures(found) == of(PLANS, April_2024=(0.523, 46, 88))


def test_a_total_beside_months_is_no_denominator():
    found = read("FY,Apr,May,Total\nFY 2023-24,812,790,1602\n", measure=BACKLOG)

    assert figures(found) == of(BACKLOG, April_2023=(812, None, None), May_2023=(790, None, None))
    assert found.left_out == ("Column D, “Total”",)


def test_a_share_in_words_of_its_own_stands_beside_its_counts():
    found = read(
        "Academic Year,Indicator,Numerator,Denominator,% achieved,Target %\n"
        "2021/22,Plans in 20 weeks,46,88,52.3,60\n2022/23,Plans in 20 weeks,[c],88,[c],60\n"
    )

    assert figures(found) == {
        (PLANS, "2021-22 school year", ""): (52.3, 46, 88),
        (PLANS, "2022-23 school year", ""): "suppressed",
    }


def test_two_tables_in_a_file_are_told_where_the_second_begins():
    (fault,) = read(
        "Month,Number\nApr-24,812\n\nMonth,Number\nApr-24,30\n", measure=BACKLOG
    ).faults

    assert fault.sentence.startswith("Row 4 names columns again")


def test_counts_in_rows_under_the_name_of_their_measure_are_told_by_their_figures():
    found = read(
        "KPI;;Apr-24;May-24\nPlans in 20 weeks;No. in time;30;41\n;Total issued;90;100\n"
        ";%;33.3%;41%\nBacklog;Number;812;790\n"
    )

    assert figures(found) == of(PLANS, April_2024=(33.3, 30, 90), May_2024=(41, 41, 100)) | of(
        BACKLOG, April_2024=(812, None, None), May_2024=(790, None, None)
    )
