"""Where a sheet's table begins: its heads among title rows, and rows that are headings only."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from cleardays.readers.plans.columns import BY_NAME, Column, column_of
from cleardays.readers.plans.sheets import Grid, address
from cleardays.readers.plans.table import Fault
from cleardays.readers.plans.values import text_of

LOOKED_AT = 60
NEEDED = ("ref", "title")
# A table without references is one all the same where it says of actions two of these.
TELLING = frozenset({"lead", "lead_body", "start", "finish", "reported_status", "areas"})
_REVISED = re.compile(r"\b(?:revised|new|current|forecast|updated|amended)\b", re.IGNORECASE)
_AREAS = re.compile(r"(?:strategic )?(?:priority|priorities|theme|objective|outcome|strand)")
# Heads that count only where no other says the same: what lists call their entries, and ratings.
_NAME = re.compile(r"(?:item |card )?name|subject|summary|objective")
_RATING = re.compile(r"(?:current )?rating|progress status|health|(?:delivery )?confidence")
# What begins what is no longer of the table: its key, its notes.
_BELOW = re.compile(
    r"(?:(?:b?rag|status|colou?r|rating)s? )?(?:legend|key|definitions)|(?:foot)?notes?|guidance"
)
# What begins another table below.
_OTHER = re.compile(
    r"(?:key )?(?:risks?|issues?|measures?|kpis?|indicators?|glossary|governance|budget|finances?)"
    r"(?: (?:register|log|table|and issues|and mitigations?))?|(?:version|document|change)"
    r" (?:control|history|log)|(?:key )?performance (?:measures|indicators)|success measures"
)
_TOTAL = re.compile(r"(?:grand )?totals?(?: (?:number of )?actions)?")
_AREA = re.compile(
    r"(?:priority(?: action)?|(?:priority )?area(?: for (?:improvement|priority action))?"
    r"(?: of (?:significant )?weakness)?|theme|workstream|objective|outcome|strand)?"
    r" ?\d{1,2}(?![\d/])[ .:)–-]+[^\W\d].*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Heads:
    """The heads of a table: the rows that they take, their words, and the column of each."""

    first: int
    last: int
    texts: tuple[str, ...]
    columns: tuple[Column | None, ...]

    @property
    def names(self) -> set[str]:
        return {column.name for column in self.columns if column}

    @property
    def are_whole(self) -> bool:
        return set(NEEDED) <= self.names

    @property
    def will_do(self) -> bool:
        return "title" in self.names and len(self.names & TELLING) > 1


def _known(grid: Grid, number: int) -> dict[str, str]:
    """Return the cell of each column of a plan whose head stands in a row."""
    found: dict[str, str] = {}
    for place, cell in enumerate(grid.rows[number]):
        if column := column_of(text_of(cell)):
            found.setdefault(column.name, address(number, place))
    return found


def heads_of(grid: Grid) -> Heads | None:
    """Find the heads among the first rows: a reference, an action, and most others.

    They may take two rows ("Timescale" over "Start" and "End"). Without references anywhere
    the heads of a table of actions will do.
    """
    rows = range(min(len(grid.rows), LOOKED_AT))
    single = [_single(grid, number) for number in rows if not _goes_on(grid, number)]
    double = [
        _double(grid, number)
        for number in rows
        if number + 1 < len(grid.rows) and not _goes_on(grid, number + 1)
    ]
    kinds = [
        [heads for heads in single if heads.are_whole],
        [heads for heads in double if heads.are_whole],
        [heads for heads in single if heads.will_do],
        [heads for heads in double if heads.will_do],
    ]
    best = [max(found, key=lambda heads: len(heads.names)) for found in kinds if found]
    return max(best, key=_standing, default=None)


def _goes_on(grid: Grid, number: int) -> bool:
    """Say whether heads go on in the next row: two of them merged over both say so."""
    here, below = (grid.rows[n] if n < len(grid.rows) else () for n in (number, number + 1))
    pairs = zip(map(text_of, here), map(text_of, below), strict=False)
    return sum(1 for top, sub in pairs if top == sub and column_of(top)) > 1


def _standing(heads: Heads) -> int:
    """Return how much speaks for heads: that they have both of what is needed is worth two."""
    return len(heads.names) + (2 if heads.are_whole else 0)


def _single(grid: Grid, number: int) -> Heads:
    texts = tuple(map(text_of, grid.rows[number]))
    return Heads(number, number, texts, _settled(texts, [column_of(text) for text in texts]))


def _double(grid: Grid, number: int) -> Heads:
    both = zip_longest(*(map(text_of, grid.rows[n]) for n in (number, number + 1)), fillvalue="")
    pairs = [(top, sub if sub != top else "") for top, sub in both]
    texts = tuple(" ".join(filter(None, pair)) for pair in pairs)
    columns = [column_of(words) or column_of(sub) or column_of(top)
               for words, (top, sub) in zip(texts, pairs, strict=True)]  # fmt: skip
    subs = [sub for top, sub in pairs if sub]
    is_sure = _goes_on(grid, number)
    if not is_sure and sum(1 for sub in subs if column_of(sub)) * 2 < len(subs):
        columns = [None] * len(texts)  # a row of values, whatever some of them are called
    return Heads(number, number + 1, texts, _settled(texts, columns))


def _settled(texts: Sequence[str], columns: list[Column | None]) -> tuple[Column | None, ...]:
    """Take details for the action where nothing else is, and the older of two dates for the
    first agreed."""
    _take(columns, texts, _RATING, "reported_status", among=TELLING | set(NEEDED))
    names = [column.name if column else "" for column in columns]
    if "lead" in names or "text" not in names:
        _take(columns, texts, _NAME, "title", among=TELLING)
    names = [column.name if column else "" for column in columns]
    if "title" not in names and "text" in names:
        columns[names.index("text")] = BY_NAME["title"]
    for name in ("start", "finish"):
        places = [place for place, other in enumerate(names) if other == name]
        older = [place for place in places if not _REVISED.search(texts[place])]
        if len(places) == 2 and len(older) == 1 and f"first_{name}" not in names:
            columns[older[0]] = BY_NAME[f"first_{name}"]
    return tuple(columns)


def _take(
    columns: list[Column | None],
    texts: Sequence[str],
    pattern: re.Pattern[str],
    name: str,
    among: frozenset[str],
) -> None:
    """Take a head that is not known otherwise for a column that is missing, among others."""
    names = {column.name for column in columns if column}
    place = next((n for n, text in enumerate(texts) if pattern.fullmatch(text.lower())), None)
    is_open = name not in names and place is not None and columns[place] is None
    if is_open and place is not None and len(among & names) > 1:
        columns[place] = BY_NAME[name]


def with_areas(grid: Grid, heads: Heads) -> Heads:
    """Take a column "Priority" or "Theme" for the areas where each of its cells numbers one:
    "2. Waiting times", and not "High"."""
    if "areas" in heads.names:
        return heads
    for place, text in enumerate(heads.texts):
        below = [text_of(row[place]) for row in grid.rows[heads.last + 1 :] if place < len(row)]
        said = [words for words in below if words and words != text]
        is_open = heads.columns[place] is None and _AREAS.fullmatch(text.lower())
        if is_open and said and all(map(area_in, said)):
            columns = list(heads.columns)
            columns[place] = BY_NAME["areas"]
            return replace(heads, columns=tuple(columns))
    return heads


def ends_table(words: str) -> bool:
    """Say whether a heading begins what stands under the table: "RAG key", "Notes:"."""
    return _BELOW.fullmatch(words.lower().strip(" :")) is not None


def begins_another(words: str) -> bool:
    """Say whether a heading begins another table: "Risks", "Version control"."""
    return _OTHER.fullmatch(words.lower().strip(" :")) is not None


def is_total(row: Sequence[object]) -> bool:
    """Say whether a row only counts those above it."""
    first = next((text for cell in row if (text := text_of(cell))), "")
    return _TOTAL.fullmatch(first.lower().strip(" :")) is not None


def area_in(heading: str) -> str:
    """Return a heading, or the name of a sheet, that numbers an area; "" for any other."""
    return heading if _AREA.fullmatch(heading) else ""


def what_is_missing(grids: Sequence[Grid]) -> str:
    """Say why no sheet is a plan's table, as nearly as can be told, and what to do."""
    for grid in grids:
        for number in range(min(len(grid.rows), LOOKED_AT)):
            known = _known(grid, number)
            if len(known) > 1 and (has := next((n for n in NEEDED if n in known), None)):
                wanted = BY_NAME[next(name for name in NEEDED if name != has)]
                where = " ".join(filter(None, (grid.name, known[has])))
                return (
                    f"{where} is the head of a column “{BY_NAME[has].head}”, and no column beside"
                    f" it is “{wanted.head}”: add one. {wanted.hint}"
                )
    return (
        "No sheet has the columns “Reference” and “Action” beside one another: begin with the"
        " template, or give the columns these heads."
    )


def doubled(grid: Grid, at: int, columns: Sequence[Column | None]) -> Iterator[Fault]:
    """Yield a fault for each column that is there twice: nobody can tell which counts."""
    seen: dict[str, str] = {}
    for place, column in enumerate(columns):
        if column is None:
            continue
        cell = address(at, place)
        if first := seen.get(column.name):
            wrong = f"“{column.head}” stands in {first} already, by this or another head"
            yield Fault(grid.name, cell, wrong, "Keep one column for it")
        seen.setdefault(column.name, cell)


def is_heads_again(row: Sequence[object], heads: Sequence[str]) -> bool:
    """Say whether a row only says the heads again, as on every printed page."""
    texts = [text_of(cell) for cell in row]
    return texts[: len(heads)] == list(heads) and not any(texts[len(heads) :])


def heading_of(row: Sequence[object], columns: Sequence[Column | None]) -> str:
    """Return the words of a row that is a heading over others, "" for any other row.

    It says one thing only: over several cells, or in words where a reference would stand.
    """
    filled = {place: text for place, cell in enumerate(row) if (text := text_of(cell))}
    if len(set(filled.values())) != 1:
        return ""
    (text, *others), (place, *_) = list(filled.values()), list(filled)
    column = columns[place] if place < len(columns) else None
    is_in_place_of_ref = column is None or column.name in ("ref", "areas")
    is_no_ref = " " in text or (len(text) > 2 and not any(map(str.isdecimal, text)))
    has_no_refs = all(one is None or one.name != "ref" for one in columns)
    return text if others or (is_no_ref and (is_in_place_of_ref or has_no_refs)) else ""
