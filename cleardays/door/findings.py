"""Carrying what follows from an inspection to the record: plans, inspections, measures, asks."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings

from cleardays.door.crossing import Crossing, NotReleased
from cleardays.door.origins import origin_of
from cleardays.door.projections import ask as asks
from cleardays.door.projections import inspection as inspections
from cleardays.door.projections import measure as measures_of
from cleardays.door.projections import plan as plans
from cleardays.record import log
from cleardays.record.linking import Stated
from cleardays.record.models import Current, Entry
from cleardays.record.schemas.common import Link
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.inspections.models import InspectionVersion
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans.figures import shown_of
from cleardays.workroom.plans.models import Measure, Observation, Plan, PlanVersion
from cleardays.workroom.recommendations.models import Ask

BECAUSE = "the door projects it, field by field, for publication"


def publish_plan(outgoing: Outgoing, at: datetime) -> None:
    versions = PlanVersion.objects.unrestricted(because=BECAUSE)
    version = versions.get(pk=outgoing.payload["plan_version_id"])
    document = plans.project(version.snapshot)
    source = version.stated_source
    stated = Stated(version.stated_published_on, source) if source else None
    log.append(document, origin=origin_of(outgoing, document.ref), at=at, stated=stated)


def publish_inspection(outgoing: Outgoing, at: datetime) -> None:
    versions = InspectionVersion.objects.unrestricted(because=BECAUSE)
    version = versions.get(pk=outgoing.payload["inspection_version_id"])
    if version.recalled_at:
        return  # it was taken back before the door came to it
    said = version.snapshot
    standing = Current.objects.filter(is_recalled=False)
    report = None
    if said["file"]:
        with Crossing.begin(()) as crossing:
            file = StoredFile.objects.get(pk=said["file"])
            report = crossing.inspectors_report(file, said["title"])
            crossing.complete()
    document = inspections.project(
        said,
        public=set(standing.filter(doc_type="inspection").values_list("ref", flat=True)),
        plans=_plans_answering(said["ref"]),
        files=(report,) if report else (),
    )
    log.append(document, origin=origin_of(outgoing, document.ref), at=at)


def versions_in_record(ref: str, keys: Sequence[int]) -> list[int]:
    """Return the numbers that the record gave to versions of an inspection, from their keys."""
    rows = Outgoing.objects.filter(kind="inspection", payload__inspection_version_id__in=keys)
    origins = [origin_of(row, ref) for row in rows]
    return list(Entry.objects.filter(origin__in=origins).values_list("version", flat=True))


def _plans_answering(ref: str) -> tuple[Link, ...]:
    """Return the plans in the record that say that they answer an inspection."""
    rows = Current.objects.filter(doc_type="plan", is_recalled=False).order_by("ref")
    pairs = rows.filter(summary__contains=f" {ref} ").values_list("ref", "title")
    return tuple(Link(plan, title) for plan, title in pairs)


def publish_measure(outgoing: Outgoing, at: datetime) -> None:
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
        raise NotReleased(" ".join(faults))
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
    log.append(document, origin=origin_of(outgoing, document.ref), at=at)


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


def publish_ask(outgoing: Outgoing, at: datetime) -> None:
    related = ("committee__organisation", "meeting__committee", "accepted_at_meeting__committee")
    rows = Ask.objects.unrestricted(because=BECAUSE).select_related("asked_of", *related)
    document = asks.project(rows.get(pk=outgoing.payload["ask_id"]))
    log.append(document, origin=origin_of(outgoing, document.ref), at=at)
