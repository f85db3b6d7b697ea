"""Baselines that a plan may not show: a figure that is too small, given by another name."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from cleardays.progress.measures.courses import ROUNDING
from cleardays.progress.measures.publication import publish
from cleardays.progress.measures.series import Unit, in_force
from cleardays.workroom.plans.figures import definitions_of, observation_of
from cleardays.workroom.plans.models import Observation, Target

FOR_BASELINES = "a baseline is compared with the figures that may not be public"


def baselines_hidden(targets: Iterable[Target]) -> set[int]:
    """Return the keys of targets whose baseline is a small number, or a figure made of one."""
    rows = [one for one in targets if one.baseline is not None]
    everything = Observation.objects.unrestricted(because=FOR_BASELINES)
    figures: defaultdict[int, list[Observation]] = defaultdict(list)
    for row in everything.filter(measure__in=[one.measure_id for one in rows]):
        figures[row.measure_id].append(row)
    return {one.pk for one in rows if _is_hidden(one, figures[one.measure_id])}


def _is_hidden(target: Target, figures: Iterable[Observation]) -> bool:
    versions = definitions_of(target.measure)
    baseline = Decimal(str(target.baseline))
    if versions[-1].unit is Unit.NUMBER:
        is_whole = baseline == baseline.to_integral_value()
        return is_whole and versions[-1].small_numbers.is_small(int(baseline))
    near = (
        one
        for one in map(observation_of, figures)
        if one.value is not None and abs(one.value - baseline) <= ROUNDING
    )
    return any(
        publish(one, in_force(versions, one.period)).observation.value is None for one in near
    )
