"""The life of a report: draft, waiting for clearance, cleared, and back when it changes."""

from collections.abc import Sequence
from datetime import datetime

from cleardays.law.types import Breach
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.reports.checks import (
    appendices_of,
    faults_of,
    faults_of_appendices,
    latest,
)
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.engine import Transition, Workflow

State = Report.State


def faults_against_clearing(report: Report) -> list[Breach | str]:
    """Return what must be put right in the newest version and in the open appendices."""
    return [*faults_of(latest(report)), *faults_of_appendices(appendices_of(report))]


def is_ready(report: Report, viewer: Viewer, at: datetime) -> Sequence[Breach | str]:
    return faults_against_clearing(report)


REPORT = Workflow[Report](
    Transition(
        name="submit",
        label="Send for clearance",
        sources=frozenset({State.DRAFT}),
        target=State.CLEARANCE,
        permission=Permission.WRITE_REPORTS,
        done="sent the report for clearance",
        check=is_ready,
    ),
    Transition(
        name="clear",
        label="Clear the report",
        sources=frozenset({State.CLEARANCE}),
        target=State.CLEARED,
        permission=Permission.CLEAR_REPORTS,
        done="cleared the report",
        check=is_ready,
        stamp="cleared_at",
    ),
    Transition(
        name="send-back",
        label="Send the report back",
        sources=frozenset({State.CLEARANCE, State.CLEARED}),
        target=State.DRAFT,
        permission=Permission.CLEAR_REPORTS,
        done="sent the report back",
        needs_reason=True,
    ),
    Transition(
        name="revise",
        label="Revise the report",
        sources=frozenset({State.CLEARANCE, State.CLEARED}),
        target=State.DRAFT,
        permission=Permission.WRITE_REPORTS,
        done="wrote a new version, which has to be cleared again",
    ),
    committee=lambda report: report.committee_id,
)
