"""An inspection: what was found, who is responsible, how each area was judged, what is due."""

from dataclasses import dataclass

from cleardays.record.schemas.common import FileLink, Link, Summary


@dataclass(frozen=True)
class ResponsibleBody:
    """A body that answers, from a day to a day (ISO or ""); ``took_over_from`` names who did."""

    name: str
    role: str
    since: str = ""
    until: str = ""
    took_over_from: str = ""


@dataclass(frozen=True)
class JudgementDocument:
    """What one judge said, dated; judges are shown apart and never mixed.

    Where ``on_words`` say what is known of the day, ``on`` only sorts.
    """

    judge: str
    judge_name: str
    value: str
    on: str = ""
    on_words: str = ""
    words: str = ""
    is_confirmed: bool = True
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class AreaDocument:
    """An area as found. ``recurs_from`` links an earlier inspection's area, which came back."""

    number: int
    kind: str
    kind_name: str
    label: str
    text: str = ""
    responsible: tuple[ResponsibleBody, ...] = ()
    judgements: tuple[JudgementDocument, ...] = ()
    recurs_from: Link | None = None
    is_confirmed: bool = True
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class DutyDocument:
    """Something due: by which rule, from which date (``sentence``), who must act.

    ``authority`` is the law or the guidance that it rests on; ``is_believed`` says that this is
    not confirmed. ``done_words`` say what is known of the day on which it was done, where that is
    not exact.
    """

    title: str
    due: str = ""
    sentence: str = ""
    is_estimate: bool = False
    body: str = ""
    owner: str = ""
    done_on: str = ""
    done_words: str = ""
    proof: str = ""
    authority: str = ""
    authority_url: str = ""
    is_believed: bool = False


@dataclass(frozen=True)
class DecisionDocument:
    """The record of an executive decision that one person took (SI 2012/2089, reg 13)."""

    taken_on: str
    taken_by: str
    how_words: str
    decision: str
    reasons: str
    alternatives: str
    conflicts: str
    address: str = ""


@dataclass(frozen=True)
class EventDocument:
    """What happened outside: a decision of the ombudsman, a minister's answer, money.

    ``day`` is ISO and exact only where ``precision`` is "day"; else ``date_words`` is shown.
    ``differs`` says what sources say differently; ``area`` is a number of its areas, or 0.
    """

    kind: str
    kind_name: str
    title: str
    day: str
    words: str = ""
    precision: str = "day"
    date_words: str = ""
    area: int = 0
    differs: str = ""
    is_confirmed: bool = True
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class InspectionDocument:
    """Days are ISO or ""; where they are not exact, ``*_words`` say what is known."""

    ref: str
    title: str
    area_name: str
    council: str
    framework: str
    framework_name: str
    first_day: str = ""
    last_day: str = ""
    days_words: str = ""
    letter_dated: str = ""
    received_on: str = ""
    published_on: str = ""
    published_words: str = ""
    outcome: str = ""
    outcome_words: str = ""
    needs_plan: bool = False
    needs_strategic_plan: bool = False
    monitoring_words: str = ""
    next_inspection_words: str = ""
    previous: Link | None = None
    responsible: tuple[ResponsibleBody, ...] = ()
    judgements: tuple[JudgementDocument, ...] = ()
    areas: tuple[AreaDocument, ...] = ()
    duties: tuple[DutyDocument, ...] = ()
    decisions: tuple[DecisionDocument, ...] = ()
    events: tuple[EventDocument, ...] = ()
    plans: tuple[Link, ...] = ()
    files: tuple[FileLink, ...] = ()
    summary_words: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    is_invented: bool = False

    doc_type = "inspection"

    @property
    def committee(self) -> str:
        return ""

    @property
    def day(self) -> str:
        return self.first_day

    @property
    def summary(self) -> Summary:
        return {
            "committee": self.area_name,
            "council": self.council,
            "outcome": self.outcome,
            "date_words": self.days_words,
            "is_invented": self.is_invented,
        }
