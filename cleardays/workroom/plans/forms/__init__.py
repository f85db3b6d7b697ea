"""What may be typed about plans and their actions."""

from cleardays.workroom.plans.forms.action import (
    ActionForm,
    CarryForm,
    DependencyForm,
    EvidenceForm,
    MilestoneForm,
    MoveForm,
    NewActionForm,
    StopForm,
    UpdateForm,
    WhyForm,
)
from cleardays.workroom.plans.forms.fields import (
    OnForm,
    sentences,
)
from cleardays.workroom.plans.forms.plan import (
    AnsweredForm,
    AnswerForm,
    CommitteesForm,
    CountsForm,
    NewPlanForm,
    PlanForm,
    RecallForm,
    ReleaseForm,
    RiskForm,
    StepForm,
    VoiceForm,
)

__all__ = [
    "ActionForm",
    "AnswerForm",
    "AnsweredForm",
    "CarryForm",
    "CommitteesForm",
    "CountsForm",
    "DependencyForm",
    "EvidenceForm",
    "MilestoneForm",
    "MoveForm",
    "NewActionForm",
    "NewPlanForm",
    "OnForm",
    "PlanForm",
    "RecallForm",
    "ReleaseForm",
    "RiskForm",
    "StepForm",
    "StopForm",
    "UpdateForm",
    "VoiceForm",
    "WhyForm",
    "sentences",
]
