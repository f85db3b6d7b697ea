"""A measure: every figure, its chart, and what may not be shown."""

import csv
from io import StringIO

import pytest

from cleardays.record.charted import charted
from cleardays.record.schemas.measure import LimitsDocument
from cleardays.record.schemas.plan import TargetDocument
from cleardays.site.charts import chart
from tests.factories.record import (
    INSPECTION,
    MEASURE,
    PLAN,
    a_measure,
    a_plan,
    an_inspection,
    an_observation,
    publish,
    recall,
)
from tests.site.words import text


def monthly(values):
    return tuple(
        an_observation(f"2024-{number:02}", value) for number, value in enumerate(values, 1)
    )


def test_every_figure_stands_in_the_table_with_what_it_replaced(public):
    old = an_observation("2024-12", 55.0, recorded_at="2025-01-10T09:00:00+00:00")
    new = an_observation("2024-12", 50.0, recorded_at="2025-02-10T09:00:00+00:00", source="SEN2")
    publish(a_measure(observations=(old, new)))

    words = text(public.get(f"/{MEASURE}/"))

    assert "2024-12 55 20 40 Final, replaced since" in words
    assert "2024-12 50 20 40 Final SEN2" in words


def test_a_suppressed_cell_says_why_and_gives_no_number(public):
    hidden = an_observation(value=None, numerator=None, denominator=None, why="fewer than 5")
    publish(a_measure(observations=(hidden, an_observation("2025-01", 60.0))))

    words = text(public.get(f"/{MEASURE}/"))

    assert "Not shown: fewer than 5" in words
    assert "Why some figures are not shown" in words
    assert "Fewer than 5 are not shown." in words


def test_what_is_counted_is_defined(public):
    publish(a_measure())

    words = text(public.get(f"/{MEASURE}/"))

    assert "Counted Plans made in time Out of All plans made Unit %" in words
    assert "Better is Higher is better" in words


def test_a_measure_without_figures_has_no_chart(public):
    publish(a_measure(observations=()))

    assert "There is no figure to draw." in text(public.get(f"/{MEASURE}/"))


def test_enough_figures_get_limits_and_a_verdict():
    drawn = chart(charted(a_measure(observations=monthly([50.0, 52, 49, 51, 50, 53]))))

    assert drawn.spc is not None
    assert "Mean" in [line.name for line in drawn.plot.lines]


def test_a_gap_is_drawn_as_a_gap_and_never_bridged_by_limits():
    drawn = chart(charted(a_measure(observations=monthly([50.0, None, 49, 51, 50, 53, 52]))))

    assert drawn.spc is None
    assert drawn.plot.values[1] is None


def test_other_places_are_comparators_for_the_same_periods():
    england = an_observation("2025-01", 48.0, geography="England")
    drawn = chart(charted(a_measure(observations=(*a_measure().observations, england))))

    (line,) = drawn.plot.lines
    assert (line.name, [value and int(value) for value in line.values]) == ("England", [None, 48])


def test_limits_are_drawn_beside_what_other_places_are_compared_on():
    england = an_observation("2025-01", 48.0, geography="England")
    figures = (*monthly([50.0, 52, 49, 51, 50, 53]), england)

    drawn = chart(charted(a_measure(observations=figures)))

    assert [line.kind for line in drawn.plot.lines] == ["first"]
    assert [line.kind for line in drawn.process.lines] == ["middle", "limit", "limit"]
    assert "The mean is 50.8 %" in drawn.process.summary


def test_a_run_chart_passes_over_what_is_not_shown():
    drawn = chart(charted(a_measure(observations=monthly([50.0, None, 49, 51, 50, 53, 52]))))

    assert len(drawn.run.values) == 6
    assert "The median is 50.5 %" in drawn.run.summary


def test_six_figures_are_shown_as_a_run_chart_too(public):
    publish(a_measure(observations=monthly([50.0, 52, 49, 51, 50, 53])))

    assert "The same figures as a run chart" in text(public.get(f"/{MEASURE}/"))


def test_the_target_of_a_plan_is_drawn():
    target = TargetDocument(
        MEASURE, 40.0, "2024-01-01", 80.0, "2026-01-01", (("2025-01-01", 60.0),)
    )

    drawn = chart(charted(a_measure()), target)

    assert [line.kind for line in drawn.plot.lines] == ["target", "trajectory"]


AIM = TargetDocument(MEASURE, 40.0, "2023-12-31", 80.0, "2027-01-01")


def test_what_a_plan_means_to_reach_is_said_with_what_came_of_it(public):
    publish(a_plan(targets=(AIM,)))
    publish(a_measure(observations=monthly([50.0, 52, 49, 51, 50, 53])))

    words = text(public.get(f"/{MEASURE}/"))

    assert "What plans mean to reach" in words
    assert "40% on 31 December 2023 80% by 1 January 2027 53% in June 2024 Moved towards" in words
    assert "consistently failing the target" in words.lower()


def test_of_a_target_that_is_no_longer_meant_no_verdict_is_given(public):
    publish(a_plan(targets=(AIM,), state="Superseded"))
    publish(a_measure(observations=monthly([50.0, 52, 49, 51, 50, 53])))

    words = text(public.get(f"/{MEASURE}/"))

    assert "80% by 1 January 2027" in words
    assert "Assurance" not in words


def test_without_a_target_nothing_is_said_of_one(public):
    publish(a_plan())
    publish(a_measure(observations=monthly([50.0, 52, 49, 51, 50, 53])))

    words = text(public.get(f"/{MEASURE}/"))

    assert "What plans mean to reach" not in words
    assert "no target" not in words.lower()


def test_a_plan_that_was_taken_back_sets_no_target(public):
    publish(a_plan(targets=(AIM,)))
    publish(a_measure())
    recall(PLAN.ref)

    assert "What plans mean to reach" not in text(public.get(f"/{MEASURE}/"))


def test_why_a_figure_was_restated_and_whose_it_is_stand_beside_it(public):
    new = an_observation("2024-12", 50.0, geography="local", reason="Late returns")
    publish(a_measure(observations=(new,), council="Lampshire County Council"))

    words = text(public.get(f"/{MEASURE}/"))

    _, _, figures = words.partition("Every figure")
    assert figures.startswith(" Lampshire County Council")
    assert "2024-12 50 20 40 Final, restated: Late returns" in figures


def test_a_large_figure_is_printed_with_all_its_digits(public):
    publish(a_measure(observations=(an_observation("2024-12", 1234567.0),)))

    assert "1,234,567" in text(public.get(f"/{MEASURE}/"))


def test_it_links_to_the_areas_and_actions_that_it_is_about(public):
    publish(an_inspection())
    publish(a_plan())
    about = {
        "areas": (f"{INSPECTION.ref}#1",),
        "actions": (f"{PLAN.ref}#A1", "plans/not-there#1", f"{PLAN.ref}#A9"),
    }
    publish(a_measure(**about))

    html = public.get(f"/{MEASURE}/").content.decode()

    assert f'href="/{INSPECTION.ref}/areas/1/"' in html
    assert f'href="/{PLAN.ref}/actions/A1/"' in html
    assert "not-there" not in html
    assert "/actions/A9/" not in html


def test_the_figures_are_a_table_to_download(public):
    old = an_observation("2024-12", 55.0, recorded_at="2025-01-10T09:00:00+00:00")
    new = an_observation("2024-12", 50.5, recorded_at="2025-02-10T09:00:00+00:00", source="=1+1")
    hidden = an_observation("2025-01", None, numerator=None, denominator=None, why="small")
    publish(a_measure(observations=(old, new, hidden)))

    table = public.get(f"/{MEASURE}/figures.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(table)))

    assert [(one["value"], one["is_standing"]) for one in rows] == [
        ("55", ""),
        ("50.5", "yes"),
        ("", "yes"),
    ]
    assert (rows[1]["source"], rows[2]["numerator"], rows[2]["why"]) == ("'=1+1", "", "small")
    said = public.get(f"/{MEASURE}/figures.json").json()
    assert [(one["value"], one["is_standing"]) for one in said] == [
        (55, False), (50.5, True), (None, True),
    ]  # fmt: skip


def test_what_was_taken_back_is_no_table(public):
    publish(a_measure())
    recall(MEASURE)

    assert public.get(f"/{MEASURE}/figures.csv").status_code == 404
    assert public.get(f"/{MEASURE}/figures.json").status_code == 404


def test_the_measures_are_listed(public):
    publish(a_measure())

    assert f'<a href="/{MEASURE}/">' in public.get("/measures/").content.decode()


def test_limits_that_begin_anew_say_why_and_who_decided(public):
    anew = LimitsDocument("2024-07-01", "A second panel began", "Data Lead", "2025-01-10")
    figures = monthly([20.0, 22, 20, 22, 20, 22, 40, 42, 40, 42, 40, 42])
    publish(a_measure(observations=figures, limits=(anew,)))

    words = text(public.get(f"/{MEASURE}/"))

    assert "anew from 1 July 2024: A second panel began. Decided by Data Lead, 10 January" in words
    assert "The limits begin anew in July 2024." in words
    assert "July 2024 40 41" in words


@pytest.mark.parametrize(("number", "is_folded"), [(12, False), (13, True)])
def test_many_figures_are_folded_and_a_single_place_is_named_once(public, number, is_folded):
    months = (f"{2023 + n // 12}-{n % 12 + 1:02}" for n in range(number))
    measure = a_measure(observations=tuple(an_observation(month, 50.0) for month in months))
    publish(measure)

    page = public.get(f"/{measure.ref}/")

    _, _, figures = page.text.partition('id="figures"')
    assert ("cd-fold" in figures) == is_folded
    assert figures.partition("</table>")[0].count("The borough") == 1
