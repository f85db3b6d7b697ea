"""Names of councils, boards and trusts in running words: where one ends and the next begins."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from cleardays.readers.inspections.page import Line
from cleardays.readers.inspections.prose import Vocabulary, blocks_of, has_room, join_lines

INITIALS = re.compile(r"\([A-Z][A-Za-z&]*[A-Z]\)$")
# The nouns that end the name of a public body in England, whatever its place.
_KIND = (
    r"council|authority|board|icb|icbs|trust|partnership|group|service|services|commission"
    r"|(?<!nhs )foundation|company|cic|limited|ltd|agency|executive|corporation|collaborative"
    r"|federation|nhs england|children first|for children"
)
ENDS_AS_BODY = re.compile(rf"\b(?:{_KIND})(?: \([^()]*\))?$", re.IGNORECASE)
# What ends a name beyond doubt, and never stands inside one but before "NHS Trust".
_ENDS_NAME = re.compile(
    r"\b(?:council|icb|board|trust|authority|children first|for children)(?: \([^()]*\))?$",
    re.IGNORECASE,
)
# What begins no name, and so goes on with the one before.
_INSIDE_NAME = re.compile(r"(?:foundation )?trust\b|board\b|\([A-Z]", re.IGNORECASE)
_NHS_TRUST = r"NHS (?:Foundation )?Trust\b"
# Two names run together: a board's comes first ("NHS Wyke and Mere Council") or second.
_TWO_BODIES = re.compile(
    rf"^(?:the )?NHS .*\bcouncil$|\b(?:{_KIND})(?: \([^()]*\))? (?!{_NHS_TRUST})NHS ",
    re.IGNORECASE,
)
BEGINS_AS_BODY = re.compile(
    r"^(?:the )?(?:(?:london|royal|metropolitan)(?: metropolitan)? borough of|city of|county of"
    r"|borough of|council of|nhs) \S",
    re.IGNORECASE,
)
# An article begins another name, but for "NHS Cornmoor and the Isles of Merrin ICB".
_ANOTHER = re.compile(
    r"(?:,| and) the (?!isles? of [^,;]*(?:\bicb\b|integrated care board))", re.IGNORECASE
)
# What a cell too narrow for a word leaves on a line of its own: "Northamptonshir e".
_FRAGMENT = re.compile(r"\s(?!(?:at|by|in|le|of|on|to)\s)[a-z]{1,2}\s")
_BOROUGH = re.compile(r"^(?:the )?(?:\w+ )*(?:borough|city|county|council) of \S", re.IGNORECASE)
STANDS_FOR = re.compile(
    r"^(?:the )?(?:local authority|council|icb|integrated care board|[A-Z][A-Za-z&]*[A-Z])$"
)
_SEPARATOR = re.compile(
    r"\s*;\s*|,?\s+(?:and|&|together with|as well as|alongside)\s+|,\s+|\s*/\s*|\s*\n\s*"
)
_BOARD = re.compile(r"\b(?:nhs|integrated care boards?|icbs?|area|the)\b|\(icb\)", re.IGNORECASE)


def core(name: str) -> str:
    """Return what tells one body's name from another's: without initials and kinds of "ICB"."""
    bare = _BOARD.sub(" ", INITIALS.sub("", name).casefold().replace("’", "'").replace("&", "and"))
    return " ".join(re.sub(r"[^\w' ]", " ", bare).split())


def tidy(name: str) -> str:
    """Return a name without an article, and without stray marks at its ends."""
    bare = " ".join(name.split()).strip(" ,;.")
    return re.sub(r"^(?:and )?(?:both )?(?:the )?", "", bare, flags=re.IGNORECASE)


def is_body(name: str) -> bool:
    """Say whether ``name`` has the form of a public body's name."""
    name = name.strip(" ,;.")
    if name[:1].isdigit():
        return False
    if any(pattern.search(name) for pattern in (_ANOTHER, _FRAGMENT, _TWO_BODIES)):
        return False
    return any(pattern.search(name) for pattern in (ENDS_AS_BODY, BEGINS_AS_BODY, INITIALS))


@dataclass(frozen=True)
class Names:
    """A list of bodies in words, to be split; ``known`` are names and places never to be cut."""

    text: str
    known: tuple[str, ...] = ()

    @cached_property
    def _known_cores(self) -> frozenset[str]:
        return frozenset(core(name) for name in self.known)

    @cached_property
    def _places(self) -> frozenset[str]:
        """Known names that are a place's, not a body's: "Fenmark" of "Fenmark Council"."""
        return frozenset(core(name) for name in self.known if not is_body(name))

    @cached_property
    def separators(self) -> list[re.Match[str]]:
        """The places where one name may end, those inside a known name left out."""
        guarded = [span for name in self.known for span in self._spans(name)]
        return [
            m
            for m in _SEPARATOR.finditer(self.text)
            if not any(a <= m.start() and m.end() <= b for a, b in guarded)
        ]

    def _spans(self, name: str) -> Iterable[tuple[int, int]]:
        words = ["(?:and|&)" if w == "and" else re.escape(w) for w in core(name).split()]
        if len(words) < 2:
            return []
        pattern = re.compile(r"\b" + r"[\s,’']+".join(words) + r"\b", re.IGNORECASE)
        return [m.span() for m in pattern.finditer(self.text)]

    def _cost(self, piece: str) -> float:
        """Return how unlike one body's name ``piece`` is; two run together are the worst."""
        if core(piece) in self._known_cores:
            return 1.0
        inner = list(_SEPARATOR.finditer(piece))
        run_together = sum(self._are_two(piece[: m.start()], piece[m.end() :]) for m in inner)
        cost = 1.0 if is_body(piece) or STANDS_FOR.match(piece.strip()) else 5.0
        return cost + 0.3 * len(inner) + 6.0 * run_together

    def _are_two(self, left: str, right: str) -> bool:
        """Say whether the words on both sides of a separator are bodies of their own."""
        is_whole = ENDS_AS_BODY.search(left) or INITIALS.search(left)
        if is_whole or core(left) in self._known_cores - self._places:
            return True
        stands_alone = _BOROUGH.search(left) or STANDS_FOR.match(left)
        return stands_alone is not None and is_body(right)

    def split(self) -> tuple[str, ...]:
        """Return the names: of all ways to cut the list, that with the most body-like pieces."""
        cuts = self.separators
        starts = [0, *(m.end() for m in cuts)]
        ends = [*(m.start() for m in cuts), len(self.text)]
        # The best way to cut the text up to each end: its cost, and its pieces.
        best: list[tuple[float, tuple[str, ...]]] = []
        for last, end in enumerate(ends):
            ways = []
            for first, start in enumerate(starts[: last + 1]):
                cost, pieces = best[first - 1] if first else (0.0, ())
                piece = self.text[start:end]
                ways.append((cost + self._cost(piece), (*pieces, piece)))
            best.append(min(ways, key=lambda way: way[0]))
        return tuple(name for piece in best[-1][1] if (name := tidy(piece)))


def split_bodies(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Split a list such as "A Council, the B and C ICB and D Trust" into its bodies' names."""
    return Names(" ".join(text.split()), tuple(known)).split()


def _begins_another(lines: Sequence[Line]) -> bool:
    """Say whether the first of ``lines`` begins the name of another body, not the end of one."""
    text = " ".join(line.text for line in lines)
    if re.match(rf"(?:{_KIND})\b|{_NHS_TRUST}", text, re.IGNORECASE):
        return False
    return any(_ENDS_NAME.search(rest) for rest in (text, *_SEPARATOR.split(text)[:1]))


def _ends_before(part: Sequence[Line], lines: Sequence[Line], right: float) -> bool:
    """Say whether a name ends with the lines of ``part``, and another begins with ``lines``."""
    text, following = " ".join(line.text for line in part), lines[0]
    if not following.text[:1].isupper() or _INSIDE_NAME.match(following.text):
        return False
    if ENDS_AS_BODY.search(text) and has_room(part[-1], following, right):
        return True
    is_named = BEGINS_AS_BODY.search(text) or ENDS_AS_BODY.search(text)
    is_before_nhs = following.text.startswith("NHS ") and is_named
    is_whole = is_before_nhs or _ENDS_NAME.search(text)
    return bool(is_whole) and _begins_another(lines)


def names_in_cell(lines: Sequence[Line], right: float, vocabulary: Vocabulary) -> str:
    """Return the words of a cell that ends at ``right``, with ";" after names on their own lines.

    A line that ends as a body's name is the end of a name where there was room left for the next
    word, or where what follows is the name of another body.
    """
    parts: list[list[Line]] = []
    for block in blocks_of(lines, right):
        parts.append([])
        for number, line in enumerate(block.lines):
            if parts[-1] and _ends_before(parts[-1], block.lines[number:], right):
                parts.append([])
            parts[-1].append(line)
    texts = [join_lines([line.text for line in part], vocabulary) for part in parts]
    return re.sub(r"\b(and|,);", r"\1", "; ".join(texts))


def spelled_out(initials: str, text: str) -> str | None:
    """Return what ``initials`` stand for where ``text`` explains them: "Care for All (CfA)"."""
    for match in re.finditer(rf"\({re.escape(initials)}\)", text):
        words = text[: match.start()].split()[-len(initials) :]
        if [w[:1].casefold() for w in words] == [ch.casefold() for ch in initials]:
            return f"{' '.join(words)} ({initials})"
    return None
