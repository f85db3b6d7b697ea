"""What there is to be allowed. Roles (see ``roles.py``) are made of these."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that a person may see or do in a committee."""

    READ_PAPERS = "read papers"
    READ_AS_MEMBER = "read exempt papers that the law opens to every member"
    SEE_DRAFTS = "see drafts"
    SEE_EXEMPT = "see exempt items"
    WRITE_REPORTS = "write reports"
    CLEAR_REPORTS = "clear reports"
    EDIT_AGENDA = "edit agendas"
    MARK_EXEMPT = "mark items exempt"
    RELEASE = "release papers for publication"
    PUBLISH = "publish"
    RECALL = "recall what was published"
    MANAGE_BODIES = "manage committees"
    MANAGE_USERS = "manage users and roles"
    FOLLOW_FINDINGS = "follow findings: inspections, plans, measures"
    UPDATE_ACTIONS = "update the actions of one's own organisation"
    ASK = "record what a committee asked for"
    ANSWER_LETTERS = "answer the public's letters"
