"""Frameworks of inspection as data: outcomes with their official labels, findings, clocks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from tomllib import loads
from types import MappingProxyType
from typing import Any, Literal

from cleardays.law import inspections
from cleardays.law.inspections import breaches_of_findings
from cleardays.law.types import Breach


@dataclass(frozen=True)
class FindingKind:
    """A kind of finding. ``needs_outcome`` is the only outcome that it comes with, "" for any."""

    code: str
    name: str
    plural: str
    needs_outcome: str = ""


@dataclass(frozen=True)
class Outcome:
    """What inspectors may conclude: short, in their official words, and what then runs.

    ``plan`` is the kind of plan that is required (as in ``plans.Plan.Kind``), "" for none.
    """

    code: str
    name: str
    label: str
    plan: str = ""
    clocks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Framework:
    """A framework of inspection, and between which days it was used.

    ``judgements`` are the values that inspectors give each area, the ``good`` ones among them;
    empty where no area is judged by itself; ``judged`` are the kinds of finding that get one,
    empty for every kind. ``clocks`` run whatever the outcome; ``stops`` is the clock of the
    inspection before that one of this framework stops.
    """

    code: str
    name: str
    inspectors: str
    report: str
    outcomes: tuple[Outcome, ...]
    findings: tuple[FindingKind, ...]
    clocks: tuple[str, ...]
    judgements: tuple[str, ...]
    confidence: Literal["C", "M"]
    url: str
    note: str
    good: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    stops: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def judges_areas(self) -> bool:
        """Whether each area of the inspection before gets a judgement."""
        return bool(self.judgements)

    def outcome(self, code: str) -> Outcome | None:
        """Return the outcome with a code, None where the framework has no such."""
        return next((one for one in self.outcomes if one.code == code), None)

    def finding(self, code: str) -> FindingKind | None:
        """Return the kind of finding with a code, None where the framework has no such."""
        return next((one for one in self.findings if one.code == code), None)

    def clocks_of(self, outcome: str) -> tuple[str, ...]:
        """Return the clocks that run with an outcome; without one, those that always do."""
        found = self.outcome(outcome)
        return (*(found.clocks if found else ()), *self.clocks)

    def breaches(self, outcome: str, findings: Sequence[str]) -> list[Breach | str]:
        """Return what does not fit: unknown outcome or finding, a finding with the wrong outcome.

        ``findings`` are codes, one for each area found. Areas for priority action come with the
        third outcome only (``inspections.PRIORITY_ACTIONS``).
        """
        wrong: list[Breach | str] = []
        if outcome and self.outcome(outcome) is None:
            wrong.append(f"“{outcome}” is no outcome of the {self.name}")
        for code in dict.fromkeys(findings):
            wrong += self._breaches_of_finding(code, outcome, findings.count(code))
        return wrong

    def _breaches_of_finding(self, code: str, outcome: str, number: int) -> list[Breach | str]:
        kind = self.finding(code)
        if kind is None:
            return [f"“{code}” is no kind of finding of the {self.name}"]
        if not outcome or kind.needs_outcome in ("", outcome):
            return []
        if outcome.upper() in inspections.Outcome.__members__ and code == "priority":
            return list(breaches_of_findings(inspections.Outcome[outcome.upper()], number))
        needed = self.outcome(kind.needs_outcome)
        name = needed.name if needed else kind.needs_outcome
        return [f"{kind.plural} come only with the outcome “{name}”: check the outcome"]


@cache
def frameworks() -> Mapping[str, Framework]:
    """Return every framework by its code, read once from ``data/frameworks.toml``."""
    table = loads(files(__package__).joinpath("data/frameworks.toml").read_text("utf-8"))
    return MappingProxyType({code: _framework(code, entry) for code, entry in table.items()})


def framework(code: str) -> Framework:
    """Return the framework with a code; ``KeyError`` where there is none."""
    return frameworks()[code]


def _framework(code: str, entry: dict[str, Any]) -> Framework:
    outcomes = tuple(
        Outcome(**{**one, "clocks": tuple(one.get("clocks", ()))}) for one in entry["outcomes"]
    )
    lists = {
        name: tuple(entry.get(name, ())) for name in ("clocks", "judgements", "good", "judged")
    }
    kinds = tuple(FindingKind(**one) for one in entry["findings"])
    return Framework(**{**entry, **lists, "code": code, "outcomes": outcomes, "findings": kinds})
