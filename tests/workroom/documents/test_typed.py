"""Formatted words as somebody types them who knows no HTML."""

import pytest

from cleardays.workroom.documents.typed import from_typed, inline_from_typed, to_typed
from tests.workroom.documents.test_rendering import ATTACKS, FORBIDDEN


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_typed_is_cleaned_too(attack):
    assert not [word for word in FORBIDDEN if f"<{word}" in from_typed(attack)]
    assert not [word for word in FORBIDDEN if f"<{word}" in inline_from_typed(attack)]


def test_plain_typing_becomes_paragraphs_with_its_signs_escaped():
    typed = "Nine & more\r\nlamps\r\n\r\nCost < £9"

    assert from_typed(typed) == "<p>Nine &amp; more<br>lamps</p>\n<p>Cost &lt; £9</p>"


def test_one_line_gets_no_paragraph():
    assert inline_from_typed("Mend them") == "Mend them"


@pytest.mark.parametrize(
    ("html", "typed"),
    [
        ("<p>Nine &amp; more<br>lamps</p>\n<p>Cost</p>", "Nine & more\nlamps\n\nCost"),
        ("<p>Use &lt;b&gt;</p>", "<p>Use &lt;b&gt;</p>"),
        ("<p>A <em>dark</em> and <strong>old</strong> lamp</p>", "A _dark_ and **old** lamp"),
        ("<p>A <sub>dark</sub> lamp</p>", "<p>A <sub>dark</sub> lamp</p>"),
        ("<p>a_b_c and 2 ** 3</p>", "a_b_c and 2 ** 3"),
        ("Mend them", "Mend them"),
        ("", ""),
    ],
)
def test_paragraphs_are_typed_without_tags_and_come_back_the_same(html, typed):
    assert to_typed(html) == typed
    assert html in (from_typed(typed), inline_from_typed(typed))


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("- High & low\n- Low", "<ul><li>High &amp; low</li>\n<li>Low</li>\n</ul>"),
        ("1. One\n2. Two", "<ol><li>One</li>\n<li>Two</li>\n</ol>"),
        ("3. Three\n4. Four", '<ol start="3"><li>Three</li>\n<li>Four</li>\n</ol>'),
        ("## Costs\n\nNine", "<h3>Costs</h3>\n<p>Nine</p>"),
        ("### Smaller", "<h4>Smaller</h4>"),
    ],
)
def test_lists_and_headings_are_typed_without_tags_and_come_back_the_same(typed, html):
    assert from_typed(typed) == html
    assert to_typed(html) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "1.1 The lamps\n1.2 The posts",
        "1. One\n3. Three",
        "1. Alone",
        "- One\nand more",
        "#1",
        "-5",
    ],
)
def test_what_only_looks_like_a_list_stays_a_paragraph(typed):
    assert from_typed(typed).startswith("<p>")


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>One<ul><li>Two</li>\n</ul>\n</li>\n</ul>",
        "<ul><li>A <sub>dark</sub> lamp</li>\n</ul>",
        '<table><tbody><tr><td colspan="2">1</td>\n</tr>\n</tbody>\n</table>',
        "<p>1. One<br>2. Two</p>",
        "<p>- One</p>",
        "<ul><li>One<br>more</li>\n</ul>",
    ],
)
def test_what_cannot_be_typed_is_shown_as_the_html_that_it_is(html):
    assert to_typed(html) == html


TABLE = """\
| **Street** | Lamps |
| --- | --- |
| High \\| Low | 9 |
| Quay |  |"""


def test_a_table_is_typed_as_rows_of_cells_and_comes_back_the_same():
    html = from_typed(TABLE)

    assert html.startswith('<table><thead><tr><th scope="col"><strong>Street</strong></th>')
    assert "<td>High | Low</td>" in html
    assert to_typed(html) == TABLE


def test_rows_without_dashes_are_a_table_without_heads_and_short_rows_are_filled():
    assert from_typed("| a | b |\n| c |").replace("\n", "") == (
        "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></tbody></table>"
    )


def test_what_cannot_be_typed_stands_alone_among_what_can():
    wide = '<table><tbody><tr><td colspan="2">1</td>\n</tr>\n</tbody>\n</table>'
    html = f"<h3>Costs</h3>\n{wide}\n<p>Nine &amp; more</p>"

    typed = to_typed(html)

    assert typed == f"## Costs\n\n{wide}\n\nNine & more"
    assert from_typed(typed) == html


def test_an_element_with_empty_lines_in_it_is_one_block():
    typed = "Before\n\n<pre>one\n\ntwo</pre>\n\nAfter"

    assert from_typed(typed) == "<p>Before</p>\n<pre>one\n\ntwo</pre><p>After</p>"


def test_tags_that_are_never_closed_lose_no_word():
    assert from_typed("<p>One\n\ntwo & three") == from_typed("<p>One\n\ntwo &amp; three")
