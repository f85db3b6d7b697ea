"""A measure as the public may see it: small numbers have no way out of ``plans.figures``."""

from collections.abc import Collection, Iterable
from decimal import Decimal

from cleardays.progress.measures.series import Definition
from cleardays.record.schemas.measure import (
    DefinitionDocument,
    MeasureDocument,
    ObservationDocument,
)
from cleardays.workroom.plans.figures import Shown, definitions_of
from cleardays.workroom.plans.models import Measure, Observation

MOMENT = "milliseconds"


def project(
    measure: Measure, shown: Iterable[Shown], *, council: str, public: Collection[str]
) -> MeasureDocument:
    """Carry over a measure. Areas and actions are named where what they belong to is ``public``,
    by the refs that the record has."""
    areas = Measure.areas.through.objects.filter(measure=measure)
    named = areas.values_list("area__inspection__ref", "area__number")
    actions = Measure.actions.through.objects.filter(measure=measure)
    tied = actions.values_list("action__plan__ref", "action__ref")
    return MeasureDocument(
        ref=measure.ref,
        title=measure.name,
        council=council,
        definitions=tuple(_definition(one, measure) for one in definitions_of(measure)),
        observations=tuple(map(_observation, shown)),
        areas=tuple(sorted(f"{ref}#{number}" for ref, number in named if ref in public)),
        actions=tuple(sorted(f"{ref}#{action}" for ref, action in tied if ref in public)),
    )


def _definition(one: Definition, measure: Measure) -> DefinitionDocument:
    zero = ", zero included" if one.small_numbers.hides_zero else ""
    return DefinitionDocument(
        valid_from=one.valid_from.isoformat(),
        name=one.name,
        numerator=one.numerator,
        denominator=one.denominator,
        unit=one.unit.value,
        polarity=one.polarity.value,
        type=one.kind.value,
        source_return=one.source,
        frequency=one.frequency,
        small_number_rule=f"Counts under {measure.small_number} are not shown{zero}",
    )


def _observation(one: Shown) -> ObservationDocument:
    return ObservationDocument(
        geography=one.row.geography,
        period=one.row.period,
        numerator=_number(one.observation.numerator),
        denominator=_number(one.observation.denominator),
        value=_number(one.observation.value),
        is_provisional=one.row.is_provisional,
        source=one.row.source,
        recorded_at=moment_of(one.row),
        replaces=moment_of(one.row.supersedes) if one.row.supersedes else "",
        why=one.observation.marker,
    )


def moment_of(row: Observation) -> str:
    """Return the moment of recording, by which the public knows a figure from its restatement."""
    return row.recorded_at.isoformat(timespec=MOMENT)


def _number(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
