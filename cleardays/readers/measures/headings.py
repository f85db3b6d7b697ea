"""What analysts call the columns and rows of a table of figures."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from cleardays.readers.measures.writing import KINDS, looks_like_period

# The column of the template, and what stands over it in files that others made.
NAMES: dict[str, frozenset[str]] = {
    "measure": frozenset({"measure", "indicator", "kpi", "metric", "pi", "performance indicator"}),
    "area": frozenset(
        {"area", "geography", "la", "local authority", "place", "district", "authority", "region"}
    ),
    "period": frozenset(
        {"period", "time period", "month", "date", "as at", "as of", "month ending", "quarter"}
        | {"reporting period", "reporting month", "period end", "week ending", "month end", "qtr"}
        | {"week", "w/e", "we", "w/c", "week commencing", "week beginning", "date range", "time"}
        | {"yearmonth", "year month", "month year", "monthyear"}
        | {"snapshot date", "census date", "reporting date", "quarter ending", "period ending"}
    ),
    "year": frozenset(
        {"year", "academic year", "school year", "financial year", "fiscal year", "fy", "ay"}
        | {"calendar year"}
    ),
    "part": frozenset({"type", "measure type", "row type", "data type", "figure type", "series"}),
    "numerator": frozenset({"numerator", "num", "n", "count", "counted"}),
    "denominator": frozenset({"denominator", "den", "denom", "d", "total", "out of", "cohort"})
    | {"base"},
    "value": frozenset(
        {"value", "figure", "actual", "result", "performance", "outturn", "percent", "percentage"}
        | {"%", "rate", "score", "number", "pct", "no", "no."}
    ),
    "status": frozenset({"status", "provisional or final"}),
    "source": frozenset({"source", "data source"}),
    "retrieved": frozenset({"retrieved", "date retrieved"}),
}
COUNTS = ("numerator", "denominator", "value")
# What a row or a column beside the figures says, and is none.
_NO_FIGURE = re.compile(
    r"(target|rag( rating)?|status|trajectory|forecast|plan(ned)?|comment(s|ary)?|notes?|trend"
    r"|direction( of travel)?|dot|change|variance|previous|rank|baseline|tolerance)\b.*",
    re.I,
)
_TOTAL = re.compile(r"(grand |sub-?)?total\b.*|average\b.*|mean|ytd|year to date|sum", re.I)
# Whom others' figures are of: known by their names, so that no column of ours is taken for one.
PLACES = {
    name.casefold(): name
    for name in (
        "England", "North East", "North West", "Yorkshire and The Humber", "East Midlands",
        "West Midlands", "East of England", "London", "South East", "South West",
        "Statistical neighbours",
    )
} | {
    "national": "England",
    "england average": "England",
    "national average": "England",
    "stat neighbours": "Statistical neighbours",
    "statistical neighbour average": "Statistical neighbours",
    "statistical neighbours average": "Statistical neighbours",
    "sn": "Statistical neighbours",
}  # fmt: skip
OWN = frozenset({"our area", "local", "us", "la", "own", "our"})


@dataclass(frozen=True)
class Column:
    """What a heading says of the figures under it; "" where the row says it.

    ``area`` None is where the row says it; the own area is "".
    """

    part: str = ""
    measure: str = ""
    area: str | None = None
    period: str = ""


def heading_of(words: str) -> str:
    """Return the column of the template that a heading stands for, or ""."""
    plain = " ".join(re.sub(r"[_()]", " ", words).casefold().split())
    bare = re.sub(r"\s?\(.*?\)", "", words).casefold().strip()
    tries = {plain, bare, plain.removesuffix("%").strip()}
    tries |= {one.removesuffix(" name").removeprefix("sum of ") for one in tries}
    return next((name for name, known in NAMES.items() if tries & known), "")


def column_of(words: str, known: Collection[str], own: Collection[str] = ()) -> Column | None:
    """Take a heading such as "Backlog England 2024" apart; None where a word of it is unknown.

    ``known`` are the names of measures, ``own`` what our own area is called, in small letters.
    """
    left, measure = _taken(words, known)
    left, place = _taken(left, {*PLACES, *OWN, *own} - {"la", "us", "our", "sn"})
    left, part = part_of_label(left)
    if left and not looks_like_period(left):
        return None
    if not (measure or place or left):
        return None
    area = None if not place else place_of(place, own)
    return Column(part, measure, area, left)


def place_of(words: str, own: Collection[str] = ()) -> str:
    """Return how a place is called in the template: ours is "", England is England."""
    plain = words.strip().casefold()
    return "" if plain in {*OWN, *own} else PLACES.get(plain, words.strip())


def _taken(words: str, known: Collection[str]) -> tuple[str, str]:
    """Take the longest name that a heading begins or ends with out of it."""
    plain = words.casefold()
    for name in sorted(known, key=len, reverse=True):
        if plain == name:
            return "", words
        if plain.startswith(f"{name} ") or plain.startswith(f"{name}:"):
            return words[len(name) :].strip(" :-–—"), words[: len(name)]
        if plain.endswith(f" {name}"):
            return words[: -len(name)].strip(" :-–—"), words[-len(name) :]
    return words, ""


def kind_of_years(heading: str, chosen: str) -> str:
    """Return which year 2024/25 is by its heading, or by what was chosen: "" if neither says."""
    plain = heading.casefold()
    if any(word in plain for word in ("academic", "school")) or plain == "ay":
        return KINDS["school"]
    if any(word in plain for word in ("financial", "fiscal")) or plain == "fy":
        return KINDS["financial"]
    return KINDS.get(chosen, "")


def is_total(words: str) -> bool:
    """Say whether a label is of a sum or a mean of others, which is no figure of its own."""
    return bool(_TOTAL.fullmatch(words.strip()))


def is_no_figure(words: str) -> bool:
    """Say whether a label is of a target, a colour or a comment, which is no figure."""
    return bool(_NO_FIGURE.fullmatch(words.strip()))


_PART = re.compile(
    r"(?P<of>.*?)[\s:(–—-]*\b(?P<part>numerator|denominator|percentage|percent|value|rate|num|den"
    r"|denom|actual|number|count)\)?|(?P<share_of>.*?)[\s:(–—-]*(?:%|pct)\)?",
    re.I,
)
_SHORT = {"num": "numerator", "den": "denominator", "denom": "denominator"}


def part_of_label(words: str) -> tuple[str, str]:
    """Divide "Plans in 20 weeks - numerator" into the measure and the column it is for."""
    found = _PART.fullmatch(words.strip())
    if not found:
        return words.strip(), ""
    said = (found["part"] or "value").casefold()
    part = _SHORT.get(said, said)
    of = found["of"] or found["share_of"] or ""
    return of.strip(), part if part in {"numerator", "denominator"} else "value"
