"""What rules are made of and what they return: a rule, a breach of it, an answer that explains."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

LeftOut = tuple[tuple[date, str], ...]


@dataclass(frozen=True)
class Rule:
    """One rule with the authority it rests on.

    ``code`` is stable and unique. ``url`` is the page where the rule was seen, "" when none was
    found. ``confidence`` is "C" when the page confirms the rule and "M" when it is believed only:
    a default that a council may set otherwise, which never blocks anybody. ``note`` says what the
    letter leaves out: that the page is not official, say, or that a near-identical provision was
    read instead ("analogue").
    """

    code: str
    title: str
    authority: str
    url: str
    confidence: Literal["C", "M"]
    note: str = ""


@dataclass(frozen=True)
class Breach:
    """One way in which something falls short of a rule, in words an officer can act on."""

    rule: Rule
    detail: str

    @property
    def blocks(self) -> bool:
        """Whether it may stop a user; a rule that is only believed warns and no more."""
        return self.rule.confidence == "C"

    def __str__(self) -> str:
        """Return the detail with its authority in brackets."""
        return f"{self.detail} ({self.rule.authority})"


@dataclass(frozen=True)
class Answer(Generic[T]):
    """What a rule gives, with the sentence that explains it.

    ``left_out`` holds each day that did not count, with the reason, in order; empty where every
    day counts. ``counted_from`` is the day the clock started, where there is a clock.
    """

    value: T
    sentence: str
    rule: Rule
    left_out: LeftOut = ()
    counted_from: date | None = None

    def __str__(self) -> str:
        """Return the sentence, which is what a page shows."""
        return self.sentence
