"""Everything that changes organisations, committees and what belongs to them."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.text import slugify

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import changes, log
from cleardays.workroom.outbox import queue
from cleardays.workroom.people.models import (
    ClosureDay,
    Committee,
    ElectoralDivision,
    Organisation,
)
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit


class OrganisationDetails(TypedDict, total=False):
    """What may be said of an organisation; the model explains each."""

    slug: str
    kind: str
    valid_from: date | None
    valid_until: date | None
    successor: Organisation | None
    counts_saturdays: bool
    call_in_days: int


class OrganisationChanges(OrganisationDetails, total=False):
    """What may be changed of an organisation."""

    name: str


class CommitteeDetails(TypedDict, total=False):
    """What may be said of a committee, all of it public; the model explains each."""

    slug: str
    kind: str
    purpose: str
    parent: Committee | None
    valid_from: date | None
    valid_until: date | None
    successor: Committee | None
    note: str
    sources: list[str]


class CommitteeChanges(CommitteeDetails, total=False):
    """What may be changed of a committee; its slug is part of its address, for life."""

    name: str


@transaction.atomic
def create_organisation(
    name: str, *, by: Viewer, at: datetime, **details: Unpack[OrganisationDetails]
) -> Organisation:
    """Enter a council or another body."""
    by.require(Permission.MANAGE_BODIES)
    made = Organisation(name=_named(name), **_with_slug(name, details, Organisation))
    _refuse_misfits(made)
    made.save()
    log.record("create", made, f"entered {made}", by=by, at=at)
    return made


@transaction.atomic
def change_organisation(
    organisation: Organisation, *, by: Viewer, at: datetime, **wanted: Unpack[OrganisationChanges]
) -> Organisation:
    """Change what is said of an organisation."""
    by.require(Permission.MANAGE_BODIES)
    held = Organisation.objects.select_for_update().get(pk=organisation.pk)
    _change(held, dict(wanted), by=by, at=at)
    return held


@transaction.atomic
def create_committee(
    organisation: Organisation,
    name: str,
    *,
    by: Viewer,
    at: datetime,
    **details: Unpack[CommitteeDetails],
) -> Committee:
    """Enter a committee. Its name and purpose are public at once."""
    by.require(Permission.MANAGE_BODIES)
    fields = _with_slug(name, details, Committee)
    made = Committee(organisation=organisation, name=_named(name), **fields)
    _refuse_misfits(made)
    made.save()
    said = f"entered {made}"
    log.record("create", made, said, by=by, at=at, committee_id=made.pk)
    queue.put("committee", {"committee_id": made.pk}, by=by, at=at)
    return made


@transaction.atomic
def change_committee(
    committee: Committee, *, by: Viewer, at: datetime, **wanted: Unpack[CommitteeChanges]
) -> Committee:
    """Change what is said of a committee; the public record follows."""
    by.require(Permission.MANAGE_BODIES, committee.pk)
    held = Committee.objects.select_for_update().get(pk=committee.pk)
    if "slug" in wanted and wanted["slug"] != held.slug:
        raise Refused("A committee keeps its address for life: change its name instead")
    if held.pk in {getattr(wanted.get(name), "pk", None) for name in ("successor", "parent")}:
        raise Refused("A committee cannot follow, or belong to, itself")
    if _change(held, dict(wanted), by=by, at=at, committee_id=held.pk):
        queue.put("committee", {"committee_id": held.pk}, by=by, at=at)
    return held


@transaction.atomic
def add_closure_day(
    organisation: Organisation, day: date, name: str, *, by: Viewer, at: datetime
) -> ClosureDay:
    """Say that the offices are shut on a day, which then does not count as a clear day."""
    by.require(Permission.MANAGE_BODIES)
    if ClosureDay.objects.filter(organisation=organisation, day=day).exists():
        raise Refused(f"{day:%-d %B %Y} is a closure day already")
    made = ClosureDay.objects.create(organisation=organisation, day=day, name=_named(name))
    log.record("add-closure-day", organisation, f"added the closure day {made}", by=by, at=at)
    return made


@transaction.atomic
def remove_closure_day(closed: ClosureDay, *, by: Viewer, at: datetime) -> None:
    """Say that the offices are open after all."""
    by.require(Permission.MANAGE_BODIES)
    said = f"removed the closure day {closed}"
    log.record("remove-closure-day", closed.organisation, said, by=by, at=at)
    closed.delete()


@transaction.atomic
def add_division(
    organisation: Organisation, name: str, *, by: Viewer, at: datetime, code: str = ""
) -> ElectoralDivision:
    """Add an electoral division or ward."""
    by.require(Permission.MANAGE_BODIES)
    named = _named(name)
    if ElectoralDivision.objects.filter(organisation=organisation, name=named).exists():
        raise Refused(f"{named} is there already")
    made = ElectoralDivision.objects.create(organisation=organisation, name=named, code=code)
    log.record("add-division", organisation, f"added the division {made}", by=by, at=at)
    return made


@transaction.atomic
def remove_division(division: ElectoralDivision, *, by: Viewer, at: datetime) -> None:
    """Take an electoral division off the list."""
    by.require(Permission.MANAGE_BODIES)
    said = f"removed the division {division}"
    log.record("remove-division", division.organisation, said, by=by, at=at)
    division.delete()


def _named(name: str) -> str:
    if words := " ".join(name.split()):
        return words
    raise Refused("Give it a name")


def _with_slug(
    name: str, details: Any, model: type[Organisation] | type[Committee]
) -> dict[str, Any]:
    """Return the details with a slug that nothing else has; made from the name unless given."""
    slug = details.get("slug") or slugify(name)[:80]
    if not slug:
        raise Refused("Give it a name with letters in it")
    if model._default_manager.filter(slug=slug).exists():
        raise Refused(f"Something else has the address “{slug}”: choose another")
    return {**details, "slug": slug}


def _refuse_misfits(body: Organisation | Committee) -> None:
    refuse_what_does_not_fit(body, exclude=("organisation", "parent", "successor"))
    if body.valid_from and body.valid_until and body.valid_until < body.valid_from:
        raise Refused("It ends before it begins: check the two dates")


def _change(
    held: Organisation | Committee,
    wanted: dict[str, Any],
    *,
    by: Viewer,
    at: datetime,
    committee_id: int | None = None,
) -> bool:
    """Write what differs, with one line in the journal; say whether anything did."""
    if "name" in wanted:
        wanted["name"] = _named(wanted["name"])
    changed = changes.found_in(held, wanted)
    if not changed:
        return False
    changes.put_in(held, changed)
    _refuse_misfits(held)
    held.save(update_fields=list(changed))
    said = f"changed {changes.in_words(changed)}"
    details = changes.as_details(changed)
    log.record("change", held, said, by=by, at=at, committee_id=committee_id, **details)
    return True
