"""Keeping a report from the public, and who may settle it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from cleardays.law.exemption import NotAParagraph, paragraph
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.reports.actions.subject import locked, record
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.engine import Refused


@transaction.atomic
def mark_report_exempt(
    report: Report, paragraphs: Collection[int], reason: str, *, by: Viewer, at: datetime
) -> Report:
    """Mark a report exempt under paragraphs of Schedule 12A, or open again under none."""
    mine = locked(report, by)
    if mine.is_published and paragraphs:
        raise Refused("The report has been published: recall it, then mark it exempt")
    mine.exempt_under = judged(mine, paragraphs, reason, by=by, was=mine.exempt_under)
    mine.is_exempt = bool(mine.exempt_under)
    mine.save(update_fields=["exempt_under", "is_exempt"])
    sentence = f"marked the report as {openness(mine.exempt_under)}"
    record("mark-report", mine, sentence, by=by, at=at, reason=reason)
    return mine


def judged(
    report: Report, paragraphs: Collection[int], reason: str, *, by: Viewer, was: str
) -> str:
    """Return the paragraphs to store, if this viewer may settle them.

    To keep something back is always safe, so its author may; to open it is the officer's to do.
    """
    if was or not paragraphs or report.author_id != by.user_id:
        by.require(Permission.MARK_EXEMPT, report.committee_id)
    if not reason.strip():
        raise Refused("Say why: the history keeps the reason")
    return numbered(paragraphs)


def numbered(paragraphs: Collection[int]) -> str:
    try:
        return ",".join(str(number) for number in sorted({paragraph(one) for one in paragraphs}))
    except NotAParagraph as why:
        raise Refused(str(why)) from why


def openness(exempt_under: str) -> str:
    return f"exempt under paragraph {exempt_under}" if exempt_under else "open"
