"""References for rows that have none of their own: numbered, or with the number of their sheet."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cleardays.readers.plans.heads import area_in
from cleardays.readers.plans.rows import Sheet
from cleardays.readers.plans.table import Answers, PlanRow, Question

YES = "yes"
NUMBER = Question("numbers", "no references", guess=YES)
# The sheet that counts where several have the same actions, a month or a quarter each.
COUNTS = Question("counts", "the same actions")
PREFIX = Question("sheets", "the same references", guess=YES)
# "1.2 Write a framework", "A3: Train": a reference before the words.
_BEFORE = re.compile(r"((?:[A-Za-z]{1,4}[ -]?)?\d+(?:\.\d+)*[a-z]?)[\s.:)–-]+(\S.*)", re.DOTALL)


def with_references(
    sheets: Sequence[Sheet], answers: Answers, questions: list[Question]
) -> list[PlanRow]:
    """Return all rows with their references; adds to ``questions`` what a person has to settle."""
    rows = [row for sheet in sheets for row in sheet.rows]
    if not any("ref" in sheet.heads.names for sheet in sheets):
        return _split(sheets, rows) or _numbered(sheets, rows, answers, questions)
    if _clash(sheets):
        if PREFIX.key not in answers:
            questions.append(replace(PREFIX, cells=tuple(sheet.grid.name for sheet in sheets)))
        if answers.get(PREFIX.key, YES) == YES:
            return [
                row for place, sheet in enumerate(sheets, 1) for row in _prefixed(sheet, place)
            ]
    return rows


def those_that_count(
    sheets: Sequence[Sheet], answers: Answers, questions: list[Question]
) -> list[Sheet]:
    """Return the one sheet that a person chose where all have the same actions; else all.

    Asks where nobody has chosen: the last is taken for the newest.
    """
    if not _clash(sheets) or not _say_the_same(sheets):
        return list(sheets)
    if COUNTS.key not in answers:
        names = tuple(sheet.grid.name for sheet in sheets)
        questions.append(replace(COUNTS, cells=names, guess=names[-1]))
    chosen = answers.get(COUNTS.key, sheets[-1].grid.name)
    return [sheet for sheet in sheets if sheet.grid.name == chosen] or list(sheets)


def _say_the_same(sheets: Sequence[Sheet]) -> bool:
    """Say whether most references that are repeated stand for the same words, and no sheet is
    that of an area."""
    if any(area_in(sheet.grid.name) for sheet in sheets):
        return False
    titles: dict[str, list[str]] = {}
    for sheet in sheets:
        for row in sheet.rows:
            titles.setdefault(row.ref, []).append(str(row.values["title"]).casefold())
    again = [words for ref, words in titles.items() if ref and len(words) > 1]
    return sum(1 for words in again if len(set(words)) < len(words)) * 2 > len(again)


def _split(sheets: Sequence[Sheet], rows: Sequence[PlanRow]) -> list[PlanRow]:
    """Take the references that stand before the words of every action; [] where they do not."""
    found = [_BEFORE.fullmatch(str(row.values["title"])) for row in rows]
    pairs = [(one[1], one[2]) for one in found if one]
    if len(pairs) < len(rows) or len({ref for ref, _ in pairs}) < len(rows):
        return []
    return [
        replace(row, values={**row.values, "ref": ref, "title": title})
        for row, (ref, title) in zip(rows, pairs, strict=True)
    ]


def _numbered(
    sheets: Sequence[Sheet], rows: Sequence[PlanRow], answers: Answers, questions: list[Question]
) -> list[PlanRow]:
    for sheet in sheets:
        sheet.has_references = False
    if NUMBER.key not in answers and rows:
        questions.append(replace(NUMBER, cells=(rows[0].where("title"),)))
    if answers.get(NUMBER.key, YES) != YES:
        return list(rows)
    return [
        replace(row, values={**row.values, "ref": str(number)})
        for number, row in enumerate(rows, 1)
    ]


def _clash(sheets: Sequence[Sheet]) -> bool:
    """Say whether references are repeated between sheets, and in no sheet by itself."""
    refs = [[row.ref for row in sheet.rows if row.ref] for sheet in sheets]
    if any(row.values.get("export") for sheet in sheets for row in sheet.rows):
        return False
    is_own = all(len(set(one)) == len(one) for one in refs)
    return is_own and any(n > 1 for n in Counter(ref for one in refs for ref in one).values())


def _prefixed(sheet: Sheet, place: int) -> list[PlanRow]:
    """Put the number of a sheet, in its name or among the others, before each reference."""
    named = re.search(r"\d+", sheet.grid.name)
    number = named[0] if named else str(place)
    own = {row.ref for row in sheet.rows}
    rows = []
    for row in sheet.rows:
        values = {**row.values, "ref": f"{number}.{row.ref}" if row.ref else ""}
        if "depends_on" in values:
            values["depends_on"] = [
                f"{number}.{ref}" if ref in own else ref for ref in values["depends_on"]
            ]
        rows.append(replace(row, values=values))
    return rows
