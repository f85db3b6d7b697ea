"""Carrying what follows from an inspection to the record: plans, inspections, asks."""

from datetime import datetime

from cleardays.door.crossing import Crossing
from cleardays.door.origins import origin_of
from cleardays.door.projections import ask as asks
from cleardays.door.projections import inspection as inspections
from cleardays.door.projections import plan as plans
from cleardays.door.recalls import recalled
from cleardays.record import log
from cleardays.record.linking import Stated
from cleardays.record.models import Current
from cleardays.record.schemas.common import Link
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.inspections.models import InspectionVersion
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans.models import PlanVersion
from cleardays.workroom.recommendations.models import Ask

BECAUSE = "the door projects it, field by field, for publication"


def publish_plan(outgoing: Outgoing, at: datetime) -> None:
    versions = PlanVersion.objects.unrestricted(because=BECAUSE)
    version = versions.get(pk=outgoing.payload["plan_version_id"])
    if version.recalled_at:
        return  # it was taken back before the door came to it
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


def _plans_answering(ref: str) -> tuple[Link, ...]:
    """Return the plans in the record that say that they answer an inspection."""
    rows = Current.objects.filter(doc_type="plan", is_recalled=False).order_by("ref")
    pairs = rows.filter(summary__contains=f" {ref} ").values_list("ref", "title")
    return tuple(Link(plan, title) for plan, title in pairs)


def publish_ask(outgoing: Outgoing, at: datetime) -> None:
    related = ("committee__organisation", "meeting__committee", "accepted_at_meeting__committee")
    rows = Ask.objects.unrestricted(because=BECAUSE).select_related("asked_of", *related)
    ask = rows.get(pk=outgoing.payload["ask_id"])
    if recalled([ask.ref, ask.meeting.ref], outgoing.at):
        return  # it was taken back before the door came to it, or its meeting was
    document = asks.project(ask)
    log.append(document, origin=origin_of(outgoing, document.ref), at=at)
