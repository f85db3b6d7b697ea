"""Components: each is on the page that shows them, and none takes what it does not know."""

import re
from pathlib import Path

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError

from cleardays.design.components.words import level_tone
from cleardays.design.templatetags import ui
from cleardays.design.values import Link, Source

DESIGN = Path(ui.__file__).parents[1]
SHOWN = "\n".join(
    path.read_text() for path in sorted((DESIGN / "templates/design").rglob("*.html"))
)


def render(template, **context):
    return Template(template).render(Context(context))


@pytest.mark.parametrize("name", sorted(ui.register.tags))
def test_every_component_is_shown_on_the_page_of_components(name):
    assert re.search(rf"{{%\s*{name}\b", SHOWN), f"show {name} on the page of components"


@pytest.mark.parametrize("path", sorted((DESIGN / "templates/ui").glob("*.html")), ids=str)
def test_every_template_of_a_component_has_its_function(path):
    assert path.stem in ui.register.tags


@pytest.mark.parametrize("name", sorted(ui.register.tags))
def test_every_component_is_in_the_list_of_components(name):
    assert f"`{name}`" in (DESIGN / "README.md").read_text()


@pytest.mark.parametrize(
    "text",
    [
        '{% tag "Draft" colour="red" %}',
        "{% stamp %}",
        '{% panel heading="x" %}{% endpanel %}',
        "{% nav_link text='x' %}",
    ],
)
def test_a_missing_or_misspelt_argument_fails_when_the_template_is_compiled(text):
    with pytest.raises(TemplateSyntaxError):
        Template(text)


@pytest.mark.parametrize(
    "text",
    [
        '{% tag "x" tone="purple" %}',
        '{% notice title="x" tone="loud" %}{% endnotice %}',
        '{% button text="x" kind="danger" %}',
        '{% certificate verdict="x" sentence="y" tone="gold" %}{% endcertificate %}',
    ],
)
def test_a_tone_that_is_none_is_refused_by_name(text):
    with pytest.raises(ValueError, match="is none of"):
        render(text)


def test_words_given_to_a_component_are_never_markup():
    assert "<script>" not in render("{% tag text %}", text="<script>alert(1)</script>")


def test_a_mark_within_a_sentence_leaves_the_comma_where_it_was():
    assert render('{% day "2018-05" %}, then').endswith("</time>, then")


def test_a_file_says_what_it_is_before_it_is_opened():
    html = render('{% file_link href="/f" text="Pack" kind="PDF" size=120400 pages=1 %}')

    assert "(PDF, 120 kB, 1 page)" in html


def test_sources_that_say_the_same_are_not_shown_to_differ():
    entry = '{% timeline_entry on="2018" title="x" sources=sources %}{% endtimeline_entry %}'

    agreeing = render(entry, sources=[Source("Minutes", says="22 May"), Source("Report")])
    differing = render(entry, sources=[Source("Minutes", says="22 May"), Source("R", says="May")])

    assert "Sources differ" not in agreeing
    assert "Sources differ" in differing


def test_a_short_list_has_no_pages():
    page = Paginator([1], 20).page(1)

    assert render("{% pagination page=page %}", page=page).strip() == ""


def test_the_step_to_another_page_keeps_the_question():
    page = Paginator(range(100), 20).page(2)

    html = render('{% pagination page=page query="q=a&b=c" %}', page=page)

    assert 'href="?page=3&amp;q=a&amp;b=c"' in html


def test_an_empty_table_says_so_across_its_columns():
    html = render('{% data_table caption="x" columns=columns rows=rows %}', columns="ab", rows=[])

    assert '<td colspan="2">Nothing to show.</td>' in html


def test_the_first_cell_heads_its_row():
    html = render(
        '{% data_table caption="x" columns=columns rows=rows numbers=numbers %}',
        columns=["Area", "Late"],
        rows=[["Piers", 1]],
        numbers=[1],
    )

    assert '<th scope="row">Piers</th><td class="cd-number">1</td>' in html


def test_a_change_link_says_what_it_changes():
    html = render("{% summary_list rows=rows %}", rows=[("Place", "Hall", Link("Change", "/p"))])

    assert 'Change<span class="govuk-visually-hidden"> Place</span>' in html


@pytest.mark.parametrize(("level", "tone"), [("success", "good"), ("error", "bad"), ("x", "note")])
def test_messages_have_the_tone_of_their_level(level, tone):
    assert level_tone(level) == tone


def test_a_kept_part_is_filled_anew_for_each_section_and_house():
    frame = '{% kept "site/_masthead.html" section=section %}'

    meetings = render(frame, section="calendar", house={"council": "Fords"})
    plans = render(frame, section="plans", house={"council": "Bridges"})

    assert 'href="/calendar/" aria-current="page"' in meetings
    assert 'href="/plans/" aria-current="page"' in plans
    assert "Fords" in meetings
    assert "Bridges" in plans


def test_a_stamp_tells_what_is_proved_from_what_is_stated():
    proved = render("{% stamp at=at version=2 %}", at="2018-01-22")
    stated = render("{% stamp at=at entered_at=there %}", at="2018", there="2026-01-05")
    unknown = render("{% stamp at=at entered_at=there %}", at=None, there="2026-01-05")

    assert 'Published <time datetime="2018-01-22">22 January 2018</time>' in proved
    assert "Version 2" in proved
    assert "Stated as published <time" in stated
    assert "; entered here <time" in stated
    assert "Entered here later, <time" in unknown


def test_a_stamp_without_any_date_fails():
    with pytest.raises(ValueError, match="is not a date"):
        render("{% stamp at=None %}")
