from datetime import date

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.accounts.models import RoleHeld
from cleardays.workroom.accounts.viewers import viewer_of
from tests.factories.people import make_committee

DAY = date(2026, 3, 2)


def test_a_role_in_a_committee_gives_its_permissions_there_only(clerk, committee):
    viewer = viewer_of(clerk, DAY)

    assert viewer.can(Permission.PUBLISH, committee.pk)
    assert not viewer.can(Permission.PUBLISH, make_committee().pk)
    assert not viewer.can(Permission.PUBLISH)


def test_a_role_in_the_whole_council_holds_for_committees_to_come(clerk):
    RoleHeld.objects.filter(user=clerk).update(committee=None)

    viewer = viewer_of(clerk, DAY)

    assert viewer.can(Permission.PUBLISH, make_committee().pk)


def test_a_role_that_ended_gives_nothing(clerk, committee):
    RoleHeld.objects.filter(user=clerk).update(until=date(2026, 3, 1))

    assert not viewer_of(clerk, DAY).can_somewhere(Permission.READ_PAPERS)
