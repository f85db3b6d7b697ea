"""Spans to plain text and safe HTML."""

import pytest

from cleardays.readers.blocks import Kind
from cleardays.readers.files.spans import Span, block, markup, plain


def test_white_space_is_folded_across_borders_and_line_breaks_are_kept() -> None:
    spans = [Span("  The "), Span(" plan \t", bold=True), Span("\n is\n"), Span(" ")]

    assert plain(spans) == "The plan\nis"
    assert markup(spans) == "The <strong>plan</strong><br>is"


def test_what_looks_like_markup_is_escaped() -> None:
    assert markup([Span('<b> & "x"')]) == "&lt;b&gt; &amp; &quot;x&quot;"


@pytest.mark.parametrize(
    ("href", "html"),
    [
        ("https://a.example/?x=1&y", '<a href="https://a.example/?x=1&amp;y">go</a>'),
        ("mailto:a@b.example", '<a href="mailto:a@b.example">go</a>'),
        ("javascript:alert(1)", "go"),
        ("file:///etc/passwd", "go"),
        ('https://a/" onclick="x', "go"),
    ],
)
def test_only_safe_addresses_become_links(href: str, html: str) -> None:
    assert markup([Span("go", href=href)]) == html


def test_a_block_is_bold_when_all_its_words_are() -> None:
    assert block(Kind.PARAGRAPH, [Span("All", bold=True), Span(" ")]).is_bold
    assert not block(Kind.PARAGRAPH, [Span("Some", bold=True), Span(" not")]).is_bold
    assert not block(Kind.PARAGRAPH, [Span(" ", bold=True)]).is_bold


def test_raised_and_slanted_words_keep_their_look() -> None:
    assert markup([Span("m"), Span("2", raised="sup")]) == "m<sup>2</sup>"
    assert markup([Span("x", bold=True, italic=True)]) == "<strong><em>x</em></strong>"
