"""Users with a role in a committee."""

from datetime import date
from itertools import count

from cleardays.workroom.accounts.models import RoleHeld, User

_serial = count(1)


def make_user(post, committee, role, **fields):
    """Make a user of the committee's council who holds the role there since 2010."""
    user = User.objects.create_user(
        email=f"user{next(_serial)}@council.example",
        password="a long enough password",
        post=post,
        organisation=committee.organisation,
        **fields,
    )
    RoleHeld.objects.create(user=user, role=role, committee=committee, since=date(2010, 1, 1))
    return user
