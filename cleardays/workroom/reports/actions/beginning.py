"""How a report begins: from a file, or with a title alone."""

from datetime import datetime

from django.db import transaction

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.documents.drafts import from_plain
from cleardays.workroom.documents.models import StoredFile, Upload
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports import parts as made
from cleardays.workroom.reports.actions.subject import record
from cleardays.workroom.reports.actions.versions import add_version, free_slug
from cleardays.workroom.reports.models import Report
from cleardays.workroom.reports.parts import Parts
from cleardays.workroom.workflow.clashing import again_where_taken
from cleardays.workroom.workflow.engine import Refused

AS_READ = "As read from the file"


@again_where_taken
@transaction.atomic
def create(
    committee: Committee,
    parts: Parts,
    *,
    by: Viewer,
    at: datetime,
    original: StoredFile | None = None,
    why: str = "",
) -> Report:
    """Begin a report with its first version, as a draft."""
    by.require(Permission.WRITE_REPORTS, committee.pk)
    if by.user_id is None:
        raise NotAllowed("A report has an author: sign in to begin one")
    report = Report.objects.create(
        committee=committee, slug=free_slug(parts.title), author_id=by.user_id, created_at=at
    )
    add_version(report, 1, parts, why, original, by=by, at=at)
    how = "from a file" if original else "in the browser"
    record("create", report, f"began the report {how}", by=by, at=at)
    return report


def create_blank(committee: Committee, title: str, *, by: Viewer, at: datetime) -> Report:
    """Begin a report that will be written in the browser."""
    if not title.strip():
        raise Refused("Give the report a title")
    return create(
        committee, Parts(title=title.strip(), committee_name=committee.name), by=by, at=at
    )


@transaction.atomic
def create_from_draft(upload: Upload, committee: Committee, *, by: Viewer, at: datetime) -> Report:
    """Begin a report with the parts that were read from an upload, exactly as read."""
    if upload.draft is None:
        raise Refused(f"“{upload.name}” has not been read: there is nothing to make a report of")
    parts = made.of_draft(from_plain(upload.draft))
    report = create(committee, parts, by=by, at=at, original=upload.file, why=AS_READ)
    documents.mark_used(upload, report.pk, by=by, at=at)
    return report
