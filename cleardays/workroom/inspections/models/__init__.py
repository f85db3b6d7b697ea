"""Inspections and what belongs to them. What was published of one never changes."""

from cleardays.workroom.inspections.models.decision import Decision
from cleardays.workroom.inspections.models.duty import Duty
from cleardays.workroom.inspections.models.event import Event
from cleardays.workroom.inspections.models.finding import Area, Judgement, Responsibility
from cleardays.workroom.inspections.models.inspection import Inspection
from cleardays.workroom.inspections.models.publication import InspectionVersion

__all__ = [
    "Area",
    "Decision",
    "Duty",
    "Event",
    "Inspection",
    "InspectionVersion",
    "Judgement",
    "Responsibility",
]
