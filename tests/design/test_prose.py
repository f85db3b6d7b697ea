"""Frames for wide tables in other people's HTML."""

from cleardays.design.prose import framed

TABLE = "<table><caption>Cost &amp; <b>time</b></caption><tr><td>1</td></tr></table>"


def test_words_without_a_table_stay_as_they_are():
    assert framed("<p>Nothing wide.</p>") == "<p>Nothing wide.</p>"


def test_a_table_is_framed_and_named_by_its_caption():
    html = framed(f"<p>a</p>{TABLE}<p>b</p>")

    assert 'tabindex="0" aria-label="Cost &amp; time"' in html
    assert f">{TABLE}</div><p>b</p>" in html


def test_tables_without_captions_are_numbered():
    html = framed("<table></table><TABLE></TABLE>")

    assert 'aria-label="Table 1"' in html
    assert 'aria-label="Table 2"' in html


def test_a_quotation_mark_in_a_caption_cannot_leave_the_name():
    html = framed('<table><caption>"onfocus="x</caption></table>')

    assert 'aria-label="&quot;onfocus=&quot;x"' in html
