"""Columns that may be one of a plan's: several that say who leads or how it stands, of which a
person picks, and one of days that is called by no head that is known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cleardays.readers.plans.columns import BY_NAME, Column
from cleardays.readers.plans.days import NoDay, read_day
from cleardays.readers.plans.heads import Heads
from cleardays.readers.plans.sheets import Grid, address
from cleardays.readers.plans.table import Question
from cleardays.readers.plans.values import text_of

BETWEEN = " | "
# "LA lead", "Health lead officer", "Lead (ICB)".
_A_LEAD = re.compile(
    r"\S.* (?:leads?|owner|lead officer|responsible officer)|lead (?:- |for )?\S.*", re.IGNORECASE
)
# "RAG Q1", "December RAG"; that of a risk, of evidence or of impact is another axis.
_A_STATE = re.compile(r"b?rag\b.*|.* b?rag(?: rating| status)?", re.IGNORECASE)
_NO_STATE = re.compile(r"\b(?:risk|evidence|impact|outcome|confidence)\b", re.IGNORECASE)
_A_FINISH = re.compile(r"\b(?:target|date|due|when|complet\w+|implement\w+|deliver\w+)\b", re.I)
_NO_FINISH = re.compile(
    r"\b(?:review|raised|created|updated|update|start\w*|meeting|report\w*|approved|opened|added"
    r"|modified|baseline|original|actual|last|next|checked)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:last|previous|prior|old)\b", re.IGNORECASE)


def with_picked(
    grid: Grid, heads: Heads, answers: Mapping[str, str], questions: list[Question]
) -> Heads:
    """Take the columns that a person picked, or the likeliest; adds to ``questions`` what is to
    be settled. "" is an answer, that none of them counts. The others stay notes."""
    heads = _with_finish(grid, heads)
    leads = [
        place for place, text in enumerate(heads.texts)
        if heads.columns[place] is None and _A_LEAD.fullmatch(_plain(text))
    ]  # fmt: skip
    if "lead" not in heads.names and leads:
        heads = _picked(grid, heads, BY_NAME["lead"], leads, answers, questions)
    status = BY_NAME["reported_status"]
    states = [place for place, column in enumerate(heads.columns) if column is status] or [
        place for place, text in enumerate(heads.texts)
        if heads.columns[place] is None
        and _A_STATE.fullmatch(_plain(text)) and not _NO_STATE.search(text)
    ]  # fmt: skip
    texts = [heads.texts[place] for place in states]
    if states and len(set(texts)) == len(texts):
        states.sort(key=lambda place: (bool(_BEFORE.search(heads.texts[place])), -place))
        heads = _picked(grid, heads, status, states, answers, questions)
    return heads


def columns_in(question: Question) -> Sequence[str]:
    """Return the heads that a question asks about."""
    return question.words.split(BETWEEN)


def _picked(
    grid: Grid,
    heads: Heads,
    column: Column,
    places: Sequence[int],
    answers: Mapping[str, str],
    questions: list[Question],
) -> Heads:
    """Let one of the places be the column, the first of them unless a person said otherwise."""
    named = [heads.texts[place] for place in places]
    about = "leads" if column.name == "lead" else "states"
    question = Question(about, BETWEEN.join(named), guess=named[0])
    if len(places) > 1 and question.key not in answers:
        cells = (address(heads.last, place) for place in sorted(places))
        where = tuple(" ".join(filter(None, (grid.name, cell))) for cell in cells)
        questions.append(replace(question, cells=where))
    chosen = answers.get(question.key, named[0])
    columns = list(heads.columns)
    for place in places:
        columns[place] = column if heads.texts[place] == chosen else None
    return replace(heads, columns=tuple(columns))


def _with_finish(grid: Grid, heads: Heads) -> Heads:
    """Take the one column of days that may say when an action is due: "Target"."""
    places = [
        place for place, text in enumerate(heads.texts)
        if heads.columns[place] is None
        and _A_FINISH.search(text) and not _NO_FINISH.search(text)
        and _has_days(grid, heads, place)
    ]  # fmt: skip
    if "finish" in heads.names or len(places) != 1:
        return heads
    columns = list(heads.columns)
    columns[places[0]] = BY_NAME["finish"]
    return replace(heads, columns=tuple(columns))


def _has_days(grid: Grid, heads: Heads, place: int) -> bool:
    below = [row[place] for row in grid.rows[heads.last + 1 :] if place < len(row)]
    said = [cell for cell in below if text_of(cell) and text_of(cell) != heads.texts[place]]
    return bool(said) and all(map(_is_day, said))


def _is_day(cell: object) -> bool:
    try:
        return bool(read_day(cell))
    except NoDay:
        return False


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[()]", " ", text).split())
