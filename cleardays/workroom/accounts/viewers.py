"""From a user to the Viewer that every query and action is given."""

from datetime import date

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.roles import ROLES, RoleName
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts.models import RoleHeld, User


def viewer_of(user: User, day: date) -> Viewer:
    """Build the Viewer from the roles that the user holds on the day."""
    held: set[tuple[Permission, int]] = set()
    everywhere: set[Permission] = set()
    for role in RoleHeld.objects.on(day).filter(user=user):
        permissions = ROLES[RoleName(role.role)].permissions
        if role.committee_id is None:
            everywhere |= permissions
        else:
            held |= {(permission, role.committee_id) for permission in permissions}
    return Viewer(user.post, user.pk, frozenset(held), frozenset(everywhere), user.organisation_id)
