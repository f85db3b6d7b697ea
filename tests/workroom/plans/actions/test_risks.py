"""Risks to a plan, as they are entered, change and end."""

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.freezing import frozen
from cleardays.workroom.plans.models import Risk
from cleardays.workroom.workflow.engine import Refused
from tests.factories.plans import AT, LATER, TODAY, rows, seen_by

DETAILS = {
    "owner": "Head of Lamps",
    "likelihood": 3,
    "effect": 2,
    "mitigation": "Borrow one",
    "is_public": True,
}


@pytest.fixture
def risk(plan, action, by):
    return actions.add_risk(plan, "No ladder", **DETAILS, by=by, at=AT)


@pytest.mark.parametrize("name", ["likelihood", "effect"])
def test_a_risk_is_from_one_to_five(plan, risk, by, name):
    wrong = {**DETAILS, name: 6}

    with pytest.raises(Refused, match="from 1 to 5"):
        actions.add_risk(plan, "No rope", **wrong, by=by, at=AT)
    with pytest.raises(Refused, match="from 1 to 5"):
        actions.change_risk(risk, "No rope", **wrong, by=by, at=AT)

    assert [(one.text, one.likelihood) for one in rows(Risk)] == [("No ladder", 3)]


def test_a_risk_that_grows_is_changed_and_the_journal_keeps_what_it_was(plan, risk, by):
    actions.change_risk(risk, "No ladder", **{**DETAILS, "likelihood": 5}, by=by, at=LATER)

    (event,) = AuditEvent.objects.about(plan).filter(verb="change-risk")
    assert [one.likelihood for one in frozen(plan, TODAY).risks] == [5]
    assert (event.before, event.after) == ({"likelihood": 3}, {"likelihood": 5})


def test_words_of_a_risk_are_not_repeated_in_the_journal(plan, risk, by):
    actions.change_risk(risk, "No rope", **DETAILS, by=by, at=LATER)

    (event,) = AuditEvent.objects.about(plan).filter(verb="change-risk")
    assert "rope" not in f"{event.sentence} {event.before} {event.after}"


def test_what_does_not_change_is_not_recorded(plan, risk, by):
    actions.change_risk(risk, "No ladder", **DETAILS, by=by, at=LATER)

    assert not AuditEvent.objects.about(plan).filter(verb="change-risk").exists()


def test_a_risk_is_taken_off_with_a_reason(plan, risk, by):
    with pytest.raises(Refused, match="Say why"):
        actions.remove_risk(risk, reason=" ", by=by, at=LATER)

    actions.remove_risk(risk, reason="Bought one", by=by, at=LATER)

    (event,) = AuditEvent.objects.about(plan).filter(verb="remove-risk")
    assert (rows(Risk), event.reason) == ([], "Bought one")


def test_a_partner_changes_no_risk(risk, partner):
    with pytest.raises(NotAllowed):
        actions.remove_risk(risk, reason="x", by=seen_by(partner), at=LATER)
    with pytest.raises(NotAllowed):
        actions.change_risk(risk, "x", **DETAILS, by=seen_by(partner), at=LATER)
