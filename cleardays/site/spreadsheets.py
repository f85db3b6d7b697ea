"""Everything as tables, CSV and JSON: a kind of fact each, of all documents, one on a row.

Each row begins with the address of its document. Days of placeholders are stand-ins: left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils.timezone import localdate

from cleardays.record.schemas.ask import AskDocument
from cleardays.record.schemas.inspection import InspectionDocument
from cleardays.record.schemas.measure import MeasureDocument
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.record.schemas.plan import ActionDocument, PlanDocument
from cleardays.site.addresses import absolute, page
from cleardays.site.pages import actions, measures
from cleardays.site.reading import shown, standing
from cleardays.site.tables import table_stream

Rows = Iterator[list[object]]
OF_A_MEETING = ("name", "date", "precision", "date_words", "time", "place", "status")
OF_AN_ASK = (
    "title", "text", "kind_name", "asked_on", "asked_words", "asked_of", "post", "due",
    "due_words", "state", "answer", "answered_on",
)  # fmt: skip
OF_A_CHANGE = ("field", "milestone", "old", "new", "at", "by", "reason", "effect", "approved_by")
OF_A_STEP = ("label", "test", "first_due", "due", "met_on")
OF_AN_UPDATE = ("as_at", "by", "words", "next_step")
OF_EVIDENCE = ("title", "kind", "on", "url", "checked_by", "checked_on")
OF_A_RISK = ("text", "owner", "likelihood", "effect", "mitigation")
OF_A_VOICE = ("group", "said_on", "said", "promised", "due", "done", "changed", "areas")
OF_AN_AREA = ("number", "kind_name", "label", "text", "is_confirmed")
OF_A_DUTY = (
    "title", "due", "is_estimate", "sentence", "body", "owner", "done_on", "done_words", "proof",
)  # fmt: skip
OF_A_JUDGEMENT = ("judge_name", "value", "on", "on_words", "words", "is_confirmed")


@dataclass(frozen=True)
class Sheet:
    """A table: what it holds, of which kind of document, its columns, and its rows of one."""

    says: str
    doc_type: str
    columns: tuple[str, ...]
    rows: Callable[[Any, date], Rows]


def fields(thing: Any, names: tuple[str, ...]) -> list[object]:
    """Return the fields of a thing, in the order of their names."""
    return [getattr(thing, name) for name in names]


def _meetings(meeting: MeetingDocument, today: date) -> Rows:
    yield [meeting.committee_link.title, *fields(meeting, OF_A_MEETING)]


def _asks(ask: AskDocument, today: date) -> Rows:
    yield [ask.committee_link.title, ask.meeting.ref, *fields(ask, OF_AN_ASK)]


def _findings(inspection: InspectionDocument, today: date) -> Rows:
    for area in inspection.areas:
        bodies = "; ".join(one.name for one in area.responsible)
        before = area.recurs_from.ref if area.recurs_from else ""
        yield [inspection.title, *fields(area, OF_AN_AREA), bodies, before]


def _judgements(inspection: InspectionDocument, today: date) -> Rows:
    for one in inspection.judgements:
        yield [inspection.title, "", *fields(one, OF_A_JUDGEMENT)]
    for area in inspection.areas:
        for one in area.judgements:
            yield [inspection.title, area.number, *fields(one, OF_A_JUDGEMENT)]


def _duties(inspection: InspectionDocument, today: date) -> Rows:
    for one in inspection.duties:
        yield [inspection.title, *fields(one, OF_A_DUTY)]


def _actions(plan: PlanDocument, today: date) -> Rows:
    yield from ([plan.title, *row] for row in actions.table_rows(plan, today))


def _of_actions(part: str, names: tuple[str, ...]) -> Callable[[PlanDocument, date], Rows]:
    """Return what lists a part of each action that is there in its own words."""

    def rows(plan: PlanDocument, today: date) -> Rows:
        for action in filter(_is_known, plan.actions):
            for one in getattr(action, part):
                yield [plan.title, action.ref, *fields(one, names)]

    return rows


def _is_known(action: ActionDocument) -> bool:
    return not action.is_placeholder


def _of_plans(part: str, names: tuple[str, ...]) -> Callable[[PlanDocument, date], Rows]:
    def rows(plan: PlanDocument, today: date) -> Rows:
        for one in getattr(plan, part):
            yield [plan.title, *fields(one, names)]

    return rows


def _figures(measure: MeasureDocument, today: date) -> Rows:
    yield from ([measure.title, *row] for row in measures.table_rows(measure))


SHEETS = {
    "findings": Sheet(
        "what inspectors found, area by area",
        "inspection",
        ("inspection", *OF_AN_AREA, "responsible", "found_before"),
        _findings,
    ),
    "judgements": Sheet(
        "how areas and whole inspections were judged, each judge apart",
        "inspection",
        ("inspection", "area", *OF_A_JUDGEMENT),
        _judgements,
    ),
    "duties": Sheet(
        "what is due after inspections, from which date and by which rule",
        "inspection",
        ("inspection", *OF_A_DUTY),
        _duties,
    ),
    "actions": Sheet(
        "the actions of all plans, and how each stands",
        "plan",
        ("plan", *actions.TABLE_COLUMNS),
        _actions,
    ),
    "changes-of-dates": Sheet(
        "every change of a date that was promised: when, by whom, why",
        "plan",
        ("plan", "action", *OF_A_CHANGE),
        _of_actions("changes", OF_A_CHANGE),
    ),
    "milestones": Sheet(
        "the steps of actions, and the test of each",
        "plan",
        ("plan", "action", *OF_A_STEP),
        _of_actions("milestones", OF_A_STEP),
    ),
    "updates": Sheet(
        "what those who lead actions said of them",
        "plan",
        ("plan", "action", *OF_AN_UPDATE),
        _of_actions("updates", OF_AN_UPDATE),
    ),
    "evidence": Sheet(
        "what there is to show for actions, and who checked it",
        "plan",
        ("plan", "action", *OF_EVIDENCE),
        _of_actions("evidence", OF_EVIDENCE),
    ),
    "risks": Sheet(
        "what might go wrong with plans",
        "plan",
        ("plan", *OF_A_RISK),
        _of_plans("risks", OF_A_RISK),
    ),
    "voices": Sheet(
        "what families said, what was promised them, and what changed",
        "plan",
        ("plan", *OF_A_VOICE),
        _of_plans("voices", OF_A_VOICE),
    ),
    "figures": Sheet(
        "every figure of every measure",
        "measure",
        ("measure", *measures.TABLE_COLUMNS),
        _figures,
    ),
    "asks": Sheet(
        "what committees asked, and what came back",
        "ask",
        ("committee", "meeting", *OF_AN_ASK),
        _asks,
    ),
    "meetings": Sheet(
        "the meetings of all committees", "meeting", ("committee", *OF_A_MEETING), _meetings
    ),
}


def show(request: HttpRequest, name: str, form: str) -> StreamingHttpResponse:
    """Give one of the tables as CSV or JSON."""
    sheet = SHEETS.get(name)
    if sheet is None:
        raise Http404(f"Ask for one of {', '.join(SHEETS)}")
    columns = ("page", "version", *sheet.columns)
    return table_stream(name, form, columns, _rows(sheet, localdate()))


def _rows(sheet: Sheet, today: date) -> Rows:
    for row in standing(sheet.doc_type).order_by("day", "ref").iterator(chunk_size=50):
        address = absolute(page(row.ref))
        for one in sheet.rows(shown(row).document, today):
            yield [address, row.version, *one]
