"""What is frozen of a plan: public words only, with the evidence axis computed."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.freezing import frozen
from cleardays.workroom.plans.models import Action, Evidence, Plan, Update
from cleardays.workroom.recommendations.actions import recalling
from tests.factories.asks import ASKED, make_ask
from tests.factories.plans import AT, TODAY, make_action, make_area, make_plan, seen_by

LINK = {"kind": "audit", "url": "https://council.example/audit"}
CANARY = "Quillfeather"


def axis(plan):
    return frozen(plan, TODAY).actions[0].evidence_axis


def test_no_word_that_is_private_is_frozen(plan, lead, partner, icb, by):
    own = make_action(plan, lead, lead_body=icb, private_note=f"{CANARY} 1")
    actions.change_plan(plan, private_note=f"{CANARY} 2", by=by, at=AT)
    actions.add_evidence(own, f"{CANARY} 3", **LINK, by=seen_by(partner), at=AT)
    actions.write_update(own, f"{CANARY} 4", confidence="low", by=seen_by(partner), at=AT)
    actions.add_risk(
        plan,
        f"{CANARY} 5",
        owner="Head",
        likelihood=1,
        effect=1,
        mitigation="x",
        is_public=False,
        by=by,
        at=AT,
    )

    assert CANARY not in str(frozen(plan, TODAY).as_json())


def test_public_evidence_and_taken_updates_are_frozen(plan, action, by):
    actions.add_evidence(action, "An audit", **LINK, is_public=True, by=by, at=AT)
    update = actions.write_update(action, "Two are lit.", by=by, at=AT)
    actions.take_update(update, by=by, at=AT)

    (shown,) = frozen(plan, TODAY).actions
    assert [one.title for one in shown.evidence] == ["An audit"]
    assert [one.words for one in shown.updates] == ["Two are lit."]
    assert shown.updates[0].by == "Improvement Lead, Lampshire County Council"


def test_the_evidence_axis_goes_from_none_to_published(plan, action, by, second):
    steps = [axis(plan)]
    actions.start(action, date(2026, 2, 3), by=by, at=AT)
    actions.finish(action, TODAY, by=by, at=AT)
    steps.append(axis(plan))
    given = actions.add_evidence(action, "An audit", **LINK, by=by, at=AT)
    steps.append(axis(plan))
    actions.check_evidence(given, TODAY, by=seen_by(second), at=AT)
    steps.append(axis(plan))
    actions.show_evidence(given, is_public=True, by=by, at=AT)
    steps.append(axis(plan))

    assert steps == ["none", "claimed", "attached", "checked", "published"]


def test_a_draft_update_is_not_even_a_claim(plan, action, by):
    actions.write_update(action, "Two are lit.", by=by, at=AT)

    assert axis(plan) == "none"


def test_an_inspection_that_is_not_public_is_not_named(plan, by):
    area = make_area()
    type(area.inspection).objects.unrestricted(because="a test hides it").filter(
        pk=area.inspection_id
    ).update(is_published=False)
    actions.answer_inspections(plan, [area.inspection], by=by, at=AT)

    assert frozen(plan, TODAY).answers == ()


def test_what_a_committee_asked_for_is_named_while_it_is_public(
    plan, by, council, clerk, deputy, committee, viewer
):
    ask = make_ask(clerk, deputy, committee, council)
    actions.answer_asks(plan, [ask], by=by, at=AT)
    before = frozen(plan, TODAY).answers
    recalling.recall(ask, reason="Wrong words", by=viewer(clerk), at=ASKED + timedelta(hours=1))

    assert [(one.ref, one.title) for one in before] == [(ask.ref, ask.title)]
    assert frozen(plan, TODAY).answers == ()


def test_where_an_action_comes_from_is_named_once_that_plan_is_public(lead, action, plan, by):
    later = make_plan(lead, "Later")
    actions.carry_forward(action, later, TODAY, by=by, at=AT)
    before = frozen(later, TODAY).actions[0].carried_from
    Plan.objects.unrestricted(because="a test").filter(pk=plan.pk).update(is_published=True)

    assert (before, frozen(later, TODAY).actions[0].carried_from) == ("", f"{plan.ref}#A1")


def queries_for(plan):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        frozen(plan, TODAY)
    return len(captured)


@pytest.mark.parametrize("more", [20])
def test_a_longer_plan_takes_no_more_queries(plan, lead, by, icb, more):
    def fill(n):
        for _ in range(n):
            ref = f"Q{Action.objects.unrestricted(because='a test').count()}"
            one = make_action(plan, lead, ref, areas=[make_area()], supporting=[(icb, "Help")])
            actions.add_milestone(one, "Lit", "All lit", TODAY, by=by, at=AT)
            Evidence.objects.create(
                action=one,
                title="x",
                kind="audit",
                on=TODAY,
                body=icb,
                given_by="x",
                given_by_user=lead,
                is_public=True,
            )
            Update.objects.create(
                action=one, as_at=TODAY, body=icb, by="x", words="x", at=AT, state="published"
            )

    fill(2)
    few = queries_for(plan)
    fill(more)

    assert queries_for(plan) == few
