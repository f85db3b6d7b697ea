"""Drawings say the same without colour, style sheet or script."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from cleardays.design.drawing import (
    DASHES,
    HEIGHT,
    SHAPES,
    WIDTH,
    Scale,
    draw,
    round_numbers,
    sample_of_break,
    sample_of_line,
    sample_of_mark,
)
from cleardays.design.plots import MARK_WORDS, Axis, line_plot


def plot_of(values, **rest):
    ticks = rest.pop("ticks", [f"Dec {place:02}" for place in range(len(values))])
    figures = [None if value is None else Decimal(str(value)) for value in values]
    return line_plot(Axis("A <title>", 'Says "all" & more.', "%", ticks), figures, **rest)


def tree(plot):
    return etree.fromstring(draw(plot, "waits"))


def test_a_drawing_is_an_image_with_a_title_and_a_description():
    drawing = tree(plot_of([1, 2]))

    assert drawing.get("role") == "img"
    names = drawing.get("aria-labelledby").split()
    words = [drawing.xpath(f"//*[@id='{name}']")[0].text for name in names]
    assert words == ["A <title>", 'Says "all" & more.']


def test_a_drawing_has_no_style_and_no_script():
    drawing = draw(plot_of([1, 2, 3], target=Decimal(2), breaks=(1,)), "waits")

    assert not re.search(r"style|script|\son[a-z]+=|href", drawing)


def test_a_missing_figure_and_a_new_definition_part_the_line():
    drawing = tree(plot_of([1, 2, None, 4, 5, 6], breaks=(4,)))

    path = drawing.xpath("//*[@class='cd-chart__figures']/@d")[0]
    assert [letter for letter in path if letter.isalpha()] == ["M", "L", "M", "M", "L"]
    assert len(drawing.xpath("//*[@class='cd-chart__break']")) == 1


def test_no_two_kinds_of_line_or_mark_look_the_same_without_colour():
    assert len(set(DASHES.values())) == len(DASHES)
    filled = [SHAPES[mark] for mark in MARK_WORDS if mark != "provisional"]
    assert len(set(filled)) == len(filled)
    plain, provisional = sample_of_mark("plain"), sample_of_mark("provisional")
    assert 'fill="#fff"' in provisional
    assert 'fill="#fff"' not in plain


@given(st.floats(-1e6, 1e6, allow_subnormal=False), st.floats(0, 1e6), st.booleans())
@example(-3.56e-127, 6.92e-143, False)
@example(0.0, 5e-324, False)
def test_the_axis_holds_every_value_in_a_few_round_steps(low, spread, is_percentage):
    step, bottom, top = round_numbers(low, low + spread, is_percentage)

    assert bottom <= low + step * 1e-6
    assert top >= low + spread - step * 1e-6
    assert 1 <= round((top - bottom) / step) <= 9


@pytest.mark.parametrize(
    ("ends", "axis"),
    [
        ((0, 1), (0.5, 0, 1)),
        ((17.3, 98.6), (50, 0, 100)),
        ((61, 66), (2, 60, 66)),
        ((0, 0), (0.5, 0, 0.5)),
        ((500_000, 638_700), (50_000, 500_000, 650_000)),
    ],
)
def test_the_steps_of_the_axis_are_ones_twos_and_fives(ends, axis):
    assert round_numbers(*ends, False) == axis


def test_nothing_is_drawn_outside_the_picture():
    values = [-5, 638_700, 12, 400_000]
    drawing = tree(plot_of(values, ticks=["2019-20", "2020-21", "2021-22", "31 Jan 25"]))

    for text in drawing.xpath("//*[local-name()='text']"):
        width = len(text.text) * 19 * 0.56
        x = float(text.get("x"))
        left = {"start": x, "middle": x - width / 2, "end": x - width}[text.get("text-anchor")]
        assert left >= 0
        assert left + width <= WIDTH
        assert 0 <= float(text.get("y")) <= HEIGHT


@pytest.mark.parametrize("count", [1, 2, 6, 24, 60])
def test_the_labels_at_the_foot_leave_each_other_room_even_in_large_words(count):
    drawing = tree(plot_of(range(count)))

    found = [float(text.get("x")) for text in drawing.xpath("//*[local-name()='text'][@y='260']")]
    assert found
    assert all(a - b >= 6 * 19 * 0.56 for a, b in pairwise(found[1:]))


def test_a_chart_without_any_figure_is_drawn_all_the_same():
    assert tree(plot_of([None, None])).xpath("//*[local-name()='text']")
    assert tree(plot_of([])).tag.endswith("svg")


def test_higher_values_stand_higher():
    scale = Scale(plot_of([1, 5, 3]))

    assert scale.y(5) < scale.y(3) < scale.y(1)
    assert scale.xs[0] < scale.xs[1]


def test_the_key_draws_what_the_chart_draws():
    assert SHAPES["concerning"] in sample_of_mark("concerning")
    assert DASHES["target"] in sample_of_line("target")
    assert "cd-chart__break" in sample_of_break()
    assert 'aria-hidden="true"' in sample_of_break()
