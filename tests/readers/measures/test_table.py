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
