"""Who the partnership is: the details table, and the sentence on joint responsibility."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from cleardays.readers.inspections.bodies import (
    ENDS_AS_BODY,
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
from cleardays.readers.inspections.prose import has_room, sentences_of
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
_ASIDE = re.compile(
    r",\s+(?:which|who|whose|an?)\s[^,]*(?=,|$)|\s+\((?:which|who|whose|an?)\s[^()]*\)"
)
_LEAD_IN = re.compile(
    r"^(?:(?:in|on|from|since)\s+(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?20\d\d,?\s+"
    r"|(?:this\s+means|it\s+follows)(?:\s+that)?\s+"
    r"|(?:on|since|in|from|at|as|following|after|under|within|during|across)\b[^,]*,\s+)",
    re.IGNORECASE,
)


# What stands below a body's name: who leads it, and where it is found.
_POST = re.compile(
    r"\b(?:director|chief|executive|officer|lead|head of|www|street)\b|@", re.IGNORECASE
)
LONGEST_NAME = 90  # letters
LABEL_WORDS = 6


@dataclass(frozen=True)
class Details:
    """The local authority and boards as the details table prints them, and what is doubtful."""

    authority: Found[str | None]
    boards: Found[tuple[str, ...]]
    unsure: tuple[Unsure, ...] = ()


def _role(cell: Cell) -> str | None:
    roles = (role for role in ("authority", "board") if wording().is_column(role, cell.text))
    return next(roles, None)


def _heads(rows: Sequence[tuple[Cell, ...]]) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each heading of the last details table: row, column and role.

    A row that names no authority is no heading: a board's name may stand alone on a page.
    """
    authorities = [n for n, row in enumerate(rows) if "authority" in map(_role, row)]
    for number in range(authorities[-1] if authorities else len(rows), len(rows)):
        for column, cell in enumerate(rows[number]):
            if role := _role(cell):
                yield number, column, role
        if len(rows[number]) > 1 and all(map(_role, rows[number])):
            return


def _name_cells(report: Report) -> dict[str, list[list[Cell]]]:
    """Return, for the authority and the boards, the cells of each name.

    A name stands below its heading, or to the right of it where headings stand in a column. The
    table may begin at the foot of one page and go on at the top of the next, inside a name.
    """
    found: dict[str, list[list[Cell]]] = {"authority": [], "board": []}
    rows = [row for table in report.tables for row in table.rows]
    for number, column, role in _heads(rows):
        row = rows[number]
        if column + 1 < len(row) and row[column + 1].lines and not _role(row[column + 1]):
            found[role].append([row[column + 1]])
            continue
        below = [n for n in range(number + 1, len(rows)) if len(rows[n]) == len(row)]
        first = next((n for n in below if rows[n][column].lines), None)
        if first is not None:
            found[role].append(_cells_of(rows, first, column))
    return found


def _cells_of(rows: Sequence[tuple[Cell, ...]], number: int, column: int) -> list[Cell]:
    """Return the cell of a name, and its rest where a page break cuts it."""
    row, following = rows[number], rows[number + 1] if number + 1 < len(rows) else ()
    if len(following) == len(row):
        cells = (row, following) if _is_cut(row, following) else (row,)
        return [cells_[column] for cells_ in cells if cells_[column].lines]
    # Without rules between columns a name that stands alone on the next page is a row of its own.
    left, right = row[column].x0, row[column].x1
    rest = [
        cell
        for cell in following
        if cell.page != row[0].page and is_body(cell.text) and left <= cell.lines[0].x0 < right
    ]
    return [row[column], *rest]


def _is_cut(row: Sequence[Cell], following: Sequence[Cell]) -> bool:
    """Say whether a page break cuts a row of names: what follows has a blank, or ends a name."""
    if not following or following[0].page == row[0].page:
        return False
    filled = [cell.text for cell in following if cell.lines]
    if len(filled) < len(following):
        return any(not _POST.search(text) for text in filled)
    pairs = [(a.text, b.text) for a, b in zip(row, following, strict=True)]
    return any(not is_body(a) and is_body(f"{a} {b}") and not _POST.search(b) for a, b in pairs)


def _goes_on(above: Line, below: Line, right: float) -> bool:
    """Say whether a name goes on from one line of a cell to the next."""
    if _POST.search(below.text):
        return False
    if not has_room(above, below, right) or below.text[:1].islower():
        return True
    if ENDS_AS_BODY.search(above.text):
        return False
    return is_body(f"{above.text} {below.text}")


def _names(cells: Sequence[Cell], report: Report) -> list[str]:
    """Return the names in a cell, without a form label such as "Name of authority:".

    Where posts and addresses stand in the same cell, names are what stands before them.
    """
    right = cells[0].right
    parts: list[list[Line]] = []
    for line in (line for cell in cells for line in cell.lines):
        if not parts or not _goes_on(parts[-1][-1], line, right):
            parts.append([])
        parts[-1].append(line)
    texts = [names_in_cell(part, right, report.vocabulary) for part in parts]
    names = (_without_label(name) for text in texts for name in text.split("; "))
    first, *others = filter(None, names)
    return [first, *takewhile(lambda name: is_body(name) and not _POST.search(name), others)]


def _without_label(text: str) -> str:
    label, colon, rest = text.partition(":")
    return rest.strip() if colon and len(label.split()) < LABEL_WORDS else text


def read_details(report: Report, area: str) -> Details:
    """Read the details table, the one headed by the local authority and the board."""
    cells = _name_cells(report)
    if cells["authority"] or cells["board"]:
        return _details(report, area, cells)
    why = "No table gives the local authority and the board."
    doubts = tuple(Unsure(field, 0, "", why) for field in ("local_authority", "icb"))
    return Details(Found(None), Found(()), doubts)


def _details(report: Report, area: str, cells: dict[str, list[list[Cell]]]) -> Details:
    names = [name for group in cells["authority"] for name in _names(group, report)]
    words = "; ".join(name for group in cells["board"] for name in _names(group, report))
    boards = split_bodies(words, [area])
    page = next((c.page for groups in cells.values() for group in groups for c in group), 0)
    authority = Found("; ".join(names) or None, page, "; ".join(names))
    unsure = []
    if len(names) > 1 or len(split_bodies(authority.words, [area])) > 1:
        why = "The details name more than one local authority."
        unsure.append(Unsure("local_authority", page, authority.words, why))
    if not names:
        unsure.append(Unsure("local_authority", page, "", "The details name no local authority."))
    if not boards:
        unsure.append(Unsure("icb", page, "", "The details name no integrated care board."))
    unsure += [
        Unsure(field, page, name, "This is not plainly the name of a body.")
        for field, found in (("local_authority", names), ("icb", boards))
        for name in found
        if _POST.search(name) or len(name) > LONGEST_NAME
    ]
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
    known = [area, *details.boards.value, *(details.authority.value or "").split("; ")]
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
