"""Passages: plain text beside HTML that assistive technology can follow."""

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.readers.reports.passage import passage


def item(text, marker, level=1, *, is_ordered=True):
    return Block(Kind.ITEM, text, text, level, marker, is_ordered=is_ordered)


def test_headings_go_from_h2_without_a_step_left_out():
    heads = [Block(Kind.HEADING, f"H{n}", f"H{n}", n) for n in (1, 4, 6, 6, 1)]

    assert passage(heads).html.split("\n") == [
        "<h2>H1</h2>",
        "<h3>H4</h3>",
        "<h4>H6</h4>",
        "<h4>H6</h4>",
        "<h2>H1</h2>",
    ]


def test_lists_nest_and_keep_their_kind_and_start():
    found = passage([item("a", "iii."), item("b", "(a)", 2), item("c", "iv.")])

    assert found.html == (
        '<ol type="i" start="3">\n<li>a\n<ol type="a">\n<li>b</li>\n</ol>\n</li>\n'
        "<li>c</li>\n</ol>"
    )


def test_a_table_has_scopes_and_takes_the_line_before_as_caption():
    rows = (
        (Cell("Year", "Year"), Cell("Cost", "Cost")),
        (Cell("2024", "2024", is_header=True), Cell("3", "3")),
    )

    found = passage(
        [Block(Kind.PARAGRAPH, "Table 1: Costs", "Table 1: Costs"), Block(Kind.TABLE, rows=rows)]
    )

    assert "<caption>Table 1: Costs</caption>" in found.html
    assert '<th scope="col">Year</th>' in found.html
    assert '<th scope="row">2024</th><td>3</td>' in found.html
    assert found.text == "Table 1: Costs\nYear | Cost\n2024 | 3"
