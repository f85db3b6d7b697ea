import pytest

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.roles import ROLES, RoleName
from cleardays.workroom.access.viewer import NotAllowed, Viewer

LOCAL = Viewer("Officer", 1, frozenset({(Permission.PUBLISH, 7), (Permission.PUBLISH, 3)}))
EVERYWHERE = Viewer("Officer", 1, everywhere=frozenset({Permission.PUBLISH}))


def test_a_permission_in_one_committee_holds_there_only():
    assert LOCAL.can(Permission.PUBLISH, 7)
    assert not LOCAL.can(Permission.PUBLISH, 8)
    assert not LOCAL.can(Permission.PUBLISH)
    assert LOCAL.committees_with(Permission.PUBLISH) == [3, 7]


def test_a_permission_everywhere_holds_in_any_committee():
    assert EVERYWHERE.can(Permission.PUBLISH, 999)


def test_the_public_can_nothing():
    public = Viewer.public()

    assert not public.is_signed_in
    assert not any(public.can_somewhere(permission) for permission in Permission)


def test_what_is_not_allowed_says_who_and_what():
    with pytest.raises(NotAllowed, match="Officer may not recall what was published here"):
        LOCAL.require(Permission.RECALL, 7)


def test_no_role_but_the_administrators_manages_users():
    managers = [n for n, role in ROLES.items() if Permission.MANAGE_USERS in role.permissions]

    assert managers == [RoleName.ADMINISTRATOR]


def test_administrators_see_no_exempt_item_and_release_nothing():
    powers = ROLES[RoleName.ADMINISTRATOR].permissions

    assert not powers & {Permission.SEE_EXEMPT, Permission.RELEASE, Permission.PUBLISH}


def test_partners_and_members_see_no_drafts():
    for name in (RoleName.PARTNER, RoleName.MEMBER):
        powers = ROLES[name].permissions
        assert not powers & {Permission.SEE_DRAFTS, Permission.SEE_EXEMPT}
