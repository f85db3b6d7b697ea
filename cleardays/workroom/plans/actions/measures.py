"""Measures: begun, changed, given new versions of their definition, and tied to what they show."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.text import slugify

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.audit.changes import as_details, found_in, in_words, put_in
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.actions.links import tie
from cleardays.workroom.plans.figures import BadDefinition, definition_of
from cleardays.workroom.plans.locking import FOR_CHANGE, hold_plan
from cleardays.workroom.plans.measured.holding import hold_measure, require_measuring
from cleardays.workroom.plans.models import Action, Measure, MeasureVersion, Plan
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit


class MeasureLinks(TypedDict, total=False):
    """Whose a measure is, what it is about, and under which count it hides figures."""

    body: Organisation | None
    areas: Iterable[Area]
    actions: Iterable[Action]
    small_number: int


@transaction.atomic
def create_measure(
    name: str,
    definition: list[dict[str, Any]],
    *,
    by: Viewer,
    at: datetime,
    **links: Unpack[MeasureLinks],
) -> Measure:
    """Begin a measure with the versions of its definition, in the shape of ``figures``.

    It is of the body that is named, or else of the one for which the maker works.
    """
    body = links.get("body")
    measure = Measure(name=name.strip(), definition=definition, ref=_free_ref(name))
    measure.body_id = body.pk if body else by.organisation_id
    require_measuring(by, measure.body_id)
    measure.small_number = links.get("small_number", 5)
    if not definition:
        raise Refused("Say what is counted")
    _refuse_bad(definition, measure.small_number)
    refuse_what_does_not_fit(measure)
    measure.save()
    _tie(measure, links.get("areas", ()), links.get("actions", ()))
    log.record("create-measure", measure, f"began the measure “{measure}”", by=by, at=at)
    return measure


class MeasureChanges(TypedDict, total=False):
    """What may be changed of a measure; its ref is its address, for life."""

    name: str
    small_number: int
    part_of: Measure | None


@transaction.atomic
def change_measure(
    measure: Measure, *, by: Viewer, at: datetime, **wanted: Unpack[MeasureChanges]
) -> Measure:
    """Change what a measure is called, its small-number rule, or what it is a part of.

    The next version shows it.
    """
    held = hold_measure(measure, by=by)
    changed = found_in(held, wanted)
    if "part_of" in changed:
        _refuse_to_part(held)
    if whole := wanted.get("part_of"):
        _refuse_as_whole(held, hold_measure(whole, by=by))
    if not changed:
        return held
    put_in(held, changed)
    _refuse_bad(held.definition, held.small_number)
    refuse_what_does_not_fit(held)
    held.save(update_fields=list(changed))
    said, plain = f"changed {in_words(changed)}", as_details(changed)
    more: dict[str, Any] = {"by": by, "at": at, **plain}
    log.record("change-measure", held, said, **more)
    return held


@transaction.atomic
def define_measure(
    measure: Measure, definition: dict[str, Any], *, by: Viewer, at: datetime
) -> Measure:
    """Add a version of what is measured. It breaks the line; the versions before it stay."""
    held = hold_measure(measure, by=by)
    _refuse_bad([definition], held.small_number)
    if held.definition and definition["valid_from"] <= held.definition[-1]["valid_from"]:
        raise Refused("A new definition holds from a later day than the one before it")
    held.definition = [*held.definition, definition]
    held.save(update_fields=["definition"])
    begins = date.fromisoformat(definition["valid_from"])
    said = f"gave “{held}” a new definition from {begins:%-d %B %Y}"
    log.record("define-measure", held, said, by=by, at=at)
    return held


@transaction.atomic
def link_measure(
    measure: Measure,
    *,
    areas: Iterable[Area],
    actions: Iterable[Action],
    by: Viewer,
    at: datetime,
) -> Measure:
    """Say which areas and actions a measure is about."""
    held = hold_measure(measure, by=by)
    if _tie(held, areas, actions):
        log.record("link-measure", held, f"said what “{held}” is about", by=by, at=at)
    return held


@transaction.atomic
def use_measure(
    measure: Measure,
    plan: Plan,
    *,
    areas: Iterable[Area] | None,
    refs: Iterable[str],
    by: Viewer,
    at: datetime,
) -> Measure:
    """Say which actions of one plan a measure is about, and which areas if the plan has any.

    What it is about in other plans stays. ``refs`` are references of actions of this plan.
    """
    hold_plan(plan, by=by)
    held = hold_measure(measure, by=by)
    own = {one.ref: one for one in Action.objects.unrestricted(because=FOR_CHANGE).of(plan)}
    wanted = list(dict.fromkeys(refs))
    if unknown := [ref for ref in wanted if ref not in own]:
        raise Refused(*(f"The plan has no action {ref}" for ref in unknown))
    links = Measure.actions.through.objects.filter(measure=held)
    others = Action.objects.unrestricted(because=FOR_CHANGE).exclude(plan=plan)
    kept = others.filter(pk__in=list(links.values_list("action_id", flat=True)))
    about = areas
    if about is None:
        keys = Measure.areas.through.objects.filter(measure=held).values_list("area_id", flat=True)
        about = Area.objects.unrestricted(because=FOR_CHANGE).filter(pk__in=list(keys))
    if _tie(held, about, [*kept, *(own[ref] for ref in wanted)]):
        said = f"said what “{held}” is about in “{plan}”"
        log.record("use-measure", held, said, by=by, at=at)
    return held


def _refuse_to_part(part: Measure) -> None:
    """Raise Refused where a part and its whole were public: what was hidden would be told."""
    versions = MeasureVersion.objects.unrestricted(because=FOR_CHANGE)
    pair = {part.pk, part.part_of_id}
    if len(set(versions.filter(measure__in=pair).values_list("measure_id", flat=True))) > 1:
        raise Refused(
            f"“{part}” and the measure that it is a part of were published together, and figures"
            " hidden that would tell the others: begin another measure instead"
        )


def _refuse_as_whole(part: Measure, whole: Measure) -> None:
    """Raise Refused where no figure of a whole could be added up from such parts."""
    every = Measure.objects.unrestricted(because=FOR_CHANGE)
    if part == whole:
        raise Refused("A measure is no part of itself")
    if whole.part_of_id:
        raise Refused(
            f"“{whole}” is itself a part. Choose the measure that it is a part of, if “{part}” is"
            " another of its parts; figures that are divided twice, such as girls of a district,"
            " cannot be kept from telling a few"
        )
    if every.filter(part_of=part).exists():
        raise Refused(f"“{part}” has parts of its own: make them parts of “{whole}” first")
    of_part, of_whole = (definition_of(one.definition[-1]) for one in (part, whole))
    if (of_part.unit, of_part.kind) != (of_whole.unit, of_whole.kind):
        raise Refused(f"“{part}” and “{whole}” have different units, or stand for something else")


def _refuse_bad(definition: list[dict[str, Any]], small_number: int) -> None:
    try:
        for plain in definition:
            definition_of(plain, small_number)
    except BadDefinition as wrong:
        raise Refused(str(wrong)) from wrong


def _tie(measure: Measure, areas: Iterable[Area], actions: Iterable[Action]) -> bool:
    changed = tie(Measure.areas.through, "measure", measure.pk, "area", areas)
    return tie(Measure.actions.through, "measure", measure.pk, "action", actions) or changed


def _free_ref(name: str) -> str:
    wanted = slugify(name)[:45].strip("-") or "measure"
    ref, number = f"measures/{wanted}", 1
    while Measure.objects.filter(ref=ref).exists():
        number += 1
        ref = f"measures/{wanted}-{number}"
    return ref
