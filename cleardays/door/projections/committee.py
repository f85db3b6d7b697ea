"""A committee as the public may see it."""

from datetime import date

from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.common import Link
from cleardays.workroom.people.models import Committee


def ref_of(committee: Committee) -> str:
    """Return the committee's public address."""
    return f"committees/{committee.slug}"


def link_to(committee: Committee) -> Link:
    return Link(ref=ref_of(committee), title=committee.name)


def project(committee: Committee) -> CommitteeDocument:
    """Carry over what a committee's public page says."""
    return CommitteeDocument(
        ref=ref_of(committee),
        name=committee.name,
        council=committee.organisation.name,
        kind=committee.kind,
        kind_name=committee.get_kind_display(),
        is_bound_by_part_va=committee.is_bound_by_part_va,
        purpose=committee.purpose,
        note=committee.note,
        valid_from=_iso(committee.valid_from),
        valid_until=_iso(committee.valid_until),
        parent=link_to(committee.parent) if committee.parent else None,
        successor=link_to(committee.successor) if committee.successor else None,
        predecessors=tuple(link_to(one) for one in committee.predecessors.all()),
        sources=tuple(committee.sources),
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
