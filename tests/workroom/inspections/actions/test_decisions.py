from datetime import date

import pytest

from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Decision
from cleardays.workroom.workflow.engine import Refused
from tests.factories.inspections import AT, LEAD, make_body, make_inspection

RECORD = {
    "taken_on": date(2025, 3, 20),
    "taken_by": "Director of Children's Services",
    "how": "special-urgency",
    "decision": "To send the plan.",
    "reasons": "No meeting lies before the deadline.",
    "alternatives": "An extraordinary meeting: it could not be called in time.",
    "conflicts": "None declared.",
}


def decisions():
    return Decision.objects.unrestricted(because="a test")


@pytest.fixture
def held():
    return make_inspection(bodies=[make_body("Saltmere Council", kind="council")])


def record(inspection, by=LEAD, **more):
    return actions.record_decision(inspection, by=by, at=AT, **{**RECORD, **more})


def test_a_whole_record_is_kept_and_journalled(held):
    made = record(held)

    assert decisions().get() == made
    said = AuditEvent.objects.filter(verb="record-decision").get().sentence
    assert said == "recorded the decision of Director of Children's Services, 20 March 2025"


@pytest.mark.parametrize("part", ["decision", "reasons", "alternatives", "conflicts"])
def test_a_record_with_a_part_left_empty_is_refused_by_the_regulations(held, part):
    with pytest.raises(Refused, match=r"reg 13\(4\)"):
        record(held, **{part: " "})

    assert not decisions().exists()


@pytest.mark.parametrize(
    ("on", "words"), [(date(2026, 2, 1), "still to come"), (date(2025, 2, 3), "before the report")]
)
def test_a_day_that_cannot_be_is_refused(held, on, words):
    with pytest.raises(Refused, match=words):
        record(held, taken_on=on)


def test_a_record_is_corrected_with_what_changed_in_the_journal(held):
    made = record(held)

    actions.change_decision(made, by=LEAD, at=AT, reasons="The deadline is near.")

    assert decisions().get().reasons == "The deadline is near."
    said = AuditEvent.objects.filter(verb="change-decision").get().sentence
    assert "corrected the record" in said


def test_a_record_made_in_error_goes_with_a_reason_before_it_is_public(held):
    made = record(held)
    with pytest.raises(Refused, match="Say why"):
        actions.remove_decision(made, by=LEAD, at=AT, reason=" ")

    actions.remove_decision(made, by=LEAD, at=AT, reason="Not taken")

    assert not decisions().exists()


def test_a_record_that_may_be_public_stays_open(held):
    made = record(held)
    actions.publish(held, by=LEAD, at=AT)

    with pytest.raises(Refused, match="has to stay open"):
        actions.remove_decision(made, by=LEAD, at=AT, reason="Not taken")


def test_others_record_nothing(held):
    with pytest.raises(NotAllowed):
        record(held, by=Viewer(name="Member"))
