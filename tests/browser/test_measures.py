"""Measures in the workroom, in a real browser: every page with axe, and the walk of a figure."""

from datetime import date

import pytest
from playwright.sync_api import expect

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import MeasureFile, Observation
from tests.factories.people import make_council
from tests.factories.plans import (
    AT,
    LATER,
    make_action,
    make_area,
    make_lead,
    make_plan,
    publish_figures,
    seen_by,
)

SHARE = {
    "valid_from": "2000-01-01",
    "name": "Plans within 20 weeks",
    "numerator": "plans issued within 20 weeks",
    "denominator": "plans issued",
    "unit": "%",
    "polarity": "higher is better",
    "source": "Own count",
    "frequency": "monthly",
}
COUNTS = (12, 14, 11, 15, 13, 3, 21, 24, 26, 25)
PATHS = (
    "",
    "begin/",
    "files/",
    "files/{faulty}/",
    "files/{compared}/",
    "{measure}/",
    "{measure}/change/",
    "{measure}/define/",
    "{measure}/limits/",
    "{measure}/figures/",
    "figures/{figure}/",
    "{measure}/plans/{plan}/",
    "{measure}/release/",
    "{measure}/recall/",
    "{measure}/versions/",
    "{measure}/versions/1/",
)
HEAD = "measure,area,period,numerator,denominator,value,status,source,retrieved,replaces,export\n"
LINE = "plans-within-20-weeks,,{},{},40,,final,Own,2026-01-05,no,\n"


@pytest.fixture
def lead():
    return make_lead(make_council(name="Lampshire County Council"))


@pytest.fixture
def plan(lead):
    plan = make_plan(lead)
    area = make_area()
    actions.answer_inspections(plan, [area.inspection], by=seen_by(lead), at=AT)
    make_action(plan, lead, "1.1", areas=[area])
    return plan


@pytest.fixture
def measure(lead, plan):
    """A measure of ten months, one of them small and one restated, with a target."""
    by = seen_by(lead)
    measure = actions.create_measure("Plans within 20 weeks", [SHARE], by=by, at=AT)
    given = {"source": "Own count, February", "is_checked": True, "by": by}
    for month, count in enumerate(COUNTS, start=1):
        one = actions.record_observation(
            measure, f"2025-{month:02}", numerator=count, denominator=40, **given, at=AT
        )
    why = {"reason": "Late returns came in", "numerator": 27, "denominator": 40}
    actions.restate(one, **why, **given, at=LATER)
    start = {"baseline": 30, "baseline_on": date(2025, 1, 31), "at": AT, "by": by}
    actions.set_target(plan, measure, 90, date(2027, 3, 31), **start)
    actions.use_measure(measure, plan, areas=None, refs=["1.1"], by=by, at=AT)
    publish_figures(measure, lead, make_lead(lead.organisation, "Second"), at=LATER)
    return measure


def take_in(lead, text):
    return actions.take_in_figures([text.encode()], "figures.csv", by=seen_by(lead), at=LATER)


@pytest.fixture
def keys(lead, plan, measure):
    faulty = take_in(lead, HEAD + LINE.format("soon", "many"))
    compared = take_in(lead, HEAD + LINE.format("2025-11", 28) + LINE.format("2025-09", 30))
    figures = Observation.objects.unrestricted(because="a test looks").filter(measure=measure)
    return {
        "plan": plan.pk,
        "measure": measure.pk,
        "figure": figures.last().pk,
        "faulty": faulty.pk,
        "compared": compared.pk,
    }


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_accessible(
    page, live_server, sign_in, lead, keys, path, axe, no_horizontal_scroll, shoot
):
    sign_in(lead)

    page.goto(f"{live_server}/plans/measures/{path.format(**keys)}")

    axe(page)
    no_horizontal_scroll(page)
    name = path.replace("/", "-").replace("{", "").replace("}", "").strip("-")
    shoot(page, f"measures-{name or 'list'}")


def test_a_doubtful_figure_is_explained_and_then_saved(
    page, live_server, sign_in, lead, measure, axe, no_horizontal_scroll, shoot
):
    sign_in(lead)
    page.goto(f"{live_server}/plans/measures/{measure.pk}/")
    page.get_by_role("link", name="Enter a figure").click()
    page.get_by_label("Period").fill("November 2025")
    page.get_by_label("The figure").fill("6.4")
    page.get_by_label("Source", exact=True).fill("Own count")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing is saved yet")).to_be_visible()
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "measures-doubtful")

    page.get_by_label("I have checked this").check()
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("cell", name="6.4").first).to_be_visible()


@pytest.mark.parametrize("context", ["without-script"], indirect=True)
def test_a_conflict_in_a_file_is_decided_without_a_script(page, live_server, sign_in, lead, keys):
    sign_in(lead)
    page.goto(f"{live_server}/plans/measures/files/{keys['compared']}/")

    page.get_by_label("Restate it: ").check()
    page.get_by_label("Why figures are restated").fill("A late return")
    page.get_by_role("button", name="Accept all of this").click()

    expect(page.get_by_text("A late return").first).to_be_visible()


def test_the_dfes_statistics_are_chosen_and_accepted(
    page, live_server, sign_in, lead, corpus, axe, no_horizontal_scroll, shoot
):
    sign_in(lead)
    page.goto(f"{live_server}/plans/measures/files/")
    page.get_by_label("A CSV file").set_input_files(corpus / "send" / "timeliness_20_week.csv")
    page.get_by_role("button", name="Read it").click()
    page.get_by_label("Our area").select_option(label="Lancashire")
    page.get_by_label("Statistical neighbours").fill("Derbyshire\nStaffordshire")
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "measures-choose")
    page.get_by_role("button", name="Show what would change").click()
    expect(page.get_by_text("What the file would change")).to_be_visible()
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "measures-dfe")

    box = page.get_by_label("I have checked with the source")
    if box.count():
        box.check()
    page.get_by_role("button", name="Accept all of this").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("EHC plans issued in 20 weeks")
    shoot(page, "measures-dfe-accepted")
    assert MeasureFile.objects.unrestricted(because="a test looks").get().accepted_at
