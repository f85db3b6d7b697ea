"""What pages say of a measure: its figures as cells, its definitions, what to look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, urlize
from django.utils.safestring import SafeString

from cleardays.progress.measures.checks import check
from cleardays.progress.measures.faults import Fault, gathered
from cleardays.progress.measures.series import Comparator, Definition, Observation, in_force
from cleardays.workroom.plans.figures import (
    Shown,
    definitions_of,
    observation_of,
    recalculations_of,
    target_of,
)
from cleardays.workroom.plans.measured.charting import Drawn, drawn
from cleardays.workroom.plans.measured.checking import faults_of_family
from cleardays.workroom.plans.measured.exchange import as_observation
from cleardays.workroom.plans.measured.seeing import what_is_shown
from cleardays.workroom.plans.measured.statistics import Choice, definitions_in
from cleardays.workroom.plans.models import Measure, MeasureFile, Target
from cleardays.workroom.plans.models import Observation as Row

ADDRESS = 30  # characters of a web address in a cell
FIGURES = ("Where", "Period", "Figure", "Counted", "Out of", "What it is", "Source", "Restate")
PUBLIC_FIGURES = ("Where", "Period", "Figure", "Counted", "Out of", "What it is", "Source")
DEFINITIONS = ("From", "Counted", "Out of", "Unit", "Stands for", "Better is", "Source", "Comes")


@dataclass(frozen=True)
class Whole:
    """Everything that those who keep a measure see of its figures."""

    drawn: Drawn
    faults: list[Fault]
    rows: list[tuple[Any, ...]]
    hidden: int


def whole(measure: Measure, target: Target | None = None) -> Whole:
    """Return the figures of a measure: the chart, what seems wrong, and every one as cells."""
    shown = what_is_shown(measure)
    replaced = {one.row.supersedes_id for one in shown}
    standing = [one for one in shown if one.row.pk not in replaced]
    versions = definitions_of(measure)
    own, others = _by_place(standing)
    wanted = target_of(target) if target else None
    limits_from = [one.starts_on for one in recalculations_of(measure)]
    return Whole(
        drawn(measure.name, versions, own, list(others.items()), wanted, limits_from),
        gathered([*_faults(versions, own, others), *faults_of_family(measure)]),
        [cells(one, is_standing=one in standing) for one in shown],
        sum(1 for one in standing if one.observation.value is None and one.row.value is not None),
    )


def _by_place(
    standing: Sequence[Shown],
) -> tuple[list[Observation], dict[str, list[Observation]]]:
    found: dict[str, list[Observation]] = {}
    for one in standing:
        found.setdefault(one.row.geography, []).append(observation_of(one.row))
    ordered = {name: sorted(rows, key=lambda one: one.period) for name, rows in found.items()}
    return ordered.pop(Row.OWN, []), ordered


def _faults(
    versions: Sequence[Definition],
    own: Sequence[Observation],
    others: Mapping[str, Sequence[Observation]],
) -> list[Fault]:
    found: list[Fault] = []
    beside = [Comparator(name, tuple(rows)) for name, rows in others.items()]
    for version in versions:
        run = [one for one in own if in_force(versions, one.period) == version]
        found += check(run, version, comparators=beside)
    return found


def preview(file: MeasureFile) -> tuple[Drawn, list[Fault]]:
    """Return the chart of what was chosen in the DfE's file, and what seems wrong of it."""
    measure = file.measure or Measure(name=definitions_in(Choice(**file.choice))[0])
    if file.measure is None:
        measure.definition = definitions_in(Choice(**file.choice))[1]
    versions = definitions_of(measure)
    found: dict[str, list[Observation]] = {}
    for row in file.rows:
        one = observation_of(as_observation(row, measure))
        found.setdefault(row["geography"], []).append(one)
    others = {name: rows for name, rows in found.items() if name != Row.OWN}
    own = found.get(Row.OWN, [])
    faults = [] if file.measure else _faults(versions, own, others)
    return drawn(measure.name, versions, own, list(others.items())), gathered(faults)


def cells(one: Shown, *, is_standing: bool) -> tuple[Any, ...]:
    """Return a figure as cells, with what of it the public will not see."""
    row = one.row
    words = ["provisional" if row.is_provisional else "final"]
    if row.supersedes_id:
        words.append(f"restated by {row.by or 'somebody'}: {row.reason}")
    if not is_standing:
        words.append("replaced since")
    if one.observation.value is None and row.value is not None:
        words.append(f"hidden from the public: {one.observation.marker}")
    elif row.value is not None and one.observation.numerator is None and row.numerator is not None:
        words.append("its counts are hidden from the public")
    return (
        place_of(row.geography),
        row.period,
        _number(row.value) or row.marker,
        _number(row.numerator),
        _number(row.denominator),
        "; ".join(words).capitalize(),
        source_cell(
            f"{row.source}{f', {row.retrieved_on:%-d %B %Y}' if row.retrieved_on else ''}"
        ),
        _restate(row) if is_standing else "",
    )


def _restate(row: Row) -> str:
    return format_html(
        '<a href="{}">Restate<span class="govuk-visually-hidden"> {}, {}</span></a>',
        reverse("plans:measure_restate", args=[row.pk]),
        row.period,
        place_of(row.geography),
    )


def public_rows(snapshot: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the figures of a frozen version as cells."""
    replaced = {
        (one["geography"], one["period"], one["replaces"])
        for one in snapshot["observations"]
        if one["replaces"]
    }
    return [
        (
            place_of(one["geography"]),
            one["period"],
            _number(one["value"]) or f"Not shown: {one['why'] or 'no figure was given'}",
            _number(one["numerator"]),
            _number(one["denominator"]),
            _public_words(one, (one["geography"], one["period"], one["recorded_at"]) in replaced),
            source_cell(one["source"]),
        )
        for one in snapshot["observations"]
    ]


def source_cell(words: str) -> SafeString:
    """Return a source with its addresses as links, cut so that no column is out of sight."""
    return SafeString(urlize(words, trim_url_limit=ADDRESS, nofollow=True, autoescape=True))


def _public_words(one: Mapping[str, Any], is_replaced: bool) -> str:
    words = ["provisional" if one["is_provisional"] else "final"]
    words += [f"restated: {one['reason']}"] if one["reason"] else []
    words += ["replaced since"] if is_replaced else []
    return "; ".join(words).capitalize()


def definition_rows(measure: Measure) -> list[tuple[str, ...]]:
    """Return the versions of the definition as cells, oldest first."""
    return [
        (
            _begun(one.valid_from),
            one.numerator,
            one.denominator,
            str(one.unit) or "number",
            str(one.kind),
            str(one.polarity),
            source_cell(one.source),
            one.frequency,
        )
        for one in definitions_of(measure)
    ]


def public_definitions(snapshot: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the versions of the definition in a frozen version as cells, oldest first."""
    parts = ("numerator", "denominator", "unit", "type", "polarity", "source_return", "frequency")
    return [
        (
            _begun(date.fromisoformat(one["valid_from"])),
            *(source_cell(one[part]) if part == "source_return" else one[part] for part in parts),
        )
        for one in snapshot["definitions"]
    ]


def public_limits(snapshot: Mapping[str, Any]) -> list[str]:
    """Say of a frozen version from when its limits are worked out anew, why, and who decided."""
    return [
        f"The limits are worked out anew from {date.fromisoformat(one['starts_on']):%-d %B %Y}:"
        f" {one['reason'].rstrip('.')}. Decided by {one['decided_by']},"
        f" {date.fromisoformat(one['decided_on']):%-d %B %Y}."
        for one in snapshot.get("limits", ())
    ]


def _begun(day: date) -> str:
    return "The beginning" if day.year <= 2000 else f"{day:%-d %B %Y}"


def place_of(geography: str) -> str:
    """Return how one calls a place: the own area by these words."""
    return "Our area" if geography == Row.OWN else geography


def figure_words(plain: Mapping[str, Any]) -> str:
    """Say a figure of a file in a few words: 17.3 (297 of 1,718), provisional."""
    said = _number(plain["value"]) or plain["marker"] or "worked out from its counts"
    counts = [_number(plain[part]) for part in ("numerator", "denominator")]
    if any(counts):
        said += f" ({' of '.join(one or 'not given' for one in counts)})"
    return f"{said}, provisional" if plain["is_provisional"] else said


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"
