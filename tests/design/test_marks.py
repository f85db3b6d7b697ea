"""Marks within a line."""

import re
from datetime import date

from django.template import Context, Template
from django.utils.safestring import mark_safe

from cleardays.design import marks


def test_a_tag_says_its_word_and_escapes_it():
    assert marks.tag("<i>", "good") == '<strong class="cd-tag cd-tag--good">&lt;i&gt;</strong>'


def test_a_span_of_days_has_no_machines_form():
    assert marks.day("", "9 to 12 March 2020") == "<span>9 to 12 March 2020</span>"


def test_a_file_of_which_nothing_is_known_has_no_empty_brackets():
    assert marks.file_link("/f", "Pack", ["", ""]) == '<a class="cd-file" href="/f">Pack</a>'


def test_an_address_cannot_leave_its_attribute():
    assert '"onclick' not in marks.file_link('/f"onclick="x', "Pack", ["PDF"])


def test_an_item_of_an_agenda_says_its_number_and_why_it_is_not_public():
    reasons = marks.item_reason("exempt", "Not public", "warning", "Paragraph 3 <of>")

    item = marks.agenda_item("4a", "The survey", "", reasons, "")

    assert 'id="item-4a"' in item
    assert "cd-item--exempt" in item
    assert "Paragraph 3 &lt;of&gt;" in item


def test_cells_of_a_table_are_escaped_unless_they_are_markup():
    rows = [["<b>", 1850, mark_safe("<i>x</i>")], [date(2025, 7, 7), None, "a & b"]]

    found = marks.table("Figures", ("What", "How many", "Which"), rows, {1}, "None")

    template = "{% for row in rows %}{% for cell in row %}{{ cell }}|{% endfor %}{% endfor %}"
    wanted = Template(template).render(Context({"rows": rows})).split("|")[:-1]
    body = found.partition("<tbody>")[2]
    assert re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", body) == wanted
    assert body.startswith('<tr><th scope="row">&lt;b&gt;</th><td class="cd-number">')


def test_lines_of_a_list_are_escaped_unless_they_are_markup():
    lines = ["a < b", mark_safe("<i>x</i>"), 1850]

    assert marks.bullets(lines) == "<ul><li>a &lt; b</li><li><i>x</i></li><li>1850</li></ul>"


def test_an_authority_is_named_apart_from_where_it_was_read():
    found = marks.authority("Act 1972, s.1", "https://www.copies.example/act?a=1&b=2")

    assert found == (
        'Act 1972, s.1 (<a href="https://www.copies.example/act?a=1&amp;b=2"'
        ' rel="nofollow noopener noreferrer">read at copies.example</a>)'
    )


def test_an_authority_that_was_read_nowhere_has_no_link():
    assert marks.authority("Own <practice>", "") == "Own &lt;practice&gt;"
