"""The components of charts: drawing, key, and the table under them always."""

from contextlib import closing
from decimal import Decimal

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from pypdfium2 import PdfDocument
from weasyprint import HTML

from cleardays.design.components.charts import LETTERS, in_figures
from cleardays.design.plots import Axis, line_plot, xmr_plot
from cleardays.progress.measures.series import Polarity
from cleardays.progress.measures.spc import Assurance, Variation, xmr


def render(text, **context):
    return html.fragment_fromstring(Template(text).render(Context(context)).strip())


def plot_of(values, **rest):
    labels = [f"Year {place}" for place in range(len(values))]
    return line_plot(Axis("Waits", "They fell.", "%", labels), values, **rest)


def shown(plot):
    return render('{% chart plot=plot id="waits" %}', plot=plot)


def test_every_figure_of_the_drawing_stands_in_the_table_under_it():
    plot = plot_of(
        [Decimal("46.4"), None],
        target=Decimal(1234),
        comparators=[("England", [Decimal(50), Decimal("50.55")])],
    )

    page = shown(plot)

    cells = [
        [cell.text for cell in row] for row in page.xpath("./div[contains(@class, 'scroll')]//tr")
    ]
    assert cells == [
        ["Period", "Figure, %", "England", "Target"],
        ["Year 0", "46.4", "50", "1,234"],
        ["Year 1", "none", "50.6", "1,234"],
    ]
    assert page.xpath(".//caption")[0].text == "Waits"


def test_the_counts_behind_the_figures_are_columns_of_the_table():
    axis = Axis("Waits", "They fell.", "%", ["2024"], extra=(("Plans issued", ("1,718",)),))

    page = shown(line_plot(axis, [Decimal("17.3")]))

    assert [cell.text for cell in page.xpath(".//td")] == ["17.3", "1,718"]


def test_the_key_names_what_is_drawn_and_nothing_else():
    values = [Decimal(v) for v in (1, 2, 1, 2, 1, 2, 30, 1, 2, 1, 2, 1)]
    axis = Axis("Waits", "They leapt.", "", [str(place) for place in range(12)])

    page = shown(xmr_plot(axis, xmr(values, Polarity.DOWN, target=Decimal(4))))

    words = [entry.text_content().strip() for entry in page.xpath(".//ul/li")]
    assert words == ["A figure", "Special cause, concerning", "Mean", "Limits", "Target"]


def test_a_break_is_in_the_key():
    page = shown(plot_of([Decimal(1), Decimal(2)], breaks=(1,)))

    assert "definition changes" in page.xpath(".//ul")[0].text_content()


def test_the_summary_is_printed_and_read_out():
    page = shown(plot_of([Decimal(1)]))

    assert "They fell." in page.xpath("./figcaption")[0].text_content()
    assert page.xpath(".//*[local-name()='desc']")[0].text == "They fell."


@pytest.mark.parametrize("verdict", [*Variation, *Assurance])
def test_every_verdict_has_its_letter_and_its_words(verdict):
    page = render("{% chart_verdicts variation=verdict %}", verdict=verdict)

    assert verdict.name in LETTERS
    assert page.xpath(".//dd")[0].text_content().strip().endswith(str(verdict))
    assert page.xpath(".//dd/span/@aria-hidden") == ["true"]


def test_variation_and_assurance_stand_side_by_side():
    page = render(
        "{% chart_verdicts variation=variation assurance=assurance %}",
        variation=Variation.COMMON,
        assurance=Assurance.FAILS,
    )

    assert [term.text for term in page.xpath(".//dt")] == ["Variation", "Assurance"]


@pytest.mark.parametrize(
    ("value", "words"),
    [("1234.56", "1,234.6"), ("50.0", "50"), ("0", "0"), (None, "none"), ("100", "100")],
)
def test_figures_have_one_decimal_place_at_most(value, words):
    assert in_figures(None if value is None else Decimal(value)) == words


def test_a_chart_stands_in_a_pdf_with_its_words_and_its_table(tmp_path):
    axis = Axis("Waits", "They fell.", "%", ["January 2025"], ["Jan 25"])
    plot = line_plot(axis, [Decimal("46.4")])
    page = Template('<html lang="en"><title>T</title>{% chart plot=plot id="waits" %}</html>')

    HTML(string=page.render(Context({"plot": plot}))).write_pdf(tmp_path / "chart.pdf")

    with (
        PdfDocument(tmp_path / "chart.pdf") as document,
        closing(document[0]) as leaf,
        closing(leaf.get_textpage()) as text,
    ):
        words = text.get_text_bounded()
    assert "Jan 25" in words
    assert "46.4" in words
    assert "January 2025" in words


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9))
def test_a_figure_is_written_as_python_writes_it_without_an_empty_decimal(value):
    assert in_figures(value) == f"{value:,.1f}".removesuffix(".0")
