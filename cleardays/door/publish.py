"""Carrying one thing of the outbox to the record. Doing it twice appends once."""

import json
import uuid
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.text import slugify

from cleardays.door import crossing, exempt, pdf
from cleardays.door.projections import ask as asks
from cleardays.door.projections import committee as committees
from cleardays.door.projections import inspection as inspections
from cleardays.door.projections import measure as measures_of
from cleardays.door.projections import meeting as meetings
from cleardays.door.projections import plan as plans
from cleardays.door.projections import report as reports
from cleardays.record import log
from cleardays.record.linking import Stated
from cleardays.record.models import Current, Entry
from cleardays.record.schemas.common import FileLink, Link
from cleardays.record.schemas.report import ReportDocument
from cleardays.workroom.documents.rendering import page_count
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.meetings.models import AgendaVersion
from cleardays.workroom.meetings.snapshot import ItemSnapshot, MeetingSnapshot
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.people.models import Committee
from cleardays.workroom.plans.figures import shown_of
from cleardays.workroom.plans.models import Measure, Observation, Plan, PlanVersion
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.reports.models import Appendix, ReportVersion

BECAUSE = "the door projects it, field by field, for publication"
Published = tuple[Link, int, tuple[FileLink, ...]]


def carry(outgoing: Outgoing, at: datetime) -> None:
    """Publish what a row of the outbox says. Raises NotReleased where a paper may not go out."""
    CARRIERS[outgoing.kind](outgoing, at)


def _committee(outgoing: Outgoing, at: datetime) -> None:
    row = Committee.objects.select_related("organisation", "parent", "successor").get(
        pk=outgoing.payload["committee_id"]
    )
    document = committees.project(row)
    log.append(document, origin=_origin(outgoing, document.ref), at=at)


def _meeting(outgoing: Outgoing, at: datetime) -> None:
    versions = AgendaVersion.objects.unrestricted(because=BECAUSE)
    version = versions.get(pk=outgoing.payload["agenda_version_id"])
    snapshot = MeetingSnapshot.from_json(version.snapshot)
    committee = Committee.objects.select_related("organisation").get(pk=snapshot.committee_id)
    when = snapshot.date_words or f"{date.fromisoformat(snapshot.day):%-d %B %Y}"
    here = Link(ref=snapshot.ref, title=f"{committee.name}, {when}")
    restricted, stated = exempt.words_of(snapshot), _stated(snapshot)

    def report_of(item: ItemSnapshot, version_id: int) -> Published:
        paper = _report(item, version_id, here, restricted)
        entry = log.append(paper, origin=_origin(outgoing, paper.ref), at=at, stated=stated)
        return Link(ref=paper.ref, title=paper.title), entry.version, paper.files

    published = {
        item.number: report_of(item, item.report_version_id)
        for item in snapshot.items
        if item.report_version_id and not item.exempt_under and not item.is_confidential
    }
    document = meetings.project(snapshot, committee, published)
    log.append(document, origin=_origin(outgoing, document.ref), at=at, stated=stated)


def _report(
    item: ItemSnapshot, version_id: int, meeting: Link, restricted: tuple[str, ...]
) -> ReportDocument:
    """Return the public document of an item's report, its files taken across."""
    versions = ReportVersion.objects.unrestricted(because=BECAUSE)
    version = versions.select_related("report__committee__organisation", "original").get(
        pk=version_id
    )
    return reports.project(
        version,
        item,
        files=_files(version, item, restricted),
        considered_at=_considered_at(reports.ref_of(version), meeting),
    )


def _files(
    version: ReportVersion, item: ItemSnapshot, restricted: tuple[str, ...]
) -> tuple[FileLink, ...]:
    """Take the PDF, the open appendices and, where nothing is found in it, the original across."""
    paper = pdf.rendered(reports.project(version, item))
    name = f"{slugify(version.title)[:80] or 'report'}.pdf"
    files = [crossing.made(paper, name, page_count(paper))]
    open_ones = [one.appendix_id for one in item.appendices if not one.exempt_under]
    rows = Appendix.objects.unrestricted(because=BECAUSE).select_related("file")
    files += [crossing.appendix(row, restricted) for row in rows.filter(pk__in=open_ones)]
    if version.original and (link := crossing.original(version.original, restricted)):
        files.append(link)
    return tuple(files)


def _considered_at(ref: str, meeting: Link) -> tuple[Link, ...]:
    """Return the meetings of a report: those that the record has, and this one."""
    current = Current.objects.filter(ref=ref, is_recalled=False).first()
    known = json.loads(current.body)["considered_at"] if current else []
    before = tuple(Link(**one) for one in known if one["ref"] != meeting.ref)
    return (*before, meeting)


def _plan(outgoing: Outgoing, at: datetime) -> None:
    versions = PlanVersion.objects.unrestricted(because=BECAUSE)
    document = plans.project(versions.get(pk=outgoing.payload["plan_version_id"]).snapshot)
    log.append(document, origin=_origin(outgoing, document.ref), at=at)


def _inspection(outgoing: Outgoing, at: datetime) -> None:
    rows = Inspection.objects.unrestricted(because=BECAUSE).select_related("previous", "file")
    row = rows.get(pk=outgoing.payload["inspection_id"])
    if not row.is_published:
        return  # it was taken back before the door came to it
    known = Current.objects.filter(is_recalled=False)
    answering = Plan.objects.unrestricted(because=BECAUSE).filter(answers=row, is_published=True)
    refs = list(answering.order_by("pk").values_list("ref", flat=True))
    titles = dict(known.filter(doc_type="plan", ref__in=refs).values_list("ref", "title"))
    report = crossing.inspectors_report(row.file) if row.file and row.publishes_file else None
    document = inspections.project(
        row,
        public=dict(known.filter(doc_type="inspection").values_list("ref", "title")),
        plans=tuple(Link(ref, titles[ref]) for ref in refs if ref in titles),
        files=(report,) if report else (),
    )
    log.append(document, origin=_origin(outgoing, document.ref), at=at)


def _measure(outgoing: Outgoing, at: datetime) -> None:
    measures = Measure.objects.unrestricted(because=BECAUSE)
    row = measures.get(pk=outgoing.payload["measure_id"])
    public = _was_shown(row)
    shown = shown_of(row, was_shown=public)
    faults = [fault for one in shown for fault in one.faults]
    faults += [
        f"{one.row.period}, {one.row.geography}, is public and would give a small number away:"
        " have that version recalled first."
        for one in shown
        if one.observation.value is None and str(one.row.pk) in public
    ]
    if faults:
        raise crossing.NotReleased(" ".join(faults))
    known = Current.objects.filter(is_recalled=False, doc_type__in=("inspection", "plan"))
    plans_of = Plan.objects.unrestricted(because=BECAUSE).select_related("organisation")
    keys = Measure.actions.through.objects.filter(measure=row).values_list("action__plan")
    plan = plans_of.filter(pk__in=list(keys.distinct().values_list("action__plan", flat=True)))
    first = plan.order_by("pk").first()
    document = measures_of.project(
        row,
        shown,
        council=first.organisation.name if first else settings.COUNCIL_NAME,
        public=set(known.values_list("ref", flat=True)),
    )
    log.append(document, origin=_origin(outgoing, document.ref), at=at)


def _was_shown(row: Measure) -> set[str]:
    """Return the figures that some public version shows, by key: they cannot be hidden again."""
    bodies = [log.content_of(entry) for entry in Entry.objects.filter(ref=row.ref)]
    seen = {
        (one["geography"], one["period"], one["recorded_at"])
        for body in bodies
        if body
        for one in body["observations"]
        if one["value"] is not None
    }
    rows = Observation.objects.unrestricted(because=BECAUSE).filter(measure=row)
    return {
        str(one.pk)
        for one in rows
        if (one.geography, one.period, measures_of.moment_of(one)) in seen
    }


def _ask(outgoing: Outgoing, at: datetime) -> None:
    related = ("committee__organisation", "meeting__committee", "accepted_at_meeting__committee")
    rows = Ask.objects.unrestricted(because=BECAUSE).select_related("asked_of", *related)
    document = asks.project(rows.get(pk=outgoing.payload["ask_id"]))
    log.append(document, origin=_origin(outgoing, document.ref), at=at)


def _recall(outgoing: Outgoing, at: datetime) -> None:
    ref, reason = outgoing.payload["ref"], outgoing.payload["reason"]
    log.recall(ref, reason, origin=_origin(outgoing, ref), at=at)


def _stated(snapshot: MeetingSnapshot) -> Stated | None:
    """Say what was stated of the first publication; later issues were published here."""
    if not snapshot.stated_source or len(snapshot.issues) > 1:
        return None
    day = snapshot.stated_published_on
    return Stated(date.fromisoformat(day) if day else None, snapshot.stated_source)


def _origin(outgoing: Outgoing, ref: str) -> uuid.UUID:
    """Return the same origin for the same row and address, so that a second try appends once."""
    return uuid.uuid5(outgoing.pk, ref)


CARRIERS: dict[str, Callable[[Outgoing, datetime], Any]] = {
    "ask": _ask,
    "committee": _committee,
    "inspection": _inspection,
    "measure": _measure,
    "meeting": _meeting,
    "plan": _plan,
    "recall": _recall,
}
