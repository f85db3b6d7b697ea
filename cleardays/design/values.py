"""Small values that pages hand to components; text is text, never markup."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True)
class Link:
    """A place to go, and whether the reader is there already."""

    text: str
    href: str
    current: bool = False
    level: int = 2


@dataclass(frozen=True)
class Refusal:
    """Why a thing may not be done, who says so, and what to do next."""

    reason: str
    authority: str = ""
    source: str = ""
    next_step: str = ""
    next_href: str = ""


@dataclass(frozen=True)
class Source:
    """Where a fact comes from; `says` is what it says where sources differ."""

    text: str
    href: str = ""
    says: str = ""


@dataclass(frozen=True)
class HistoryLine:
    """One thing that was done, in a plain sentence, by whom and when."""

    sentence: str
    at: datetime
    by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class StripDay:
    """One day of a count of clear days: `number` is its place in the count, if it counts."""

    on: date
    kind: Literal["published", "clear", "closed", "meeting"]
    number: int = 0
    why: str = ""
