"""What of a Word document reaches the text, and in what shape."""

import zipfile
from pathlib import Path

import docx

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.files.word.read import read_docx
from tests.readers.files.makers import make_docx, paragraph, seen, word_part, words


def _blocks(tmp_path: Path, body: str, **parts: str) -> tuple[Block, ...]:
    return read_docx(make_docx(tmp_path / "report.docx", body, **parts)).blocks


def test_a_report_made_with_a_word_library_is_read_by_its_styles(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("The title", 0)
    document.add_heading("Background", 2)
    document.add_paragraph("Some ").add_run("bold").bold = True
    document.add_paragraph("First", style="List Bullet")
    document.save(tmp_path / "report.docx")

    blocks = read_docx(tmp_path / "report.docx").blocks

    assert [(b.kind, b.level) for b in blocks] == [
        (Kind.HEADING, 1),
        (Kind.HEADING, 2),
        (Kind.PARAGRAPH, 0),
        (Kind.ITEM, 1),
    ]
    assert blocks[2].html == "Some <strong>bold</strong>"
    assert blocks[3].marker == "•"


def test_a_heading_is_known_by_the_english_name_of_its_style_in_any_language(
    tmp_path: Path,
) -> None:
    styles = word_part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Pennawd3"><w:name w:val="heading 3"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/>'
        '<w:basedOn w:val="Level"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Level"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
    )
    body = paragraph("Three", properties='<w:pStyle w:val="Pennawd3"/>')
    body += paragraph("Two", properties='<w:pStyle w:val="Own"/>')

    assert [block.level for block in _blocks(tmp_path, body, styles=styles)] == [3, 2]


def test_insertions_are_text_and_deletions_and_moves_from_never_are(tmp_path: Path) -> None:
    body = paragraph(
        "Keep ",
        f"<w:ins>{words('added ')}</w:ins>",
        "<w:del><w:r><w:delText>canary</w:delText></w:r><w:r><w:t>canary</w:t></w:r></w:del>",
        f"<w:moveFrom>{words('canary')}</w:moveFrom>",
        f"<w:moveTo>{words('moved')}</w:moveTo>",
    )

    assert seen(_blocks(tmp_path, body)) == ["Keep added moved"]


def test_a_paragraph_whose_end_is_deleted_runs_on_into_the_next(tmp_path: Path) -> None:
    body = paragraph("One and ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("two")

    assert seen(_blocks(tmp_path, body)) == ["One and two"]


def test_hidden_text_never_reaches_the_text_whichever_way_it_is_hidden(tmp_path: Path) -> None:
    styles = word_part(
        "styles",
        '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    body = (
        paragraph("Shown ", words("canary", "<w:vanish/>"), words("too", '<w:vanish w:val="0"/>'))
        + paragraph(words("canary", '<w:rStyle w:val="Secret"/>'), "A")
        + paragraph("canary", properties='<w:pStyle w:val="Note"/>')
        + paragraph(
            words("B", '<w:rStyle w:val="Secret"/>'), properties='<w:pStyle w:val="Note"/>'
        )
    )

    reading = read_docx(make_docx(tmp_path / "report.docx", body, styles=styles))

    # Hidden by both its styles, a run is in sight again (ECMA-376 part 1, 17.7.3).
    assert seen(reading.blocks) == ["Shown too", "A", "B"]
    assert {notice.code: notice.count for notice in reading.notices}["hidden-text"] == 3


def test_comments_headers_and_footers_never_reach_the_text(tmp_path: Path) -> None:
    comments = word_part("comments", f'<w:comment w:id="1">{paragraph("canary")}</w:comment>')
    header = word_part("hdr", paragraph("canary"))
    body = paragraph(
        '<w:commentRangeStart w:id="1"/>', "Words", '<w:r><w:commentReference w:id="1"/></w:r>'
    )

    reading = read_docx(
        make_docx(tmp_path / "report.docx", body, comments=comments, header=header)
    )

    assert seen(reading.blocks) == ["Words"]
    assert [notice.code for notice in reading.notices] == ["comment", "header-footer"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    body = paragraph(
        "Before",
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>",
    ) + paragraph("After")

    assert seen(_blocks(tmp_path, body)) == ["Before", "In the box", "After"]


def test_content_controls_smart_tags_and_simple_fields_keep_their_words(tmp_path: Path) -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('In a control')}</w:sdtContent></w:sdt>"
        + paragraph(
            f"<w:smartTag>{words('Lancashire ')}</w:smartTag>",
            f"<w:fldSimple w:instr='DATE'>{words('3 May')}</w:fldSimple>",
        )
    )

    assert seen(_blocks(tmp_path, body)) == ["In a control", "Lancashire 3 May"]


def test_codes_of_fields_are_no_text_and_their_links_are_kept(tmp_path: Path) -> None:
    body = paragraph(
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
        '<w:r><w:instrText> HYPERLINK "https://a.example/" </w:instrText></w:r>',
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
        "the site",
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        " and more",
    )

    block = _blocks(tmp_path, body)[0]

    assert block.text == "the site and more"
    assert block.html == '<a href="https://a.example/">the site</a> and more'


def test_form_fields_show_their_ticks_and_choices(tmp_path: Path) -> None:
    tick = "<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>"
    choice = (
        "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='No'/>"
        "<w:listEntry w:val='Yes'/></w:ddList></w:ffData>"
    )
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'>{}</w:fldChar></w:r>"
        "<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    body = paragraph(field.format(tick), " ", field.format(choice))

    assert seen(_blocks(tmp_path, body)) == ["☒ Yes"]


def test_notes_follow_the_paragraph_that_they_belong_to(tmp_path: Path) -> None:
    note = f'<w:footnote w:id="2">{paragraph("See the Act.")}</w:footnote>'
    notes = word_part("footnotes", note)
    body = paragraph("It is so", '<w:r><w:footnoteReference w:id="2"/></w:r>') + paragraph("Next")

    blocks = _blocks(tmp_path, body, footnotes=notes)

    assert seen(blocks) == ["It is so[1]", "[1] See the Act.", "Next"]
    assert blocks[0].html == "It is so<sup>[1]</sup>"


def test_strict_documents_are_read_like_others(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "report.docx", paragraph("Words"))
    strict = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            main = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            package.writestr(
                name, part.replace(main, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            )

    assert path.read_bytes() != strict
    assert seen(read_docx(path).blocks) == ["Words"]


def test_a_printed_marker_makes_an_item_and_a_heading_keeps_its_number(tmp_path: Path) -> None:
    styles = word_part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>',
    )
    body = paragraph("ii. Agree it") + paragraph("1. Reasons", properties='<w:pStyle w:val="H"/>')

    item, heading = _blocks(tmp_path, body, styles=styles)

    assert (item.kind, item.marker, item.is_marker_printed) == (Kind.ITEM, "ii.", True)
    assert (heading.kind, heading.text) == (Kind.HEADING, "1. Reasons")
