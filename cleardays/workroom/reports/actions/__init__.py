"""Everything that changes a report. A version once made is never changed."""

from cleardays.workroom.reports.actions.appendices import (
    NewAppendix,
    add_appendix,
    mark_appendix_exempt,
    note_obstacles,
    remove_appendix,
    replace_appendix,
)
from cleardays.workroom.reports.actions.beginning import create, create_blank, create_from_draft
from cleardays.workroom.reports.actions.clearance import (
    clear,
    mark_published,
    send_back,
    submit_for_clearance,
)
from cleardays.workroom.reports.actions.exemption import mark_report_exempt
from cleardays.workroom.reports.actions.notices import put_notice_away
from cleardays.workroom.reports.actions.versions import save_version

__all__ = [
    "NewAppendix",
    "add_appendix",
    "clear",
    "create",
    "create_blank",
    "create_from_draft",
    "mark_appendix_exempt",
    "mark_published",
    "mark_report_exempt",
    "note_obstacles",
    "put_notice_away",
    "remove_appendix",
    "replace_appendix",
    "save_version",
    "send_back",
    "submit_for_clearance",
]
