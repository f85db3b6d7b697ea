"""A body proposes a date; nothing moves, and nothing is public, until the lead approves it."""

from datetime import date

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import DateChange, Proposal
from cleardays.workroom.plans.proof import digest_of, proof_of
from cleardays.workroom.workflow.engine import Refused
from tests.factories.people import make_council
from tests.factories.plans import (
    AT,
    LATER,
    TODAY,
    fresh,
    make_action,
    make_worker,
    publish,
    rows,
    seen_by,
)

NEW = date(2026, 9, 30)
WHY = "The lift has not come."


@pytest.fixture
def own(plan, lead, icb):
    """An action that the health board leads."""
    return make_action(plan, lead, "H1", lead_body=icb, lead="Head of Therapies")


def propose(own, user, field="finish", new=NEW, **more):
    return actions.propose_date(
        own, field, new, **{"reason": WHY, "by": seen_by(user), "at": AT, **more}
    )


def test_a_proposal_moves_nothing_and_changes_nothing_that_would_be_public(own, plan, partner):
    before = digest_of(proof_of(plan, TODAY))

    propose(own, partner, effect="Dark longer.")

    assert fresh(own).finish == date(2026, 6, 30)
    assert rows(DateChange) == []
    assert digest_of(proof_of(plan, TODAY)) == before


def test_an_approved_date_goes_into_the_ledger_with_who_proposed_why_and_who_approved(
    own, partner, by
):
    made = propose(own, partner, effect="Dark longer.")

    actions.approve_date(made, approved_by="Partnership Board", by=by, at=LATER)

    (entry,) = rows(DateChange)
    assert (entry.field, entry.old, entry.new) == ("finish", date(2026, 6, 30), NEW)
    assert (entry.by, entry.approved_by) == (
        "Health Programme Lead, Lampshire Health Board",
        "Partnership Board",
    )
    assert (entry.reason, entry.effect, entry.at) == (WHY, "Dark longer.", LATER)
    moved = fresh(own)
    assert (moved.finish, moved.first_finish) == (NEW, date(2026, 6, 30))
    answered = fresh(made)
    assert (answered.state, answered.answered_by) == ("approved", "Improvement Lead")


def test_who_approves_is_named_where_no_board_is(own, partner, by):
    actions.approve_date(propose(own, partner), by=by, at=LATER)

    assert rows(DateChange)[0].approved_by == "Improvement Lead"


def test_the_public_ledger_tells_it_with_the_next_version(own, plan, partner, lead, second):
    by = seen_by(lead)
    actions.approve_date(propose(own, partner), by=by, at=LATER)

    version = publish(plan, lead, second, at=LATER)

    (change,) = version.snapshot["actions"][0]["changes"]
    assert (change["reason"], change["approved_by"]) == (WHY, "Improvement Lead")


def test_the_date_of_a_milestone_is_proposed_and_approved_alike(own, partner, by):
    step = actions.add_milestone(own, "Lit", "All are lit", TODAY, by=by, at=AT)

    made = propose(step, partner, "due")
    actions.approve_date(made, by=by, at=LATER)

    assert fresh(step).due == NEW
    assert rows(DateChange)[0].milestone == step


def test_a_first_date_that_is_proposed_is_agreed_and_has_no_entry(plan, lead, icb, partner, by):
    own = make_action(plan, lead, "H2", lead_body=icb, finish=None)

    assert actions.approve_date(propose(own, partner), by=by, at=LATER) is None

    assert (fresh(own).finish, fresh(own).first_finish) == (NEW, NEW)
    assert rows(DateChange) == []


def test_a_date_is_sent_back_with_words_that_stay_inside(own, partner, by):
    made = propose(own, partner)

    actions.return_date(made, " Say which lift. ", by=by, at=LATER)

    returned = fresh(made)
    assert (returned.state, returned.answer) == ("returned", "Say which lift.")
    assert (returned.answered_by, returned.answered_at) == ("Improvement Lead", LATER)
    assert fresh(own).finish == date(2026, 6, 30)
    said = " ".join(one.sentence + one.reason for one in AuditEvent.objects.about(own))
    assert "which lift" not in said


def test_a_date_is_not_sent_back_without_words(own, partner, by):
    with pytest.raises(Refused, match="Say why it goes back"):
        actions.return_date(propose(own, partner), " ", by=by, at=LATER)


def test_a_partner_neither_approves_nor_sends_back(own, partner):
    made, viewer = propose(own, partner), seen_by(partner)

    with pytest.raises(NotAllowed):
        actions.approve_date(made, by=viewer, at=LATER)
    with pytest.raises(NotAllowed):
        actions.return_date(made, "No.", by=viewer, at=LATER)


def test_nobody_approves_what_they_proposed(own, lead):
    made = propose(own, lead)

    with pytest.raises(Refused, match="somebody else approves"):
        actions.approve_date(made, by=seen_by(lead), at=LATER)


def test_a_date_for_another_bodys_action_is_refused(action, partner):
    with pytest.raises(NotAllowed):
        propose(action, partner)


def test_a_date_that_moved_meanwhile_is_not_approved(own, partner, by):
    made = propose(own, partner)
    actions.move_date(own, "finish", date(2026, 7, 31), reason="No ladder.", by=by, at=AT)

    with pytest.raises(Refused, match="was 30 June 2026 and is 31 July 2026 now"):
        actions.approve_date(made, by=by, at=LATER)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"reason": " "}, "Say why"),
        ({"new": date(2026, 6, 30)}, "its date already"),
        ({"new": date(2026, 1, 1)}, "finish before its start"),
        ({"field": "start", "new": date(2027, 1, 1)}, "start after its finish"),
    ],
)
def test_a_pointless_proposal_says_what_is_wrong(own, partner, more, words):
    with pytest.raises(Refused, match=words):
        propose(own, partner, **more)


def test_the_start_of_what_has_started_is_no_longer_proposed(own, partner):
    actions.start(own, date(2026, 2, 3), by=seen_by(partner), at=AT)

    with pytest.raises(Refused, match="can no longer move"):
        propose(own, partner, "start", date(2026, 4, 1))


def test_one_date_waits_at_a_time_until_it_is_withdrawn(own, partner):
    first = propose(own, partner)
    with pytest.raises(Refused, match="withdraw it first"):
        propose(own, partner, new=date(2026, 10, 31))

    actions.withdraw_date(first, by=seen_by(partner), at=AT)

    assert propose(own, partner, new=date(2026, 10, 31)).state == "waiting"


def test_what_is_answered_is_not_answered_again(own, partner, by):
    made = propose(own, partner)
    actions.return_date(made, "Which lift?", by=by, at=LATER)

    with pytest.raises(Refused, match="It is sent back already"):
        actions.approve_date(made, by=by, at=LATER)


def test_nobody_withdraws_what_another_body_proposed(own, partner, by):
    with pytest.raises(NotAllowed):
        actions.withdraw_date(propose(own, partner), by=by, at=AT)


def test_a_proposal_is_seen_by_its_body_and_followers_alone(plan, lead, icb, partner):
    trust = make_council(name="Lampshire Trust", kind="nhs")
    own = make_action(plan, lead, "H3", lead_body=icb, supporting=[(trust, "pay for it")])
    propose(own, partner)
    supporter = make_worker("Trust Lead", trust)

    seen = [
        Proposal.objects.visible_to(seen_by(one)).count() for one in (partner, lead, supporter)
    ]

    assert seen == [1, 1, 0]
