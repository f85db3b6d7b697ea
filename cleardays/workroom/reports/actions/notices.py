"""A note on what was found in a file, put away once somebody has dealt with it."""

from datetime import datetime

from django.db import transaction

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.reports.actions.subject import locked, record
from cleardays.workroom.reports.checks import open_notices
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.engine import Refused


@transaction.atomic
def put_notice_away(report: Report, code: str, *, by: Viewer, at: datetime) -> None:
    """Say that a note was read and dealt with: it is shown no more, but told in the history."""
    mine = locked(report, by)
    by.require(Permission.WRITE_REPORTS, mine.committee_id)
    found = next((one for one in open_notices(mine) if one["code"] == code), None)
    if found is None:
        raise Refused("That note was put away before")
    told = "" if mine.is_exempt else f": “{found['message']}”"
    record("see", mine, f"put away a note on the file{told}", by=by, at=at, after={"note": code})
