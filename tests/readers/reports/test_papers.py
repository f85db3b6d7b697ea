"""Background papers named in lines, and in rows of a table."""

from cleardays.readers.blocks import Block, Cell, Kind, Reading
from cleardays.readers.reports.draft import BackgroundPaper
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.papers import read_papers
from cleardays.readers.reports.read import read_report
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


COLUMNS = """\
Quarry Panel
Meeting to be held on Monday, 4 March 2024
Dust at the Slate Works
Executive Summary
In short.
List of Background Papers
Paper
Date
Contact/Tel
"""
TWO_PAPERS = [
    {"paper": "Slate plan", "date": "June 2016", "contact": "Poole/(01632) 960001"},
    {"paper": "Minutes", "date": "2 May 2017", "contact": "Kettle/(01632) 960002"},
]


def test_a_table_that_became_lines_is_read_along_its_rows():
    rows = [line for paper in TWO_PAPERS for line in paper.values()]

    assert read_typed(COLUMNS + "\n".join(rows))["background_papers"] == TWO_PAPERS


def test_a_table_that_became_lines_is_read_down_its_columns():
    columns = [paper[name] for name in ("paper", "date", "contact") for paper in TWO_PAPERS]

    assert read_typed(COLUMNS + "\n".join(columns))["background_papers"] == TWO_PAPERS


def test_an_impact_assessment_among_papers_begins_no_implication():
    found = read_typed(COLUMNS + "Equality Impact Assessment\n2 May 2017\n(01632) 960001")

    assert found["implications"] == {}
    assert [paper["paper"] for paper in found["background_papers"]] == [
        "Equality Impact Assessment"
    ]


def test_a_person_under_further_information_and_papers_is_a_contact():
    found = read_typed("""\
        Report to: Quarry Panel
        Title: Dust
        Summary
        In short.
        Further information and background documents
        Lee Poole, Clerk, Telephone 01632 960001
        The documents used in the preparation of this report are:
        1. Gauge readings
        """)

    assert [contact["name"] for contact in found["contacts"]] == ["Lee Poole"]
    assert [paper["paper"] for paper in found["background_papers"]] == ["Gauge readings"]


def test_a_telephone_number_is_no_year():
    found = read_typed("""\
        Report to: Quarry Panel
        Title: Dust
        Summary
        In short.
        List of Background Papers
        Paper Date Contact/Tel
        Slate plan Lee Poole 01992 500825
        """)

    assert found["background_papers"][0]["date"] is None


def test_words_that_lead_in_to_none_are_no_paper():
    found = read_typed("""\
        Report to: Transport Committee
        Date: 11 October 2022
        Subject: Buses
        Purpose: To inform.
        Background Papers
        The following documents have been relied on in the preparation of this report: None
        """)

    assert found["background_papers"] == []


def test_a_table_may_have_the_heading_of_its_papers_as_its_first_row():
    rows = (
        ("BACKGROUND PAPERS", "", ""),
        ("TITLE", "DATE", "WHERE AVAILABLE FOR INSPECTION"),
        ("Scheme", "2024", "The website"),
    )
    table = Block(Kind.TABLE, rows=tuple(tuple(Cell(text, text) for text in row) for row in rows))

    draft = read_report(Reading("text/plain", (Block(Kind.PARAGRAPH, "Summary:"), table)))

    assert draft.background_papers == (BackgroundPaper("Scheme", "2024", "The website"),)


def test_supporting_papers_that_are_all_appendices_are_appendices():
    found = read_typed("""\
        Fire Authority
        Meeting to be held on Wednesday, 13 December 2023
        Risk Plan
        Executive Summary
        In short.
        Supporting papers
        Appendix A: The plan
        Appendix B: Replies
        Background papers
        National framework, 2018
        """)

    assert found["appendices"] == ["Appendix A: The plan", "Appendix B: Replies"]
    assert [paper["paper"] for paper in found["background_papers"]] == ["National framework"]
