"""The DfE's statistics of EHC plans: choose an area and a measure, get the series."""

import re
from dataclasses import dataclass
from datetime import date

from cleardays.progress.measures.periods import Period, calendar_year, month
from cleardays.progress.measures.series import Comparator, Definition, Observation
from cleardays.readers.measures.appeals import SOURCE, appeals_sheet, is_appeals
from cleardays.readers.measures.cells import Figure, NoNumber, figure
from cleardays.readers.measures.plans import MEASURES, PlansMeasure
from cleardays.readers.measures.sheet import UnreadableSheet, cell_name, lines_of, read_sheet

NEEDED = (
    "time_period", "time_identifier", "geographic_level", "country_name", "region_code",
    "region_name", "new_la_code", "la_name", "breakdown_topic", "breakdown",
)  # fmt: skip
EVERYBODY = "all"


class UnknownChoice(ValueError):
    """An area or a measure that the file does not hold; the message says what it does."""


@dataclass(frozen=True)
class Area:
    """A local authority as the file names it now, by its nine-character code.

    ``key`` is the code by which its rows are kept together: the DfE's own of three characters,
    which stays when the other changes. ``span`` says from when or until when there was one.
    """

    code: str
    name: str
    region_code: str
    region: str
    key: str = ""
    span: str = ""

    @property
    def label(self) -> str:
        """The name, with when there was such an area, where that is not always."""
        return f"{self.name} ({self.span})" if self.span else self.name


@dataclass(frozen=True)
class AreaSeries:
    """A measure of an area, with the versions of its definition and what to compare it with."""

    area: Area
    measure: PlansMeasure
    observations: tuple[Observation, ...]
    comparators: tuple[Comparator, ...]

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The versions of the definition, oldest first."""
        return self.measure.definitions


@dataclass(frozen=True)
class Statistics:
    """A file of the DfE: its areas and measures, and its rows by area."""

    areas: tuple[Area, ...]
    measures: tuple[PlansMeasure, ...]
    rows: dict[str, list[tuple[int, dict[str, str]]]]
    columns: tuple[str, ...]
    source: str
    retrieved_on: date | None

    def series(self, area: str, measure: str, breakdown: str = EVERYBODY) -> AreaSeries:
        """Give the figures of an area (name or code) and a measure (by its slug).

        ``breakdown`` is a group as the file names it ("Female", "Age 5"), or everybody. The
        comparators are England and the region, where the file has them. UnknownChoice for what is
        not there; UnreadableSheet for a cell that is no figure.
        """
        chosen, wanted = self._area(area), self._measure(measure)
        comparators = [
            Comparator(name, found)
            for name, key in (("England", "national"), (chosen.region, chosen.region_code))
            if (found := self._observations(key, wanted, breakdown))
        ]
        observations = self._observations(chosen.key or chosen.code, wanted, breakdown)
        if not observations:
            raise UnknownChoice(
                f"The file has no group {breakdown!r} for {chosen.name}: choose one of"
                f" {', '.join(self.breakdowns(chosen.key or chosen.code))}."
            )
        return AreaSeries(chosen, wanted, observations, tuple(comparators))

    def breakdowns(self, code: str) -> list[str]:
        """List the groups that the file has for an area, as it names them."""
        return list(dict.fromkeys(cells["breakdown"] for _, cells in self.rows.get(code, [])))

    def _area(self, words: str) -> Area:
        wanted = words.strip().casefold()
        for area in self.areas:
            codes = {cells["new_la_code"] for _, cells in self.rows.get(area.key, [])}
            names = {area.code, area.key, area.name, area.label, *codes}
            if wanted in {one.casefold() for one in names}:
                return area
        alike = [area for area in self.areas if plain_name(area.name) == plain_name(words)]
        if len(alike) == 1:
            return alike[0]
        near = [area for area in self.areas if plain_name(words) in plain_name(area.name)]
        near += [area for area in self.areas if wanted[:4] in area.name.casefold()]
        shown = ", ".join(dict.fromkeys(one.label for one in (near or self.areas)[:5]))
        raise UnknownChoice(f"The file has no area {words!r}: did you mean one of {shown}?")

    def _measure(self, slug: str) -> PlansMeasure:
        for one in self.measures:
            if one.slug == slug:
                return one
        shown = ", ".join(one.slug for one in self.measures)
        raise UnknownChoice(f"The file has no measure {slug!r}: it has {shown}.")

    def _observations(
        self, key: str, measure: PlansMeasure, breakdown: str
    ) -> tuple[Observation, ...]:
        rows = [
            (number, cells) for number, cells in self.rows.get(key, []) if _is_of(cells, breakdown)
        ]
        found = [self._observation(number, cells, measure) for number, cells in rows]
        return tuple(sorted(found, key=lambda one: one.period))

    def _observation(
        self, number: int, cells: dict[str, str], measure: PlansMeasure
    ) -> Observation:
        value = self._figure(number, cells, measure.value)
        return Observation(
            reference=f"{self.source} row {number}",
            period=_period(number, cells),
            value=value.value,
            numerator=self._figure(number, cells, measure.numerator).value,
            denominator=self._figure(number, cells, measure.denominator).value,
            source=self.source,
            retrieved_on=self.retrieved_on,
            marker=value.marker,
        )

    def _figure(self, number: int, cells: dict[str, str], column: str) -> Figure:
        if not column:
            return Figure(None)
        try:
            return figure(cells[column])
        except NoNumber as fault:
            where = cell_name(number, self.columns.index(column))
            raise UnreadableSheet(
                f"{where}: {fault} Is this the file as the DfE has it?"
            ) from None


def read_statistics(
    data: bytes, *, source: str = "DfE, Education, health and care plans",
    retrieved_on: date | None = None,
) -> Statistics:  # fmt: skip
    """Read a CSV file of the release "Education, health and care plans", or appeal rates.

    UnreadableSheet if it is another kind of file, or one that holds words and no figures.
    """
    lines = lines_of(data)
    if is_appeals(lines):
        sheet, source = appeals_sheet(lines), SOURCE
    else:
        sheet = read_sheet(data)
    missing = [name for name in NEEDED if name not in sheet.columns]
    if "des_med_off" in sheet.columns:
        raise UnreadableSheet(
            "This file of the DfE says yes or no of each area and has no figures: use it as"
            " evidence of an action. For figures take caseload, requests or timeliness."
        )
    if missing:
        raise UnreadableSheet(
            f"This is no file of EHC plan figures: it has no column {', '.join(missing)}. Take"
            " caseload, requests or timeliness from the DfE's release."
        )
    measures = tuple(one for one in MEASURES if one.is_in(sheet.columns))
    if not measures:
        raise UnreadableSheet("No measure in this file is known: use the template for it.")
    rows: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for number, cells in sheet.numbered():
        rows.setdefault(_key(cells), []).append((number, cells))
    return Statistics(_areas(rows), measures, rows, sheet.columns, source, retrieved_on)


def _key(cells: dict[str, str]) -> str:
    level = cells["geographic_level"].casefold()
    if level == "national":
        return "national"
    if level == "regional":
        return cells["region_code"]
    return cells.get("old_la_code", "").strip() or cells["new_la_code"]


def _areas(rows: dict[str, list[tuple[int, dict[str, str]]]]) -> tuple[Area, ...]:
    """Take each authority from its newest row: names and regions change."""
    times = {cells["time_period"] for found in rows.values() for _, cells in found}
    areas = []
    for key, found in rows.items():
        _, cells = max(found, key=lambda one: one[1]["time_period"])
        if cells["geographic_level"].casefold() == "local authority":
            own = {one["time_period"] for _, one in found}
            area = Area(
                cells["new_la_code"],
                cells["la_name"],
                cells["region_code"],
                cells["region_name"],
                key,
                _span(own, times),
            )
            areas.append(area)
    return tuple(sorted(areas, key=lambda area: area.name))


def _span(own: set[str], times: set[str]) -> str:
    """Say since when or until when a file has figures of an area: some end, others begin."""
    parts = [f"from {_year(min(own))}"] if min(own) > min(times) else []
    parts += [f"until {_year(max(own))}"] if max(own) < max(times) else []
    return " ".join(parts)


def _year(words: str) -> str:
    return f"{words[:4]}-{words[4:]}" if len(words) == 6 else words


def plain_name(words: str) -> str:
    """Return the name of an area without what it may be called with or without."""
    plain = words.casefold().replace("&", " and ").replace(".", "").replace("-", " ")
    plain = re.sub(r"[,()]", " ", plain)
    plain = _TITLES.sub(" ", f" {plain} ")
    return " ".join(plain.split())


_TITLES = re.compile(
    r"\b(the|(royal|metropolitan|london|city|county|district|unitary)? ?(borough|council|county)"
    r"( council)?( of)?|city of|county of|city council|council)\b"
)


def _is_of(cells: dict[str, str], breakdown: str) -> bool:
    if breakdown == EVERYBODY:
        return cells["breakdown_topic"].casefold().startswith("all ")
    return cells["breakdown"].casefold() == breakdown.casefold()


def _period(number: int, cells: dict[str, str]) -> Period:
    """Read 2024 as a calendar year; 202425, a school year, as the January of the census in it."""
    words, kind = cells["time_period"].strip(), cells["time_identifier"].strip().casefold()
    if kind == "calendar year" and re.fullmatch(r"[0-9]{4}", words):
        return calendar_year(int(words))
    if kind == "academic year" and re.fullmatch(r"[0-9]{6}", words):
        return month(int(words[:4]) + 1, 1)
    raise UnreadableSheet(
        f"Row {number}: {words!r}, {kind!r} is no calendar year (2024) or academic year (202425)."
    )
