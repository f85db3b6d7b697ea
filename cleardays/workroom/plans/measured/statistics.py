"""The DfE's statistics as figures of a measure: what was chosen, with what to compare it."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from cleardays.progress.measures.series import Definition, Observation
from cleardays.readers.measures.appeals import is_appeals
from cleardays.readers.measures.plans import MEASURES
from cleardays.readers.measures.sheet import UnreadableSheet, lines_of, read_sheet
from cleardays.readers.measures.statistics import (
    EVERYBODY,
    AreaSeries,
    Statistics,
    UnknownChoice,
    read_statistics,
)
from cleardays.workroom.documents import store
from cleardays.workroom.plans.forms.measures import BEGINNING
from cleardays.workroom.plans.measured.exchange import Plain, plain_of
from cleardays.workroom.plans.models import MeasureFile
from cleardays.workroom.plans.models import Observation as Row
from cleardays.workroom.workflow.engine import Refused

NEIGHBOURS = "Statistical neighbours"
# By these columns one knows the DfE's files from figures in the template.
THEIRS = frozenset({"time_period", "time_identifier", "geographic_level"})


@dataclass(frozen=True)
class Choice:
    """An area and a measure of the file, the group, and the areas that are its neighbours."""

    area: str
    measure: str
    breakdown: str = EVERYBODY
    neighbours: str = ""

    @property
    def names(self) -> list[str]:
        """The neighbours, as they were written: one a line."""
        return [name.strip() for name in self.neighbours.splitlines() if name.strip()]


def is_statistics(data: bytes) -> bool:
    """Say whether a file is one of the DfE's, by its columns, or of appeals, by its title."""
    try:
        return set(read_sheet(data).columns) >= THEIRS or is_appeals(lines_of(data))
    except UnreadableSheet:
        return False


def rows_chosen(statistics: Statistics, choice: Choice) -> list[Plain]:
    """Return the series of the area, England, the region and the neighbours, as plain figures.

    UnknownChoice for what the file does not have; UnreadableSheet for a cell that is no figure.
    """
    found = statistics.series(choice.area, choice.measure, choice.breakdown)
    places = [(Row.OWN, found.observations)]
    places += [(one.name, one.observations) for one in found.comparators]
    if choice.names:
        places.append((NEIGHBOURS, _mean(statistics, choice, found)))
    return [plain_of(one, None, place) for place, rows in places for one in rows]


def _mean(statistics: Statistics, choice: Choice, own: AreaSeries) -> tuple[Observation, ...]:
    """Return the mean of the neighbours' figures, for each period in which all have one."""
    others = [statistics.series(name, choice.measure, choice.breakdown) for name in choice.names]
    if any(one.area == own.area for one in others):
        raise UnknownChoice(f"{own.area.name} is no neighbour of itself: take it out.")
    by_period: defaultdict[Any, list[Decimal]] = defaultdict(list)
    for one in others:
        for figure in one.observations:
            if figure.value is not None:
                by_period[figure.period].append(figure.value)
    names = ", ".join(one.area.name for one in others)
    source = f"{statistics.source}: mean of {names}"[:500]
    return tuple(
        Observation(
            reference="",
            period=period,
            value=round(sum(values, Decimal()) / len(values), 1),
            source=source,
            retrieved_on=statistics.retrieved_on,
        )
        for period, values in sorted(by_period.items())
        if len(values) == len(others)
    )


def definitions_in(choice: Choice) -> tuple[str, list[dict[str, Any]]]:
    """Return the name and the versions of the definition of what was chosen."""
    chosen = next(one for one in MEASURES if one.slug == choice.measure)
    group = "" if choice.breakdown == EVERYBODY else f": {choice.breakdown}"
    name = f"{chosen.name}{group}"
    return name, [_plain(one, name) for one in chosen.definitions]


def _plain(one: Definition, name: str) -> dict[str, Any]:
    begun = max(one.valid_from, BEGINNING)
    return {
        "name": name,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "unit": one.unit.value,
        "polarity": one.polarity.value,
        "kind": one.kind.value,
        "source": one.source,
        "frequency": one.frequency,
        "valid_from": begun.isoformat(),
    }


def statistics_of(file: MeasureFile) -> Statistics:
    """Read the DfE's file again, as it was given."""
    if file.file is None:
        raise Refused("The file is not there any more: give it again")
    with store.open_file(file.file.sha256) as kept:
        return read_statistics(kept.read(), retrieved_on=localdate(file.at))
