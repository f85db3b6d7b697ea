"""Labels beside their values with nothing drawn between them."""

from pathlib import Path

from cleardays.readers.files.pdf.read import read_pdf
from tests.readers.files.makers import make_pdf, seen

_CSS = "table{width:100%}td{vertical-align:top;padding:3px}td:first-child{width:30%}p{margin:0}"
_LONG = "To look at the draft before it goes on to the cabinet, who are to adopt it in the summer."


def _seen(path: Path, html: str, css: str = _CSS) -> list[str]:
    return seen(read_pdf(make_pdf(path, html, css)).blocks)


def test_labels_beside_values_are_a_table(tmp_path: Path) -> None:
    html = (
        "<p>A sentence before it that goes across the whole page, over both columns of it.</p>"
        "<table><tr><td>Meeting<td>Scrutiny Panel<tr><td>Date<td>20 June 2023"
        f"<tr><td>Purpose<td>{_LONG}<tr><td>Reasons for the<br>whole report<td>None.</table>"
    )

    lines = _seen(tmp_path / "a.pdf", html)

    assert lines[1:] == [
        f"Meeting|Scrutiny Panel / Date|20 June 2023 / Purpose|{_LONG}"
        " / Reasons for the whole report|None."
    ]


def test_numbered_paragraphs_are_no_labels(tmp_path: Path) -> None:
    css = "p{padding-left:4em;text-indent:-4em}span{display:inline-block;width:4em;text-indent:0}"
    html = "".join(f"<p><span>1.{n}</span>{_LONG}" for n in range(1, 5))

    blocks = read_pdf(make_pdf(tmp_path / "a.pdf", html, css)).blocks

    assert not any(block.rows for block in blocks)


def test_a_page_of_two_columns_is_no_table(tmp_path: Path) -> None:
    html = f"<div>{f'<p>{_LONG}</p>' * 8}</div>"

    blocks = read_pdf(make_pdf(tmp_path / "a.pdf", html, "div{columns:2;column-gap:2em}")).blocks

    assert not any(block.rows for block in blocks)


def test_two_lines_that_are_alike_by_chance_are_no_table(tmp_path: Path) -> None:
    html = "<table><tr><td>Meeting<td>Scrutiny Panel<tr><td>Date<td>20 June 2023</table>"

    blocks = read_pdf(make_pdf(tmp_path / "a.pdf", html, _CSS)).blocks

    assert not any(block.rows for block in blocks)


def test_words_that_run_up_the_page_stay_whole(tmp_path: Path) -> None:
    css = f"{_CSS}b{{position:absolute;transform:rotate(-90deg);top:40mm}}"
    sides = "<b style='left:10mm'>Costs of it</b><b style='left:90mm'>Sizes of it</b>"
    path = make_pdf(tmp_path / "a.pdf", f"<p>{_LONG}</p>{sides}", css)

    words = " ".join(seen(read_pdf(path).blocks)).split()

    assert {"Costs", "Sizes"} <= set(words)
