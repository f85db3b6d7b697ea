"""Tables that have no upright lines: shaded or underlined row by row."""

from pathlib import Path

from cleardays.readers.files.pdf.read import read_pdf
from tests.readers.files.makers import make_pdf, seen

_ROWS = (
    "<tr><td>Meeting<td>Audit Committee<tr><td>Wards<td>All"
    "<tr><td>Summary<td>The accounts were signed in June.<tr><td>Author<td>Head of Audit"
)
_CELLS = "table{width:100%;border-collapse:collapse}td{padding:6px;width:50%}"
_SHADED = f"{_CELLS}tr:nth-child(odd) td{{background:#eef}}"
_UNDERLINED = f"{_CELLS}td{{border-bottom:1px solid #888}}"
_READ = "Meeting|Audit Committee / Wards|All / Summary|The accounts were signed in June. / "
_READ += "Author|Head of Audit"


def _seen(path: Path, html: str, css: str) -> list[str]:
    return seen(read_pdf(make_pdf(path, html, css)).blocks)


def test_rows_shaded_by_turns_are_one_table(tmp_path: Path) -> None:
    html = f"<h1>Accounts of the year</h1><table>{_ROWS}</table><p>The audit took three weeks."

    lines = _seen(tmp_path / "a.pdf", html, _SHADED)

    assert lines == ["Accounts of the year", _READ, "The audit took three weeks."]


def test_a_table_underlined_row_by_row_has_its_first_row(tmp_path: Path) -> None:
    html = f"<p>Before the table stands a line of prose.</p><table>{_ROWS}</table><p>After it."

    lines = _seen(tmp_path / "a.pdf", html, _UNDERLINED)

    assert lines == ["Before the table stands a line of prose.", _READ, "After it."]


def test_prose_between_two_such_tables_is_in_neither(tmp_path: Path) -> None:
    prose = "A sentence that goes from one side of the page to the other, over the cells of both."
    html = f"<table>{_ROWS}</table><p>{prose}</p><table>{_ROWS}</table>"

    assert _seen(tmp_path / "a.pdf", html, _UNDERLINED) == [_READ, prose, _READ]


def test_one_pair_of_boxes_side_by_side_is_no_table(tmp_path: Path) -> None:
    html = "<table><tr><td>Left of the page.<td>Right of the page.</table>"

    blocks = read_pdf(make_pdf(tmp_path / "a.pdf", html, _SHADED)).blocks

    assert not any(block.rows for block in blocks)
