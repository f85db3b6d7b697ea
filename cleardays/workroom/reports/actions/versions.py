"""Adding a version to a report, and the address that follows its title."""

import re
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.reports import parts as made
from cleardays.workroom.reports.actions.subject import locked, record
from cleardays.workroom.reports.checks import latest
from cleardays.workroom.reports.models import Report, ReportVersion
from cleardays.workroom.reports.parts import Parts
from cleardays.workroom.reports.workflow import REPORT
from cleardays.workroom.workflow.engine import Refused


@transaction.atomic
def save_version(
    report: Report, parts: Parts, why: str, *, by: Viewer, at: datetime, based_on: int = 0
) -> ReportVersion:
    """Add a version; a report under or after clearance is a draft again.

    ``based_on`` is the number of the version that was edited: if somebody saved another since,
    nothing is saved. No passage that waits for a place may vanish. Saving what is there already
    returns the version that holds it.
    """
    mine = locked(report, by)
    by.require(Permission.WRITE_REPORTS, mine.committee_id)
    before = latest(mine)
    if based_on and based_on != before.number:
        raise Refused(f"{before.made_by} has saved version {before.number} since you began")
    cleaned = parts.cleaned()
    was = made.of_version(before)
    if cleaned.as_fields() == was.as_fields():
        return before
    if gone := list(made.lost(was, cleaned)):
        raise Refused(*(f"“{_short(text)}” would be lost: give it a place" for text in gone))
    number = before.number + 1
    version = add_version(mine, number, cleaned, why, before.original, by=by, at=at)
    _follow_title(mine, cleaned.title)
    if mine.state != Report.State.DRAFT:
        REPORT.perform("revise", mine, by=by, at=at)
    record("save", mine, f"saved version {number}", by=by, at=at, reason=why)
    return version


def add_version(
    report: Report,
    number: int,
    parts: Parts,
    why: str,
    original: StoredFile | None,
    *,
    by: Viewer,
    at: datetime,
) -> ReportVersion:
    return ReportVersion.objects.create(
        report=report,
        number=number,
        made_at=at,
        made_by=by.name,
        why=why[:300],
        original=original,
        **parts.cleaned().as_fields(),
    )


def _follow_title(report: Report, title: str) -> None:
    """Let the address follow the title until it is public: then it stays for life."""
    if not report.published_number and not re.fullmatch(rf"{slug_of(title)}(-\d+)?", report.slug):
        report.slug = free_slug(title)
        report.save(update_fields=["slug"])


def slug_of(title: str) -> str:
    return slugify(title)[:90].strip("-") or "report"


def free_slug(title: str) -> str:
    wanted, number = slug_of(title), 1
    while Report.objects.filter(slug=_numbered(wanted, number)).exists():
        number += 1
    return _numbered(wanted, number)


def _numbered(slug: str, number: int) -> str:
    return slug if number == 1 else f"{slug}-{number}"


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
