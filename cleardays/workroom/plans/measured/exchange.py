"""Figures in a file: what of it is known here, and what accepting it would change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from cleardays.progress.measures.courses import made_by_counts
from cleardays.progress.measures.faults import Fault, gathered
from cleardays.progress.measures.periods import parse_period
from cleardays.progress.measures.series import Finality, in_force
from cleardays.progress.measures.series import Observation as Value
from cleardays.readers.measures.observations import CellFault, Imported, ImportedRow
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans.figures import definitions_of
from cleardays.workroom.plans.measured.checking import doubts
from cleardays.workroom.plans.measured.holding import may_measure
from cleardays.workroom.plans.models import Measure, MeasureFile, Observation

FOR_EXCHANGE = "figures go out and come back; who may is asked of whoever does it"
Plain = dict[str, Any]
Key = tuple[int, str, date, date]
# What makes two figures the same: not from where they are, nor when they were taken.
SAME = ("numerator", "denominator", "value", "is_provisional", "marker")


@dataclass(frozen=True)
class Change:
    """A figure of a file beside what stands here, and what stood when the file went out."""

    key: str
    theirs: Plain
    ours: Observation | None = None
    base: Plain | None = None


@dataclass(frozen=True)
class Compared:
    """What a file would change. ``kept`` are older than what stands and change nothing."""

    new: tuple[Change, ...] = ()
    restated: tuple[Change, ...] = ()
    conflicts: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()
    same: int = 0

    def wanted(self, choices: Mapping[str, str]) -> list[Change]:
        """Return what is to be saved: of the conflicts those in which theirs was chosen."""
        chosen = (one for one in self.conflicts if choices.get(one.key) == "theirs")
        return [*self.new, *self.restated, *chosen]

    def undecided(self, choices: Mapping[str, str]) -> list[Change]:
        """Return the conflicts that nobody has decided."""
        return [one for one in self.conflicts if choices.get(one.key) not in {"ours", "theirs"}]


def compared(file: MeasureFile) -> Compared:
    """Compare the figures of a file with those here, and with those that went out as it."""
    bases = {key_of(row): row for row in (file.base.rows if file.base else ())}
    keys = {row["measure"] for row in file.rows}
    here = {key_of(as_plain(row)): row for row in standing(keys - {None})}
    found: dict[str, list[Change]] = {"new": [], "restated": [], "conflicts": [], "kept": []}
    same = 0
    for place, theirs in enumerate(file.rows):
        key = key_of(theirs)
        ours, base = here.get(key), bases.get(key)
        kind = _kind(theirs, as_plain(ours) if ours else None, base)
        if kind == "same":
            same += 1
        else:
            found[kind].append(Change(str(place), theirs, ours, base))
    return Compared(**{name: tuple(changes) for name, changes in found.items()}, same=same)


def _kind(theirs: Plain, ours: Plain | None, base: Plain | None) -> str:
    if ours is None:
        return "new"
    if _is_same(theirs, ours):
        return "same"
    if theirs["replaces"] or (base is not None and _is_same(base, ours)):
        return "restated"
    if base is not None and _is_same(base, theirs):
        return "kept"
    return "conflicts"


def _is_same(one: Plain, other: Plain) -> bool:
    return all(one[part] == other[part] for part in SAME)


def key_of(row: Plain) -> Key:
    """Return what a figure is of: a measure, a place, and a period however it is written."""
    return (row["measure"], row["geography"], *_span(row["period"]))


def _span(period: str) -> tuple[date, date]:
    found = parse_period(period)
    return found.start, found.end


def standing(measures: Iterable[int]) -> list[Observation]:
    """Return the figures of measures that nothing has replaced, in order."""
    rows = Observation.objects.unrestricted(because=FOR_EXCHANGE)
    every = list(rows.filter(measure__in=measures).select_related("measure"))
    replaced = {row.supersedes_id for row in every}
    kept = [row for row in every if row.pk not in replaced]
    return sorted(kept, key=lambda row: (row.measure.name, row.geography, _span(row.period)))


def as_plain(row: Observation) -> Plain:
    """Return a figure as a file keeps it."""
    return {
        "row": 0,
        "measure": row.measure_id,
        "geography": row.geography,
        "period": row.period,
        "numerator": row.numerator,
        "denominator": row.denominator,
        "value": row.value,
        "is_provisional": row.is_provisional,
        "marker": row.marker,
        "source": row.source,
        "retrieved_on": row.retrieved_on.isoformat() if row.retrieved_on else "",
        "replaces": False,
    }


def plain_of(one: Value, measure: int | None, place: str, *, row: int = 0) -> Plain:
    """Return a figure that was read, as a file keeps it."""
    return {
        "row": row,
        "measure": measure,
        "geography": place,
        "period": one.period.label,
        "numerator": _float(one.numerator),
        "denominator": _float(one.denominator),
        "value": _float(one.value),
        "is_provisional": one.finality is Finality.PROVISIONAL,
        "marker": one.marker,
        "source": one.source,
        "retrieved_on": one.retrieved_on.isoformat() if one.retrieved_on else "",
        "replaces": False,
    }


def _float(number: Any) -> float | None:
    return None if number is None else float(number)


def in_columns(row: Observation, export: int) -> dict[str, str]:
    """Return a figure as the columns of the template, for a file that goes out."""
    numbers = {name: getattr(row, name) for name in ("numerator", "denominator", "value")}
    return {
        **{name: "" if of is None else f"{of:.15g}" for name, of in numbers.items()},
        **({"value": CODES.get(row.marker, "x")} if row.value is None else {}),
        "measure": row.measure.ref.removeprefix("measures/"),
        "area": "" if row.geography == Observation.OWN else row.geography,
        "period": row.period,
        "status": "provisional" if row.is_provisional else "final",
        "source": row.source,
        "retrieved": row.retrieved_on.isoformat() if row.retrieved_on else "",
        "replaces": "no",
        "export": str(export),
    }


# What the reader makes of these codes, the other way round.
CODES = {
    "not applicable": "z",
    "suppressed": "c",
    "not available": "x",
    "not reliable enough": "u",
    "more than nothing, and rounds to it": "low",
}


def settled(imported: Imported, by: Viewer) -> tuple[list[Plain], list[CellFault]]:
    """Return the rows with the measures they are of, or what is wrong with each cell.

    A measure is known by the end of its address or by its name, to those who keep it.
    """
    known = measures_known(by)
    rows = [_row(one, known) for one in imported.rows]
    faults = [
        fault
        for one, row in zip(imported.rows, rows, strict=True)
        for fault in _faults(imported, one, row)
    ]
    faults += [] if faults else list(_twice(imported, rows))
    return ([], faults) if faults else (rows, [])


def _twice(imported: Imported, rows: Sequence[Plain]) -> Iterator[CellFault]:
    """Yield the rows whose measure was named before in another way, for the same period."""
    seen: dict[Key, int] = {}
    for one, row in zip(imported.rows, rows, strict=True):
        if (key := key_of(row)) in seen:
            said = f"Row {seen[key]} is for the same measure, place and period already."
            yield imported.fault(one, "period", said)
        seen.setdefault(key, one.row)


def measures_known(by: Viewer) -> dict[str, Measure]:
    """Return the measures that somebody keeps, by what they are called in small letters."""
    kept = [one for one in Measure.objects.visible_to(by) if may_measure(by, one.body_id)]
    by_name = {one.name.casefold(): one for one in kept}
    return by_name | {one.ref.removeprefix("measures/").casefold(): one for one in kept}


def _row(one: ImportedRow, known: Mapping[str, Measure]) -> Plain:
    measure = known.get(one.measure.casefold())
    place, value = one.area or Observation.OWN, one.observation
    if measure and value.value is None and not value.marker:
        made = made_by_counts(value, in_force(definitions_of(measure), value.period))
        value = replace(value, value=None if made is None else round(made, 1))
    return {
        **plain_of(value, measure.pk if measure else None, place, row=one.row),
        "replaces": one.replaces,
    }


def _faults(imported: Imported, one: ImportedRow, row: Plain) -> Iterator[CellFault]:
    if row["measure"] is None:
        said = (
            f"You keep no measure called “{one.measure}”: write the name of one in the list of"
            " measures, or begin it there first."
        )
        yield imported.fault(one, "measure", said)
    if not one.observation.source:
        yield imported.fault(one, "source", "Say where the figure comes from.")


def as_observation(row: Plain, measure: Measure) -> Observation:
    """Return a figure of a file as a row, not saved and not checked."""
    parts = ("geography", "period", "source", *SAME)
    on = row["retrieved_on"]
    return Observation(
        measure=measure,
        retrieved_on=date.fromisoformat(on) if on else None,
        **{part: row[part] for part in parts},
    )


def with_measure(rows: Sequence[Plain], measure: int) -> list[Plain]:
    """Return the rows as figures of a measure."""
    return [{**row, "measure": measure} for row in rows]


def doubts_of(file: MeasureFile) -> list[tuple[str, Fault]]:
    """Return what would look wrong once everything in a file were taken, by measure."""
    found = compared(file)
    every = [*found.new, *found.restated, *found.conflicts]
    keys = dict.fromkeys(one.theirs["measure"] for one in every)
    measures = Measure.objects.unrestricted(because=FOR_EXCHANGE).in_bulk([k for k in keys if k])
    return [
        (measure.name, fault)
        for key, measure in measures.items()
        for fault in gathered(doubts(measure, _rows(measure, every, key, file.at)))
    ]


def _rows(
    measure: Measure, changes: Iterable[Change], key: int, at: datetime
) -> list[Observation]:
    made = []
    for one in changes:
        if one.theirs["measure"] == key:
            row = as_observation(one.theirs, measure)
            row.supersedes, row.recorded_at = one.ours, at
            made.append(row)
    return made
