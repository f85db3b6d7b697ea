"""Actions as both sides have them, for tests of the arithmetic on them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    label: str
    due: str
    met_on: str = ""
    first_due: str = ""


@dataclass(frozen=True)
class Entry:
    field: str
    old: str
    new: str
    milestone: str = ""
    at: str = "2026-03-01T10:00:00+00:00"
    by: str = "Improvement Lead"
    reason: str = "No ladder."
    approved_by: str = ""


@dataclass(frozen=True)
class Deed:
    ref: str
    title: str = "Mend the lamps"
    areas: tuple = ()
    lead: str = "Head of Lamps"
    lead_body: str = "Lampshire"
    first_start: str = ""
    first_finish: str = ""
    start: str = ""
    finish: str = ""
    started: str = ""
    finished: str = ""
    stopped: str = ""
    carried_forward: str = ""
    milestones: tuple = ()
    changes: tuple = ()
    measures: tuple = ()
    evidence_axis: str = "none"
    is_placeholder: bool = False


@dataclass(frozen=True)
class Stated:
    as_at: str
    counts: tuple
    total: int


# As at 1 July 2026: one of each.
DONE = Deed(
    "DONE",
    first_start="2026-01-01",
    start="2026-01-01",
    first_finish="2026-05-01",
    finish="2026-05-01",
    started="2026-01-02",
    finished="2026-04-30",
    evidence_axis="claimed",
    measures=("measures/lamps",),
)
LATE = Deed(
    "LATE",
    first_start="2026-01-01",
    start="2026-01-01",
    first_finish="2026-04-01",
    finish="2026-06-01",
    started="2026-01-02",
    changes=(
        Entry("finish", "2026-04-01", "2026-05-01"),
        Entry("finish", "2026-05-01", "2026-06-01"),
        Entry("due", "2026-01-01", "2027-01-01", milestone="Lit"),
    ),
    milestones=(Step("Lit", "2027-01-01"),),
)
OVERDUE = Deed(
    "OVERDUE",
    lead="",
    first_start="2026-06-21",
    start="2026-06-21",
    first_finish="2026-09-01",
    finish="2026-09-01",
)
STOPPED = Deed(
    "STOPPED", lead="", stopped="2026-02-01", start="2026-01-01", first_start="2026-01-01"
)
ALL = (DONE, LATE, OVERDUE, STOPPED)
