"""Background papers named in lines, and in rows of a table."""

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.readers.reports.draft import BackgroundPaper
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.papers import read_papers
from tests.readers.reports.typed import read_typed


def test_semicolons_part_the_papers_of_one_line():
    found = read_typed("""\
        Report to: Transport Committee
        Date: 11 October 2022
        Subject: Buses
        Purpose: To inform.
        Background papers: Improvement Plan, October 2021; National Strategy, March 2021
        """)

    assert [(paper["paper"], paper["date"]) for paper in found["background_papers"]] == [
        ("Improvement Plan", "October 2021"),
        ("National Strategy", "March 2021"),
    ]


def test_a_row_that_names_no_paper_goes_on_with_the_row_before():
    rows = (
        ("Paper", "Date", "Contact/Tel"),
        ("Plan", "June 2016", "Clerk/(01632)"),
        ("", "", "960001"),
    )
    table = Block(Kind.TABLE, rows=tuple(tuple(Cell(text, text) for text in row) for row in rows))

    papers, is_stated = read_papers([table], Margin())

    assert papers == [BackgroundPaper("Plan", "June 2016", "Clerk/(01632) 960001")]
    assert is_stated
