"""A measure as it would be published: small numbers have no way out of ``plans.figures``."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings

from cleardays.progress.measures.series import Definition, Recalculation
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.plans.figures import Shown, definitions_of, recalculations_of
from cleardays.workroom.plans.measured.seeing import family_of, what_is_shown
from cleardays.workroom.plans.measured.snapshot import (
    DefinitionSnapshot,
    LimitsSnapshot,
    MeasureSnapshot,
    ObservationSnapshot,
)
from cleardays.workroom.plans.models import Measure, Observation, PlanVersion

FOR_FREEZING = "a measure is put together whole; who may publish it is asked of whoever does"
MOMENT = "milliseconds"
PARTS = ("numerator", "denominator", "value")


@dataclass(frozen=True)
class Frozen:
    """What would be public, and why it may not be: sentences for whoever wants to release it."""

    snapshot: MeasureSnapshot
    faults: tuple[str, ...]


def frozen(measure: Measure) -> Frozen:
    """Return a measure as it stands, with what the small-number rule and the past forbid."""
    shown = what_is_shown(measure)
    snapshot = MeasureSnapshot(
        ref=measure.ref,
        title=measure.name,
        council=measure.body.name if measure.body else settings.COUNCIL_NAME,
        definitions=_definitions(measure),
        limits=tuple(map(_limits, recalculations_of(measure))),
        observations=tuple(map(_observation, shown)),
        areas=_public_areas(measure),
        actions=_public_actions(measure),
        published_by="",
        released_by="",
    )
    faults = [f"{one.row.geography}: {fault}" for one in shown for fault in one.faults]
    return Frozen(snapshot, (*dict.fromkeys(faults), *_told(shown), *_told_of(measure, shown)))


def _told(shown: Sequence[Shown]) -> Iterator[str]:
    """Yield where the words beside a hidden figure tell it."""
    hidden: dict[tuple[str, str], set[str]] = {}
    for one in shown:
        counts = hidden.setdefault((one.row.geography, one.row.period), set())
        counts |= {
            f"{getattr(one.row, part):g}"
            for part in PARTS
            if getattr(one.observation, part) is None and getattr(one.row, part) is not None
        }
    for one in shown:
        if _numbers_in(one.row.reason) & hidden[one.row.geography, one.row.period]:
            yield (
                f"{one.row.period}: why it was restated names a figure that is hidden. Restate it"
                " again and leave the figure out of the reason"
            )


def _told_of(measure: Measure, shown: Sequence[Shown]) -> Iterator[str]:
    """Yield where the reason for new limits tells a hidden figure of our own area."""
    hidden = {
        f"{getattr(one.row, part):g}"
        for one in shown
        for part in PARTS
        if one.row.geography == Observation.OWN
        and getattr(one.observation, part) is None
        and getattr(one.row, part) is not None
    }
    for one in recalculations_of(measure):
        if _numbers_in(one.reason) & hidden:
            yield (
                f"Why the limits begin anew on {one.starts_on:%-d %B %Y} may name a figure that is"
                " hidden. Take that back and give the reason without numbers"
            )


def _numbers_in(words: str) -> set[str]:
    return set(re.findall(r"(?<![\w.])\d+(?:\.\d+)?(?!\w)", words))


def _limits(one: Recalculation) -> LimitsSnapshot:
    return LimitsSnapshot(
        starts_on=one.starts_on.isoformat(),
        reason=one.reason,
        decided_by=one.by,
        decided_on=one.on.isoformat(),
    )


def _definitions(measure: Measure) -> tuple[DefinitionSnapshot, ...]:
    also = ""
    if len(family_of(measure)) > 1:
        also = ". Nor is what would tell one beside the whole that it is a part of, or its parts"
    return tuple(_definition(one, measure, also) for one in definitions_of(measure))


def _definition(one: Definition, measure: Measure, also: str) -> DefinitionSnapshot:
    zero = ", zero included" if one.small_numbers.hides_zero else ""
    return DefinitionSnapshot(
        valid_from=one.valid_from.isoformat(),
        name=one.name,
        numerator=one.numerator,
        denominator=one.denominator,
        unit=one.unit.value,
        polarity=one.polarity.value,
        type=one.kind.value,
        source_return=one.source,
        frequency=one.frequency,
        small_number_rule=f"Counts under {measure.small_number} are not shown{zero}{also}",
    )


def _observation(one: Shown) -> ObservationSnapshot:
    row, before = one.row, one.row.supersedes
    return ObservationSnapshot(
        key=row.pk,
        geography=row.geography,
        period=row.period,
        numerator=_number(one.observation.numerator),
        denominator=_number(one.observation.denominator),
        value=_number(one.observation.value),
        is_provisional=row.is_provisional,
        source=row.source,
        retrieved_on=row.retrieved_on.isoformat() if row.retrieved_on else "",
        recorded_at=_moment(row),
        replaces=_moment(before) if before else "",
        reason=row.reason,
        why=one.observation.marker,
    )


def _moment(row: Observation) -> str:
    return row.recorded_at.isoformat(timespec=MOMENT)


def _number(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _public_areas(measure: Measure) -> tuple[str, ...]:
    links = Measure.areas.through.objects.filter(measure=measure)
    keys = list(links.values_list("area", flat=True))
    areas = Area.objects.unrestricted(because=FOR_FREEZING)
    public = areas.filter(pk__in=keys, inspection__is_published=True)
    named = public.values_list("inspection__ref", "number")
    return tuple(sorted(f"{ref}#{number}" for ref, number in named))


def _public_actions(measure: Measure) -> tuple[str, ...]:
    """Name the actions that stand in the newest published version of their plan."""
    links = Measure.actions.through.objects.filter(measure=measure)
    tied = list(links.values_list("action__plan_id", "action__plan__ref", "action__ref"))
    public = _refs_published({plan for plan, *_ in tied})
    named = (f"{ref}#{action}" for plan, ref, action in tied if (plan, action) in public)
    return tuple(sorted(named))


def _refs_published(plans: Collection[int]) -> set[tuple[int, str]]:
    versions = PlanVersion.objects.unrestricted(because=FOR_FREEZING)
    standing = versions.filter(plan__in=plans, plan__is_published=True, recalled_at=None)
    newest = dict(standing.order_by("number").values_list("plan_id", "snapshot__actions"))
    return {(plan, one["ref"]) for plan, actions in newest.items() for one in actions}
