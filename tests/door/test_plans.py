"""A plan version on its way to the record, and what must never cross."""

import dataclasses
import json
from datetime import date

from cleardays.door.drain import drain
from cleardays.record.models import Content, Current, Entry
from cleardays.record.schemas.loading import load
from cleardays.record.schemas.plan import PlanDocument
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.snapshot import PlanSnapshot
from tests.factories.people import make_committee
from tests.factories.plans import (
    AT,
    LATER,
    TODAY,
    make_action,
    make_area,
    make_lead,
    make_plan,
    make_worker,
    publish,
    publish_figures,
    seen_by,
)

CANARY = "Quillfeather"
DEFINITION = {"valid_from": "2024-01-01", "name": "Lamps lit", "numerator": "lamps"}
LINK = {"kind": "audit", "url": "https://council.example/audit"}


def make_world():
    """A plan with a word in every field that is public and a canary in every one that is not."""
    lead = make_lead()
    second = make_lead(lead.organisation, "Deputy Improvement Lead")
    by = seen_by(lead)
    area = make_area()
    plan = make_plan(lead, legend={"red": "late"}, private_note=CANARY, summary="Plain words")
    actions.answer_inspections(plan, [area.inspection], by=by, at=AT)
    one = make_action(plan, lead, "A1", areas=[area], private_note=CANARY)
    two = make_action(plan, lead, "A2", supporting=[(lead.organisation, "Help")])
    actions.add_dependency(two, one, by=by, at=AT)
    step = actions.add_milestone(one, "Lit", "All lit", TODAY, by=by, at=AT)
    actions.move_milestone(step, LATER.date(), reason="No ladder.", by=by, at=AT)
    actions.write_update(one, CANARY, confidence=CANARY[:5], by=by, at=AT)
    taken = actions.write_update(one, "Two are lit.", next_step="Three", by=by, at=AT)
    actions.take_update(taken, by=by, at=AT)
    hidden = {"kind": "audit", "url": f"https://a.example/{CANARY}"}
    actions.add_evidence(one, CANARY, **hidden, by=by, at=AT)
    actions.add_evidence(one, "An audit", **LINK, is_public=True, by=by, at=AT)
    for words, is_public in ((CANARY, False), ("No ladder", True)):
        risk = {"owner": words, "likelihood": 1, "effect": 2, "mitigation": words}
        actions.add_risk(plan, words, **risk, is_public=is_public, by=by, at=AT)
    actions.let_follow(plan, [make_committee(organisation=lead.organisation)], by=by, at=AT)
    actions.add_voice(plan, "Forum", "It is dark.", TODAY, areas=[area], by=by, at=AT)
    actions.state_counts(plan, {"done": 1, "late": 1}, 2, TODAY, by=by, at=AT)
    measure = actions.create_measure("Lamps lit", [DEFINITION], actions=[one], by=by, at=AT)
    actions.set_target(plan, measure, 90, LATER.date(), is_checked=True, by=by, at=AT)
    actions.record_observation(measure, "2025", value=30, source="SEN2", by=by, at=AT)
    publish_figures(measure, lead, make_lead(lead.organisation, "Reader"))
    return plan, lead, second


def body(ref):
    return json.loads(Current.objects.get(ref=ref).body)


def test_a_published_version_stands_in_the_record():
    plan, lead, second = make_world()
    version = publish(plan, lead, second, note="First")

    drain()

    document = body(plan.ref)
    assert document["actions"][0]["milestones"][0]["first_due"] == TODAY.isoformat()
    assert document["actions"][1]["depends_on"] == ["A1"]
    assert document == version.snapshot


def test_every_field_of_the_public_document_is_carried():
    plan, lead, second = make_world()
    publish(plan, lead, second, note="First")

    drain()

    loaded = load("plan", Current.objects.get(ref=plan.ref).body)
    assert isinstance(loaded, PlanDocument)
    empty = [field.name for field in dataclasses.fields(loaded) if not getattr(loaded, field.name)]
    assert set(empty) == {
        "period_words",
        "supersedes",
        "superseded_by",
        "note",
        "sources",
        "is_invented",
    }


def test_a_version_that_was_public_before_enters_later():
    plan, lead, second = make_world()
    told = {"stated_published_on": date(2025, 5, 1), "stated_source": "The council's old site"}
    actions.release(plan, TODAY, by=seen_by(second), at=AT, **told)
    actions.publish_version(plan, by=seen_by(lead), at=AT)

    drain()

    entry = Entry.objects.get(ref=plan.ref)
    assert entry.stated_published_on == date(2025, 5, 1)
    assert entry.stated_source == "The council's old site"
    assert body(plan.ref)["followed_by"][0]["ref"].startswith("committees/")


def test_nothing_private_crosses():
    plan, lead, second = make_world()
    publish(plan, lead, second)

    drain()

    assert CANARY not in "".join(Current.objects.values_list("body", flat=True))


def test_draining_again_appends_nothing():
    plan, lead, second = make_world()
    publish(plan, lead, second)
    drain()
    before = Entry.objects.count()
    Outgoing.objects.update(done_at=None, began_at=None, tries=0)

    drain()

    assert Entry.objects.count() == before


def test_versions_go_out_in_their_order():
    plan, lead, second = make_world()
    publish(plan, lead, second)
    publish(plan, lead, second, at=LATER)
    first = Outgoing.objects.filter(kind="plan").first()
    Outgoing.objects.filter(pk=first.pk).update(tries=9, began_at="2999-01-01T00:00Z")

    drain()

    assert not Current.objects.filter(ref=plan.ref).exists()


def test_frozen_and_public_fields_have_the_same_names():
    frozen = {field.name for field in dataclasses.fields(PlanSnapshot)}
    public = {field.name for field in dataclasses.fields(PlanDocument)}

    assert frozen == public


def test_a_partner_sees_its_plan_and_its_words_cross_once_taken():
    lead = make_lead()
    second = make_lead(lead.organisation, "Deputy Improvement Lead")
    partner = make_worker("Head of Therapies", make_lead().organisation)
    plan = make_plan(lead)
    own = make_action(plan, lead, lead_body=partner.organisation)
    update = actions.write_update(own, "Three are lit.", by=seen_by(partner), at=AT)
    actions.take_update(update, by=seen_by(lead), at=AT)
    publish(plan, lead, second)

    drain()

    (said,) = body(plan.ref)["actions"][0]["updates"]
    assert said["by"] == f"Head of Therapies, {partner.organisation}"


def test_a_recalled_plan_is_a_tombstone_and_nothing_of_it_is_left():
    plan, lead, second = make_world()
    publish(plan, lead, second)
    drain()

    actions.recall_plan(plan, reason="It named a child", by=seen_by(lead), at=LATER)
    drain()

    current = Current.objects.get(ref=plan.ref)
    assert (current.is_recalled, json.loads(current.body)["reason"]) == (True, "It named a child")
    published = Entry.objects.filter(ref=plan.ref).exclude(kind="recalled")
    assert not Content.objects.filter(seq__in=published.values("seq")).exists()


def test_a_version_recalled_on_its_way_stays_inside():
    plan, lead, second = make_world()
    publish(plan, lead, second)
    actions.recall_plan(plan, reason="It named a child", by=seen_by(lead), at=LATER)

    drain()

    assert not Entry.objects.filter(ref=plan.ref).exists()


def test_a_recall_that_comes_late_leaves_what_was_published_since():
    plan, lead, second = make_world()
    publish(plan, lead, second)
    drain()
    actions.recall_plan(plan, reason="It named a child", by=seen_by(lead), at=AT)
    late = Outgoing.objects.get(kind="recall")
    Outgoing.objects.filter(pk=late.pk).update(done_at=LATER)
    publish(plan, lead, second, at=LATER, note="Without the child")
    drain()
    Outgoing.objects.filter(pk=late.pk).update(done_at=None, began_at=None, tries=0)

    drain()

    current = Current.objects.get(ref=plan.ref)
    assert not current.is_recalled
    first = Entry.objects.filter(ref=plan.ref).earliest("version")
    assert not Content.objects.filter(seq=first.seq).exists()


def test_the_dates_of_a_placeholder_are_named_as_stand_ins():
    lead = make_lead()
    second = make_lead(lead.organisation, "Deputy Improvement Lead")
    plan = make_plan(lead)
    make_action(plan, lead, "A1", start=TODAY)
    make_action(plan, lead, "P1", start=TODAY, is_placeholder=True)
    publish(plan, lead, second)
    drain()

    known, stand_in = json.loads(Current.objects.get(ref=plan.ref).body)["actions"]
    assert known["stand_in_dates"] == []
    names = ["first_start", "first_finish", "start", "finish"]
    assert stand_in["stand_in_dates"] == names
    assert stand_in["start"] == TODAY.isoformat()
