"""What needs you, in a real browser: the first page with something in every part of it."""

from datetime import date

import pytest

from cleardays.workroom.inspections import actions as inspections
from cleardays.workroom.inspections.models import Duty, Inspection
from cleardays.workroom.plans import actions
from cleardays.workroom.recommendations import actions as asks
from tests.factories.asks import ANSWERED, make_ask, make_asked
from tests.factories.inspections import LEAD, make_inspection
from tests.factories.meetings import make_meeting, seen_by
from tests.factories.people import make_council
from tests.factories.plans import (
    AT,
    LATER,
    TODAY,
    make_action,
    make_lead,
    make_plan,
    make_worker,
    publish,
)

DEFINITION = {"valid_from": "2024-01-01", "name": "Lamps lit", "numerator": "lamps"}


@pytest.fixture
def lead(committee):
    return make_lead(committee.organisation, "Improvement Lead")


@pytest.fixture
def plan(lead):
    """Plans with late actions and updates: one waits for release, one for publication."""
    by = seen_by(lead)
    second = seen_by(make_lead(lead.organisation, "Deputy Improvement Lead"))
    first = make_plan(lead)
    late = make_action(first, lead, "1.1", lead="Improvement Lead")
    make_action(first, lead, "1.2", finish=date(2026, 3, 1))
    actions.write_update(late, "Two of nine are lit.", by=by, at=AT)
    actions.ask_for_release(first, by=second, at=AT)
    other = make_plan(lead, "Strategy for the lamps")
    make_action(other, lead, "2.1", finish=None)
    actions.release(other, TODAY, by=second, at=AT)
    measure = actions.create_measure("Lamps lit", [DEFINITION], by=by, at=AT)
    actions.record_observation(measure, "Q1 2025", value=30, source="Own", by=by, at=AT)
    return first


@pytest.fixture
def found(lead, plan):
    """An inspection whose plan is due, and one that was read and not accepted."""
    made = make_inspection(bodies=[lead.organisation])
    duty = Duty.objects.unrestricted(because="a test").get(kind="priority-action-plan")
    inspections.assign(duty, "Improvement Lead", by=LEAD, at=AT)
    read = make_inspection(bodies=[lead.organisation])
    Inspection.objects.unrestricted(because="a test").filter(pk=read.pk).update(is_accepted=False)
    return made


def test_the_first_page_of_an_improvement_lead(
    page, live_server, sign_in, lead, found, clerk, deputy, committee, axe, no_horizontal_scroll,
    shoot,
):  # fmt: skip
    make_ask(clerk, deputy, committee, committee.organisation, post="Improvement Lead")
    sign_in(lead)

    page.goto(live_server.url)

    for heading in (
        "Asked by committees: waiting for your answer",
        "Due after inspections",
        "Your actions: late, or due in two weeks",
        "Inspections that were read",
        "Plans waiting for your release",
        "Plans released, to be published",
        "Updates to check for the next version",
        "Figures that are due",
    ):
        assert page.get_by_role("heading", name=heading).is_visible(), heading
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "home-lead")


@pytest.mark.parametrize("context", ["without-script"], indirect=True)
def test_the_first_page_of_a_clerk_without_a_script(
    page, live_server, sign_in, clerk, deputy, committee, no_horizontal_scroll
):
    board = make_council(name="NHS Lampshire Integrated Care Board", kind="nhs")
    ask = make_ask(clerk, deputy, committee, board)
    asks.answer(ask, "See the table", by=seen_by(make_asked(board)), at=ANSWERED)
    make_meeting(clerk, committee, "One", day=date(2099, 3, 17))
    sign_in(clerk)

    page.goto(live_server.url)
    page.get_by_role("link", name=ask.title).click()

    assert page.get_by_role("heading", name=ask.title).is_visible()
    no_horizontal_scroll(page)


def test_a_plan_and_an_ask_are_taken_back(
    page, live_server, sign_in, lead, clerk, deputy, committee, axe, no_horizontal_scroll, shoot
):
    plan = make_plan(lead)
    make_action(plan, lead)
    publish(plan, lead, make_lead(lead.organisation, "Deputy"), at=LATER)
    sign_in(lead)
    page.goto(f"{live_server}{plan.get_absolute_url()}")
    page.get_by_role("link", name="Take it back from the public").click()
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "plan-recall")
    page.get_by_label("Why it is taken back").fill("It named a child.")
    page.get_by_role("button", name="Save").click()
    page.goto(f"{live_server}{plan.get_absolute_url()}versions/1/")
    axe(page)
    shoot(page, "plan-recalled")

    ask = make_ask(clerk, deputy, committee, committee.organisation)
    sign_in(clerk)
    page.goto(f"{live_server}{ask.get_absolute_url()}recall/")
    page.get_by_label("Why it is taken back").fill("It named a child.")
    page.get_by_role("button", name="Save").click()
    axe(page)
    no_horizontal_scroll(page)
    shoot(page, "ask-recalled")
    assert page.get_by_role("button", name="Publish it again").is_visible()


def test_a_reader_who_nothing_waits_for(page, live_server, sign_in, axe):
    sign_in(make_worker("Reader", make_council(), "member"))

    page.goto(live_server.url)

    assert page.get_by_text("Nothing waits for you").is_visible()
    axe(page)
