"""The report that an action is about: found, locked, and told of in the journal."""

from datetime import datetime
from typing import Any

from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.reports.models import Report


def locked(report: Report, by: Viewer) -> Report:
    """Lock a report that the viewer works on; NotAllowed for one that they at most read.

    A refusal may quote the newest draft, and what is saved takes its place.
    """
    mine = Report.objects.worked_on_by(by).select_for_update().filter(pk=report.pk).first()
    if mine is None:
        raise NotAllowed(f"{by.name} may not change this report")
    return mine


def seen(report: Report, by: Viewer) -> Report:
    """Return a report that the viewer works on; NotAllowed for any other."""
    if not Report.objects.worked_on_by(by).filter(pk=report.pk).exists():
        raise NotAllowed(f"{by.name} may not change this report")
    return report


def record(
    verb: str,
    report: Report,
    sentence: str,
    *,
    by: Viewer,
    at: datetime,
    reason: str = "",
    **details: dict[str, Any],
) -> None:
    """Write the journal; the reasons around an exempt report are in its versions only."""
    told = "" if report.is_exempt else reason
    where = report.committee_id
    log.record(verb, report, sentence, by=by, at=at, committee_id=where, reason=told, **details)
