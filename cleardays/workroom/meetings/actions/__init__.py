"""Everything that changes a meeting. Each action is one transaction with one audit record."""

from cleardays.workroom.meetings.actions.agenda import (
    accept_as_urgent,
    add_item,
    attach_report,
    change_item,
    detach_report,
    late_item,
    move_item,
    record_outcome,
    remove_item,
)
from cleardays.workroom.meetings.actions.exemption import (
    add_exempt_item,
    mark_confidential,
    mark_exempt,
    mark_open,
)
from cleardays.workroom.meetings.actions.meeting import (
    call_at_shorter_notice,
    cancel_meeting,
    change_meeting,
    create_meeting,
)
from cleardays.workroom.meetings.actions.publication import (
    ask_for_release,
    publish,
    publish_at_shorter_notice,
    recall,
    release,
)

__all__ = [
    "accept_as_urgent",
    "add_exempt_item",
    "add_item",
    "ask_for_release",
    "attach_report",
    "call_at_shorter_notice",
    "cancel_meeting",
    "change_item",
    "change_meeting",
    "create_meeting",
    "detach_report",
    "late_item",
    "mark_confidential",
    "mark_exempt",
    "mark_open",
    "move_item",
    "publish",
    "publish_at_shorter_notice",
    "recall",
    "record_outcome",
    "release",
    "remove_item",
]
