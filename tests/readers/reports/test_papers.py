"""Background papers named in lines rather than in a table."""

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
