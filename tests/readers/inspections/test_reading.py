"""Whole reports, invented, in every look and variant that the framework's reports come in."""

from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from cleardays.readers.inspections import as_json, read_inspection
from tests.readers.inspections.paper import (
    ALL,
    BASIN,
    COUNTY,
    FERRY,
    GLASS,
    IMPROVEMENTS,
    INCONSISTENT,
    LANTERNS,
    MAST,
    POSITIVE,
    READING,
    TIDES,
    UPPER,
    WHOLE,
    WYKE,
    Look,
    flat,
    set_pdf,
)

THREE = [COUNTY, WYKE, UPPER]
AS_READ = {
    "area": "Saltmere and Wyke",
    "inspection_start": "2023-11-13",
    "inspection_end": "2023-11-17",
    "previous_inspection": "21 to 23 January 2019",
    "outcome": "systemic_failings",
    "strategic_plan_requested": False,
    "priority_action_plan_required": True,
    "monitoring_inspection": "18 months",
    "next_full_inspection": "three years",
    "local_authority": COUNTY,
    "icb": [WYKE, UPPER],
    "jointly_responsible": [
        COUNTY,
        "NHS Wyke and East Fenmark Integrated Care Board (ICB)",
        UPPER,
    ],
    "priority_actions": [
        {"responsible": THREE, "text": flat(FERRY)},
        {"responsible": [UPPER], "text": READING},
        {"responsible": THREE, "text": LANTERNS},
    ],
    "improvements": [{"responsible": [], "text": flat(t)} for t in (MAST, BASIN, TIDES, GLASS)],
    "unsure": [],
}
NO_UPRIGHTS = "td{border-left:none!important;border-right:none!important}"


def without_pages(draft):
    return {name: value for name, value in as_json(draft).items() if name != "pages"}


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def test_every_field_of_a_report_is_read(read):
    draft = read(WHOLE)

    assert without_pages(draft) == AS_READ
    assert draft.pages == 3


@pytest.mark.parametrize(
    "look",
    [
        pytest.param(Look(font="DejaVu Serif", points=12), id="large serif"),
        pytest.param(Look(points=8, left=20), id="small, narrow first column"),
        pytest.param(Look(size="Letter", margin="2cm 3cm"), id="another page and margin"),
        pytest.param(Look(size="A4 landscape"), id="landscape"),
        pytest.param(Look(border="2pt solid #333"), id="thick lines"),
        pytest.param(Look(border="0.5pt dotted #777"), id="dotted lines"),
        pytest.param(Look(border="0.5pt dashed #777"), id="dashed lines"),
        pytest.param(Look(collapse="separate"), id="a frame for each cell"),
        pytest.param(Look(padding="6pt 12pt"), id="wide cells"),
        pytest.param(Look(left=55), id="wide first column"),
        pytest.param(Look(more="body{text-align:justify}"), id="justified"),
        pytest.param(Look(left=22, more="body{hyphens:auto}"), id="hyphenated"),
        pytest.param(Look(more="li{list-style-type:square}"), id="square bullets"),
        pytest.param(Look(more="li{margin:6pt 0}"), id="loose lists"),
        pytest.param(Look(footer="{area}, inspected {dates}"), id="a footer of its own"),
    ],
)
def test_the_reading_does_not_depend_on_how_the_page_is_set(read, look):
    draft = read(WHOLE, look)

    assert without_pages(draft) == AS_READ


@pytest.mark.parametrize(
    ("scale", "right", "up"), [(0.7, 40, 90), (1.3, -20, 10), (1.0, 200, 100)]
)
def test_pages_reprinted_smaller_larger_or_elsewhere_read_the_same(tmp_path, scale, right, up):
    path = set_pdf(tmp_path, WHOLE)
    reprinted = tmp_path / "reprinted.pdf"
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            move = f"q {scale} 0 0 {scale} {right} {up} cm"
            page.contents_add(pdf.make_stream(move.encode()), prepend=True)
            page.contents_add(pdf.make_stream(b"Q"))
            page.MediaBox = pikepdf.Array([0, 0, 900, 1200])
        pdf.save(reprinted)

    draft = read_inspection(reprinted)

    assert without_pages(draft) == AS_READ


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_lie_on_their_side_read_the_same(tmp_path, turn):
    path = set_pdf(tmp_path, WHOLE)
    turned = tmp_path / "turned.pdf"
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            page.Rotate = turn
        pdf.save(turned)

    draft = read_inspection(turned)

    assert without_pages(draft) == AS_READ


@pytest.mark.parametrize("filler", range(28, 72, 4))
def test_page_breaks_anywhere_leave_every_row_whole(read, filler):
    draft = read(replace(WHOLE, filler=filler))

    assert without_pages(draft) == AS_READ


@pytest.mark.parametrize("filler", range(32, 72, 6))
def test_improvements_with_their_own_column_of_bodies_are_read_over_page_breaks(read, filler):
    rows = tuple((UPPER if n % 2 else ALL, text) for n, text in enumerate(IMPROVEMENTS))
    paper = replace(
        WHOLE,
        filler=filler,
        improvements=rows,
        improvement_head=("Responsible body", "Areas for improvement"),
    )

    draft = read(paper)

    assert [f.text for f in draft.improvements] == [flat(text) for text in IMPROVEMENTS]
    assert [len(f.responsible) for f in draft.improvements] == [3, 1, 3, 1]
    assert draft.unsure == ()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"priority_head": (), "improvement_head": ()}, id="no header rows"),
        pytest.param(
            {"priority_heading": None, "improvement_heading": None}, id="no section headings"
        ),
        pytest.param(
            {"priority_heading": "Area for priority action:", "improvement_head": ("",)},
            id="singular with a colon, and a blank header row",
        ),
    ],
)
def test_headings_may_be_missing_or_vary(read, change):
    draft = read(replace(WHOLE, **change))

    assert without_pages(draft) == AS_READ


def test_a_body_that_spans_rows_is_responsible_for_each(read):
    rows = (
        "<td class=head>Responsible body</td><td class=head>Areas for priority action</td>",
        f"<td rowspan=2>{ALL}</td><td>{READING}</td>",
        f"<td>{LANTERNS}</td>",
        f"<td>{UPPER}</td><td>{MAST}</td>",
    )

    draft = read(replace(WHOLE, filler=20, html={"priority": table(*rows)}))

    assert [list(f.responsible) for f in draft.priority_actions] == [THREE, THREE, [UPPER]]
    assert [f.text for f in draft.priority_actions] == [READING, LANTERNS, MAST]


def test_a_body_named_inside_the_text_is_taken_out_of_it(read):
    rows = (
        "<td class=head>Areas for priority action</td>",
        f"<td><p>Responsible body: {ALL}</p><p>{READING}</p></td>",
    )

    draft = read(replace(WHOLE, filler=20, html={"priority": table(*rows)}))

    (finding,) = draft.priority_actions
    assert list(finding.responsible) == THREE
    assert finding.text == READING


def test_numbers_of_rows_are_left_out(read):
    rows = (
        "<td class=head>No.</td><td class=head>Responsible bodies</td>"
        "<td class=head>Area for priority action</td>",
        f"<td>1.</td><td>{ALL}</td><td>{READING}</td>",
        f"<td>2.</td><td>{UPPER}</td><td>{LANTERNS}</td>",
    )
    narrow = Look(more="td:first-child:not(:last-child){width:8%}")

    draft = read(replace(WHOLE, filler=20, html={"priority": table(*rows)}), narrow)

    assert [list(f.responsible) for f in draft.priority_actions] == [THREE, [UPPER]]
    assert [f.text for f in draft.priority_actions] == [READING, LANTERNS]


def test_bodies_on_lines_of_their_own_are_told_apart(read):
    rows = (
        "<td class=head>Responsible body</td><td class=head>Areas for priority action</td>",
        f"<td><p>{COUNTY}</p><p>{UPPER}</p></td><td>{READING}</td>",
    )

    draft = read(replace(WHOLE, filler=20, html={"priority": table(*rows)}), Look(left=55))

    assert draft.priority_actions[0].responsible == (COUNTY, UPPER)


def test_two_tables_in_one_frame_are_told_apart(read):
    rows = (
        "<td class=head>Responsible body</td><td class=head>Areas for priority action</td>",
        f"<td>{ALL}</td><td>{READING}</td>",
        "<td colspan=2 class=head>Areas for improvement</td>",
        f"<td colspan=2>{MAST}</td>",
        f"<td colspan=2>{TIDES}</td>",
    )
    paper = replace(WHOLE, filler=20, improvements=(), html={"priority": table(*rows)})

    draft = read(paper)

    assert [f.text for f in draft.priority_actions] == [READING]
    assert [f.text for f in draft.improvements] == [MAST, TIDES]


def test_a_table_ruled_between_rows_only_is_read(read):
    draft = read(replace(WHOLE, filler=34), Look(more=NO_UPRIGHTS))

    assert {page for f in draft.priority_actions for page in f.pages} == {2}
    assert without_pages(draft) == AS_READ


@pytest.mark.parametrize("filler", [20, 44, 56, 62])
def test_a_table_without_lines_is_read_and_said_to_be_doubtful(read, filler):
    draft = read(replace(WHOLE, filler=filler), Look(border="none", padding="4pt 5pt"))

    assert as_json(draft)["priority_actions"] == AS_READ["priority_actions"]
    assert as_json(draft)["improvements"] == AS_READ["improvements"]
    assert {doubt.field for doubt in draft.unsure} == {"priority_actions", "improvements"}


def test_good_arrangements_may_need_no_improvement(read):
    draft = read(replace(WHOLE, outcome=POSITIVE, priority=(), improvements=()))

    assert (draft.outcome.value, draft.next_full_inspection.value) == ("positive", "5 years")
    assert draft.improvements == draft.priority_actions == draft.unsure == ()
    assert draft.strategic_plan_requested.value
    assert draft.monitoring_inspection.value is None


def test_several_authorities_and_boards_in_the_details_are_read_and_doubted(read):
    details = (
        ("Local authorities", "Integrated care board", "Integrated care board"),
        ("Saltmere Council and Wyke Council", WYKE, UPPER),
        ("Directors", "Chief Executive", "Chief Executive"),
    )

    draft = read(replace(WHOLE, details=details))

    assert draft.local_authority.value == "Saltmere Council and Wyke Council"
    assert draft.icb.value == (WYKE, UPPER)
    assert [doubt.field for doubt in draft.unsure] == ["local_authority"]


def test_values_keep_the_page_and_the_words_they_came_from(read):
    draft = read(replace(WHOLE, outcome=INCONSISTENT, filler=60))

    assert draft.inspection_start.value == date(2023, 11, 13)
    assert (draft.inspection_start.page, draft.inspection_start.words) == (
        1,
        "13 to 17 November 2023",
    )
    assert draft.outcome.words.startswith("The local area partnership’s arrangements lead to")
    assert draft.local_authority.page == 3
    assert {page for f in draft.improvements for page in f.pages} <= {2, 3}
