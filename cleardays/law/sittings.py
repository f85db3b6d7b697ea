"""Meetings that have a say in a plan, and the ways through them, as plain values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cleardays.law.types import Rule


class Part(StrEnum):
    """What a body has to do with a plan: decide, approve for the NHS, look at it beforehand."""

    EXECUTIVE = "executive"
    HEALTH_BOARD = "health board"
    SCRUTINY = "scrutiny"


@dataclass(frozen=True)
class Sitting:
    """A meeting in a calendar: its day, the committee's name, what it has to do with a plan.

    ``body`` is the organisation whose committee it is: a plan may need the boards of several.
    """

    on: date
    name: str
    part: Part
    body: str = ""


@dataclass(frozen=True)
class Step:
    """Something to do on a day, or by it, with its authority where there is one."""

    on: date
    words: str
    rule: Rule | None = None


@dataclass(frozen=True)
class Route:
    """A way through the meetings, step by step; ``missing`` says which parts have no meeting."""

    decision: Sitting
    steps: tuple[Step, ...]
    missing: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everybody who should have a say meets in time."""
        return not self.missing


@dataclass(frozen=True)
class Delegated:
    """The way without a meeting of the executive: one person decides, and records it.

    ``missing`` says which of the others who should have a say do not meet in time.
    """

    sentence: str
    steps: tuple[Step, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Schedule:
    """Every route there is, whole ones first; ``delegated`` where no executive meeting fits.

    ``first`` and ``last`` are the days between which a decision can lie; ``last`` may be first.
    ``refused`` says of each executive meeting up to the deadline why it does not do.
    """

    deadline: date
    first: date
    last: date
    sentence: str
    routes: tuple[Route, ...] = ()
    delegated: Delegated | None = None
    refused: tuple[str, ...] = ()
