"""PDFs, made from HTML, read back."""

from pathlib import Path

import pikepdf
import pytest

from cleardays.readers.blocks import Kind
from cleardays.readers.files.pdf.read import read_pdf
from tests.readers.files.makers import make_pdf, seen

_LONG = "The committee noted that the figures had been asked for in the spring. " * 4


def test_paragraphs_are_whole_and_headings_have_levels(tmp_path: Path) -> None:
    html = f"<h1>The plan</h1><h2>Background</h2><p>{_LONG}<p>{_LONG}<h2>Advice</h2><p>Short."

    blocks = read_pdf(make_pdf(tmp_path / "a.pdf", html)).blocks

    assert [(block.kind, block.level) for block in blocks] == [
        (Kind.HEADING, 1),
        (Kind.HEADING, 2),
        (Kind.PARAGRAPH, 0),
        (Kind.PARAGRAPH, 0),
        (Kind.HEADING, 2),
        (Kind.PARAGRAPH, 0),
    ]
    assert blocks[2].text == _LONG.strip()


def test_a_hyphen_at_the_end_of_a_line_joins_the_word(tmp_path: Path) -> None:
    html = "<p style='width:6em'>A well-<br>founded plan of the co-ordinating-group"

    text = " ".join(seen(read_pdf(make_pdf(tmp_path / "a.pdf", html)).blocks))

    assert "well-founded" in text.replace("well- founded", "apart")


def test_printed_lists_become_items(tmp_path: Path) -> None:
    html = (
        "<p>It is asked to:<ol style='list-style:lower-roman'><li>Note it; and<li>Agree it.</ol>"
        "<ul><li>Point</ul>"
    )

    blocks = read_pdf(make_pdf(tmp_path / "a.pdf", html)).blocks

    items = [block for block in blocks if block.kind is Kind.ITEM]
    assert [(item.marker, item.text) for item in items] == [
        ("i.", "Note it; and"),
        ("ii.", "Agree it."),
        ("•", "Point"),
    ]
    assert all(item.is_marker_printed for item in items)


def test_a_ruled_table_is_a_table_with_its_spans(tmp_path: Path) -> None:
    html = (
        "<p>Before<table><tr><th>Paper<th>Date<tr><td>The plan of the county<td>3 May"
        "<tr><td colspan=2>None of these</table><p>After"
    )
    css = "table{border-collapse:collapse}td,th{border:1px solid;padding:4px;text-align:left}"

    blocks = read_pdf(make_pdf(tmp_path / "a.pdf", html, css)).blocks

    assert [block.kind for block in blocks] == [Kind.PARAGRAPH, Kind.TABLE, Kind.PARAGRAPH]
    table = blocks[1]
    assert seen((table,)) == ["Paper|Date / The plan of the county|3 May / None of these"]
    assert table.rows[2][0].colspan == 2
    assert [cell.is_header for cell in table.rows[0]] == [True, True]


def test_headers_footers_and_page_numbers_are_set_aside_and_accounted_for(tmp_path: Path) -> None:
    css = "@page{@top-left{content:'Cabinet paper'}@bottom-right{content:'Page ' counter(page)}}"
    html = "".join(f"<p style='break-after:page'>Body {word}" for word in ("one", "two", "three"))

    reading = read_pdf(make_pdf(tmp_path / "a.pdf", html, css))

    assert seen(reading.blocks) == ["Body one", "Body two", "Body three"]
    assert reading.dropped_words.count("Cabinet") == 3
    assert {"1", "2", "3"} <= set(reading.dropped_words)
    assert [(n.code, n.count) for n in reading.notices] == [("header-footer", 6)]
    assert [block.page for block in reading.blocks] == [1, 2, 3]


def test_bold_and_slanted_words_keep_their_look(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", "<p>Some <b>strong</b> and <i>stressed</i> words")

    block = read_pdf(path).blocks[0]

    assert block.html == "Some <strong>strong</strong> and <em>stressed</em> words"


def _changed(path: Path, change: object) -> dict[str, int]:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    return {notice.code: notice.count for notice in read_pdf(path).notices}


def _script(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    pdf.Root.OpenAction = action


def _attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["secret.txt"] = pikepdf.AttachedFileSpec(pdf, b"canary")


def _note(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents="canary"
    )
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])


def _author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = "A person"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_script, "script"),
        (_attachment, "embedded-file"),
        (_note, "annotation"),
        (_author, "metadata"),
    ],
)
def test_what_stands_beside_the_text_is_found(tmp_path: Path, change: object, code: str) -> None:
    path = make_pdf(tmp_path / "a.pdf", "<p>Words")

    assert _changed(path, change) == {code: 1}


def test_an_update_at_the_end_of_the_file_is_found(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", "<p>Words")
    raw = path.read_bytes()
    start = raw[raw.rindex(b"startxref") :]
    path.write_bytes(raw + b"\n" + start)

    assert [notice.code for notice in read_pdf(path).notices] == ["earlier-version"]


def test_text_under_a_box_is_left_out_and_said(tmp_path: Path) -> None:
    box = "position:absolute;left:0;top:0;width:100%;height:2em;background:"
    html = f"<div style='position:relative'>canary<div style='{box}black'></div></div><p>Words"

    reading = read_pdf(make_pdf(tmp_path / "a.pdf", html))

    assert seen(reading.blocks) == ["Words"]
    assert [(n.code, n.count) for n in reading.notices] == [("covered-text", 1)]


def test_text_on_a_dark_ground_or_under_a_clear_box_is_text(tmp_path: Path) -> None:
    box = "position:absolute;left:0;top:0;width:100%;height:2em;background:rgb(0 0 0 / 20%)"
    html = (
        "<p style='background:black;color:white'>On a dark ground"
        f"<div style='position:relative'>Shaded<div style='{box}'></div></div>"
    )

    reading = read_pdf(make_pdf(tmp_path / "a.pdf", html))

    assert seen(reading.blocks) == ["On a dark ground", "Shaded"]
    assert reading.notices == ()


def test_a_heading_in_bold_begins_anew_after_a_full_line(tmp_path: Path) -> None:
    html = (
        "<p>It was agreed that the plan be adopted by the whole of the committee today.<br>"
        "<b>Reasons for the recommendation</b><br>The law asks for a plan."
    )

    lines = seen(read_pdf(make_pdf(tmp_path / "a.pdf", html, "p{width:30em}")).blocks)

    assert "Reasons for the recommendation" in lines


def test_the_number_of_an_appendix_at_the_beginning_of_a_line_is_no_item(tmp_path: Path) -> None:
    html = "<p>The whole of the strategy of the council is set out at Appendix<br>2. It was read."

    blocks = read_pdf(make_pdf(tmp_path / "a.pdf", html)).blocks

    assert seen(blocks) == [
        "The whole of the strategy of the council is set out at Appendix 2. It was read."
    ]
