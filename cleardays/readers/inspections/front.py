"""The first page: area, dates, outcome, and what the inspectors ask for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cleardays.readers.inspections.dates import Visit, days_as_read, visits_in
from cleardays.readers.inspections.document import Report
from cleardays.readers.inspections.draft import Found, Unsure
from cleardays.readers.inspections.page import Line
from cleardays.readers.inspections.prose import has_room, sentences_of
from cleardays.readers.inspections.wording import Outcome, fold, wording

LONGEST_VISIT = timedelta(days=14)
LEAST_LIKENESS = 0.85  # of the standing sentence's words; a missing "or" leaves 0.97
_PERIOD = (
    r"(?:within|in|after)\s+(?:approximately\s+|about\s+|around\s+)?"
    r"(?P<period>[\w-]+\s+(?:months?|years?))"
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


def _paragraphs(lines: Sequence[Line], report: Report) -> list[str]:
    """Return the title page's paragraphs: one ends where the next word would have fitted."""
    right = max((line.x1 for line in report.lines if line.page == 1), default=0.0)
    found: list[list[Line]] = []
    for line in lines:
        if not found or has_room(found[-1][-1], line, right):
            found.append([])
        found[-1].append(line)
    return [report.text(part) for part in found]


def _labelled(paragraphs: Sequence[str], label: str) -> tuple[str, str]:
    """Return what stands after ``label``, and what follows it in paragraphs of their own.

    A paragraph that opens with a bracket, a digit or a small letter goes on with the words.
    """
    found = re.compile(rf"(?:{label})\s*:?\s*(?P<words>.*)$", re.IGNORECASE)
    places = ((i, m) for i, text in enumerate(paragraphs) if (m := found.search(text)))
    place, match = next(places, (0, None))
    if match is None:
        return "", ""
    words, rest = match["words"].strip(), list(paragraphs[place + 1 :])
    while rest and (not words or re.match(r"[a-z(\d]", rest[0])):
        words = f"{words} {rest.pop(0)}".strip()
    return words, " ".join(rest)


def _area(text: str) -> Found[str]:
    """Return the area's name from the title, without "Local Area Partnership"."""
    match = wording().area_in(text)
    return Found(match["area"].strip(), 1, match[0]) if match else Found("", 1)


def _whole_visit(words: str) -> tuple[Visit | None, list[Unsure]]:
    """Return the inspection from its first to its last day, and what is doubtful about it."""
    visits = visits_in(words)
    if not visits:
        why = "No dates of the inspection could be read."
        fields = ("inspection_start", "inspection_end")
        return None, [Unsure(field, 1, words, why) for field in fields]
    whole = Visit(visits[0].start, visits[-1].end, words)
    if _days_left(words, visits):
        why = "Not all of these days could be read; the first and the last that could are taken."
        return whole, [Unsure("inspection_start", 1, words, why)]
    if len(visits) > 1:
        why = "More than one visit is named; the first and the last of their days are taken."
        return whole, [Unsure("inspection_start", 1, words, why)]
    if not timedelta() <= whole.end - whole.start <= LONGEST_VISIT:
        why = "An inspection of this length is unusual."
        return whole, [Unsure("inspection_end", 1, words, why)]
    return whole, []


def _days_left(words: str, visits: Sequence[Visit]) -> bool:
    """Say whether numbers stand in ``words`` that are part of no visit that was read."""
    left = days_as_read(words)
    for visit in visits:
        left = left.replace(visit.words, " ", 1)
    return re.search(r"\d", left) is not None


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


def _previous(
    words: str, after: str, start: date | None
) -> tuple[Found[str | None], list[Unsure]]:
    if not words:
        why = "The title page says nothing of a previous inspection."
        return Found(None), [Unsure("previous_inspection", 1, "", why)]
    late = start and any(visit.end >= start for visit in visits_in(words))
    why = "The previous inspection is not before this one."
    doubts = [Unsure("previous_inspection", 1, words, why)] if late else []
    if re.search(r"\bvisit|\binspect", after, re.IGNORECASE):
        why = "The title page says more of inspections below these dates."
        doubts.append(Unsure("previous_inspection", 1, after, why))
    return Found(words, 1, words), doubts


def read_front(report: Report) -> Front:
    """Read the title and the dates."""
    labels = wording()
    paragraphs = _paragraphs(report.title_page, report)
    text = report.text(report.title_page)
    both = rf"\s*(?=\b(?:{labels.dates}|{labels.previous})\b)"
    parts = [p for paragraph in paragraphs for p in re.split(both, paragraph, flags=re.I) if p]
    dates, _ = _labelled(parts, labels.dates)
    previous, after = _labelled(parts, labels.previous)
    area = _area(text)
    visit, unsure = _whole_visit(dates)
    if not area.value:
        unsure.append(Unsure("area", 1, text[:120], "No area could be read from the title."))
    unsure += _footer_doubts(report, visit) if visit else []
    start = visit.start if visit else None
    found, doubts = _previous(previous, after, start)
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
    lines = report.section("outcome") or report.title_page
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
