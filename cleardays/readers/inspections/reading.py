"""A report of a full area SEND inspection, read whole."""

from dataclasses import replace
from pathlib import Path

from cleardays.readers.inspections.bodies import core
from cleardays.readers.inspections.checks import check_counts, check_findings, check_names
from cleardays.readers.inspections.document import open_report
from cleardays.readers.inspections.draft import InspectionDraft
from cleardays.readers.inspections.findings import read_findings
from cleardays.readers.inspections.front import read_front, read_outcome
from cleardays.readers.inspections.partners import read_details, read_responsible


def read_inspection(path: str | Path) -> InspectionDraft:
    """Read the PDF of an area SEND inspection (Ofsted and CQC, framework of 2023).

    Raises ``cleardays.readers.blocks.Unreadable`` for what is no such report, or no readable
    PDF, with what to do next.
    """
    report = open_report(Path(path))
    front, box = read_front(report), read_outcome(report)
    details = read_details(report, front.area.value)
    responsible, doubts = read_responsible(report, front.area.value, details)
    known = [front.area.value, *responsible.value, *details.boards.value]
    known += (details.authority.value or "").split("; ")
    findings = read_findings(report, [name for name in known if core(name)])
    draft = InspectionDraft(
        area=front.area,
        inspection_start=front.start,
        inspection_end=front.end,
        previous_inspection=front.previous,
        outcome=box.outcome,
        strategic_plan_requested=box.strategic_plan,
        priority_action_plan_required=box.priority_plan,
        monitoring_inspection=box.monitoring,
        next_full_inspection=box.next_full,
        local_authority=details.authority,
        icb=details.boards,
        jointly_responsible=responsible,
        priority_actions=findings.priority_actions,
        improvements=findings.improvements,
        pages=len(report.pages),
    )
    unsure = [*front.unsure, *box.unsure, *details.unsure, *doubts, *findings.unsure]
    unsure += check_counts(report, findings)
    unsure += check_findings(draft, findings)
    unsure += check_names(report, draft)
    return replace(draft, unsure=tuple(unsure))
