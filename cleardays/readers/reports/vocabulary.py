"""What councils call the parts of a report: phrases from ``vocabulary.toml``, matched loosely."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import translate
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


class Part(StrEnum):
    """A part of a report that has headings or labels of its own."""

    EXECUTIVE_SUMMARY = "executive_summary"
    PURPOSE = "purpose"
    INTRODUCTION = "introduction"
    RECOMMENDATIONS = "recommendations"
    BACKGROUND = "background"
    NARRATIVE = "narrative"
    CONSULTATIONS = "consultations"
    IMPLICATIONS = "implications"
    IMPLICATION = "implication"
    BACKGROUND_PAPERS = "background_papers"
    PART_II_REASON = "part_ii_reason"
    APPENDICES = "appendices"
    APPENDIX_BODY = "appendix_body"
    TITLE = "title"
    COMMITTEE = "committee"
    MEETING_DATE = "meeting_date"
    DIVISIONS = "divisions"
    CONTACT = "contact"
    REPORT_OF = "report_of"
    LED_BY = "led_by"
    ELSEWHERE = "elsewhere"
    DETAIL = "detail"
    MARK = "mark"


_FIELDS_IN_ORDER = (
    Part.TITLE,
    Part.COMMITTEE,
    Part.MEETING_DATE,
    Part.DIVISIONS,
    Part.CONTACT,
    Part.REPORT_OF,
    Part.LED_BY,
    Part.ELSEWHERE,
    Part.DETAIL,
    Part.MARK,
)
FIELDS = frozenset(_FIELDS_IN_ORDER)
SUMMARIES = (Part.EXECUTIVE_SUMMARY, Part.PURPOSE, Part.INTRODUCTION)
NARRATIVES = frozenset({Part.BACKGROUND, Part.NARRATIVE})
IMPLICATIONS = frozenset({Part.IMPLICATIONS, Part.IMPLICATION})

_LONGEST_HEADING = 16  # words
_LONGEST_LABEL = 300  # characters
_SPACED = re.compile(r"(?<!\w)\w(?: \w){3,}(?!\w)")
_ANY = r"[^.:\n]{1,80}?"  # of a "*" in a way in that needs no colon
_JOINS = re.compile(r"\s*[/,]\s*|\s+(?:and|&)\s+")


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """What a phrase is compared by: lower case, no punctuation, no plural."""
    text = text.casefold().replace("&", " and ").replace("(s)", "s")
    text = re.sub("[‘’'`´]", "", text)
    text = _SPACED.sub(lambda found: found.group().replace(" ", ""), text)  # "r e p o r t"
    words = re.sub(r"[^\w*]+|_", " ", text).split()
    return " ".join(_singular(word) for word in words)


def _singular(word: str) -> str:
    stem = word.rstrip("*")
    is_plural = len(stem) > 3 and stem.endswith("s") and not stem.endswith("ss")
    return (stem[:-1] if is_plural else stem) + word[len(stem) :]


def _beginning(phrase: str) -> re.Pattern[str]:
    """Matches the words of a phrase at the beginning of a line, with what follows a label."""
    escaped = [_ANY if word == "*" else re.escape(word) for word in phrase.split() if word != "-"]
    words = r"[\s,:–—-]+".join(escaped)
    return re.compile(rf"{words}(?!\w)[\s:;,–—-]*", re.IGNORECASE)


@dataclass(frozen=True)
class Phrases:
    """A list of phrases, some with "*" for any words."""

    exact: frozenset[str]
    patterns: re.Pattern[str] | None

    @classmethod
    def of(cls, phrases: list[str]) -> "Phrases":
        """Build from phrases as they are written."""
        keys = [key(phrase) for phrase in phrases]
        wild = [translate(phrase) for phrase in keys if "*" in phrase]
        exact = frozenset(phrase for phrase in keys if "*" not in phrase)
        return cls(exact, re.compile("|".join(wild)) if wild else None)

    def matches(self, phrase_key: str) -> bool:
        """Whether the key is one of these phrases."""
        if phrase_key in self.exact:
            return True
        return bool(self.patterns and self.patterns.match(phrase_key))


class Vocabulary:
    """The phrases of ``vocabulary.toml``, ready to be asked."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._endings = sorted((key(e) for e in data["ignored_endings"]), key=len, reverse=True)
        parts = [part for part in data["parts"] if part not in FIELDS]
        ordered = [*parts, *_FIELDS_IN_ORDER]
        # An exact phrase of any part goes before a pattern of another.
        self._parts = [(Part(name), Phrases.of(data["parts"][name])) for name in ordered]
        self._prefixes = [
            (Part(name), _beginning(phrase))
            for name, phrases in data["prefixes"].items()
            for phrase in sorted(phrases, key=len, reverse=True)
        ]
        self._heads = [(Part(name), Phrases.of(words)) for name, words in data["heads"].items()]
        self._ends = [
            (Part(name), tuple(key(phrase) for phrase in phrases))
            for name, phrases in data["endings"].items()
        ]
        values = data["values"]
        self._not_applicable = Phrases.of(values["not_applicable"])
        self._absent = Phrases.of(values["not_applicable"] + values["nothing"])
        self._none = Phrases.of(values["none"])
        self.columns = {name: Phrases.of(words) for name, words in data["columns"].items()}
        self.lead_ins = tuple(data["lead_ins"]["recommendations"])
        self.begins = frozenset(data["lead_ins"]["begins"])
        self.posts = frozenset(data["names"]["posts"])
        self.meeting_bodies = tuple(data["names"]["bodies"])
        self.councils = tuple(data["names"]["councils"])
        self.body_beginnings = tuple(data["names"]["body_beginnings"])
        self._full_council = Phrases.of(data["names"]["full_council"])
        self.council_beginnings = tuple(data["names"]["council_beginnings"])
        self.contact_labels = tuple(sorted(data["names"]["labels"], key=len, reverse=True))

    def parts_of(self, text: str) -> list[Part]:
        """Every part that this whole heading or label may name, the likeliest first."""
        if len(text) > _LONGEST_LABEL:
            return []
        whole = self._named(text)
        if whole:
            return whole
        bare = re.sub(r"\s*\([^()]*\)\s*:?\s*$", "", text)  # "Legal implications (AB 1/7/19)"
        if bare and bare != text:
            return self.parts_of(bare)
        pieces = _JOINS.split(text.strip(" :"))
        return self._joined(pieces) if len(pieces) > 1 else []

    def _joined(self, pieces: Sequence[str]) -> list[Part]:
        """What several names joined name: what all do, or a summary with more of the story."""
        named = [self._named(piece) for piece in pieces]
        shared = [part for part in named[0] if all(part in each for each in named)]
        if shared:
            return shared
        exact = [self._named_exactly(key(piece)) for piece in pieces]
        is_told = all({*SUMMARIES, *NARRATIVES}.intersection(each) for each in exact)
        return [part for part in exact[0] if is_told and part in SUMMARIES][:1]

    def headed_by(self, text: str) -> list[Part]:
        """The part that a line heads and nothing else: "Implications:", "Consultations"."""
        if len(text) > _LONGEST_LABEL:
            return []
        phrase = self._without_endings(key(text))
        return [part for part, phrases in self._heads if phrase in phrases.exact]

    def _named(self, text: str) -> list[Part]:
        whole = key(text)
        return self._named_exactly(whole) or self._named_loosely(self._without_endings(whole))

    def _named_exactly(self, phrase: str) -> list[Part]:
        """What a phrase names as it stands: "Reason for the report" is not "Reason"."""
        exact = [part for part, phrases in self._parts if phrase in phrases.exact]
        if not exact:
            return []
        loose = [part for part, phrases in self._parts if phrases.matches(phrase)]
        return list(dict.fromkeys(exact + loose))

    def _named_loosely(self, phrase: str) -> list[Part]:
        by_its_end = [part for part, ends in self._ends if phrase.endswith(ends)]
        if by_its_end or not phrase or len(phrase.split()) > _LONGEST_HEADING:
            return by_its_end
        loose = [part for part, phrases in self._parts if phrases.matches(phrase)]
        return self._named_exactly(phrase) or loose

    def prefix_of(self, text: str) -> tuple[Part, int] | None:
        """The part whose opening words begin this line, and how many characters they take."""
        for part, beginning in self._prefixes:
            found = beginning.match(text)
            if found:
                return part, found.end()
        return None

    def is_not_applicable(self, text: str) -> bool:
        """Whether a value says nothing at all ("N/A", a dash, a box without a tick)."""
        return self._not_applicable.matches(key(text)) or not re.search(r"\w|[☑☒✓✔✗✘■]", text)

    def is_absent(self, text: str) -> bool:
        """Whether a value says nothing or "None"."""
        return self._absent.matches(key(text)) or self.is_not_applicable(text)

    def says_none(self, text: str) -> bool:
        """Whether a value says so in a few words ("There are no background papers.")."""
        return self._none.matches(key(text)) or self.is_absent(text)

    def is_full_council(self, text: str) -> bool:
        """Whether a line is the name of the whole council as the body that meets."""
        return self._full_council.matches(key(text))

    def heads_column(self, name: str, text: str) -> bool:
        """Whether a cell is the head of the kind of column ("paper", "date" ...)."""
        return self.columns[name].matches(key(text))

    def ends_like(self, text: str, names: tuple[str, ...]) -> bool:
        """Whether a line ends in one of the names, as a committee's name ends in "Committee"."""
        end = text[-_LONGEST_LABEL:]
        plain = re.sub(r"\s*\([^()]*\)\s*$", "", end).strip(" .,:;–—-").casefold()
        return any(re.search(rf"(?<!\w){re.escape(name)}$", plain) for name in names)

    def _without_endings(self, phrase: str) -> str:
        for ending in self._endings:
            if phrase.endswith(" " + ending):
                return phrase.removesuffix(ending).strip()
        return phrase


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    source = files("cleardays.readers.reports").joinpath("vocabulary.toml")
    return Vocabulary(tomllib.loads(source.read_text(encoding="utf-8")))
