"""The page of an action, and the deeds on it."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Dependency, Evidence, Milestone, Proposal, Update
from cleardays.workroom.plans.views.deeds import KINDS
from tests.factories.plans import AT, TODAY, fresh, make_action, make_plan, rows, seen_by

LINK = {"kind": "audit", "url": "https://council.example/audit"}
DAY = {"on_day": "3", "on_month": "2", "on_year": "2026"}


@pytest.fixture
def client(signed_in, lead):
    return signed_in(lead)


@pytest.fixture
def partners(signed_in, partner):
    return signed_in(partner)


@pytest.fixture
def own(plan, lead, icb):
    return make_action(plan, lead, "OWN", lead_body=icb, private_note="Quillfeather")


def deed(kind, thing, name):
    return reverse("plans:deed", args=[kind, thing.pk, name])


def html_of(client, action):
    response = client.get(action.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_shows_the_ledger(client, action, by):
    actions.move_date(
        action, "finish", TODAY, reason="No ladder.", effect="Dark longer.", by=by, at=AT
    )

    html = html_of(client, action)

    assert "No ladder." in html
    assert "Dark longer." in html
    assert "first agreed" in html


def test_a_partner_reads_its_own_action_without_the_officers_note(partners, own):
    html = html_of(partners, own)

    assert own.title in html
    assert "Quillfeather" not in html
    assert "What was done" not in html


def test_another_bodys_action_is_not_found(partners, action):
    assert partners.get(action.get_absolute_url()).status_code == 404


def test_a_partner_does_not_read_others_drafts_on_its_own_action(partners, own, by):
    actions.write_update(own, "Council's draft", by=by, at=AT)
    actions.add_evidence(own, "Council's evidence", **LINK, by=by, at=AT)

    html = html_of(partners, own)

    assert "Council's" not in html
    assert "Council&#x27;s" not in html


NEW = {"new_day": "30", "new_month": "9", "new_year": "2026", "reason": "No lift."}


def test_a_partner_proposes_a_date_the_lead_sends_it_back_and_the_partner_reads_why(
    partners, client, own
):
    page = partners.post(deed("action", own, "propose-finish"), NEW, follow=True)
    assert "Nothing moves until the improvement lead approves it." in page.text
    (made,) = rows(Proposal)
    asked = client.get(deed("proposal", made, "return")).text
    assert "30 September 2026" in asked
    assert "No lift." in asked

    client.post(deed("proposal", made, "return"), {"words": "Which lift?"})

    assert "“Which lift?”" in html_of(partners, own)
    assert fresh(own).finish == own.finish


def test_the_lead_approves_a_proposed_date_and_the_ledger_says_who_proposed_it(
    partners, client, own
):
    partners.post(deed("action", own, "propose-finish"), NEW)
    (made,) = rows(Proposal)
    form = client.get(deed("proposal", made, "approve")).context["form"]
    assert form["approved_by"].value() == "Improvement Lead"

    client.post(deed("proposal", made, "approve"), {"approved_by": "Partnership Board"})

    html = html_of(partners, own)
    assert ", approved by Partnership Board" in html
    assert "Health Programme Lead, Lampshire Health Board" in html


def test_the_lead_sends_an_update_back_and_the_partner_reads_why(partners, client, own, partner):
    update = actions.write_update(own, "Two lit", by=seen_by(partner), at=AT)
    assert "Two lit" in client.get(deed("update", update, "return")).text

    client.post(deed("update", update, "return"), {"words": "Which two?"})

    assert "“Which two?”" in html_of(partners, own)


def test_who_keeps_the_plan_moves_dates_and_does_not_propose_them(client, partners, own):
    assert "Propose another finish" not in html_of(client, own)
    assert client.get(deed("action", own, "propose-finish")).status_code == 404
    assert "Propose another finish" in html_of(partners, own)


def test_a_milestone_that_is_overdue_and_not_met_says_how_late_it_is(client, own, by):
    actions.add_milestone(own, "Lit", "All lit", date(2026, 3, 31), by=by, at=AT)

    with time_machine.travel(datetime(2026, 4, 10, 9, tzinfo=UTC)):
        html = html_of(client, own)

    assert "; not met" in html
    assert "10 days late" in html


def test_what_is_heard_of_a_link_names_the_update_by_who_wrote_it(client, own, partner):
    actions.write_update(own, "Two lit", by=seen_by(partner), at=AT)

    html = html_of(client, own)

    assert ": update by Health Programme Lead, as at 2 March 2026</span>" in html


def test_a_body_that_leads_without_a_post_is_not_called_nobody(client, plan, lead, icb):
    made = make_action(plan, lead, "N1", lead="", lead_body=icb)

    html = html_of(client, made)

    assert "Lampshire Health Board: no post is named" in html
    assert "Nobody" not in html


def test_a_date_that_was_agreed_asks_why_it_moves(client, action):
    form = client.get(deed("action", action, "move-finish")).context["form"]

    assert form.fields["reason"].required


def test_a_date_that_was_never_agreed_is_set_without_a_reason(client, plan, lead):
    made = make_action(plan, lead, "F1", finish=None)
    address = deed("action", made, "move-finish")
    assert list(client.get(address).context["form"].fields) == ["new"]

    client.post(address, {name: NEW[name] for name in NEW if name != "reason"})

    assert fresh(made).first_finish == date(2026, 9, 30)


def test_a_partner_is_offered_its_own_deeds_alone(partners, own):
    html = html_of(partners, own)

    assert "Write an update" in html
    assert "Record the start" in html
    assert "Stop it" not in html


@pytest.mark.parametrize("name", sorted(KINDS["action"].deeds))
def test_no_deed_on_another_bodys_action_is_found(partners, action, name):
    assert partners.get(deed("action", action, name)).status_code == 404


@pytest.mark.parametrize(
    "name", [name for name, one in KINDS["action"].deeds.items() if not one.for_all]
)
def test_no_follower_s_deed_is_open_to_a_partner(partners, own, name):
    assert partners.get(deed("action", own, name)).status_code == 404


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind, of in KINDS.items() for name, one in of.deeds.items()
     if one.for_followers],
)  # fmt: skip
def test_every_deed_has_its_page(client, plan, action, lead, by, kind, name):
    other = make_action(plan, lead, ref="B2")
    details = {"owner": "Head", "likelihood": 1, "effect": 1, "mitigation": "x"}
    things = {
        "plan": plan,
        "action": action,
        "milestone": actions.add_milestone(action, "Lit", "All lit", TODAY, by=by, at=AT),
        "evidence": actions.add_evidence(action, "Audit", **LINK, by=by, at=AT),
        "update": actions.write_update(action, "Two lit", by=by, at=AT),
        "proposal": actions.propose_date(action, "start", TODAY, reason="Rain.", by=by, at=AT),
        "dependency": actions.add_dependency(action, other, by=by, at=AT),
        "risk": actions.add_risk(plan, "Dark", **details, is_public=False, by=by, at=AT),
        "voice": actions.add_voice(plan, "Forum", "Dark", TODAY, by=by, at=AT),
    }

    response = client.get(deed(kind, things[kind], name))

    assert KINDS[kind].deeds[name].label in response.content.decode()


@pytest.mark.parametrize("address", ["plans:deed"])
def test_a_deed_that_does_not_exist_is_not_found(client, action, address):
    assert client.get(reverse(address, args=["action", action.pk, "sell"])).status_code == 404
    assert client.get(reverse(address, args=["street", action.pk, "start"])).status_code == 404


def test_a_partner_writes_an_update(partners, own):
    partners.post(
        deed("action", own, "update"),
        {"as_at_day": "1", "as_at_month": "3", "as_at_year": "2026", "words": "Two are lit."},
    )

    assert [one.words for one in rows(Update)] == ["Two are lit."]


def test_a_partner_records_start_and_finish(partners, own):
    partners.post(deed("action", own, "start"), DAY)
    partners.post(deed("action", own, "finish"), DAY)

    assert (fresh(own).started, fresh(own).finished) == (TODAY.replace(month=2, day=3),) * 2


def test_a_refusal_stands_beside_the_form(client, action):
    response = client.post(deed("action", action, "finish"), DAY)

    assert "record that first" in response.content.decode()


def test_a_date_is_moved(client, action):
    client.post(
        deed("action", action, "move-finish"),
        {"new_day": "1", "new_month": "9", "new_year": "2026", "reason": "No ladder."},
    )

    assert fresh(action).finish.month == 9


def test_an_action_is_stopped_and_that_is_taken_back(client, action):
    client.post(deed("action", action, "stop"), {**DAY, "reason": "Gone."})
    stopped = fresh(action).stopped
    client.post(deed("action", action, "take-back-stopped"), {"reason": "Back again."})

    assert (stopped.day, fresh(action).stopped) == (3, None)


def test_an_action_is_carried_forward(client, action, lead):
    other = make_plan(lead, "Another plan")

    client.post(deed("action", action, "carry-forward"), {**DAY, "to": other.pk})

    assert fresh(action).carried_forward is not None


def test_what_has_to_finish_first_is_chosen_among_the_other_actions(client, plan, lead, action):
    other = make_action(plan, lead, "B2")
    address = deed("action", action, "add-dependency")
    offered = [words for _, words in client.get(address).context["form"].fields["on"].choices]

    client.post(address, {"on": other.pk})

    assert offered == ["Choose", f"B2 {other.title}"]
    assert other.title in html_of(client, action)


def test_what_has_to_finish_first_is_not_left_open(client, action):
    response = client.post(deed("action", action, "add-dependency"), {"why": "It is."})

    assert "Choose the action that must finish first" in response.content.decode()


def test_a_date_is_moved_beside_the_one_that_stands_and_the_first(client, action, by):
    actions.move_date(action, "finish", date(2026, 7, 31), reason="No ladder.", by=by, at=AT)

    page = client.get(deed("action", action, "move-finish")).content.decode()

    assert "31 July 2026" in page
    assert "30 June 2026" in page


def test_words_and_bodies_are_changed(client, action, icb):
    client.post(
        deed("action", action, "change"),
        {"title": "Mend more", "lead_body": icb.pk, "supporting": f"{icb}: pay"},
    )

    assert (fresh(action).title, fresh(action).lead_body) == ("Mend more", icb)


def test_evidence_with_a_file_is_handed_over_to_those_who_may_see_it(
    client, partners, own, signed_in
):
    file = SimpleUploadedFile("audit.txt", b"All nine are lit.")
    partners.post(
        deed("action", own, "evidence"),
        {"title": "Audit", "kind": "audit", **DAY, "file": file},
    )
    (given,) = rows(Evidence)
    address = reverse("plans:evidence_file", args=[given.pk])

    assert b"".join(partners.get(address).streaming_content) == b"All nine are lit."
    assert b"".join(client.get(address).streaming_content) == b"All nine are lit."


def test_the_file_of_others_restricted_evidence_is_not_found(client, partners, own):
    file = SimpleUploadedFile("audit.txt", b"All nine are lit.")
    client.post(
        deed("action", own, "evidence"),
        {"title": "Audit", "kind": "audit", **DAY, "file": file},
    )
    (given,) = rows(Evidence)

    assert partners.get(reverse("plans:evidence_file", args=[given.pk])).status_code == 404


def test_evidence_is_checked_and_shown(client, own, partner, by):
    given = actions.add_evidence(own, "Audit", **LINK, by=seen_by(partner), at=AT)

    client.post(deed("evidence", given, "check"), DAY)
    client.post(deed("evidence", given, "show"))

    assert fresh(given).checked_by == "Improvement Lead"
    assert fresh(given).is_public


def test_an_update_is_taken(client, own, partner):
    update = actions.write_update(own, "Two lit", by=seen_by(partner), at=AT)

    client.post(deed("update", update, "take"))

    assert fresh(update).state == "published"


def test_a_milestone_is_met_by_the_body_itself(partners, own, by):
    step = actions.add_milestone(own, "Lit", "All lit", TODAY, by=by, at=AT)

    partners.post(deed("milestone", step, "meet"), DAY)

    assert fresh(step).met_on is not None


def test_a_milestone_is_moved(client, action, by):
    step = actions.add_milestone(action, "Lit", "All lit", TODAY, by=by, at=AT)

    client.post(
        deed("milestone", step, "move"),
        {"new_day": "1", "new_month": "9", "new_year": "2026", "reason": "No ladder."},
    )

    (moved,) = rows(Milestone)
    assert (moved.first_due, moved.due.month) == (TODAY, 9)


def test_more_belongings_take_no_more_queries(client, action, by):
    def fill(number):
        for n in range(number):
            actions.add_milestone(action, f"Step {n}", "All lit", TODAY, by=by, at=AT)
            actions.write_update(action, "Two lit", by=by, at=AT)
            actions.add_evidence(action, "Audit", **LINK, by=by, at=AT)

    def queries():
        html_of(client, action)
        with CaptureQueriesContext(connection) as captured:
            html_of(client, action)
        return len(captured)

    fill(2)
    few = queries()
    fill(15)

    assert queries() == few


def test_an_action_waits_no_more(client, plan, lead, action, by):
    other = make_action(plan, lead, ref="B2", title="Buy a ladder")
    actions.add_dependency(action, other, by=by, at=AT)
    link = rows(Dependency)[0]
    address = reverse("plans:deed", args=["dependency", link.pk, "remove"])
    assert address in client.get(action.get_absolute_url()).content.decode()

    client.post(address)

    assert rows(Dependency) == []


def test_a_partner_reads_of_what_is_asked_of_others_its_reference_alone(
    signed_in, partner, icb, plan, lead, by
):
    own = make_action(plan, lead, ref="A1", lead_body=icb)
    other = make_action(plan, lead, ref="B2", title="A word that is still a draft")
    actions.add_dependency(own, other, by=by, at=AT)

    html = signed_in(partner).get(own.get_absolute_url()).content.decode()

    assert "B2, which is asked of another body" in html
    assert "still a draft" not in html
