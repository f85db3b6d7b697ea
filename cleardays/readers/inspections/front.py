"""The first page: area, dates, outcome, and what the inspectors ask for."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from cleardays.readers.inspections.dates import Visit, visits_in
from cleardays.readers.inspections.document import Report
from cleardays.readers.inspections.draft import Found, Unsure
from cleardays.readers.inspections.page import Line
from cleardays.readers.inspections.prose import sentences_of
from cleardays.readers.inspections.wording import Outcome, fold, wording

LONGEST_VISIT = timedelta(days=14)
LEAST_LIKENESS = 0.85  # of the standing sentence's words; a missing "or" leaves 0.97
_PERIOD = (
    r"within\s+(?:approximately\s+|about\s+|around\s+)?(?P<period>[\w-]+\s+(?:months?|years?))"
)


@dataclass(frozen=True)
class Front:
    """What the first page says."""

    area: Found[str]
    start: Found[date | None]
    end: Found[date | None]
    previous: Found[str | None]
    unsure: tuple[Unsure, ...]


@dataclass(frozen=True)
class OutcomeBox:
    """What the box of the inspection's outcome says."""

    outcome: Found[str | None]
    strategic_plan: Found[bool]
    priority_plan: Found[bool]
    monitoring: Found[str | None]
    next_full: Found[str | None]
    unsure: tuple[Unsure, ...]


def _head(report: Report) -> list[Line]:
    """Return the lines before the outcome: title and dates."""
    return list(takewhile(lambda ln: wording().section_of(ln.text) is None, report.lines))


def _area(text: str) -> Found[str]:
    """Return the area's name from the title, without "Local Area Partnership"."""
    words = wording()
    titles = "|".join(map(re.escape, words.titles))
    suffixes = "|".join(map(re.escape, words.suffixes))
    match = re.search(
        rf"(?:{titles})\s+(?:the\s+)?(?P<area>.+?)\s*(?:(?:{suffixes})|$)", text, re.IGNORECASE
    )
    return Found(match["area"].strip(), 1, match[0]) if match else Found("", 1)


def _whole_visit(words: str) -> tuple[Visit | None, list[Unsure]]:
    """Return the inspection from its first to its last day, and what is doubtful about it."""
    visits = visits_in(words)
    if not visits:
        why = "No dates of the inspection could be read."
        return None, [Unsure("inspection_start", 1, words, why)]
    whole = Visit(visits[0].start, visits[-1].end, words)
    if len(visits) > 1:
        why = "More than one visit is named; the first and the last of their days are taken."
        return whole, [Unsure("inspection_start", 1, words, why)]
    if not timedelta() <= whole.end - whole.start <= LONGEST_VISIT:
        why = "An inspection of this length is unusual."
        return whole, [Unsure("inspection_end", 1, words, why)]
    return whole, []


def _footer_doubts(report: Report, title: Visit) -> list[Unsure]:
    """Return a doubt where the footers give other dates than the title page, which counts."""
    for page in sorted({line.page for line in report.footers}):
        text = " ".join(line.text for line in report.footers if line.page == page)
        other, _ = _whole_visit(text)
        if other and (other.start, other.end) != (title.start, title.end):
            field = "inspection_end" if other.start == title.start else "inspection_start"
            words = ", ".join(visit.words for visit in visits_in(text))
            why = "The footers give other dates than the title page, which was followed."
            return [Unsure(field, page, words, why)]
    return []


def _previous(text: str, start: date | None) -> tuple[Found[str | None], list[Unsure]]:
    match = re.search(rf"(?:{wording().previous})\s*:?\s*(?P<words>.+)$", text, re.IGNORECASE)
    if not match:
        why = "The title page says nothing of a previous inspection."
        return Found(None), [Unsure("previous_inspection", 1, "", why)]
    words = match["words"].strip()
    late = start and any(visit.end >= start for visit in visits_in(words))
    why = "The previous inspection is not before this one."
    doubts = [Unsure("previous_inspection", 1, words, why)] if late else []
    return Found(words, 1, match[0]), doubts


def read_front(report: Report) -> Front:
    """Read the title and the dates."""
    text = report.text(_head(report))
    label = re.compile(rf"(?:{wording().dates})\s*:?\s*", re.IGNORECASE)
    previous = re.compile(rf"(?:{wording().previous})", re.IGNORECASE)
    title, *rest = label.split(text, maxsplit=1)
    dates = previous.split(rest[0], maxsplit=1)[0].strip() if rest else ""
    area = _area(title)
    visit, unsure = _whole_visit(dates)
    if not area.value:
        unsure.append(Unsure("area", 1, title[:120], "No area could be read from the title."))
    unsure += _footer_doubts(report, visit) if visit else []
    start = visit.start if visit else None
    found, doubts = _previous(text, start)
    return Front(
        area,
        Found(start, 1, dates),
        Found(visit.end if visit else None, 1, dates),
        found,
        (*unsure, *doubts),
    )


def _outcome(text: str, page: int) -> tuple[Found[str | None], Outcome | None, list[Unsure]]:
    folded = fold(text)
    matches = [outcome for outcome in wording().outcomes if outcome.marks.search(folded)]
    first = " ".join(sentences_of(text)[:2])
    if len(matches) != 1:
        why = (
            "The words of more than one outcome stand here."
            if matches
            else "This is none of the framework's outcomes."
        )
        return Found(None, page, first), None, [Unsure("outcome", page, first, why)]
    outcome = matches[0]
    doubts = []
    if outcome.likeness(text) < LEAST_LIKENESS:
        why = "The sentence strays from the framework's wording."
        doubts.append(Unsure("outcome", page, first, why))
    return Found(outcome.code, page, first), outcome, doubts


def _sentence_with(text: str, *marks: str) -> str:
    for sentence in sentences_of(text):
        if all(re.search(mark, fold(sentence)) for mark in marks):
            return sentence
    return ""


def _period(text: str, subject: str, page: int) -> Found[str | None]:
    """Return the time within which ``subject`` is to follow, in the report's own words."""
    match = re.search(rf"{subject}[^.]*?{_PERIOD}", text, re.IGNORECASE)
    return Found(match["period"], page, match[0]) if match else Found(None)


def read_outcome(report: Report) -> OutcomeBox:
    """Read the box of the outcome, and check it against what the framework joins to it."""
    lines = report.section("outcome") or tuple(_head(report))
    text = report.text(lines)
    page = lines[0].page if lines else 1
    outcome, kind, unsure = _outcome(text, page)
    priority = _sentence_with(text, r"priority action plan", r"\brequires?\b|\bmust\b|\bask")
    strategic = _sentence_with(text, r"strategic plan", r"\bupdat|\bpublish|\brevis")
    box = OutcomeBox(
        outcome,
        Found(bool(strategic), page if strategic else 0, strategic),
        Found(bool(priority), page if priority else 0, priority),
        _period(text, "monitoring inspection", page),
        _period(text, r"next full\b", page),
        tuple(unsure),
    )
    return box if kind is None else _checked(box, kind, page)


def _checked(box: OutcomeBox, kind: Outcome, page: int) -> OutcomeBox:
    unsure = list(box.unsure)

    def doubt(field: str, found: Found[bool] | Found[str | None], why: str) -> None:
        unsure.append(Unsure(field, found.page or page, found.words or box.outcome.words, why))

    if box.priority_plan.value != kind.needs_priority_plan:
        why = "This outcome and the priority action plan do not go together in the framework."
        doubt("priority_action_plan_required", box.priority_plan, why)
    if bool(box.monitoring.value) != bool(kind.monitoring_months):
        why = "This outcome and a monitoring inspection do not go together in the framework."
        doubt("monitoring_inspection", box.monitoring, why)
    if not box.next_full.value:
        doubt("next_full_inspection", box.next_full, "No time is given for the next inspection.")
    if not (box.strategic_plan.value or box.priority_plan.value):
        doubt("strategic_plan_requested", box.strategic_plan, "No plan is asked for.")
    return replace(box, unsure=tuple(unsure))
