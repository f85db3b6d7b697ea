"""Plans and what is in them. Dates agreed first are never overwritten; versions never change."""

from cleardays.workroom.plans.models.ledger import DateChange, Dependency, Leadership, Milestone
from cleardays.workroom.plans.models.measure import Measure, Observation, Target
from cleardays.workroom.plans.models.measure_publication import (
    MeasureFile,
    MeasureRelease,
    MeasureVersion,
)
from cleardays.workroom.plans.models.plan import Action, Plan, Support
from cleardays.workroom.plans.models.progress import Evidence, Risk, StatedCount, Update, Voice
from cleardays.workroom.plans.models.proposal import Proposal
from cleardays.workroom.plans.models.publication import PlanFile, PlanRelease, PlanVersion

__all__ = [
    "Action",
    "DateChange",
    "Dependency",
    "Evidence",
    "Leadership",
    "Measure",
    "MeasureFile",
    "MeasureRelease",
    "MeasureVersion",
    "Milestone",
    "Observation",
    "Plan",
    "PlanFile",
    "PlanRelease",
    "PlanVersion",
    "Proposal",
    "Risk",
    "StatedCount",
    "Support",
    "Target",
    "Update",
    "Voice",
]
