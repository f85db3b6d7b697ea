"""Everything that changes an inspection. Each action is one transaction with one audit record."""

from cleardays.workroom.inspections.actions.areas import (
    add_area,
    change_area,
    judge,
    judge_areas,
    remove_area,
    take_back_judgement,
)
from cleardays.workroom.inspections.actions.attaching import attach
from cleardays.workroom.inspections.actions.bodies import enter_body, hand_over, set_responsible
from cleardays.workroom.inspections.actions.decisions import (
    change_decision,
    record_decision,
    remove_decision,
)
from cleardays.workroom.inspections.actions.duties import assign, finish, reopen
from cleardays.workroom.inspections.actions.entering import change, create_by_form
from cleardays.workroom.inspections.actions.events import add_event, change_event, remove_event
from cleardays.workroom.inspections.actions.publication import publish, recall
from cleardays.workroom.inspections.actions.reading import (
    Accepted,
    AcceptedArea,
    accept_reading,
    begin_from_reading,
    discard_reading,
)

__all__ = [
    "Accepted",
    "AcceptedArea",
    "accept_reading",
    "add_area",
    "add_event",
    "assign",
    "attach",
    "begin_from_reading",
    "change",
    "change_area",
    "change_decision",
    "change_event",
    "create_by_form",
    "discard_reading",
    "enter_body",
    "finish",
    "hand_over",
    "judge",
    "judge_areas",
    "publish",
    "recall",
    "record_decision",
    "remove_area",
    "remove_decision",
    "remove_event",
    "reopen",
    "set_responsible",
    "take_back_judgement",
]
