"""Evidence, updates, risks, what families say, stated counts."""

from datetime import date, timedelta

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Evidence, Update
from cleardays.workroom.plans.proof import proof_of
from cleardays.workroom.workflow.engine import Refused
from tests.factories.plans import AT, TODAY, fresh, make_action, rows, seen_by

LINK = {"kind": "audit", "url": "https://council.example/audit"}


@pytest.fixture
def own(plan, lead, icb):
    """An action that the health board leads."""
    return make_action(plan, lead, "H1", lead_body=icb, lead="Head of Therapies")


def test_a_partner_gives_evidence_for_its_own_action(own, partner, icb):
    actions.add_evidence(own, "An audit", **LINK, by=seen_by(partner), at=AT)

    (given,) = rows(Evidence)
    assert (given.body, given.given_by, given.is_public) == (icb, "Health Programme Lead", False)


def test_a_partner_does_not_make_evidence_public(own, partner):
    with pytest.raises(NotAllowed, match="may not make evidence public"):
        actions.add_evidence(own, "An audit", **LINK, is_public=True, by=seen_by(partner), at=AT)

    assert rows(Evidence) == []


def test_evidence_for_another_bodys_action_is_refused(action, partner):
    with pytest.raises(NotAllowed):
        actions.add_evidence(action, "An audit", **LINK, by=seen_by(partner), at=AT)


def test_evidence_of_a_day_to_come_is_refused(action, by):
    day = TODAY + timedelta(days=1)

    with pytest.raises(Refused, match="still to come"):
        actions.add_evidence(action, "An audit", **LINK, on=day, by=by, at=AT)


def test_evidence_is_checked_by_somebody_else(action, by, second):
    given = actions.add_evidence(action, "An audit", **LINK, by=by, at=AT)

    with pytest.raises(Refused, match="somebody else checks it"):
        actions.check_evidence(given, TODAY, by=by, at=AT)

    actions.check_evidence(given, TODAY, by=seen_by(second), at=AT)
    assert fresh(given).checked_by == "Deputy Improvement Lead"


def test_what_cannot_be_looked_at_cannot_be_checked(action, by, second):
    given = actions.add_evidence(action, "Said so", kind="minutes", by=by, at=AT)

    with pytest.raises(Refused, match="nothing to look at"):
        actions.check_evidence(given, TODAY, by=seen_by(second), at=AT)


def test_the_improvement_lead_makes_evidence_public(own, partner, by):
    given = actions.add_evidence(own, "An audit", **LINK, by=seen_by(partner), at=AT)

    actions.show_evidence(given, is_public=True, by=by, at=AT)

    assert fresh(given).is_public


def test_the_journal_does_not_tell_what_restricted_evidence_is(action, by):
    actions.add_evidence(action, "Quillfeather's audit", **LINK, by=by, at=AT)

    assert "Quillfeather" not in AuditEvent.objects.about(action)[0].sentence


def test_an_update_is_a_draft_of_the_writers_body(own, partner, icb):
    update = actions.write_update(own, "Two of nine are lit.", by=seen_by(partner), at=AT)

    assert (update.state, update.body, update.as_at) == ("draft", icb, TODAY)


def test_an_empty_update_is_refused(own, partner):
    with pytest.raises(Refused, match="tells nobody anything"):
        actions.write_update(own, "  ", by=seen_by(partner), at=AT)


def test_the_improvement_lead_takes_an_update_once(own, partner, by):
    update = actions.write_update(own, "Two of nine are lit.", by=seen_by(partner), at=AT)
    actions.take_update(update, by=by, at=AT)

    with pytest.raises(Refused, match="already"):
        actions.take_update(update, by=by, at=AT)

    assert fresh(update).state == Update.State.PUBLISHED


def test_a_partner_does_not_take_its_own_update(own, partner):
    update = actions.write_update(own, "Two of nine are lit.", by=seen_by(partner), at=AT)

    with pytest.raises(NotAllowed):
        actions.take_update(update, by=seen_by(partner), at=AT)


def test_an_update_is_sent_back_with_words_that_stay_inside(own, plan, partner, by):
    update = actions.write_update(own, "Two of nine are lit.", by=seen_by(partner), at=AT)

    actions.return_update(update, " Which two? ", by=by, at=AT)

    back = fresh(update)
    assert (back.state, back.answer) == (Update.State.RETURNED, "Which two?")
    assert (back.answered_by, back.answered_at) == ("Improvement Lead", AT)
    (frozen,) = proof_of(plan, TODAY).actions
    assert frozen.updates == ()
    assert "Which two" not in AuditEvent.objects.about(own)[0].sentence


def test_an_update_is_not_sent_back_without_words_nor_by_its_body_nor_once_taken(own, partner, by):
    update = actions.write_update(own, "Two of nine are lit.", by=seen_by(partner), at=AT)

    with pytest.raises(Refused, match="Say what is missing"):
        actions.return_update(update, " ", by=by, at=AT)
    with pytest.raises(NotAllowed):
        actions.return_update(update, "Which?", by=seen_by(partner), at=AT)
    actions.take_update(update, by=by, at=AT)
    with pytest.raises(Refused, match="in the next version already"):
        actions.return_update(update, "Which?", by=by, at=AT)


def test_what_families_said_is_answered(plan, by):
    voice = actions.add_voice(plan, "Parent carer forum", "It is dark.", TODAY, by=by, at=AT)

    actions.answer_voice(voice, promised="Light", done="Nine lamps", changed="", by=by, at=AT)

    assert (fresh(voice).promised, fresh(voice).done) == ("Light", "Nine lamps")


def test_an_empty_answer_is_refused(plan, by):
    voice = actions.add_voice(plan, "Parent carer forum", "It is dark.", TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="Say what was promised"):
        actions.answer_voice(voice, promised=" ", by=by, at=AT)


def test_counts_are_kept_as_stated_even_where_they_do_not_add_up(plan, by):
    made = actions.state_counts(plan, {"done": 3, "late": 1}, 5, date(2026, 1, 1), by=by, at=AT)

    assert (fresh(made).counts, fresh(made).total) == ([["done", 3], ["late", 1]], 5)


def test_counts_below_zero_are_refused(plan, by):
    with pytest.raises(Refused, match="none below zero"):
        actions.state_counts(plan, {"done": -3}, 5, date(2026, 1, 1), by=by, at=AT)
