"""From the form that was filled in beside the PDF to what is accepted."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.forms.accepting import LEFT_OUT, AcceptForm
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.inspections.naming import SAME
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.workflow.engine import Refused

KINDS = {"new-council": "council", "new-nhs": "nhs", "new-other": "other"}


@transaction.atomic
def accept(
    inspection: Inspection, form: AcceptForm, data: dict[str, Any], *, by: Viewer, at: datetime
) -> Inspection:
    """Accept a reading as corrected, entering the bodies that are new; all of it, or nothing."""
    bodies = list(_bodies(form, data, by=by, at=at))
    whole = [body for number, body in enumerate(bodies) if data[f"whole-{number}"]]
    areas = [
        actions.AcceptedArea(
            data[f"kind-{number}"],
            " ".join(data[f"label-{number}"].split()),
            data[f"text-{number}"].replace("\r\n", "\n"),
            tuple(bodies[int(index)] for index in data[f"for-{number}"]),
        )
        for number in range(len(form.reading.findings))
        if data[f"kind-{number}"] != LEFT_OUT
    ]
    settled = [one.number for one in form.reading.doubts if data[f"settled-{one.number}"]]
    fields = {name: data[name] for name in form.Meta.fields}
    accepted = actions.Accepted(areas, whole, settled)
    return actions.accept_reading(inspection, accepted, by=by, at=at, **fields)


def _bodies(
    form: AcceptForm, data: dict[str, Any], *, by: Viewer, at: datetime
) -> Iterator[Organisation]:
    """Yield each body that the report names, in its order; enter those that are new."""
    found: list[Organisation] = []
    for number, name in enumerate(form.reading.bodies):
        chosen = data[f"body-{number}"]
        if chosen.startswith(SAME):
            body = found[int(chosen.removeprefix(SAME))]
        elif chosen in KINDS:
            body = actions.enter_body(name, KINDS[chosen], by=by, at=at)
        else:
            body = _entered(chosen, name)
        found.append(body)
        yield body


def _entered(key: str, name: str) -> Organisation:
    if body := Organisation.objects.filter(pk=key).first():
        return body
    raise Refused(f"What was chosen for “{name}” is gone from the list: choose again")
