"""Who sees what: a partner what is asked of its body, and nothing of others' drafts."""

import pytest

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import (
    Action,
    DateChange,
    Evidence,
    Milestone,
    Observation,
    Plan,
    PlanFile,
    PlanRelease,
    PlanVersion,
    Risk,
    StatedCount,
    Target,
    Update,
    Voice,
)
from tests.factories.people import make_council
from tests.factories.plans import AT, TODAY, make_action, make_lead, make_worker, publish, seen_by

DEFINITION = {"valid_from": "2024-01-01", "name": "Lamps lit", "numerator": "lamps"}
LINK = {"kind": "audit", "url": "https://council.example/audit"}
FOLLOWERS_ONLY = [Risk, Voice, Target, StatedCount, Observation, PlanRelease, PlanFile]


@pytest.fixture
def world(plan, lead, icb, partner, by):
    """An action of the health board, one it supports, and one of the council alone."""
    own = make_action(plan, lead, "OWN", lead_body=icb)
    helped = make_action(plan, lead, "HELPED", supporting=[(icb, "Lend a ladder")])
    other = make_action(plan, lead, "OTHER")
    for one in (own, helped, other):
        actions.add_milestone(one, "Lit", "All lit", TODAY, by=by, at=AT)
        actions.write_update(one, f"Council's draft on {one.ref}", by=by, at=AT)
        actions.add_evidence(one, f"Council's on {one.ref}", **LINK, by=by, at=AT)
    actions.write_update(own, "Health board's draft", by=seen_by(partner), at=AT)
    actions.add_evidence(own, "Health board's evidence", **LINK, by=seen_by(partner), at=AT)
    return plan


def seen(model, user, field):
    found = model.objects.visible_to(seen_by(user)).order_by("pk")
    return list(found.values_list(field, flat=True))


def test_the_improvement_lead_sees_everything(world, lead):
    assert seen(Action, lead, "ref") == ["OWN", "HELPED", "OTHER"]
    assert len(seen(Update, lead, "words")) == 4
    assert len(seen(Evidence, lead, "title")) == 4


def test_a_partner_sees_the_actions_that_it_leads_or_supports(world, partner):
    assert seen(Action, partner, "ref") == ["OWN", "HELPED"]
    assert seen(Milestone, partner, "action__ref") == ["OWN", "HELPED"]


def test_a_partner_sees_its_own_drafts_and_no_others(world, partner):
    assert seen(Update, partner, "words") == ["Health board's draft"]


def test_a_partner_sees_its_own_restricted_evidence_and_no_others(world, partner):
    assert seen(Evidence, partner, "title") == ["Health board's evidence"]


def test_a_partner_sees_others_evidence_and_updates_once_a_version_shows_them(
    world, partner, lead, second, by
):
    for given in Evidence.objects.visible_to(by):
        actions.show_evidence(given, is_public=True, by=by, at=AT)
    for update in Update.objects.visible_to(by):
        actions.take_update(update, by=by, at=AT)
    assert seen(Evidence, partner, "title") == ["Health board's evidence"]
    assert seen(Update, partner, "words") == ["Health board's draft"]

    publish(world, lead, second)

    assert seen(Evidence, partner, "title") == [
        "Council's on OWN",
        "Council's on HELPED",
        "Health board's evidence",
    ]
    assert len(seen(Update, partner, "words")) == 3


def test_a_body_that_no_longer_supports_an_action_sees_it_no_more(world, partner, by):
    helped = Action.objects.visible_to(by).get(ref="HELPED")

    actions.change_action(helped, supporting=[], by=by, at=AT)

    assert seen(Action, partner, "ref") == ["OWN"]


def test_another_body_sees_neither_plan_nor_actions_before_publication(world):
    stranger = make_worker("Trust Programme Lead", make_council())

    assert seen(Plan, stranger, "pk") == []
    assert seen(Action, stranger, "pk") == []


def test_after_publication_everyone_who_signs_in_sees_the_version_and_no_drafts(
    world, lead, second
):
    publish(world, lead, second)
    reader = make_worker("Member", make_council(), "member")

    assert seen(Plan, reader, "pk") == [world.pk]
    assert seen(PlanVersion, reader, "number") == [1]
    assert seen(Action, reader, "pk") == []


def test_after_a_recall_nobody_but_followers_sees_a_version(world, lead, second, partner, by):
    publish(world, lead, second)
    reader = make_worker("Member", make_council(), "member")

    actions.recall_plan(world, reason="It named a child", by=by, at=AT)

    assert seen(PlanVersion, lead, "number") == [1]
    assert [seen(PlanVersion, one, "number") for one in (reader, partner)] == [[], []]
    assert seen(Plan, reader, "pk") == []


def test_a_member_of_the_leading_body_sees_no_working_rows(world, council):
    member = make_worker("Member", council, "member")

    assert seen(Action, member, "pk") == []
    assert seen(Evidence, member, "pk") == []


@pytest.mark.parametrize("model", [*FOLLOWERS_ONLY, DateChange, Action, Evidence, Update])
def test_the_public_sees_no_row(model, world):
    assert not model.objects.visible_to(Viewer.public()).exists()


@pytest.mark.parametrize("model", FOLLOWERS_ONLY)
def test_a_partner_sees_none_of_what_is_for_followers(model, world, partner, by, second):
    measure = actions.create_measure("Lamps lit", [DEFINITION], by=by, at=AT)
    actions.set_target(world, measure, 90, TODAY, is_checked=True, by=by, at=AT)
    actions.record_observation(measure, "2025", value=3, source="SEN2", by=by, at=AT)
    actions.add_voice(world, "Forum", "It is dark.", TODAY, by=by, at=AT)
    actions.state_counts(world, {"done": 1}, 1, TODAY, by=by, at=AT)
    risk = {"owner": "Head", "likelihood": 1, "effect": 1, "mitigation": "x", "is_public": True}
    actions.add_risk(world, "No ladder", **risk, by=by, at=AT)
    actions.release(world, TODAY, by=seen_by(second), at=AT)
    PlanFile.objects.create(plan=world, kind="export", table={}, by="x", at=AT)

    assert model.objects.visible_to(by).exists()
    assert not model.objects.visible_to(seen_by(partner)).exists()


def test_an_action_without_a_leading_body_is_nobodys(plan, lead):
    make_action(plan, lead, "NOBODY", lead_body=None)
    loose = Viewer("Nobody", 99, everywhere=seen_by(make_lead()).everywhere - {"x"})
    partnerless = Viewer(
        "Nobody", 99, everywhere=frozenset(p for p in loose.everywhere if "update" in p)
    )

    assert not Action.objects.visible_to(partnerless).exists()
