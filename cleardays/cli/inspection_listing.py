"""What was read from an inspectors' report, as text for a terminal."""

import textwrap
from collections.abc import Iterable, Iterator

from cleardays.cli.layout import indented, joined, row, width
from cleardays.readers.inspections.draft import Finding, InspectionDraft, Unsure


def listing(name: str, draft: InspectionDraft) -> str:
    """Return every field as read, each finding whole, and what a person has to settle."""
    columns = width()
    blocks = [f"{draft.area.value}: area SEND inspection\n{name} ({draft.pages} pages)"]
    blocks += ["\n".join(row(head, value, columns) for head, value in _facts(draft))]
    blocks += _findings("Area for priority action", draft.priority_actions, columns)
    blocks += _findings("Area for improvement", draft.improvements, columns)
    blocks += ["\n".join(_doubts(draft.unsure, columns))]
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
        ("Integrated care board", joined(draft.icb.value)),
        ("Jointly responsible", joined(draft.jointly_responsible.value)),
    ):
        yield head, value or "not found"
    yield "Priority action plan", _wanted(is_wanted=draft.priority_action_plan_required.value)
    yield "Strategic plan", _wanted(is_wanted=draft.strategic_plan_requested.value)


def _wanted(*, is_wanted: bool) -> str:
    return "asked for" if is_wanted else "not asked for"


def _findings(kind: str, findings: Iterable[Finding], columns: int) -> Iterator[str]:
    for number, finding in enumerate(findings, 1):
        pages = joined(map(str, finding.pages))
        who = joined(finding.responsible)
        head = f"{kind} {number} (page {pages}){f': {who}' if who else ''}"
        yield f"{textwrap.fill(head, columns)}\n{indented(finding.text, columns)}"


def _doubts(unsure: tuple[Unsure, ...], columns: int) -> Iterator[str]:
    yield row("Unsure", f"{len(unsure)} for a person to settle" if unsure else "nothing", columns)
    for doubt in unsure:
        field = doubt.field.replace("_", " ")
        yield indented(f"- {field}, page {doubt.page}: {doubt.why} “{doubt.words}”", columns)
