"""Everything that changes a plan: who, when and why are always asked, and always kept."""

from cleardays.workroom.plans.actions.action import (
    add_action,
    add_dependency,
    change_action,
    move_action,
    remove_dependency,
)
from cleardays.workroom.plans.actions.dates import (
    add_milestone,
    finish,
    meet_milestone,
    move_date,
    move_milestone,
    start,
    stop,
    take_back,
)
from cleardays.workroom.plans.actions.importing import (
    Faulty,
    accept_import,
    export_plan,
    settle_table,
    take_in,
)
from cleardays.workroom.plans.actions.measure_figures import record_observation, restate
from cleardays.workroom.plans.actions.measure_importing import (
    accept_figures,
    choose_statistics,
    export_figures,
    take_in_figures,
)
from cleardays.workroom.plans.actions.measure_limits import keep_limits, recalculate_limits
from cleardays.workroom.plans.actions.measure_publication import (
    publish_measure,
    recall_measure,
    release_measure,
)
from cleardays.workroom.plans.actions.measure_targets import set_target
from cleardays.workroom.plans.actions.measures import (
    change_measure,
    create_measure,
    define_measure,
    link_measure,
    use_measure,
)
from cleardays.workroom.plans.actions.plan import (
    answer_asks,
    answer_inspections,
    change_plan,
    create_plan,
    let_follow,
    take_step,
)
from cleardays.workroom.plans.actions.progress import (
    add_evidence,
    add_voice,
    answer_voice,
    check_evidence,
    return_update,
    show_evidence,
    state_counts,
    take_update,
    write_update,
)
from cleardays.workroom.plans.actions.proposing import (
    approve_date,
    propose_date,
    return_date,
    withdraw_date,
)
from cleardays.workroom.plans.actions.publication import (
    ask_for_release,
    publish_version,
    recall_plan,
    release,
)
from cleardays.workroom.plans.actions.reporting import draft_report
from cleardays.workroom.plans.actions.risks import add_risk, change_risk, remove_risk
from cleardays.workroom.plans.actions.succession import carry_forward, hand_over

__all__ = [
    "Faulty",
    "accept_figures",
    "accept_import",
    "add_action",
    "add_dependency",
    "add_evidence",
    "add_milestone",
    "add_risk",
    "add_voice",
    "answer_asks",
    "answer_inspections",
    "answer_voice",
    "approve_date",
    "ask_for_release",
    "carry_forward",
    "change_action",
    "change_measure",
    "change_plan",
    "change_risk",
    "check_evidence",
    "choose_statistics",
    "create_measure",
    "create_plan",
    "define_measure",
    "draft_report",
    "export_figures",
    "export_plan",
    "finish",
    "hand_over",
    "keep_limits",
    "let_follow",
    "link_measure",
    "meet_milestone",
    "move_action",
    "move_date",
    "move_milestone",
    "propose_date",
    "publish_measure",
    "publish_version",
    "recalculate_limits",
    "recall_measure",
    "recall_plan",
    "record_observation",
    "release",
    "release_measure",
    "remove_dependency",
    "remove_risk",
    "restate",
    "return_date",
    "return_update",
    "set_target",
    "settle_table",
    "show_evidence",
    "start",
    "state_counts",
    "stop",
    "take_back",
    "take_in",
    "take_in_figures",
    "take_step",
    "take_update",
    "use_measure",
    "withdraw_date",
    "write_update",
]
