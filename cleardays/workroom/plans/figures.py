"""A measure's stored definitions and figures as values, and what of the figures may be public."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from cleardays.progress.measures.periods import UnknownPeriod, parse_period
from cleardays.progress.measures.publication import (
    SUPPRESSED,
    Published,
    publish,
    publish_running,
)
from cleardays.progress.measures.series import (
    Definition,
    Finality,
    Kind,
    Observation,
    Polarity,
    Unit,
)
from cleardays.progress.measures.tables import SmallNumbers
from cleardays.workroom.plans import models
from cleardays.workroom.plans.totals import hidden_by_totals

FOR_FIGURES = "what may be public is worked out from all figures, small ones too"
PARTS = ("value", "numerator", "denominator")


class BadDefinition(ValueError):
    """A stored definition that says nothing that can be measured; the message says which part."""


@dataclass(frozen=True)
class Shown:
    """A row and what the public may see of it; ``faults`` say why nothing may be published."""

    row: models.Observation
    observation: Observation
    faults: tuple[str, ...] = ()


def definition_of(plain: Mapping[str, Any], small_number: int = 5) -> Definition:
    """Return a stored version of a definition as a value; BadDefinition says what is wrong."""
    try:
        return Definition(
            name=str(plain["name"]),
            numerator=str(plain["numerator"]),
            denominator=str(plain.get("denominator", "")),
            unit=Unit(plain.get("unit", Unit.NUMBER)),
            polarity=Polarity(plain.get("polarity", Polarity.CONTEXT)),
            kind=Kind(plain.get("kind", Kind.FLOW)),
            source=str(plain.get("source", "")),
            frequency=str(plain.get("frequency", "")),
            small_numbers=SmallNumbers(small_number, bool(plain.get("hides_zero", False))),
            valid_from=date.fromisoformat(plain["valid_from"]),
        )
    except KeyError as missing:
        raise BadDefinition(f"The definition lacks its {missing.args[0]}") from missing
    except (ValueError, TypeError) as wrong:
        raise BadDefinition(f"The definition cannot be read: {wrong}") from wrong


def definitions_of(measure: models.Measure) -> list[Definition]:
    """Return the versions of what is measured, oldest first."""
    return [definition_of(plain, measure.small_number) for plain in measure.definition]


def shown_of(measure: models.Measure, was_shown: Collection[str] = ()) -> list[Shown]:
    """Return every figure with what the public may see of it, in the order of periods.

    ``was_shown`` are the references of figures that some public version shows already.
    """
    versions = definitions_of(measure)
    everything = models.Observation.objects.unrestricted(because=FOR_FIGURES)
    rows = list(everything.filter(measure=measure).order_by("recorded_at", "pk"))
    chains: defaultdict[tuple[str, str], list[models.Observation]] = defaultdict(list)
    for row in rows:
        chains[row.geography, row.period].append(row)
    found = [one for chain in chains.values() for one in _chain(chain, versions)]
    replaced = {str(row.supersedes_id) for row in rows}
    found = _cumulative(found, versions, replaced, was_shown)
    hidden = hidden_by_totals(
        [(one.row.geography, _observation(one.row)) for one in found],
        versions[-1],
        {one.observation.reference for one in found if one.observation.value is None},
        replaced,
        was_shown,
    )
    found = [_hide(one) if one.observation.reference in hidden else one for one in found]
    return sorted(found, key=lambda one: (one.row.geography, one.observation.period, one.row.pk))


def _chain(chain: Sequence[models.Observation], versions: Sequence[Definition]) -> list[Shown]:
    """Publish the figures of one period in the order in which they were recorded."""
    history: list[Published] = []
    found = []
    for row in chain:
        one = _observation(row)
        published = publish(one, _in_force(versions, one), history)
        history.append(published)
        found.append(Shown(row, published.observation, published.faults))
    return found


def _cumulative(
    found: Sequence[Shown],
    versions: Sequence[Definition],
    replaced: Collection[str],
    was_shown: Collection[str],
) -> list[Shown]:
    """Hide points of a running total whose steps are small, from the point before and from what
    was shown of the same point; of those restated only what is public already is shown."""
    if versions[-1].kind is not Kind.CUMULATIVE:
        return list(found)
    by_key = {one.observation.reference: _observation(one.row) for one in found}
    runs: defaultdict[tuple[str, int], list[Shown]] = defaultdict(list)
    kept = []
    for one in sorted(found, key=lambda each: each.observation.period):
        key = one.observation.reference
        if key in replaced:
            kept.append(one if key in was_shown else _hide(one))
        elif _is_small_step(by_key[key], by_key, versions[-1], was_shown):
            kept.append(_hide(one))
        else:
            runs[one.row.geography, one.observation.period.school_year].append(one)
    for run in runs.values():
        safe = publish_running([by_key[one.observation.reference] for one in run], versions[-1])
        pairs = zip(run, safe, strict=True)
        kept += [_hide(one) if point.value is None else one for one, point in pairs]
    return kept


def _is_small_step(
    one: Observation,
    by_key: Mapping[str, Observation],
    definition: Definition,
    was_shown: Collection[str],
) -> bool:
    """Say whether a restatement differs by a small number from what the public has seen."""
    before = by_key.get(one.supersedes)
    if before is None or before.reference not in was_shown:
        return False
    counts = [each.numerator if definition.denominator else each.value for each in (one, before)]
    if None in counts:
        return True
    step = abs((counts[0] or Decimal()) - (counts[1] or Decimal()))
    return 0 < step < definition.small_numbers.threshold


def _hide(one: Shown) -> Shown:
    gone = replace(
        one.observation, value=None, numerator=None, denominator=None, marker=SUPPRESSED
    )
    return replace(one, observation=gone)


def _observation(row: models.Observation) -> Observation:
    """Return a stored row as a value; UnknownPeriod for a period that nobody can place."""
    return Observation(
        reference=str(row.pk),
        period=parse_period(row.period),
        value=_decimal(row.value),
        numerator=_decimal(row.numerator),
        denominator=_decimal(row.denominator),
        finality=Finality.PROVISIONAL if row.is_provisional else Finality.FINAL,
        source=row.source,
        recorded_at=row.recorded_at,
        supersedes=str(row.supersedes_id or ""),
    )


def _decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number)).normalize()


def _in_force(versions: Sequence[Definition], one: Observation) -> Definition:
    before = [version for version in versions if version.valid_from <= one.period.start]
    return before[-1] if before else versions[0]


def is_period(words: str) -> bool:
    """Say whether words name a period."""
    try:
        parse_period(words)
    except UnknownPeriod:
        return False
    return True
