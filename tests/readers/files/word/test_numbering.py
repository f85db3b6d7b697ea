"""The numbers of lists as Word shows them."""

from pathlib import Path

from cleardays.readers.files.word.read import read_docx
from tests.readers.files.makers import make_docx, paragraph, word_part


def _level(level: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _num(num: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def _abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def _entry(num: int, level: int = 0) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return paragraph("Words", properties=properties)


def _markers(tmp_path: Path, definitions: str, *entries: str) -> list[str]:
    numbering = word_part("numbering", definitions)
    path = make_docx(tmp_path / "report.docx", "".join(entries), numbering=numbering)
    return [block.marker for block in read_docx(path).blocks]


def test_levels_count_within_those_above_and_restart_after_them(tmp_path: Path) -> None:
    definitions = _abstract(
        0,
        _level(0, "decimal", "%1."),
        _level(1, "decimal", "%1.%2"),
        _level(2, "lowerRoman", "(%3)"),
    ) + _num(1, 0)

    found = _markers(
        tmp_path, definitions,
        _entry(1), _entry(1, 1), _entry(1, 1), _entry(1, 2), _entry(1, 2), _entry(1), _entry(1, 1),
    )  # fmt: skip

    assert found == ["1.", "1.1", "1.2", "(i)", "(ii)", "2.", "2.1"]


def test_lists_with_one_definition_count_on_until_one_starts_afresh(tmp_path: Path) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    definitions = _abstract(0, _level(0, "lowerLetter", "%1)")) + _num(1, 0) + _num(2, 0)
    definitions += _num(3, 0, restart)

    found = _markers(tmp_path, definitions, _entry(1), _entry(2), _entry(3), _entry(3))

    assert found == ["a)", "b)", "e)", "f)"]


def test_bullets_are_bullets_and_no_list_is_none(tmp_path: Path) -> None:
    definitions = _abstract(0, _level(0, "bullet", "\uf0b7")) + _num(1, 0)

    assert _markers(tmp_path, definitions, _entry(1), _entry(0)) == ["•", ""]


def test_a_level_that_shows_decimals_only_shows_them_for_those_above(tmp_path: Path) -> None:
    definitions = _abstract(
        0, _level(0, "upperRoman", "%1"), _level(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + _num(1, 0)

    assert _markers(tmp_path, definitions, _entry(1), _entry(1, 1)) == ["I", "1.1"]


def test_a_level_that_never_restarts_counts_on(tmp_path: Path) -> None:
    definitions = _abstract(
        0, _level(0, "decimal", "%1."), _level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    ) + _num(1, 0)

    found = _markers(tmp_path, definitions, _entry(1), _entry(1, 1), _entry(1), _entry(1, 1))

    assert found == ["1.", "1)", "2.", "2)"]


def test_an_override_of_a_level_wins(tmp_path: Path) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{_level(0, "upperLetter", "%1.")}</w:lvlOverride>'
    definitions = _abstract(0, _level(0, "decimal", "%1.")) + _num(1, 0, own)

    assert _markers(tmp_path, definitions, _entry(1)) == ["A."]


def test_a_style_can_put_its_paragraphs_into_a_list(tmp_path: Path) -> None:
    styles = word_part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Rec"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>",
    )
    numbering = word_part(
        "numbering",
        _abstract(
            0,
            _level(0, "decimal", "%1."),
            _level(1, "lowerLetter", "%2.", '<w:pStyle w:val="Rec"/>'),
        )
        + _num(1, 0),
    )
    body = paragraph("Words", properties='<w:pStyle w:val="Rec"/>')
    path = make_docx(tmp_path / "report.docx", body, styles=styles, numbering=numbering)

    block = read_docx(path).blocks[0]

    assert (block.marker, block.level, block.is_ordered) == ("a.", 2, True)
    assert not block.is_marker_printed
