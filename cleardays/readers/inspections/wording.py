"""The framework's standing words, loaded from ``wording.toml`` once and folded for comparison."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from re import Pattern
from tomllib import loads
from typing import Any

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def fold(text: str) -> str:
    """Return ``text`` as it is compared: lower case, plain quotes, single spaces, no end colon."""
    return " ".join(text.translate(_QUOTES).casefold().split()).rstrip(" :")


def _share(words: list[str], printed: list[str]) -> float:
    matcher = SequenceMatcher(None, words, printed, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(words)


@dataclass(frozen=True)
class Outcome:
    """One of the framework's outcomes: how it is recognised and what follows from it."""

    code: str
    marks: Pattern[str]
    sentences: tuple[str, ...]
    needs_priority_plan: bool
    next_full_inspection_years: int
    monitoring_months: int | None

    def likeness(self, text: str) -> float:
        """Return how much of the nearest standing wording stands in ``text``, from 0 to 1."""
        printed = fold(text).split()
        return max(_share(fold(sentence).split(), printed) for sentence in self.sentences)


@dataclass(frozen=True)
class OtherPaper:
    """A paper of the same inspectors that is no report: how it is known, and what to do."""

    marks: Pattern[str]
    name: str
    advice: str


@dataclass(frozen=True)
class Wording:
    """All standing words of the framework; ``headings`` maps a folded heading to its section."""

    titles: tuple[Pattern[str], ...]
    dates: str
    previous: str
    footer: str
    none: str
    headings: dict[str, str]
    columns: dict[str, str]
    outcomes: tuple[Outcome, ...]
    others: tuple[OtherPaper, ...]

    def area_in(self, text: str) -> re.Match[str] | None:
        """Return the title in ``text``, with the group ``area``, or None without one."""
        found = (title.search(text) for title in self.titles)
        return next((match for match in found if match), None)

    def section_of(self, text: str) -> str | None:
        """Return the section that ``text`` heads, or None when it is no standing heading."""
        return self.headings.get(fold(text))

    def is_none(self, text: str) -> bool:
        """Say whether ``text`` says that there are no findings."""
        return re.fullmatch(self.none, fold(text)) is not None

    def is_column(self, role: str, text: str) -> bool:
        """Say whether ``text`` is a heading of the columns of this ``role``."""
        return re.fullmatch(self.columns[role], fold(text)) is not None


def _outcome(code: str, entry: dict[str, Any]) -> Outcome:
    return Outcome(
        code=code,
        marks=re.compile(entry["marks"]),
        sentences=tuple(entry["sentences"]),
        needs_priority_plan=bool(entry["priority_action_plan"]),
        next_full_inspection_years=entry["next_full_inspection_years"],
        monitoring_months=entry.get("monitoring_months"),
    )


@cache
def wording() -> Wording:
    """Return the framework's words, read once."""
    table = loads(files(__package__).joinpath("wording.toml").read_text("utf-8"))
    report = table["report"]
    return Wording(
        titles=tuple(re.compile(title, re.IGNORECASE) for title in report["titles"]),
        dates=report["dates"],
        previous=report["previous"],
        footer=report["footer"],
        none=report["none"],
        headings={h: name for name, variants in table["headings"].items() for h in variants},
        columns=table["columns"],
        outcomes=tuple(_outcome(code, entry) for code, entry in table["outcomes"].items()),
        others=tuple(
            OtherPaper(re.compile(o["marks"]), o["name"], o["advice"]) for o in table["others"]
        ),
    )
