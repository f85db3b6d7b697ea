"""What was read from an inspectors' report, as text for a terminal."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator

from cleardays.readers.inspections.draft import Finding, InspectionDraft, Unsure

LEFT, WIDEST = 30, 100


def listing(name: str, draft: InspectionDraft) -> str:
    """Return every field as read, each finding whole, and what a person has to settle."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    blocks = [f"{draft.area.value}: area SEND inspection\n{name} ({draft.pages} pages)"]
    blocks += ["\n".join(_row(head, value, width) for head, value in _facts(draft))]
    blocks += _findings("Area for priority action", draft.priority_actions, width)
    blocks += _findings("Area for improvement", draft.improvements, width)
    blocks += ["\n".join(_doubts(draft.unsure, width))]
    return "\n\n".join(blocks) + "\n"


def _facts(draft: InspectionDraft) -> Iterator[tuple[str, str]]:
    days = [one.value for one in (draft.inspection_start, draft.inspection_end) if one.value]
    outcome = (draft.outcome.value or "").replace("_", " ")
    for head, value in (
        ("Inspected", " to ".join(f"{day:%-d %B %Y}" for day in days)),
        ("Outcome", outcome),
        ("Previous inspection", draft.previous_inspection.value),
        ("Monitoring inspection after", draft.monitoring_inspection.value),
        ("Next full inspection after", draft.next_full_inspection.value),
        ("Local authority", draft.local_authority.value),
        ("Integrated care board", _joined(draft.icb.value)),
        ("Jointly responsible", _joined(draft.jointly_responsible.value)),
    ):
        yield head, value or "not found"
    yield "Priority action plan", _wanted(is_wanted=draft.priority_action_plan_required.value)
    yield "Strategic plan", _wanted(is_wanted=draft.strategic_plan_requested.value)


def _wanted(*, is_wanted: bool) -> str:
    return "asked for" if is_wanted else "not asked for"


def _findings(kind: str, findings: Iterable[Finding], width: int) -> Iterator[str]:
    for number, finding in enumerate(findings, 1):
        pages = _joined(map(str, finding.pages))
        who = _joined(finding.responsible)
        head = f"{kind} {number} (page {pages}){f': {who}' if who else ''}"
        yield f"{textwrap.fill(head, width)}\n{_indented(finding.text, width)}"


def _doubts(unsure: tuple[Unsure, ...], width: int) -> Iterator[str]:
    yield _row("Unsure", f"{len(unsure)} for a person to settle" if unsure else "nothing", width)
    for doubt in unsure:
        field = doubt.field.replace("_", " ")
        yield _indented(f"- {field}, page {doubt.page}: {doubt.why} “{doubt.words}”", width)


def _joined(values: Iterable[str]) -> str:
    return ", ".join(values)


def _row(head: str, value: str, width: int) -> str:
    return textwrap.fill(f"{head:<{LEFT}}{value}", width, subsequent_indent=" " * LEFT)


def _indented(text: str, width: int) -> str:
    return textwrap.fill(text, width, initial_indent="  ", subsequent_indent="  ")
