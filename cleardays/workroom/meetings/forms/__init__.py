"""What may be typed about meetings and their items."""

from cleardays.workroom.meetings.forms.exemption import (
    ConfidentialForm,
    ExemptForm,
)
from cleardays.workroom.meetings.forms.item import (
    ChangeItemForm,
    ItemForm,
    LateItemForm,
    MoveForm,
    OutcomeForm,
    PlaceReportForm,
    ReportForm,
    UrgencyForm,
)
from cleardays.workroom.meetings.forms.meeting import (
    ChangeMeetingForm,
    NewMeetingForm,
    ReasonForm,
    ReleaseForm,
    ShorterNoticeForm,
    editable,
)

__all__ = [
    "ChangeItemForm",
    "ChangeMeetingForm",
    "ConfidentialForm",
    "ExemptForm",
    "ItemForm",
    "LateItemForm",
    "MoveForm",
    "NewMeetingForm",
    "OutcomeForm",
    "PlaceReportForm",
    "ReasonForm",
    "ReleaseForm",
    "ReportForm",
    "ShorterNoticeForm",
    "UrgencyForm",
    "editable",
]
