"""Carrying one thing of the outbox to the record. Doing it twice appends once."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from cleardays.door import exempt, pdf
from cleardays.door.crossing import Crossing
from cleardays.door.findings import (
    publish_ask,
    publish_inspection,
    publish_plan,
)
from cleardays.door.measures import publish_measure
from cleardays.door.origins import origin_of
from cleardays.door.projections import committee as committees
from cleardays.door.projections import meeting as meetings
from cleardays.door.projections import report as reports
from cleardays.door.recalls import recalled, take_back
from cleardays.record import log
from cleardays.record.linking import Stated
from cleardays.record.models import Current
from cleardays.record.schemas.common import FileLink, Link
from cleardays.record.schemas.loading import load
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.record.schemas.report import ReportDocument
from cleardays.workroom.documents.rendering import page_count
from cleardays.workroom.meetings.models import AgendaVersion
from cleardays.workroom.meetings.snapshot import ItemSnapshot, MeetingSnapshot
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports.models import Appendix, ReportVersion

CANCELLED = "cancelled"
BECAUSE = "the door projects it, field by field, for publication"


def carry(outgoing: Outgoing, at: datetime) -> None:
    """Publish what a row of the outbox says. Raises NotReleased where a paper may not go out."""
    CARRIERS[outgoing.kind](outgoing, at)


def _committee(outgoing: Outgoing, at: datetime) -> None:
    row = Committee.objects.select_related("organisation", "parent", "successor").get(
        pk=outgoing.payload["committee_id"]
    )
    document = committees.project(row)
    log.append(document, origin=origin_of(outgoing, document.ref), at=at)


def _meeting(outgoing: Outgoing, at: datetime) -> None:
    """Publish an agenda with the reports of its open items: all of them, or nothing."""
    versions = AgendaVersion.objects.unrestricted(because=BECAUSE)
    version = versions.get(pk=outgoing.payload["agenda_version_id"])
    snapshot = MeetingSnapshot.from_json(version.snapshot)
    if recalled([snapshot.ref], version.at):
        return
    committee = Committee.objects.select_related("organisation").get(pk=snapshot.committee_id)
    if snapshot.status == CANCELLED:
        called_off = _called_off(meetings.project(snapshot, committee, {}))
        log.append(called_off, origin=origin_of(outgoing, snapshot.ref), at=at)
        return
    when = snapshot.date_words or f"{date.fromisoformat(snapshot.day):%-d %B %Y}"
    here, stated = Link(ref=snapshot.ref, title=f"{committee.name}, {when}"), _stated(snapshot)
    reports_of = _reports(snapshot, version.at)
    with Crossing.begin(exempt.words_of(snapshot)) as crossing:
        papers = {
            item.number: _document(reports_of[item.number], item, here, crossing)
            for item in snapshot.items
            if item.number in reports_of
        }
        crossing.complete()
    published = {}
    for number, paper in papers.items():
        entry = log.append(paper, origin=origin_of(outgoing, paper.ref), at=at, stated=stated)
        published[number] = (Link(ref=paper.ref, title=paper.title), entry.version, paper.files)
    document = meetings.project(snapshot, committee, published)
    log.append(document, origin=origin_of(outgoing, document.ref), at=at, stated=stated)


def _called_off(told: MeetingDocument) -> MeetingDocument:
    """Return the agenda as the public has it, cancelled: no paper goes out or comes back.

    Where the public has none, because it was taken back, what is told stands alone.
    """
    row = Current.objects.filter(ref=told.ref, is_recalled=False).first()
    if row is None:
        return told
    public = cast(MeetingDocument, load(row.doc_type, row.body))
    return replace(public, status=told.status, sequence=told.sequence, issues=told.issues)


def _reports(snapshot: MeetingSnapshot, released_at: datetime) -> dict[str, ReportVersion]:
    """Return, by item number, the released versions of open items, but for those recalled."""
    keys = {
        item.number: item.report_version_id
        for item in snapshot.items
        if item.report_version_id and not item.exempt_under and not item.is_confidential
    }
    everything = ReportVersion.objects.unrestricted(because=BECAUSE)
    versions = everything.select_related("report__committee__organisation", "original")
    found = versions.in_bulk(keys.values())
    gone = recalled(map(reports.ref_of, found.values()), released_at)
    return {
        number: found[key]
        for number, key in keys.items()
        if reports.ref_of(found[key]) not in gone
    }


def _document(
    version: ReportVersion, item: ItemSnapshot, meeting: Link, crossing: Crossing
) -> ReportDocument:
    """Return the public document of an item's report, its files ready to cross."""
    return reports.project(
        version,
        item,
        files=_files(version, item, crossing),
        considered_at=_considered_at(reports.ref_of(version), meeting),
    )


def _files(version: ReportVersion, item: ItemSnapshot, crossing: Crossing) -> tuple[FileLink, ...]:
    """Prepare the PDF, the open appendices and, where nothing is found in it, the original."""
    paper = pdf.rendered(reports.project(version, item))
    files = [crossing.made(paper, version.title, page_count(paper))]
    open_ones = {
        one.appendix_id: one.description for one in item.appendices if not one.exempt_under
    }
    rows = Appendix.objects.unrestricted(because=BECAUSE).select_related("file")
    files += [crossing.appendix(row, open_ones[row.pk]) for row in rows.filter(pk__in=open_ones)]
    if version.original and (link := crossing.original(version.original, version.title)):
        files.append(link)
    return tuple(files)


def _considered_at(ref: str, meeting: Link) -> tuple[Link, ...]:
    """Return the meetings of a report: those that the record has, and this one."""
    current = Current.objects.filter(ref=ref, is_recalled=False).first()
    known = json.loads(current.body)["considered_at"] if current else []
    before = tuple(Link(**one) for one in known if one["ref"] != meeting.ref)
    return (*before, meeting)


def _stated(snapshot: MeetingSnapshot) -> Stated | None:
    """Say what was stated of the first publication; later issues were published here."""
    if not snapshot.stated_source or len(snapshot.issues) > 1:
        return None
    day = snapshot.stated_published_on
    return Stated(date.fromisoformat(day) if day else None, snapshot.stated_source)


CARRIERS: dict[str, Callable[[Outgoing, datetime], Any]] = {
    "ask": publish_ask,
    "committee": _committee,
    "inspection": publish_inspection,
    "measure": publish_measure,
    "meeting": _meeting,
    "plan": publish_plan,
    "recall": take_back,
}
