"""A name where a post should stand is said where it is typed, read or released; never refused."""

import pytest
from django.urls import reverse

from cleardays.readers.plans import PlanRow, PlanTable
from cleardays.workroom.plans import actions
from tests.factories.plans import AT, TODAY, actions_of, make_action, publish

WARNING = "“Jane Smith” looks like a person&#x27;s name: the public plan gives posts"


@pytest.fixture
def client(signed_in, lead):
    return signed_in(lead)


def typed(plan, lead):
    return {
        "ref": "N1",
        "title": "Mend",
        "lead": lead,
        "lead_body": plan.organisation_id,
    }


def test_a_name_that_is_typed_is_kept_and_said(client, plan):
    address = reverse("plans:deed", args=["plan", plan.pk, "add-action"])

    page = client.post(address, typed(plan, "Jane Smith"), follow=True)

    assert actions_of(plan)[0].lead == "Jane Smith"
    assert WARNING in page.text


def test_a_post_that_is_typed_is_not_remarked_on(client, plan):
    address = reverse("plans:deed", args=["plan", plan.pk, "add-action"])

    page = client.post(address, typed(plan, "Head of Lamps"), follow=True)

    assert "looks like a person" not in page.text


def test_a_name_stays_said_on_the_page_of_the_action_to_who_keeps_the_plan(
    client, signed_in, partner, plan, lead, icb
):
    action = make_action(plan, lead, lead="Jane Smith", lead_body=icb)

    assert WARNING in client.get(action.get_absolute_url()).text
    assert WARNING not in signed_in(partner).get(action.get_absolute_url()).text


def test_a_name_in_a_spreadsheet_is_said_before_it_is_accepted(client, plan, by):
    row = PlanRow({"ref": "N1", "title": "Mend", "lead": "Jane Smith"})
    kept = actions.take_in(
        plan, PlanTable((row,), ("ref", "title", "lead")), "plan.xlsx", by=by, at=AT
    )
    if kept.questions:
        kept.questions = []
        kept.save()

    assert WARNING in client.get(reverse("plans:compare", args=[kept.pk])).text


def test_a_name_is_said_before_release_with_where_it_stands(signed_in, second, plan, lead, by):
    make_action(plan, lead, "N1", lead="Jane Smith")
    action = make_action(plan, lead, "N2")
    actions.move_date(
        action, "finish", TODAY, reason="Rain.", approved_by="Jane Smith", by=by, at=AT
    )

    page = signed_in(second).get(reverse("plans:release", args=[plan.pk])).text

    assert f"{WARNING}. It stands in: lead of N1, a change of N2." in page


def test_a_name_stops_no_release(plan, lead, second):
    make_action(plan, lead, lead="Jane Smith")

    assert publish(plan, lead, second).number == 1
