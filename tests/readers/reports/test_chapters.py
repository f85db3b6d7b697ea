"""Headings numbered on through a report, told from the numbers of lists."""

from tests.readers.reports.typed import read_typed

NUMBERED = """\
Report to: Quarry Panel
Date: 4 March 2024
Title: Dust at the Slate Works
1. What is the report about?
Dust on the lane since the spring.
2. Recommendations
The Panel is asked to:
(1) note the readings; and
(2) agree that
(a) two more gauges are set up.
3. A word on the weather
It was dry.
4. What are the legal aspects?
The licence has a limit.
5. Comments of legal services
None further.
6. Background papers
None
"""


def test_a_numbered_line_ends_a_list_though_nobody_has_heard_of_its_heading():
    found = read_typed(NUMBERED)

    assert len(found["recommendations"]) == 2
    assert "3. A word on the weather\nIt was dry." in found["background"]


def test_questions_are_headings_where_they_are_numbered_on():
    found = read_typed(NUMBERED)

    assert found["executive_summary"] == "Dust on the lane since the spring."
    assert found["implications"] == {
        "What are the legal aspects?": "The licence has a limit.",
        "Comments of legal services": "None further.",
    }


def test_the_items_of_a_list_are_no_chapters_even_where_they_sound_so():
    found = read_typed("""\
Quarry Panel
Meeting to be held on Monday, 4 March 2024
Dust at the Slate Works
Executive Summary
In short.
Background and Advice
The licence asks for a report on:
1. Finance
2. Risk
3. Equality
All three are in hand.
""")

    assert found["implications"] == {}
    assert "2. Risk" in found["background"]


def test_a_heading_with_nothing_under_it_gathers_the_implications_below():
    found = read_typed("""\
Report to: Quarry Panel
Title: Dust at the Slate Works
1. Summary
In short.
2. Implications for the quarry
2.1 Working with Neighbours
They were told.
2.2 Legal
None.
3. Background papers
None
""")

    assert found["implications"] == {
        "Working with Neighbours": "They were told.",
        "Legal": "None.",
    }
