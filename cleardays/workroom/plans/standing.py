"""How a plan stands on the axes beside delivery, for those who keep it: each by itself."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.progress.axes import Judged, evidence_words, impact_words, judgement_words
from cleardays.progress.delivery import delivery
from cleardays.progress.evidence import EvidenceAxis
from cleardays.progress.measures.impact import TONES, ImpactFound, impact
from cleardays.progress.measures.series import Observation, in_force
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Judgement
from cleardays.workroom.plans import models
from cleardays.workroom.plans.figures import definitions_of, observation_of, target_of
from cleardays.workroom.plans.freezing import axis_of
from cleardays.workroom.plans.listing import dates_of
from cleardays.workroom.plans.models import Action, Evidence, Measure, Plan, PlanVersion, Target

FOR_IMPACT = "impact is judged from all figures of the plan's measures, for those who follow it"
IMPACT_HEADS = ("Measure", "Baseline", "Target", "Latest figure", "Impact")
ENDED = (Plan.State.SUPERSEDED, Plan.State.CLOSED)
NOT_ENTERED = "Not known: those that are finished are placeholders."


class Measured(NamedTuple):
    """A measure of a plan: its unit, its figures in order, its target, what they say."""

    measure: Measure
    unit: str
    figures: Sequence[Observation]
    target: Target | None
    found: ImpactFound


@dataclass(frozen=True)
class Standing:
    """The three sentences, and the measures behind the second as cells."""

    evidence: str
    impact: str
    judgement: str
    measures: list[tuple[object, ...]]


def standing_of(plan: Plan, actions: Iterable[Action], viewer: Viewer, today: date) -> Standing:
    """Return how a plan stands today; one whose time is over, as its last version says it."""
    rows, on = list(actions), _read_on(plan, today)
    measured = _measured(plan, on)
    return Standing(
        _evidence_words(rows, viewer, today),
        impact_words(one.found for one in measured),
        judgement_words(_judged(plan, rows, viewer)),
        [_cells(one, on) for one in measured],
    )


def _read_on(plan: Plan, today: date) -> date:
    """Return the day as at which impact is judged: what came later is no work of this plan's."""
    later = Plan.objects.unrestricted(because=FOR_IMPACT).filter(supersedes=plan)
    is_over = plan.state in ENDED or later.exists()
    versions = PlanVersion.objects.unrestricted(because=FOR_IMPACT).of(plan).standing()
    last = versions.values_list("as_at", flat=True).first() if is_over else None
    return last or today


def _evidence_words(rows: Sequence[Action], viewer: Viewer, today: date) -> str:
    """Say how far the evidence goes of what is said to be finished; of placeholders nothing."""
    finished = [one for one in rows if delivery(dates_of(one), today).is_finished]
    known = [one for one in finished if not one.is_placeholder]
    if finished and not known:
        return NOT_ENTERED
    return evidence_words(_evidence(known, viewer))


def _evidence(finished: Sequence[Action], viewer: Viewer) -> list[EvidenceAxis]:
    given: defaultdict[int, list[Evidence]] = defaultdict(list)
    for one in Evidence.objects.visible_to(viewer).filter(action__in=finished):
        given[one.action_id].append(one)
    return [EvidenceAxis(axis_of(one, given[one.pk], has_words=True)) for one in finished]


def _measured(plan: Plan, on: date) -> list[Measured]:
    """Return the measures that the plan sets a target for, or that its actions have."""
    everything = Target.objects.unrestricted(because=FOR_IMPACT).filter(plan=plan)
    targets = {one.measure_id: one for one in everything}
    linked = Q(pk__in=list(targets)) | Q(actions__plan=plan)
    measures = list(
        Measure.objects.unrestricted(because=FOR_IMPACT).filter(linked).distinct().order_by("name")
    )
    figures = _figures(measures)
    return [_one(one, figures[one.pk], targets.get(one.pk), on) for one in measures]


def _figures(measures: Sequence[Measure]) -> dict[int, list[Observation]]:
    """Return the measures' own figures as they stand, without those that were restated."""
    own = models.Observation.objects.unrestricted(because=FOR_IMPACT).filter(
        measure__in=measures, geography=models.Observation.OWN
    )
    rows = list(own)
    replaced = {row.supersedes_id for row in rows}
    found: defaultdict[int, list[Observation]] = defaultdict(list)
    for row in rows:
        if row.pk not in replaced:
            found[row.measure_id].append(observation_of(row))
    return defaultdict(
        list, {key: sorted(of, key=lambda one: one.period) for key, of in found.items()}
    )


def _one(
    measure: Measure, figures: Sequence[Observation], target: Target | None, on: date
) -> Measured:
    versions = definitions_of(measure)
    newest = in_force(versions, figures[-1].period) if figures else versions[-1]
    wanted = target_of(target) if target else None
    found = impact(figures, wanted, newest.polarity, on=on)
    return Measured(measure, str(newest.unit), figures, target, found)


def _judged(plan: Plan, rows: Sequence[Action], viewer: Viewer) -> list[Judged]:
    """Return what judges said, on a day, of the areas that a plan answers."""
    areas = Action.areas.through.objects.filter(action__in=rows).values("area_id")
    answered = Plan.answers.through.objects.filter(plan=plan).values("inspection_id")
    of_areas = (
        Q(area__in=areas) if areas.exists() else Q(area__isnull=False, inspection__in=answered)
    )
    wanted = of_areas | Q(area__isnull=True, inspection__in=answered)
    said = Judgement.objects.visible_to(viewer).filter(wanted, on__isnull=False)
    return [
        Judged(
            one.get_judge_display(),
            f"area {one.area_id}" if one.area_id else f"inspection {one.inspection_id}",
            one.value,
            one.on,
            one.on_words,
            one.is_confirmed,
        )
        for one in said
        if one.on
    ]


def _cells(one: Measured, on: date) -> tuple[object, ...]:
    target, unit = one.target, one.unit
    return (
        _link(one.measure),
        _dated(target.baseline, target.baseline_on, unit, "on") if target else "None",
        _dated(target.target, target.target_on, unit, "by") if target else "None",
        _latest(one, on),
        _mark(one.found),
    )


def _link(measure: Measure) -> SafeString:
    return marks.fill('<a href="{}">{}</a>', measure.get_absolute_url(), measure.name)


def _mark(found: ImpactFound) -> SafeString:
    return marks.tag(f"{found.words[:1].upper()}{found.words[1:]}", TONES[found.impact])


def _dated(value: float | None, on: date | None, unit: str, word: str) -> str:
    if value is None:
        return "None"
    return f"{_figure(value, unit)} {word} {on:%-d %B %Y}" if on else _figure(value, unit)


def _latest(one: Measured, on: date) -> str:
    ended = [row for row in one.figures if row.period.end <= on and row.value is not None]
    if not ended:
        return "No figure yet"
    value = ended[-1].value
    assert value is not None  # noqa: S101 - narrows the type
    return f"{_figure(float(value), one.unit)} in {ended[-1].period.label}"


def _figure(value: float, unit: str) -> str:
    words = f"{value:,.10g}"
    return f"{words}{unit}" if unit in ("", "%") else f"{words} {unit}"
