"""Charts are made of figures by the shape of what the arithmetic gives."""

from decimal import Decimal

import pytest

from cleardays.design.drawing import draw
from cleardays.design.plots import Axis, Plot, line_plot, run_plot, xmr_plot
from cleardays.progress.measures.series import Polarity
from cleardays.progress.measures.spc import run_chart, xmr

LEAP = [Decimal(v) for v in (1, 2, 1, 2, 1, 2, 30, 1, 2, 1, 2, 1)]


def axis(count, unit=""):
    return Axis("Waits", "They leapt in July.", unit, [f"Month {place}" for place in range(count)])


def test_an_xmr_chart_marks_special_causes_and_says_them_in_words():
    plot = xmr_plot(axis(12), xmr(LEAP, Polarity.DOWN, target=Decimal(3)))

    assert [mark for mark in plot.marks if mark != "plain"] == ["concerning"]
    assert plot.says[6] == "special cause, concerning: higher (outside the limits)"
    assert plot.says[0] == "common cause"
    assert [line.name for line in plot.lines] == ["Mean", "Upper limit", "Lower limit", "Target"]


def test_limits_are_drawn_no_lower_than_nothing_and_no_higher_than_the_whole():
    plot = xmr_plot(axis(12, "%"), xmr([value * 3 for value in LEAP], Polarity.UP))

    assert set(plot.lines[2].values) == {Decimal(0)}
    assert all(value <= 100 for line in plot.lines for value in line.values)


def test_limits_on_trial_are_called_so():
    plot = xmr_plot(axis(7), xmr(LEAP[:7], Polarity.UP))

    assert plot.lines[1].name == "Upper limit (on trial: few figures)"


def test_too_few_figures_have_no_limits():
    plot = xmr_plot(axis(3), xmr(LEAP[:3], Polarity.UP))

    assert plot.lines == ()
    assert plot.says == ("too few figures to tell",) * 3


@pytest.mark.parametrize(
    ("polarity", "mark"),
    [(Polarity.UP, "improving"), (Polarity.DOWN, "concerning"), (Polarity.CONTEXT, "high")],
)
def test_the_mark_is_what_the_polarity_makes_of_it(polarity, mark):
    assert xmr_plot(axis(12), xmr(LEAP, polarity)).marks[6] == mark


def test_a_run_chart_has_its_median():
    values = [Decimal(v) for v in (1, 1, 1, 1, 1, 1, 1, 2, 9, 9, 9, 9, 9, 9, 9)]

    plot = run_plot(axis(15), run_chart(values))

    assert plot.lines[0].values[0] == 2
    assert (plot.marks[0], plot.marks[7], plot.marks[14]) == ("low", "plain", "high")
    assert plot.says[7] == "nothing unusual"


def test_a_line_has_target_way_and_comparators():
    values = [Decimal(1), None, Decimal(3)]

    plot = line_plot(
        axis(3), values, target=Decimal(5), trajectory=[None, Decimal(2), Decimal(4)],
        comparators=[("England", values)], provisional={2}, breaks=(2,),
    )  # fmt: skip

    assert [line.kind for line in plot.lines] == ["first", "target", "trajectory"]
    assert plot.marks == ("plain", "plain", "provisional")


def test_more_than_three_comparators_are_refused():
    with pytest.raises(ValueError, match="three"):
        line_plot(axis(1), [Decimal(1)], comparators=[("A", [None])] * 4)


def test_everything_in_a_chart_is_as_long_as_its_periods():
    with pytest.raises(ValueError, match="2 periods"):
        Plot("a", "b", "", ("1", "2"), ("1", "2"), (Decimal(1),), ("plain",))


def test_limits_that_begin_anew_are_said_and_the_figures_go_on():
    values = [Decimal(v) for v in (1, 2) * 3 + (11, 12) * 3]

    plot = xmr_plot(axis(12), xmr(values, Polarity.UP, steps=[6]))

    assert (plot.breaks, plot.steps) == ((), (6,))
    assert plot.summary.endswith("The limits begin anew in Month 6.")
    assert plot.says[6].startswith("Limits begin anew.")
    drawing = draw(plot, "chart")
    assert drawing.count("M", *_path_of(drawing, "cd-chart__figures")) == 1
    assert drawing.count("M", *_path_of(drawing, "cd-chart__line--middle")) == 2


def _path_of(drawing, name):
    """Return where the points of a line begin and end in a drawing."""
    begin = drawing.index(' d="', drawing.index(name)) + 4
    return begin, drawing.index('"', begin)
