"""An administrator entered or let in again, by the same actions as the pages."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate, now

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.roles import RoleName
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts import actions as accounts
from cleardays.workroom.accounts.models import RoleHeld, User
from cleardays.workroom.people import actions as people
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.workflow.engine import Refused

# Nobody can sign in before there are users: who runs the machine enters the first.
MACHINE = Viewer(
    name="Whoever runs Clear Days",
    everywhere=frozenset({Permission.MANAGE_BODIES, Permission.MANAGE_USERS}),
)


@transaction.atomic
def let_in(email: str, post: str, council: str) -> list[str]:
    """Return what was done, a line each; Refused where the post or the council is not said."""
    at = now()
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        user, password = _entered(email, post, council, at)
    else:
        password = accounts.renew_password(user, by=MACHINE, at=at)
        if not user.is_active:
            accounts.reactivate(user, by=MACHINE, at=at)
    _give_role(user, at)
    return [
        f"{user} of {user.organisation} is an administrator.",
        f"Sign in at {settings.WORKROOM_URL}/ as {user.email} with the password {password}",
        "and choose one of your own. Then enter committees, and users with their roles.",
    ]


def _entered(email: str, post: str, council: str, at: datetime) -> tuple[User, str]:
    if not (post.strip() and council.strip()):
        raise Refused(f"Nobody signs in as {email} yet: say --post POST and --council NAME")
    of = Organisation.objects.filter(name__iexact=council.strip()).first()
    of = of or people.create_organisation(council, by=MACHINE, at=at)
    return accounts.create_user(email, post, of, by=MACHINE, at=at)


def _give_role(user: User, at: datetime) -> None:
    today, role = localdate(at), RoleName.ADMINISTRATOR
    held = RoleHeld.objects.on(today).filter(user=user, role=role.value, committee=None)
    if not held.exists():
        accounts.give_role(user, role, committee=None, since=today, by=MACHINE, at=at)
