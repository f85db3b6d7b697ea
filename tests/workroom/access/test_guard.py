"""What a viewer holds in the whole council counts in every condition."""

from cleardays.workroom.access.guard import held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.people.models import Committee
from tests.factories.people import make_committee


def test_what_is_held_everywhere_still_counts_beside_another_condition():
    make_committee()
    everywhere = Viewer("Officer", everywhere=frozenset({Permission.SEE_DRAFTS}))

    drafts = held(Permission.SEE_DRAFTS, everywhere, "pk") | held(
        Permission.SEE_EXEMPT, everywhere, "pk"
    )

    assert Committee.objects.filter(drafts).count() == 1
