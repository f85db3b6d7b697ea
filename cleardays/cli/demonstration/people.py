"""The bodies of the demonstration, and those who sign in to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from cleardays.cli.demonstration import story
from cleardays.cli.demonstration.story import Body, Post
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.roles import RoleName
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts import actions as accounts
from cleardays.workroom.accounts.models import User
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.people import actions as people
from cleardays.workroom.people.models import Committee, Organisation

# Each deed of the story has a moment of its own: what is published goes out in that order.
Clock = Callable[[], datetime]
COUNCIL = "lancashire-county-council"
# Nobody can sign in before there are users: the command itself enters the first.
SETTING_UP = Viewer(
    name="Clear Days",
    everywhere=frozenset({Permission.MANAGE_BODIES, Permission.MANAGE_USERS}),
)


@dataclass(frozen=True)
class Council:
    """What there is before the first meeting: bodies by slug, viewers by the key of a post."""

    committees: dict[str, Committee]
    viewers: dict[str, Viewer]
    organisations: dict[str, Organisation]


def enter_everybody(clock: Clock) -> Council:
    """Enter organisations, committees and users."""
    organisations = _organisations(clock)
    committees = _committees(organisations[COUNCIL], clock)
    viewers = {post.key: _user(post, organisations, committees, clock) for post in story.posts()}
    return Council(committees, viewers, organisations)


def _organisations(clock: Clock) -> dict[str, Organisation]:
    made: dict[str, Organisation] = {}
    for body in story.organisations():
        made[body.slug] = people.create_organisation(
            body.name,
            slug=body.slug,
            successor=made[body.successor] if body.successor else None,
            by=SETTING_UP,
            at=clock(),
            **body.facts,
        )
    return made


def _committees(council: Organisation, clock: Clock) -> dict[str, Committee]:
    made: dict[str, Committee] = {}
    for body in story.committees():
        made[body.slug] = _committee(council, body, made, clock)
    return made


def _committee(
    council: Organisation, body: Body, known: dict[str, Committee], clock: Clock
) -> Committee:
    return people.create_committee(
        council,
        body.name,
        slug=body.slug,
        successor=known[body.successor] if body.successor else None,
        parent=known[body.parent] if body.parent else None,
        by=SETTING_UP,
        at=clock(),
        **body.facts,
    )


def _user(
    post: Post,
    organisations: dict[str, Organisation],
    committees: dict[str, Committee],
    clock: Clock,
) -> Viewer:
    """Enter a user with their role, and return them as the one who acts."""
    today = localdate(clock())
    user, _ = accounts.create_user(
        post.email,
        post.post,
        organisations[post.organisation],
        password=story.password(),
        by=SETTING_UP,
        at=clock(),
    )
    where: list[Committee | None] = [committees[slug] for slug in post.committees]
    for committee in where or [None]:
        accounts.give_role(
            user, RoleName(post.role), committee=committee, since=today, by=SETTING_UP, at=clock()
        )
    return viewer_of(User.objects.get(pk=user.pk), today)
