"""The inspectors' PDF of an inspection that was entered by form."""

from datetime import datetime

from django.db import transaction

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.inspections.actions.settling import settle
from cleardays.workroom.inspections.holding import hold
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.workflow.engine import Refused


@transaction.atomic
def attach(
    inspection: Inspection, file: StoredFile, *, publishes: bool, by: Viewer, at: datetime
) -> Inspection:
    """Put the inspectors' PDF with an inspection; ``publishes`` says whether it goes along.

    What was read from a PDF keeps that one: its pages stand beside the fields.
    """
    held = hold(inspection.pk, by=by)
    if held.reading is not None:
        raise Refused("What is said here was read from its own PDF, which stays with it")
    held.file, held.publishes_file = file, publishes
    held.save(update_fields=["file", "publishes_file"])
    goes = "to be published with it" if publishes else "for officers only"
    settle("attach", held, f"put the inspectors' PDF with it, {goes}", by=by, at=at)
    return held
