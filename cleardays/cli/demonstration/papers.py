"""The reports of the demonstration, from their authors through clearance."""

from typing import Any

from cleardays.cli.demonstration import story
from cleardays.cli.demonstration.people import Clock, Council
from cleardays.cli.demonstration.story import Paper
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.documents.reading import read_one
from cleardays.workroom.reports import actions as reports
from cleardays.workroom.reports.models import Report
from cleardays.workroom.reports.parts import Parts
from cleardays.workroom.workflow.engine import Refused

UPLOADED = "short-breaks-review.txt"


def write_reports(council: Council, clock: Clock) -> dict[str, Report]:
    """Write every report of the story and send it to be cleared; return them by key."""
    return {key: _write(paper, council, clock) for key, paper in story.reports().items()}


def _write(paper: Paper, council: Council, clock: Clock) -> Report:
    author, clearer = council.viewers[paper.author], council.viewers["clearer"]
    committee = council.committees[paper.committee]
    report = reports.create(committee, _parts(paper, committee.name), by=author, at=clock())
    if paper.exempt_under:
        reports.mark_report_exempt(
            report, paper.exempt_under, paper.exempt_reason, by=author, at=clock()
        )
    for file in paper.files:
        appendix = reports.NewAppendix(
            file["label"], file["public_title"], [story.file(file["file"])], file["file"]
        )
        reports.add_appendix(report, appendix, by=author, at=clock())
    sent = reports.submit_for_clearance(report, by=author, at=clock())
    return reports.clear(sent, by=clearer, at=clock()) if paper.is_cleared else sent


def _parts(paper: Paper, committee_name: str) -> Parts:
    """Return the parts of a report; lists of the data become the tuples of a value."""
    plain: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in paper.parts.items()
    }
    plain["implications"] = tuple((heading, html) for heading, html in plain["implications"])
    return Parts(committee_name=committee_name, background_papers_stated=True, **plain)


def upload_a_file(council: Council, clock: Clock) -> None:
    """Upload a report as its author would, and read it: it waits to be corrected."""
    author = council.viewers["author"]
    upload = documents.receive_upload([story.file(UPLOADED)], UPLOADED, by=author, at=clock())
    read_one(upload, clock())
    read = Upload.objects.visible_to(author).get(pk=upload.pk)
    if read.state != Upload.State.READ:
        raise Refused(f"{UPLOADED} was not read: {read.refusal}")
