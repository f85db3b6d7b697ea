"""An inspection entered by form, and changed."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate

from cleardays.law.frameworks import framework, frameworks
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit.changes import as_details, found_in, in_words, put_in
from cleardays.workroom.inspections.actions.settling import settle
from cleardays.workroom.inspections.holding import FOR_CHANGE, hold, require_following
from cleardays.workroom.inspections.models import Area, Inspection
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit

PRIVATE = frozenset({"private_note"})


class InspectionDetails(TypedDict, total=False):
    """What may be said of an inspection; the model explains each."""

    first_day: date | None
    last_day: date | None
    days_words: str
    letter_dated: date | None
    received_on: date | None
    published_on: date | None
    published_words: str
    due_by_letter: date | None
    outcome: str
    outcome_words: str
    needs_plan: bool
    needs_strategic_plan: bool
    monitoring_words: str
    next_inspection_words: str
    previous: Inspection | None
    summary: str
    note: str
    sources: list[str]
    private_note: str
    publishes_file: bool
    is_invented: bool


class NewInspection(InspectionDetails, total=False):
    """What may be given when one is entered: its title and address are made if left out."""

    title: str
    ref: str


class InspectionChanges(InspectionDetails, total=False):
    """What may be changed; its framework and its address stay."""

    title: str
    area_name: str


@transaction.atomic
def create_by_form(
    code: str,
    area_name: str,
    *,
    by: Viewer,
    at: datetime,
    areas: Sequence[str] = (),
    **details: Unpack[NewInspection],
) -> Inspection:
    """Enter an inspection under the framework ``code``, with its areas in order, each a label.

    An outcome that requires a plan says so by itself. The areas are of the framework's first kind
    of finding: for a narrative letter, its significant areas of weakness.
    """
    require_following(by)
    made = new_inspection(code, area_name, dict(details), at)
    made.save()
    kind = made.kind.findings[0].code
    labels = [words for line in areas if (words := " ".join(line.split()))]
    for number, label in enumerate(labels, 1):
        area = Area(inspection=made, kind=kind, number=number, label=label)
        refuse_what_does_not_fit(area, exclude=("inspection", "recurs_from"))
        area.save()
    refuse_breaches(made)
    counted = f" with {len(labels)} areas" if labels else ""
    settle("create", made, f"entered the inspection “{made}”{counted}", by=by, at=at)
    return made


def new_inspection(code: str, area_name: str, details: dict[str, Any], at: datetime) -> Inspection:
    """Return an inspection, unsaved, with a free address and a title; Refused if it cannot be."""
    if code not in frameworks():
        raise Refused(f"There is no framework “{code}”: choose one of {', '.join(frameworks())}")
    if not (name := " ".join(area_name.split())):
        raise Refused("Name the local area")
    ref = details.pop("ref", "") or _free_ref(name, details.get("first_day"))
    if _everything().filter(ref=ref).exists():
        raise Refused(f"Another inspection has the address {ref}: choose another")
    made = Inspection(framework=code, area_name=name, ref=ref, **details)
    made.title = made.title.strip() or _title(made)
    _follow_outcome(made)
    refuse_misfits(made, at)
    return made


def _everything() -> Any:
    return Inspection.objects.unrestricted(because=FOR_CHANGE)


def _title(made: Inspection) -> str:
    name = framework(made.framework).name.partition(" (")[0]
    when = f", {made.first_day:%B %Y}" if made.first_day else ""
    return f"{made.area_name}: {name}{when}"


def _free_ref(name: str, day: date | None) -> str:
    """Return the first address of the area and year that is not taken."""
    stem = f"inspections/{slugify(name)[:80] or 'area'}" + (f"-{day.year}" if day else "")
    refs = (stem if n == 1 else f"{stem}-{n}" for n in range(1, 1000))
    return next(ref for ref in refs if not _everything().filter(ref=ref).exists())


@transaction.atomic
def change(
    inspection: Inspection, *, by: Viewer, at: datetime, **wanted: Unpack[InspectionChanges]
) -> Inspection:
    """Change what is said of an inspection; what is due follows, the public when published."""
    held = hold(inspection.pk, by=by)
    changed = found_in(held, wanted)
    if not changed:
        return held
    put_in(held, changed)
    _follow_outcome(held)
    refuse_misfits(held, at)
    refuse_breaches(held)
    held.save()
    said = f"changed {in_words(changed, private=PRIVATE)}"
    plain: dict[str, Any] = as_details(_as_text(changed), private=PRIVATE)
    settle("change", held, said, by=by, at=at, **plain)
    return held


def _as_text(changed: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """Name another inspection by its title, as the journal keeps no keys."""

    def said(value: Any) -> Any:
        return str(value) if isinstance(value, Inspection) else value

    return {name: (said(before), said(after)) for name, (before, after) in changed.items()}


def _follow_outcome(held: Inspection) -> None:
    """Say that a plan is required where the outcome requires one."""
    outcome = held.kind.outcome(held.outcome)
    held.needs_plan = held.needs_plan or bool(outcome and outcome.plan)


def refuse_misfits(held: Inspection, at: datetime) -> None:
    """Raise Refused for what is too long, no choice, or days that cannot be."""
    refuse_what_does_not_fit(held, exclude=("previous", "file"))
    if reasons := [*_misfits(held), *_still_to_come(held, localdate(at))]:
        raise Refused(*reasons)


def _misfits(held: Inspection) -> Iterator[str]:
    ended = held.last_day or held.first_day
    if held.first_day and held.last_day and held.last_day < held.first_day:
        yield "It ends before it begins: check the two days"
    elif ended and held.received_on and held.received_on < ended:
        yield "The report was received before inspectors had gone: check the two days"
    elif ended and held.letter_dated and held.letter_dated < ended:
        yield "The letter is dated before inspectors had gone: check the two days"
    if held.received_on and held.due_by_letter and held.due_by_letter < held.received_on:
        yield "The plan is due before the report was received: check the two days"
    if held.previous_id and held.previous_id == held.pk:
        yield "An inspection does not follow itself"


def _still_to_come(held: Inspection, today: date) -> Iterator[str]:
    """Say which days cannot lie ahead: clocks run from what has happened."""
    for day, what in ((held.received_on, "report"), (held.letter_dated, "letter")):
        if day and day > today:
            yield f"The day of the {what}, {day:%-d %B %Y}, is still to come: check it"


def refuse_breaches(held: Inspection) -> None:
    """Raise Refused where outcome and kinds of findings do not go together."""
    areas = Area.objects.unrestricted(because=FOR_CHANGE).filter(inspection=held)
    breaches = held.kind.breaches(held.outcome, [area.kind for area in areas])
    if breaches:
        raise Refused(*map(str, breaches))
