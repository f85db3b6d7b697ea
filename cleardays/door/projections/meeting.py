"""A released agenda version as the public may see it."""

from dataclasses import replace

from cleardays.door.projections.committee import link_to
from cleardays.door.projections.report import held_back
from cleardays.record.schemas.common import FileLink, Link, OfficeCalendar
from cleardays.record.schemas.meeting import IssueDocument, ItemDocument, MeetingDocument
from cleardays.workroom.meetings.snapshot import IssueSnapshot, ItemSnapshot, MeetingSnapshot
from cleardays.workroom.people.models import Committee

KIND_NAMES = {
    "agenda": "Agenda",
    "supplement": "Supplementary agenda",
    "correction": "Correction",
    "mixed": "Supplementary agenda and correction",
    "cancellation": "Cancellation",
}


def project(
    snapshot: MeetingSnapshot,
    committee: Committee,
    reports: dict[str, tuple[Link, int, tuple[FileLink, ...]]],
) -> MeetingDocument:
    """Carry over a snapshot. ``reports`` has, by item number, each open report's link, the
    version that the record has of it, and its files."""
    name = f"{committee.name}: {snapshot.title}" if snapshot.title else committee.name
    return MeetingDocument(
        ref=snapshot.ref,
        committee_link=link_to(committee),
        council=committee.organisation.name,
        name=name,
        date=snapshot.day,
        time=snapshot.time,
        precision=snapshot.precision,
        date_words=snapshot.date_words,
        place=snapshot.place,
        status=snapshot.status,
        sequence=snapshot.sequence,
        is_bound_by_part_va=committee.is_bound_by_part_va,
        calendar=OfficeCalendar(snapshot.closures, snapshot.counts_saturdays),
        items=tuple(_item(item, reports.get(item.number)) for item in snapshot.items),
        issues=tuple(_issue(issue, snapshot) for issue in snapshot.issues),
        date_note=snapshot.date_note,
        note=snapshot.note,
        convened_on=snapshot.convened_on,
        is_special=snapshot.is_special,
        is_invented=snapshot.is_invented,
        sources=snapshot.sources,
    )


def without_report(meeting: MeetingDocument, ref: str) -> MeetingDocument:
    """Return an agenda as it is once a report of it was recalled: a link to the reason is left."""
    return replace(meeting, items=tuple(_without(item, ref) for item in meeting.items))


def _without(item: ItemDocument, ref: str) -> ItemDocument:
    if item.report is None or item.report.ref != ref:
        return item
    left = Link(ref=ref, title=item.title)
    return replace(item, report=left, files=(), exempt_appendices=(), is_taken_back=True)


def _item(
    item: ItemSnapshot, report: tuple[Link, int, tuple[FileLink, ...]] | None
) -> ItemDocument:
    link, version, files = report or (None, 0, ())
    return ItemDocument(
        number=item.number,
        title=item.public_title,
        report=link,
        report_version=version,
        files=files,
        exempt_paragraphs=item.exempt_under,
        exempt_appendices=held_back(item),
        is_confidential=item.is_confidential,
        to_follow=item.to_follow,
        added_in=item.added_in,
        papers_added_in=item.papers_added_in,
        urgency_reason=item.urgency_reason,
        urgency_chair=item.urgency_chair,
        outcome=item.outcome,
        is_invented=item.is_invented,
    )


def _issue(issue: IssueSnapshot, snapshot: MeetingSnapshot) -> IssueDocument:
    """Only the first issue can have been public elsewhere before it came here."""
    is_stated = issue.number == 1
    return IssueDocument(
        number=issue.number,
        kind=issue.kind,
        kind_name=KIND_NAMES[issue.kind],
        at=issue.at,
        note=issue.note,
        stated_on=snapshot.stated_published_on if is_stated else "",
        stated_source=snapshot.stated_source if is_stated else "",
    )
