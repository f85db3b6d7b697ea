"""Who the partnership is: the details table, and the sentence on joint responsibility."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleardays.readers.inspections.bodies import (
    core,
    is_body,
    names_in_cell,
    spelled_out,
    split_bodies,
    tidy,
)
from cleardays.readers.inspections.document import Report
from cleardays.readers.inspections.draft import Found, Unsure
from cleardays.readers.inspections.grid import Cell
from cleardays.readers.inspections.page import Line
from cleardays.readers.inspections.prose import sentences_of
from cleardays.readers.inspections.wording import fold, wording

_ARE = r"(?:are|is|became|become|remain|remains|share|shares|have|has|hold|have been|has been)"
_HOW = r"(?:(?:now|both|all|each|together|jointly|collectively|equally|primarily|mainly)\s+)*"
_WORK = re.compile(r"\bplann\w+\b.{0,60}\bcommission\w+\b|\bcommission\w+\b.{0,60}\bplann\w+\b")
_RESPONSIBLE = re.compile(
    rf"^(?P<who>.+?),?\s+(?:(?:which|who|that)\s+)?{_ARE}\s+(?P<how>{_HOW})"
    r"(?:responsible|(?:joint\s+)?responsibility)(?:\s+with\s+(?P<also>.+?))?\s+for\s+(?P<what>.+)$"
)
_PASSIVE = re.compile(
    r"\b(?:jointly\s+)?(?:planned\s+and\s+commissioned|commissioned\s+and\s+planned)"
    r"\s+(?:jointly\s+)?by\s+(?P<who>.+?)\.?$"
)
_MADE_OF = re.compile(
    r"^.*?\b(?:comprises|consists\s+of|is\s+made\s+up\s+of|is\s+formed\s+of|includes)\s+"
)
_ASIDE = re.compile(r",\s+(?:which|who|whose)\s[^,]*(?=,|$)")
_LEAD_IN = re.compile(
    r"^(?:(?:in|on|from|since)\s+(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?20\d\d,?\s+"
    r"|(?:this\s+means|it\s+follows)(?:\s+that)?\s+"
    r"|(?:on|since|in|from|at|as|following|after|under|within|during|across)\b[^,]*,\s+)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Details:
    """The local authority and boards as the details table prints them, and what is doubtful."""

    authority: Found[str | None]
    boards: Found[tuple[str, ...]]
    unsure: tuple[Unsure, ...] = ()


def _role(cell: Cell) -> str | None:
    roles = (role for role in ("authority", "board") if wording().is_column(role, cell.text))
    return next(roles, None)


def _name_cells(report: Report) -> dict[str, list[Cell]]:
    """Return, for the authority and the boards, the first filled cell under each such heading.

    The table may begin at the foot of one page and go on at the top of the next.
    """
    found: dict[str, list[Cell]] = {"authority": [], "board": []}
    rows = [row for table in report.tables for row in table.rows]
    for number in reversed(range(len(rows))):
        roles = [_role(cell) for cell in rows[number]]
        if not any(roles):
            continue
        for column, role in enumerate(roles):
            below = [row[column] for row in rows[number + 1 :] if len(row) == len(roles)]
            if role and (first := next((c for c in below if c.lines), None)):
                found[role].append(first)
        break
    return found


def _name(cell: Cell, report: Report) -> str:
    """Return the words of a name cell without a form label such as "Name of authority:"."""
    text = names_in_cell(cell.lines, cell.right, report.vocabulary)
    label, colon, rest = text.partition(":")
    rest = rest.strip(" ;")
    return rest if colon and rest and len(label.split()) < 6 else text


def read_details(report: Report, area: str) -> Details:
    """Read the details table, the one headed by the local authority and the board."""
    cells = _name_cells(report)
    if cells["authority"] or cells["board"]:
        return _details(report, area, cells)
    doubt = Unsure("local_authority", 0, "", "No table gives the local authority and the board.")
    return Details(Found(None), Found(()), (doubt,))


def _details(report: Report, area: str, cells: dict[str, list[Cell]]) -> Details:
    names = [_name(cell, report) for cell in cells["authority"]]
    boards = [b for c in cells["board"] for b in split_bodies(_name(c, report), [area])]
    page = next((c.page for group in cells.values() for c in group), 0)
    authority = Found("; ".join(names) or None, page, "; ".join(names))
    unsure = []
    if len(names) > 1 or len(split_bodies(authority.words, [area])) > 1:
        why = "The details name more than one local authority."
        unsure.append(Unsure("local_authority", page, authority.words, why))
    if not names:
        unsure.append(Unsure("local_authority", page, "", "The details name no local authority."))
    if not boards:
        unsure.append(Unsure("icb", page, "", "The details name no integrated care board."))
    words = "; ".join(_name(c, report) for c in cells["board"])
    return Details(authority, Found(tuple(boards), page, words), tuple(unsure))


def _resolved(name: str, before: str, details: Details) -> str:
    """Return the body that a name stands for: "the local authority", "the ICB", initials."""
    if fold(name) in ("local authority", "council") and details.authority.value:
        return tidy(details.authority.value)
    if fold(name) in ("icb", "integrated care board") and len(details.boards.value) == 1:
        return details.boards.value[0]
    if re.fullmatch(r"[A-Z][A-Za-z&]*[A-Z]", name):
        return spelled_out(name, before) or name
    return name


def _who(sentence: str) -> str | None:
    """Return the words that name who is responsible for planning and commissioning."""
    match = _RESPONSIBLE.match(sentence)
    if match and (_WORK.search(match["what"]) or "joint" in match["how"]):
        who = f"{match['who']} and {match['also']}" if match["also"] else match["who"]
        return _ASIDE.sub("", _MADE_OF.sub("", who))
    passive = _PASSIVE.search(sentence)
    return passive["who"] if passive else None


def _bodies(who: str, known: list[str]) -> tuple[str, ...]:
    while (shorter := _LEAD_IN.sub("", who, count=1)) != who:
        who = shorter
    return split_bodies(re.sub(r"^that\s+", "", who), known)


def read_responsible(
    report: Report, area: str, details: Details
) -> tuple[Found[tuple[str, ...]], tuple[Unsure, ...]]:
    """Read who is jointly responsible, from the first sentence that says so."""
    lines = report.section("partnership")
    known = [area, *details.boards.value, *filter(None, [details.authority.value])]
    text = report.text(lines)
    for sentence in sentences_of(text):
        who = _who(sentence)
        if who is None:
            continue
        before = text[: text.find(sentence) + len(sentence)]
        names = tuple(_resolved(name, before, details) for name in _bodies(who, known))
        page = _page_of(sentence, lines)
        odd = [n for n in names if not is_body(n) and core(n) not in map(core, known)]
        doubts = tuple(
            Unsure("jointly_responsible", page, n, "This is not plainly the name of a body.")
            for n in odd
        )
        return Found(names, page, sentence), doubts
    page = lines[0].page if lines else 1
    why = "No sentence says who is jointly responsible for planning and commissioning."
    return Found(()), (Unsure("jointly_responsible", page, "", why),)


def _page_of(sentence: str, lines: Sequence[Line]) -> int:
    start = sentence[:25]
    return next((line.page for line in lines if start in line.text), lines[0].page)
