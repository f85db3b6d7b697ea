"""Everything that changes users and the roles they hold. The journal has posts, no addresses."""

import secrets
from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.roles import ROLES, RoleName
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts.models import RoleHeld, User
from cleardays.workroom.audit import log
from cleardays.workroom.people.models import Committee, Organisation
from cleardays.workroom.workflow.engine import Refused

# No letters or figures that are taken for one another when read out.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 4, 5


@transaction.atomic
def create_user(
    email: str,
    post: str,
    organisation: Organisation,
    *,
    by: Viewer,
    at: datetime,
    password: str = "",
) -> tuple[User, str]:
    """Enter a user by post. Return them with a password that has to be changed at first sign-in.

    ``password`` is for setting up from the command line, where it is typed and stays.
    """
    by.require(Permission.MANAGE_USERS)
    if User.objects.filter(email__iexact=email.strip()).exists():
        raise Refused("Somebody signs in with this e-mail address already")
    if not post.strip():
        raise Refused("Say which post they hold: pages show people by post")
    if password:
        _refuse_weak(password)
    given = password or one_time_password()
    made = User.objects.create_user(
        email.strip(),
        given,
        post=post.strip(),
        organisation=organisation,
        must_change_password=not password,
    )
    log.record("create", made, f"entered {made} as a user", by=by, at=at)
    return made, given


@transaction.atomic
def change_user(
    user: User, *, email: str, post: str, organisation: Organisation, by: Viewer, at: datetime
) -> User:
    """Change a user's post, organisation or e-mail address."""
    held = _held(user, by)
    wanted = email.strip().lower()
    if User.objects.filter(email__iexact=wanted).exclude(pk=held.pk).exists():
        raise Refused("Somebody else signs in with this e-mail address")
    before = held.post
    held.email, held.post, held.organisation = wanted, post.strip(), organisation
    held.save(update_fields=["email", "post", "organisation"])
    said = f"changed the account of {before}" + (f", now {held}" if held.post != before else "")
    log.record("change", held, said, by=by, at=at)
    return held


@transaction.atomic
def renew_password(user: User, *, by: Viewer, at: datetime) -> str:
    """Give a user who forgot theirs a new one-time password; every session of theirs ends."""
    held = _held(user, by)
    given = one_time_password()
    held.set_password(given)
    held.must_change_password = True
    held.save(update_fields=["password", "must_change_password"])
    log.record("renew-password", held, f"gave {held} a new one-time password", by=by, at=at)
    return given


@transaction.atomic
def give_role(
    user: User,
    role: RoleName,
    *,
    committee: Committee | None,
    since: date,
    by: Viewer,
    at: datetime,
    until: date | None = None,
) -> RoleHeld:
    """Let a user hold a role in a committee, or with None in the whole council."""
    where = committee.pk if committee else None
    by.require(Permission.MANAGE_USERS, where)
    if user.pk == by.user_id:
        raise Refused("Nobody gives a role to themselves: ask another administrator")
    if until and until < since:
        raise Refused("The role would end before it begins: check the two dates")
    held = RoleHeld.objects.filter(user=user, role=role.value, committee=committee)
    if held.on(since).exists():
        raise Refused(f"{user} holds this role there on {since:%-d %B %Y} already")
    made = RoleHeld.objects.create(
        user=user, role=role.value, committee=committee, since=since, until=until
    )
    term = f"from {since:%-d %B %Y}" + (f" to {until:%-d %B %Y}" if until else "")
    said = f"gave {user} the role of {made}, {term}"
    log.record("give-role", user, said, by=by, at=at, committee_id=where)
    return made


@transaction.atomic
def end_role(held: RoleHeld, *, until: date, by: Viewer, at: datetime) -> RoleHeld:
    """Let a role end with a day, its last; one that has not begun is as if never given."""
    by.require(Permission.MANAGE_USERS, held.committee_id)
    if until < localdate(at) - timedelta(days=1):
        raise Refused("What was done in a role stays done: it ends today, or yesterday, or later")
    said = f"ended the role of {held} with {until:%-d %B %Y}"
    if until < held.since:
        said = f"took back the role of {held} before it began"
        RoleHeld.objects.filter(pk=held.pk).delete()
    else:
        held.until = until
        held.save(update_fields=["until"])
    log.record("end-role", held.user, said, by=by, at=at, committee_id=held.committee_id)
    return held


@transaction.atomic
def deactivate(user: User, *, by: Viewer, at: datetime) -> User:
    """Let a user sign in no more. What they did stays theirs."""
    held = _held(user, by)
    if held.pk == by.user_id:
        raise Refused("You cannot shut yourself out: ask another administrator")
    held.is_active = False
    held.save(update_fields=["is_active"])
    log.record("deactivate", held, f"deactivated {held}", by=by, at=at)
    return held


@transaction.atomic
def reactivate(user: User, *, by: Viewer, at: datetime) -> User:
    """Let a user sign in again."""
    held = _held(user, by)
    held.is_active = True
    held.save(update_fields=["is_active"])
    log.record("reactivate", held, f"reactivated {held}", by=by, at=at)
    return held


def one_time_password() -> str:
    """Return twenty letters and figures in four groups: 99 bits, and can be read out."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def roles_in_words() -> list[tuple[str, str]]:
    """Return the roles as choices, each with what it may do."""
    return [(name.value, f"{role.title}: {role.description}") for name, role in ROLES.items()]


def _held(user: User, by: Viewer) -> User:
    by.require(Permission.MANAGE_USERS)
    return User.objects.select_for_update().get(pk=user.pk)


def _refuse_weak(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError as weak:
        raise Refused(*weak.messages) from weak
