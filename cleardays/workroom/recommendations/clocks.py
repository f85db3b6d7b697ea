"""The two clocks that the law runs for an answer, and when neither does."""

from datetime import date

from cleardays.law.scrutiny import (
    DUTY_TO_RESPOND,
    NHS_RESPONSE,
    nhs_response_due,
    response_due,
)
from cleardays.workroom.people.models import Committee, Organisation
from cleardays.workroom.workflow.engine import Refused

RESPONSE, NHS = DUTY_TO_RESPOND.code, NHS_RESPONSE.code
CLOCKS = {
    "": "None: the committee named a day, or none",
    RESPONSE: "Council or executive: two months from the notice",
    NHS: "NHS body: 28 days from the request",
}
RULES = {rule.code: rule for rule in (DUTY_TO_RESPOND, NHS_RESPONSE)}


def due_by(
    clock: str, body: Organisation, committee: Committee, received: date, notice: date | None
) -> date | None:
    """Return the last day by the clock; None without one. Refused where it cannot run."""
    if not clock:
        return None
    if committee.kind != Committee.Kind.SCRUTINY:
        raise Refused("Only what a scrutiny committee asks runs against a clock of the law")
    if clock == NHS:
        if body.kind != Organisation.Kind.NHS:
            raise Refused(f"{body} is no NHS body: the 28 days do not run")
        return nhs_response_due(received).value
    if clock != RESPONSE:
        raise Refused(f"There is no clock “{clock}”")
    if body != committee.organisation:
        raise Refused("The two months run for the committee's own council or its executive only")
    due = response_due(received, notice)
    if due.value is None:
        raise Refused(f"{due.sentence} Give the day of the notice, or choose no clock")
    return due.value
