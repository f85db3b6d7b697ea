"""The roles, and what each may do. In code, so that granting a power is a reviewed change."""

from dataclasses import dataclass
from enum import StrEnum

from cleardays.workroom.access.permissions import Permission


class RoleName(StrEnum):
    """The roles that a person can hold in a committee, or in the whole council."""

    DEMOCRATIC_SERVICES = "democratic-services"
    AUTHOR = "author"
    CLEARER = "clearer"
    MEMBER = "member"
    PARTNER = "partner"
    IMPROVEMENT_LEAD = "improvement-lead"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class Role:
    """A role in words, with its permissions."""

    title: str
    description: str
    permissions: frozenset[Permission]


_READ = {Permission.READ_PAPERS}
ROLES: dict[RoleName, Role] = {
    RoleName.DEMOCRATIC_SERVICES: Role(
        "Democratic services officer",
        "Prepares agendas, clears reports, marks exempt items, releases and publishes papers.",
        frozenset(
            _READ
            | {
                Permission.SEE_DRAFTS,
                Permission.SEE_EXEMPT,
                Permission.WRITE_REPORTS,
                Permission.CLEAR_REPORTS,
                Permission.EDIT_AGENDA,
                Permission.MARK_EXEMPT,
                Permission.RELEASE,
                Permission.PUBLISH,
                Permission.RECALL,
                Permission.MANAGE_BODIES,
                Permission.ANSWER_LETTERS,
                Permission.ASK,
            }
        ),
    ),
    RoleName.AUTHOR: Role(
        "Report author",
        "Writes and corrects reports; sees drafts.",
        frozenset(_READ | {Permission.SEE_DRAFTS, Permission.WRITE_REPORTS}),
    ),
    RoleName.CLEARER: Role(
        "Clearer",
        "Reads reports before they go on an agenda, clears them or sends them back.",
        frozenset(
            _READ | {Permission.SEE_DRAFTS, Permission.SEE_EXEMPT, Permission.CLEAR_REPORTS}
        ),
    ),
    RoleName.MEMBER: Role(
        "Member",
        "Reads the papers of the committee: exempt ones once the agenda is published, unless an"
        " officer named others who need to know. Held everywhere, what the law opens to all.",
        frozenset(_READ | {Permission.READ_AS_MEMBER}),
    ),
    RoleName.PARTNER: Role(
        "Partner officer",
        "Reads published papers, writes reports and updates the actions of a partner body; sees"
        " no drafts of others.",
        frozenset(_READ | {Permission.WRITE_REPORTS, Permission.UPDATE_ACTIONS}),
    ),
    RoleName.IMPROVEMENT_LEAD: Role(
        "Improvement lead",
        "Keeps inspections, plans and measures true; releases and publishes plan versions.",
        frozenset(
            _READ
            | {
                Permission.SEE_DRAFTS,
                Permission.WRITE_REPORTS,
                Permission.FOLLOW_FINDINGS,
                Permission.UPDATE_ACTIONS,
            }
        ),
    ),
    RoleName.ADMINISTRATOR: Role(
        "Administrator",
        "Manages users, roles and committees; sees no exempt item by that alone.",
        frozenset(_READ | {Permission.MANAGE_USERS, Permission.MANAGE_BODIES}),
    ),
}
