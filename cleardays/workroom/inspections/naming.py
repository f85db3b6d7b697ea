"""Which names of a report mean the same body: what a person is offered first, never decided."""

import re
from collections.abc import Sequence

from cleardays.workroom.people.models import Organisation

SAME = "same-"
# What tells the kind of a new body.
TELLS = {"council": "new-council", "borough": "new-council", "icb": "new-nhs"}
_INITIALS = re.compile(r"\(([^()]*[A-Z][^()]*)\)\s*$")
_OF_COUNCILS = frozenset(
    ("council", "authority", "local", "borough", "city", "county", "district", "london")
) | {"metropolitan", "royal", "unitary"}
_OF_BOARDS = frozenset(("icb", "area"))
_OF_NO_BOARD = frozenset(("icb", "ccg", "commissioning", "england", "foundation", "trust"))


def likeliest(name: str, above: Sequence[str], known: Sequence[Organisation]) -> str:
    """Return what a name most likely stands for, as a choice of the form; "" where nothing tells.

    One that was named above, one that is entered, or a new one of the kind that its name tells.
    """
    for number, one in enumerate(above):
        if means_the_same(name, one):
            return f"{SAME}{number}"
    for body in known:
        if means_the_same(name, body.name):
            return str(body.pk)
    return next((kind for words, kind in TELLS.items() if words in _words(name)), "")


def means_the_same(name: str, other: str) -> bool:
    """Say whether two names are likely those of one body.

    They are alike but for article, "NHS" and abbreviations, or are the council, or the board,
    of one place; or one is the initials that the other gives in brackets.
    """
    one, two = _words(name), _words(other)
    if one == two or _initials(name) == other or _initials(other) == name:
        return True
    return any(
        _place(one, kind) == _place(two, kind) is not None for kind in (_OF_COUNCILS, _OF_BOARDS)
    )


def _words(name: str) -> list[str]:
    """Fold what names of one body differ in: article, "NHS", an abbreviation at the end.

    Boards go by the name of their place alone: "NHS Dorset".
    """
    whole = name.casefold().replace("integrated care board", "icb").replace("&", "and")
    words = re.findall(r"[\w’'-]+", whole.partition(" (")[0])
    kept = [word for word in words if word not in ("the", "nhs", "of")]
    is_board = "nhs" in words[:2] and not _OF_NO_BOARD.intersection(kept)
    return [*kept, "icb"] if is_board else kept


def _initials(name: str) -> str | None:
    found = _INITIALS.search(name)
    return found[1] if found else None


def _place(words: Sequence[str], kind: frozenset[str]) -> str | None:
    """Return whose council, or whose board, a name is; None where it is neither."""
    if not kind.intersection(words):
        return None
    return " ".join(word for word in words if word not in kind) or None
