"""What of an OpenDocument text reaches the text, and in what shape."""

from pathlib import Path

import pytest
from odf import style, text
from odf.opendocument import OpenDocumentText

from cleardays.readers.blocks import Kind
from cleardays.readers.files.odt.read import read_odt
from tests.readers.files.makers import make_odt, seen

_HIDING = (
    '<style:style style:name="Hid" style:family="{}"><style:text-properties text:display="none"/>'
    "</style:style>"
)
_NUMBERS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="i" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="M"><text:list-level-style-number text:level="1" '
    'style:num-format="1"/><text:list-level-style-number text:level="2" style:num-format="1" '
    'text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/>'
    "</text:list-style>"
)


def _item(inner: str, more: str = "") -> str:
    return f"<text:list-item {more}><text:p>Words</text:p>{inner}</text:list-item>"


def _markers(tmp_path: Path, body: str) -> list[str]:
    path = make_odt(tmp_path / "report.odt", body, styles=_NUMBERS)
    return [block.marker for block in read_odt(path).blocks]


def test_a_report_made_with_a_library_is_read_by_its_styles(tmp_path: Path) -> None:
    document = OpenDocumentText()
    bold = style.Style(name="Bold", family="text")
    bold.addElement(style.TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    document.text.addElement(text.H(outlinelevel=2, text="Background"))
    paragraph = text.P(text="Some ")
    paragraph.addElement(text.Span(stylename=bold, text="bold"))
    document.text.addElement(paragraph)
    document.save(tmp_path / "report.odt")

    blocks = read_odt(tmp_path / "report.odt").blocks

    assert (blocks[0].kind, blocks[0].level, blocks[0].text) == (Kind.HEADING, 2, "Background")
    assert blocks[1].html == "Some <strong>bold</strong>"


def test_deletions_and_comments_never_reach_the_text(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>canary</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Kept<office:annotation><text:p>canary</text:p></office:annotation> words</text:p>"
    )

    reading = read_odt(make_odt(tmp_path / "report.odt", body))

    assert seen(reading.blocks) == ["Kept words"]
    assert [notice.code for notice in reading.notices] == ["tracked-deletion", "comment"]


@pytest.mark.parametrize(
    "body",
    [
        '<text:p>A<text:span text:style-name="Hid">canary</text:span></text:p>',
        '<text:p>A</text:p><text:p text:style-name="Hid">canary</text:p>',
        '<text:p>A</text:p><text:section text:display="none"><text:p>canary</text:p>'
        "</text:section>",
        '<text:p>A<text:hidden-text text:is-hidden="true">canary</text:hidden-text></text:p>',
        '<text:p>A</text:p><text:p><text:hidden-paragraph text:is-hidden="true"/>canary</text:p>',
        '<text:p>A</text:p><table:table><table:table-row table:visibility="collapse">'
        "<table:table-cell><text:p>canary</text:p></table:table-cell></table:table-row>"
        "</table:table>",
    ],
)
def test_hidden_text_never_reaches_the_text_whichever_way_it_is_hidden(
    tmp_path: Path, body: str
) -> None:
    styles = _HIDING.format("text") + _HIDING.format("paragraph")

    reading = read_odt(make_odt(tmp_path / "report.odt", body, styles=styles))

    assert seen(reading.blocks) == ["A"]
    assert [(notice.code, notice.count) for notice in reading.notices] == [("hidden-text", 1)]


def test_lists_are_numbered_as_they_are_shown(tmp_path: Path) -> None:
    inner = f"<text:list>{_item('')}{_item('')}</text:list>"

    body = f'<text:list text:style-name="L">{_item(inner)}{_item("")}</text:list>'

    found = _markers(tmp_path, body)

    assert found == ["1.", "(i)", "(ii)", "2."]


def test_a_list_restarts_unless_it_continues(tmp_path: Path) -> None:
    one = f'<text:list text:style-name="L">{_item("")}</text:list>'
    more = f'<text:list text:style-name="L" text:continue-numbering="true">{_item("")}</text:list>'
    restarted = _item("", 'text:start-value="7"')
    late = f'<text:list text:style-name="L">{restarted}</text:list>'

    assert _markers(tmp_path, one + one + more + late) == ["1.", "1.", "2.", "7."]


def test_numbers_of_upper_levels_are_shown_where_asked_for_and_bullets_are_bullets(
    tmp_path: Path,
) -> None:
    inner = f"<text:list>{_item('')}</text:list>"
    body = f'<text:list text:style-name="M">{_item(inner)}</text:list>'
    body += f'<text:list text:style-name="B">{_item("")}</text:list>'

    assert _markers(tmp_path, body) == ["1", "1.1", "•"]


def test_tables_keep_their_header_and_spans(tmp_path: Path) -> None:
    cell = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>"
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell.format('table:number-columns-spanned="2"', "Head")
        + "<table:covered-table-cell/></table:table-row></table:table-header-rows>"
        + f"<table:table-row>{cell.format('', 'a')}{cell.format('', 'b')}</table:table-row>"
        + "</table:table>"
    )

    table = read_odt(make_odt(tmp_path / "report.odt", body)).blocks[0]

    assert [(c.text, c.colspan, c.is_header) for c in table.rows[0]] == [("Head", 2, True)]
    assert [c.text for c in table.rows[1]] == ["a", "b"]


def test_notes_breaks_and_links_are_kept(tmp_path: Path) -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>See the Act.</text:p></text:note-body></text:note>"
    )
    body = (
        f'<text:p>Line<text:line-break/>two{note}<text:s/><text:a xlink:href="https://a.example/">'
        "site</text:a></text:p>"
    )

    blocks = read_odt(make_odt(tmp_path / "report.odt", body)).blocks

    assert seen(blocks) == ["Line\ntwo[1] site", "[1] See the Act."]
    assert '<a href="https://a.example/">site</a>' in blocks[0].html


def test_names_and_what_comes_from_elsewhere_are_found(tmp_path: Path) -> None:
    body = (
        '<text:p>Words<draw:frame><draw:image xlink:href="https://a.example/p.png"/></draw:frame>'
        "</text:p>"
    )
    meta = "<office:meta><dc:creator>Post</dc:creator></office:meta>"
    pages = "<style:header><text:p>canary</text:p></style:header>"
    path = make_odt(tmp_path / "report.odt", body, meta=meta, page_styles=pages)

    reading = read_odt(path)

    assert seen(reading.blocks) == ["Words"]
    assert [notice.code for notice in reading.notices] == [
        "header-footer",
        "external-link",
        "metadata",
        "picture-left-out",
    ]


def test_words_in_a_content_control_are_words_of_the_text(tmp_path: Path) -> None:
    space = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
    body = (
        f'<text:p>Before <l:content-control xmlns:l="{space}">inside</l:content-control> after'
        "</text:p>"
    )
    path = make_odt(tmp_path / "report.odt", body)

    assert [block.text for block in read_odt(path).blocks] == ["Before inside after"]
