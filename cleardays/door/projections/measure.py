"""A published version of a measure as the public may see it, field by field."""

from typing import Any

from cleardays.record.schemas.measure import (
    DefinitionDocument,
    LimitsDocument,
    MeasureDocument,
    ObservationDocument,
)

Plain = dict[str, Any]


def project(measure: Plain) -> MeasureDocument:
    """Carry over a frozen version: the JSON that ``MeasureVersion.snapshot`` keeps."""
    return MeasureDocument(
        ref=measure["ref"],
        title=measure["title"],
        council=measure["council"],
        definitions=tuple(map(_definition, measure["definitions"])),
        observations=tuple(map(_observation, measure["observations"])),
        areas=tuple(measure["areas"]),
        actions=tuple(measure["actions"]),
        published_by=measure["published_by"],
        released_by=measure["released_by"],
        limits=tuple(map(_limits, measure["limits"])),
    )


def _limits(plain: Plain) -> LimitsDocument:
    return LimitsDocument(
        starts_on=plain["starts_on"],
        reason=plain["reason"],
        decided_by=plain["decided_by"],
        decided_on=plain["decided_on"],
    )


def _definition(plain: Plain) -> DefinitionDocument:
    return DefinitionDocument(
        valid_from=plain["valid_from"],
        name=plain["name"],
        numerator=plain["numerator"],
        denominator=plain["denominator"],
        unit=plain["unit"],
        polarity=plain["polarity"],
        type=plain["type"],
        source_return=plain["source_return"],
        frequency=plain["frequency"],
        small_number_rule=plain["small_number_rule"],
    )


def _observation(plain: Plain) -> ObservationDocument:
    return ObservationDocument(
        geography=plain["geography"],
        period=plain["period"],
        numerator=plain["numerator"],
        denominator=plain["denominator"],
        value=plain["value"],
        is_provisional=plain["is_provisional"],
        source=plain["source"],
        retrieved_on=plain["retrieved_on"],
        recorded_at=plain["recorded_at"],
        replaces=plain["replaces"],
        reason=plain["reason"],
        why=plain["why"],
    )
