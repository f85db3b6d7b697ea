"""Who leads where several columns say so, as one for each body: a person says which counts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cleardays.readers.plans.columns import BY_NAME
from cleardays.readers.plans.heads import Heads
from cleardays.readers.plans.sheets import Grid, address
from cleardays.readers.plans.table import Question

# "LA lead", "Health lead officer", "Lead (ICB)".
_A_LEAD = re.compile(
    r"\S.* (?:leads?|owner|lead officer|responsible officer)|lead (?:- |for )?\S.*", re.IGNORECASE
)


def with_lead(
    grid: Grid, heads: Heads, answers: Mapping[str, str], questions: list[Question]
) -> Heads:
    """Take the column that says who leads where none does by a head that is known.

    Of several it is asked which; "" is an answer, that none of them counts. The others stay
    notes. Adds to ``questions`` what is to be settled.
    """
    places = [
        place for place, text in enumerate(heads.texts)
        if heads.columns[place] is None and _A_LEAD.fullmatch(_plain(text))
    ]  # fmt: skip
    if "lead" in heads.names or not places:
        return heads
    if len(places) == 1:
        return _taken(heads, places[0])
    named = [heads.texts[place] for place in places]
    question = Question("leads", " | ".join(named), guess=named[0])
    if question.key not in answers:
        cells = (address(heads.last, place) for place in places)
        where = tuple(" ".join(filter(None, (grid.name, cell))) for cell in cells)
        questions.append(replace(question, cells=where))
    chosen = answers.get(question.key, named[0])
    return next((_taken(heads, n) for n in places if heads.texts[n] == chosen), heads)


def columns_in(question: Question) -> Sequence[str]:
    """Return the heads that a question asks about."""
    return question.words.split(" | ")


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[()]", " ", text).split())


def _taken(heads: Heads, place: int) -> Heads:
    columns = list(heads.columns)
    columns[place] = BY_NAME["lead"]
    return replace(heads, columns=tuple(columns))
