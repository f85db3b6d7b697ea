"""Where a part ends and the next begins, in reports whose headings have no style."""

from cleardays.readers.blocks import Block, Cell, Kind, Reading
from cleardays.readers.reports.draft import Contact
from cleardays.readers.reports.read import read_report
from tests.readers.reports.typed import read_typed

FRONT = """\
Scrutiny Committee
Meeting to be held on Monday, 4 March 2024
Bus Lanes
Executive Summary
In short.
"""


def test_finance_before_implications_is_a_sub_heading_of_the_background():
    found = read_typed(
        FRONT
        + """\
Background and Advice
Lanes were painted in May.
Finance
The paint cost £900 in all, which was met from the budget for signs.
Engagement
Drivers were met monthly.
Consultations
Operators had no objection.
Implications:
This item has the following implications, as indicated:
Finance
None beyond the budget.
"""
    )

    assert found["background"].splitlines()[1] == "Finance"
    assert found["background"].endswith("Engagement\nDrivers were met monthly.")
    assert found["consultations"] == "Operators had no objection."
    assert found["implications"] == {"Finance": "None beyond the budget."}


def test_a_numbered_point_that_sounds_like_a_heading_stays_in_its_list():
    found = read_typed(
        FRONT
        + """\
Background and Advice
Lanes were painted in May.
Implications:
This item has the following implications, as indicated:
Risk management
Without the lanes:
1. data would be late;
2. benefits would be paid late.
Both would be reported.
"""
    )

    assert found["implications"]["Risk management"].splitlines()[1:] == [
        "1. data would be late;",
        "2. benefits would be paid late.",
        "Both would be reported.",
    ]


def test_the_number_after_the_last_makes_a_heading_of_a_short_line():
    found = read_typed("""\
Report to Cabinet
Bus Lanes
1 Background
1.1 Lanes were painted in May.
2 Risk Management
2.1 Buses might be late.
3 Compliance Issues
3.1 Legal Implications
3.1.1 An order is needed.
""")

    assert found["implications"]["Risk Management"] == "Buses might be late."
    assert found["implications"]["Legal Implications"] == "An order is needed."


def test_a_reason_that_says_not_for_publication_is_kept_whole():
    reason = (
        "Not for Publication: Exempt information as defined in Paragraph 3 of Part 1 of "
        "Schedule 12A to the Local Government Act 1972."
    )
    found = read_typed(FRONT + "Reason for inclusion in Part II, if appropriate\n" + reason)

    assert found["part_ii_reason"] == reason


def test_whom_to_ask_is_no_part_of_the_consultation_before_it():
    found = read_typed(
        FRONT
        + """\
Consultation
Operators had no objection.
If you have any queries about this report or wish to inspect any of the background papers, \
please contact: Priya Example, priya@council.example
"""
    )

    assert found["consultations"] == "Operators had no objection."
    assert [contact["email"] for contact in found["contacts"]] == ["priya@council.example"]


def test_questions_are_headings_of_the_parts_they_ask_about():
    found = read_typed("""\
Report to: Executive Board
Date: 4 March 2024
Lettings
Brief summary
In short.
What consultation and engagement has taken place?
A survey ran for eight weeks.
What are the legal implications?
The Housing Act applies to this.
""")

    assert found["consultations"] == "A survey ran for eight weeks."
    assert found["implications"] == {
        "What are the legal implications?": "The Housing Act applies to this."
    }


def test_reasons_end_the_recommendations_before_them():
    found = read_typed(
        FRONT
        + """\
Recommendation(s)
The Committee is asked to note:
(i) the lanes; and
(ii) the paint.
Reason(s)
The code requires it.
"""
    )

    assert found["recommendations"] == ["the lanes; and", "the paint."]
    assert found["background"] == "Reason(s)\nThe code requires it."


def test_a_numbered_lead_in_without_a_stop_is_no_recommendation():
    found = read_typed(
        FRONT
        + """\
Recommendations
3. That Cabinet
(a) raises the charge;
(b) leaves the rest.
"""
    )

    assert found["recommendations"] == ["raises the charge;", "leaves the rest."]


def test_a_heading_without_a_letter_stands_beside_those_with_one():
    found = read_typed(
        FRONT
        + """\
Background
Lanes were painted in May.
Implications
(a) Legal
An order is needed.
Risk Management
8. There are no known risks.
"""
    )

    assert found["implications"] == {
        "Legal": "An order is needed.",
        "Risk Management": "There are no known risks.",
    }


def test_questions_nobody_has_put_before_are_known_by_their_words():
    found = read_typed("""\
Report to: Quarry Panel
Title: Dust
Why is this report before the Panel?
Charges have to be set each autumn.
What decision is needed?
To agree the charges.
Who has been consulted?
Users of the lane.
What are the financial implications?
More income.
""")

    assert found["executive_summary"] == "Charges have to be set each autumn."
    assert found["recommendations"] == ["To agree the charges."]
    assert found["consultations"] == "Users of the lane."
    assert found["implications"] == {"What are the financial implications?": "More income."}


def test_wards_in_the_midst_of_a_part_do_not_end_it():
    found = read_typed(
        FRONT
        + """\
Background
Lanes were painted.
Wards affected: Abbey, Priory
More paint is needed.
"""
    )

    assert found["electoral_divisions"] == ["Abbey", "Priory"]
    assert found["background"] == "Lanes were painted.\nMore paint is needed."


def test_representations_before_a_decision_are_no_part_of_the_last_implication():
    found = read_typed(
        FRONT
        + """\
Background
Lanes were painted.
Implications:
Personnel
Nine posts go.
Any representations made to the Cabinet prior to the issue being considered in accordance with the Public Notice of Forward Plans
Name: Organisation: Comments:
N/A
List of Background Papers
None
"""  # noqa: E501 - the label is one line
    )

    assert found["implications"] == {"Personnel": "Nine posts go."}
    assert found["background_papers"] == []


def test_titles_of_appendices_after_the_last_part_are_a_list_of_them():
    found = read_typed(
        FRONT
        + """\
Background
Lanes were painted in May.
Consultations
Operators had no objection.
Annex 1: Map of the lanes
Annex 2: Costs
Background papers: None
"""
    )

    assert found["appendices"] == ["Annex 1: Map of the lanes", "Annex 2: Costs"]
    assert found["consultations"] == "Operators had no objection."


def test_issue_as_the_first_heading_says_what_the_report_is_about():
    found = read_typed("""\
        Report to: Scrutiny Board
        Date: 27 February 2019
        Subject: Libraries
        1. Issue
        1.1 Whether libraries should be open in the evening.
        2. Recommendation
        2.1 That they be.
        """)

    assert found["executive_summary"] == "Whether libraries should be open in the evening."


def in_table(*rows):
    cells = tuple(tuple(Cell(text, text) for text in row) for row in rows)
    return Block(Kind.TABLE, rows=cells)


def test_a_table_at_the_end_says_whom_to_ask_even_below_recommendations():
    blocks = (
        Block(Kind.PARAGRAPH, "Summary:"),
        Block(Kind.PARAGRAPH, "All is lit."),
        Block(Kind.PARAGRAPH, "Recommendation:"),
        Block(Kind.PARAGRAPH, "That the lamps be mended."),
        in_table(
            ("Is this a key decision?", "No"),
            ("Wards affected:", ""),
            ("Lead officer:", "Lee Poole, Lamp Manager\nTelephone 01632 960001"),
        ),
        Block(Kind.PARAGRAPH, "SUPPORTING DOCUMENTATION"),
    )

    draft = read_report(Reading("text/plain", blocks))

    assert [one.text for one in draft.recommendations] == ["That the lamps be mended."]
    assert draft.contacts == (Contact("Lee Poole", "01632 960001", "Lamp Manager", ""),)
    assert draft.electoral_divisions == ()


def _front_table(*rows):
    cells = tuple(
        (Cell(label, f"<strong>{label}</strong>"), Cell(value, value)) for label, value in rows
    )
    return read_report(Reading("x", (Block(Kind.TABLE, rows=cells),)))


def test_a_cover_sheet_goes_on_to_its_implications_below_the_summary():
    draft = _front_table(
        ("Title of paper", "Virtual Wards"),
        ("Meeting", "Care Board"),
        ("Executive summary", "Wards opened in May."),
        ("Key risks", "Staff for the nights."),
        ("Previous discussion", "The quality group saw it in April."),
        ("Voting", "By majority"),
    )

    assert {name: text.text for name, text in draft.implications.items()} == {
        "Key risks": "Staff for the nights."
    }
    assert draft.background.text.endswith("The quality group saw it in April.")
    assert draft.unread == ("Voting By majority",)


def test_subject_of_report_is_the_title_beside_it_or_a_purpose_in_a_sentence():
    title = _front_table(("Meeting", "Audit Committee"), ("Subject of report", "Bus Lanes"))
    purpose = _front_table(
        ("Meeting", "Audit Committee"), ("Subject of report", "It is about bus lanes.")
    )

    assert title.title == "Bus Lanes"
    assert purpose.executive_summary.text == "It is about bus lanes."


def test_a_heading_of_two_names_for_the_beginning_is_the_first_of_them():
    found = read_typed(FRONT.replace("Executive Summary", "Introduction and overview"))

    assert found["executive_summary"] == "In short."


def test_reason_for_the_report_is_no_reason_for_a_decision():
    found = read_typed(FRONT.replace("Executive Summary", "Reason for the report"))

    assert found["executive_summary"] == "In short."


def test_views_of_those_asked_are_a_part_or_a_sub_heading_by_their_number():
    told = "Background\nLanes were painted.\nViews of drivers\nThey liked them.\n"
    numbered = "1. Background\nLanes were painted.\nVIEWS OF DRIVERS\nThey liked them.\n"

    assert read_typed(FRONT + told)["consultations"] == "They liked them."
    assert read_typed(FRONT + numbered)["consultations"] is None


def _bold(text):
    return Block(Kind.PARAGRAPH, text, f"<strong>{text}</strong>", is_bold=True)


def _dressed(*lines):
    """A report of a front and these lines, those that begin with "*" in bold."""
    front = [_bold("Audit Committee"), _bold("Bus Lanes"), _bold("Executive summary")]
    body = [_bold(line[1:]) if line[0] == "*" else Block(Kind.PARAGRAPH, line) for line in lines]
    return read_report(Reading("x", (*front, Block(Kind.PARAGRAPH, "In short."), *body)))


def test_a_heading_that_only_heads_the_appendices_is_in_no_part():
    draft = _dressed(
        "*Legal implications",
        "None known.",
        "*Supporting documentation",
        "*Appendices",
        "Appendix 1",
    )

    assert draft.implications["Legal implications"].text == "None known."
    assert "Supporting documentation" in draft.labels


def test_who_was_asked_is_told_in_the_background_before_the_consultation():
    draft = _dressed(
        "*Background", "Lanes.", "*Who was asked", "Drivers.", "*Consultation", "For six weeks."
    )

    assert draft.consultations.text == "For six weeks."
    assert draft.background.text.endswith("Drivers.")


def test_decision_below_purpose_of_report_is_no_recommendation():
    draft = _dressed("*Purpose of report", "*Decision", "*Recommendation", "That it be noted.")

    assert [each.text for each in draft.recommendations] == ["That it be noted."]


def test_a_table_of_fields_inside_the_consultation_does_not_end_it():
    front = [_bold("Audit Committee"), _bold("Bus Lanes"), _bold("Executive summary")]
    rows = ((Cell("Wards affected:", "Wards affected:"), Cell("Quay", "Quay")),)
    rows += ((Cell("Were members asked?", "Were members asked?"), Cell("Yes", "Yes")),)
    blocks = [
        Block(Kind.PARAGRAPH, "In short."),
        _bold("Consultation"),
        Block(Kind.TABLE, rows=rows),
        Block(Kind.PARAGRAPH, "The unions took part."),
    ]

    draft = read_report(Reading("x", (*front, *blocks)))

    assert draft.electoral_divisions == ("Quay",)
    assert draft.consultations.text.endswith("The unions took part.")
    assert draft.unread == ()


def test_a_label_that_only_stands_out_in_bold_has_its_value_beside_it():
    line = Block(Kind.PARAGRAPH, "Wards Quay", "<strong>Wards</strong> Quay")
    draft = read_report(Reading("x", (_bold("Audit Committee"), _bold("Bus Lanes"), line)))

    assert draft.electoral_divisions == ("Quay",)


def test_a_reason_given_below_a_recommendation_is_no_part_of_it():
    found = read_typed(
        FRONT + "Recommendation\n1. To open later.\nReason: so that more can come.\n"
    )

    assert found["recommendations"] == ["To open later."]
    assert "so that more can come." in found["background"]


def test_lines_under_one_heading_that_name_implications_are_each_for_itself():
    draft = _dressed(
        "*Organisational impact and implications",
        "Legal – None needed.",
        "Financial – £9,000 a year.",
    )

    assert {name: text.text for name, text in draft.implications.items()} == {
        "Legal": "None needed.",
        "Financial": "£9,000 a year.",
    }


def test_action_required_with_what_it_is_for_is_a_mark():
    draft = _front_table(
        ("Report title", "Joint Forward Plan"),
        ("Action required", "For approval"),
        ("Recommendation", "That the plan be approved."),
    )

    assert [each.text for each in draft.recommendations] == ["That the plan be approved."]


def test_a_cell_of_a_cover_sheet_may_hold_several_implications():
    line = "Budget: Within budget.\nLegal implications: None."
    draft = _front_table(
        ("Report title", "Trading Standards"),
        ("Executive summary", "In short."),
        ("Impact:", line),
    )

    assert draft.implications["Legal implications"].text == "None."
    assert draft.unread == ()


def test_a_heading_nobody_knows_over_prose_and_below_the_title_ends_the_front():
    blocks = (
        Block(Kind.HEADING, "Street Trading", level=1),
        Block(Kind.HEADING, "Audit Committee", level=2),
        Block(Kind.HEADING, "How it came to this", level=2),
        Block(Kind.PARAGRAPH, "Council agreed last July that trading in streets be controlled."),
        Block(Kind.HEADING, "Finance", level=2),
        Block(Kind.PARAGRAPH, "Fees meet the cost."),
    )

    draft = read_report(Reading("x", blocks))

    assert (draft.title, draft.committee) == ("Street Trading", "Audit Committee")
    assert draft.background.text.startswith("How it came to this\nCouncil agreed")
    assert draft.unread == ()
