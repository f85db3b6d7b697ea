"""HTML that can do nothing, and what a reader saw in a file as such HTML."""

import pikepdf
import pytest

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.workroom.documents.rendering import (
    clean_html,
    page_count,
    plain_text,
    render,
    without_paragraph,
)

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<p onclick="alert(1)">lamps</p>',
    '<a href="javascript:alert(1)">lamps</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">lamps</a>',
    "<svg onload=alert(1)><p>lamps</p></svg>",
    "<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>",
    '<iframe src="https://elsewhere.example"></iframe>',
    "<style>body{background:url(https://elsewhere.example)}</style>",
    '<p style="background:url(https://elsewhere.example)">lamps</p>',
    '<form action="https://elsewhere.example"><input name="q"></form>',
    '<meta http-equiv="refresh" content="0;url=https://elsewhere.example">',
    "<!--<p>hidden</p>-->",
]
FORBIDDEN = ("script", "onerror", "onclick", "onload", "javascript:", "data:", "elsewhere", "<!--")


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_runs_loads_or_hides_is_left(attack):
    cleaned = clean_html(attack)

    assert not [word for word in FORBIDDEN if word in cleaned]


def test_tables_keep_what_makes_them_accessible():
    table = (
        '<table><caption>Lamps</caption><tr><th scope="col" colspan="2">Street</th></tr>'
        '<tr><td rowspan="2">High</td></tr></table>'
    )

    cleaned = clean_html(table)

    for kept in ("<caption>", 'scope="col"', 'colspan="2"', 'rowspan="2"'):
        assert kept in cleaned


def test_headings_start_below_those_of_the_page():
    assert clean_html("<h1>Lamps</h1><h2>Posts</h2>") == "<h3>Lamps</h3>\n<h3>Posts</h3>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>One</p> <p>Two</p>",
        "<ul><li>One</li><li><p>Two</p></li></ul>",
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "<p>Fish &amp; chips &lt; £5</p>",
    ],
)
def test_cleaning_twice_changes_nothing(html):
    once = clean_html(html)

    assert clean_html(once) == once


def test_plain_text_keeps_every_word_apart():
    html = "<p>One<br>two</p><table><tr><td>three</td><td>four &amp; five</td></tr></table>"

    assert plain_text(html) == "One\ntwo\nthree\nfour & five"


def test_a_rendering_holds_every_block_and_names_its_pages():
    blocks = [
        Block(Kind.HEADING, text="Lamps", html="Lamps", level=1),
        Block(Kind.ITEM, text="Mend <them>", marker="i.", page=2),
        Block(Kind.ITEM, text="Nine", marker="•", page=2),
        Block(Kind.TABLE, rows=((Cell("a", "a", is_header=True), Cell("b", "b")),), page=2),
    ]

    html = render(blocks)

    assert "<h3>Page 2</h3>" in html
    assert "<p>i. Mend &lt;them&gt;</p>" in html
    assert "<ul><li>Nine</li>\n</ul>" in html.replace("<ul>\n", "<ul>")
    assert '<th colspan="1" rowspan="1">a</th>' in html


def test_the_pages_of_a_pdf_are_counted(tmp_path):
    pdf = pikepdf.new()
    for _ in range(3):
        pdf.add_blank_page()
    pdf.save(tmp_path / "three.pdf")

    assert page_count(tmp_path / "three.pdf") == 3


def test_what_is_no_pdf_has_no_pages(tmp_path):
    (tmp_path / "none.pdf").write_bytes(b"%PDF-1.7 and then nothing")

    assert page_count(tmp_path / "none.pdf") is None


def test_the_only_paragraph_is_taken_off_and_two_are_not():
    assert without_paragraph("<p>Mend <em>them</em></p>") == "Mend <em>them</em>"
    assert without_paragraph("<p>Mend</p>\n<p>them</p>") == "<p>Mend</p>\n<p>them</p>"
