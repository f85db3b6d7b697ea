"""Keeping an imported report and publishing it, by the same actions as the pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now

from cleardays.cli.import_people import viewer_by_post
from cleardays.cli.report_places import committee_for, item_for, meeting_for
from cleardays.door.drain import drain
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.documents import store
from cleardays.workroom.documents.drafts import from_plain
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.documents.reading import read_one
from cleardays.workroom.meetings import actions as meetings
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.reports import actions as reports
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.engine import Refused


@dataclass(frozen=True)
class Wanted:
    """What the command line asked for; posts and names as typed."""

    by: str
    committee: str | None = None
    meeting: str | None = None
    item: int | None = None
    publish: bool = False
    released_by: str | None = None
    cleared_by: str | None = None
    stated_published_on: date | None = None
    stated_source: str | None = None


@dataclass(frozen=True)
class People:
    """Who does what: two different people, and whoever of all named may clear."""

    by: Viewer
    released_by: Viewer | None
    cleared_by: Viewer | None


def import_file(file: Path, wanted: Wanted) -> Iterator[str]:
    """Do what is wanted, saying each thing as it is done; Refused or NotAllowed with the reasons.

    The file is kept in any case. What follows is done whole or not at all.
    """
    at = now()
    people = _people(wanted)
    upload = _kept(file, people.by, at)
    yield f"Kept {upload.name} by its hash, {upload.file_id[:12]}."
    with transaction.atomic():
        said, report, meeting = _place(upload, wanted, people, at)
        if wanted.publish and meeting is not None:
            said += _published(report, meeting, people, at)
    yield from said
    if wanted.publish and meeting is not None:
        yield from _carried(report, meeting)
    else:
        yield f"See it at {settings.WORKROOM_URL}{report.get_absolute_url()}"


def _people(wanted: Wanted) -> People:
    by = viewer_by_post(wanted.by)
    other = viewer_by_post(wanted.released_by) if wanted.released_by else None
    if other is not None and other.user_id == by.user_id:
        raise Refused("--by and --released-by are one person: two people see every publication")
    clearing = viewer_by_post(wanted.cleared_by) if wanted.cleared_by else None
    return People(by, other, clearing)


def _kept(file: Path, by: Viewer, at: datetime) -> Upload:
    upload = documents.receive_upload(store.pieces_of(file), file.name, by=by, at=at)
    read_one(upload, at)
    read = Upload.objects.visible_to(by).select_related("file").get(pk=upload.pk)
    if read.state == Upload.State.REFUSED:
        raise Refused(read.refusal)
    return read


def _place(
    upload: Upload, wanted: Wanted, people: People, at: datetime
) -> tuple[list[str], Report, Meeting | None]:
    """Make the report and, where a meeting is wanted, put it on the agenda."""
    draft = from_plain(upload.draft or {})
    committee, said = committee_for(wanted.committee or draft.committee, people.by, at)
    report = reports.create_from_draft(upload, committee, by=people.by, at=at)
    said.append(f"Made a draft report for {committee}.")
    if not (wanted.publish or wanted.meeting or wanted.item):
        return said, report, None
    meeting, more = meeting_for(wanted, committee, draft.meeting_date, people.by, at)
    said += more + item_for(meeting, report, wanted.item, by=people.by, at=at)
    return said, report, meeting


def _published(report: Report, meeting: Meeting, people: People, at: datetime) -> list[str]:
    """Clear, release and publish, each by the person whose it is."""
    assert people.released_by is not None, "asked for with --publish"  # noqa: S101
    clearer = _clearer(report, people)
    reports.submit_for_clearance(report, by=people.by, at=at)
    reports.clear(report, by=clearer, at=at)
    fresh = Meeting.objects.visible_to(people.by).get(pk=meeting.pk)
    meetings.release(fresh, by=people.released_by, at=at)
    version = meetings.publish(fresh, by=people.by, at=at)
    return [
        f"Cleared by {clearer.name}, released by {people.released_by.name},"
        f" published by {people.by.name} as version {version.number} of the agenda."
    ]


def _clearer(report: Report, people: People) -> Viewer:
    """Return who clears: the one named, else the second person, else the first."""
    if people.cleared_by is not None:
        return people.cleared_by
    for viewer in (people.released_by, people.by):
        if viewer and viewer.can(Permission.CLEAR_REPORTS, report.committee_id):
            return viewer
    raise Refused(
        f"Neither {people.by.name} nor the releaser may clear reports for {report.committee}:"
        " name somebody who may with --cleared-by"
    )


def _carried(report: Report, meeting: Meeting) -> Iterator[str]:
    """Open the door, and say where the public reads it, or what the door held back."""
    drain()
    held_back = Outgoing.objects.filter(done_at__isnull=True).exclude(problem="")
    if problems := [row.problem for row in held_back]:
        raise Refused(*problems)
    report.refresh_from_db()
    if meeting.stated_source:
        yield "Entered later: its certificate says that its first publication is not proved here."
    yield f"The agenda: {settings.SITE_URL}/{meeting.ref}/"
    yield f"The report: {settings.SITE_URL}/reports/{report.slug}/"
