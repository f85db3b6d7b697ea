"""No word of a file is lost, and none is read twice, whatever stands where."""

from html import escape

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleardays.readers.blocks import Block, Cell, Kind, Reading
from cleardays.readers.reports.read import read_report
from tests.readers.reports.words import assert_every_word_once

HEADINGS = [
    "Executive Summary", "Recommendation", "Recommendations:", "Background and Advice", "REPORT",
    "Consultations", "Implications:", "Financial implications", "Risk management", "Legal",
    "Local Government (Access to Information) Act 1985", "List of Background Papers",
    "Reason for inclusion in Part II, if appropriate", "Appendices", "Next steps", "Purpose",
    "Appendix A", "Glossary of terms", "1. Introduction", "2.0 Options", "5 Legal implications",
    "Electoral Division affected:", "Contact for further information:", "Wards affected:",
]  # fmt: skip
LABELS = [
    "Title", "Committee", "Date", "Date of meeting", "Wards affected", "Contact Officer", "Email",
    "Telephone", "Report of", "Agenda item", "Classification", "Portfolio holder", "Appendices",
    "Recommendation", "Consultations", "Legal implications", "Background papers", "Ward priority",
]  # fmt: skip
VALUES = [
    "Scrutiny Committee", "12 March 2024", "Friday 31 February 2023", "All", "N/A", "None", "NA",
    "Millbrook East; Millbrook West",
    "North, South and East", "Priya Example, Clerk, 01632 960001",
    "post@council.example", "(01632) 960 123 ext 45", "There are none.", "Head of Highways",
    "Appendices 'A' and 'B' refer", "(Appendix 1 refers)", "Appendices 1 to 4", "Open", "[x]",
    "financial [x] legal [ ]", "Item 7: Bus lanes (Appendix 'C' refers)", "Cabinet, 3 May 2022",
    "Meeting to be held on Monday, 4 March 2024", "Report to the Cabinet", "Part I", "1.5 million",
    "NOT FOR PUBLICATION by virtue of paragraph 3", "Paper", "Contact/Tel", "Recommendation 1",
    "Minutes of the Board, 3 May 2021",
    "Sam Poole and Lee Hart, tel 01632960002", "Table 1: Costs",
]  # fmt: skip
PROSE = [
    "The service was reviewed in 2023 and found to be slow.", "It is recommended that Cabinet:",
    "The Committee is asked to note the report.", "That the plan be approved; and",
    "This item has the following implications, as indicated:", "agree the plan, namely:",
    "See Appendix B for the figures_and_notes.", "Contact: please write to the clerk at once.",
    "The following papers were relied on:", "A line\nwith a break: and more", "of", "_x_", "é & ©",
]  # fmt: skip
MARKERS = ["1.", "2.", "(a)", "b)", "i.", "ii.", "(iv)", "3.1", "3.1.2", "•", "-", "", "A)", "12"]


@st.composite
def texts(draw):
    kind = draw(st.integers(0, 4))
    if kind == 0:
        return draw(st.sampled_from(HEADINGS))
    if kind == 1:
        return f"{draw(st.sampled_from(LABELS))}: {draw(st.sampled_from(VALUES))}"
    if kind == 2:
        return draw(st.sampled_from(VALUES))
    if kind == 3:
        return "\n".join(
            draw(st.lists(st.sampled_from(VALUES + HEADINGS), min_size=1, max_size=3))
        )
    return draw(st.sampled_from(PROSE))


def _dressed(text, *, is_bold):
    html = escape(text).replace("\n", "<br>")
    return f"<strong>{html}</strong>" if is_bold else html


@st.composite
def cells(draw):
    text = draw(st.one_of(texts(), st.sampled_from(LABELS), st.sampled_from(VALUES), st.just("")))
    return Cell(text, _dressed(text, is_bold=draw(st.booleans())) if text else "")


@st.composite
def blocks(draw):
    kind = draw(st.sampled_from([*Kind, Kind.PARAGRAPH, Kind.PARAGRAPH]))
    if kind is Kind.TABLE:
        width = draw(st.integers(1, 4))
        row = st.lists(cells(), min_size=width, max_size=width).map(tuple)
        return Block(kind, rows=tuple(draw(st.lists(row, min_size=1, max_size=4))))
    text, is_bold = draw(texts()), draw(st.booleans())
    is_item = kind is Kind.ITEM
    marker = draw(st.sampled_from(MARKERS)) if is_item else ""
    level = draw(st.integers(1, 3)) if kind in {Kind.HEADING, Kind.ITEM} else 0
    return Block(
        kind,
        text,
        _dressed(text, is_bold=is_bold),
        level=level,
        marker=marker,
        is_marker_printed=is_item and draw(st.booleans()),
        is_ordered=is_item and marker not in {"", "•", "-"},
        is_bold=is_bold,
    )


@st.composite
def sections(draw):
    """A heading that is known with blocks under it, so that every part is reached often."""
    text = draw(st.sampled_from(HEADINGS))
    return [Block(Kind.HEADING, text, text, level=2), *draw(st.lists(blocks(), max_size=4))]


FRONT = Block(Kind.PARAGRAPH, "Scrutiny Committee", "Scrutiny Committee")


REPORTS = st.one_of(
    st.lists(blocks(), max_size=14),
    st.lists(sections(), max_size=5).map(lambda parts: [b for part in parts for b in part]),
)


@given(REPORTS, st.booleans())
@example([Block(Kind.HEADING, "Appendix A", "Appendix A", level=1), FRONT], True)
@settings(max_examples=300, deadline=None)
def test_every_word_of_the_blocks_is_in_exactly_one_part(some, has_front):
    reading = Reading("text/plain", (FRONT, *some) if has_front else tuple(some), (), ("PAGEREF",))

    draft = read_report(reading)

    assert_every_word_once(reading, draft)
