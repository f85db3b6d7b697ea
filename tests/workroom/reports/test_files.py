"""Which files a viewer may have because of the reports that they see."""

import pytest

from cleardays.workroom.reports import actions
from cleardays.workroom.reports.files import may_see
from tests.factories.accounts import make_user
from tests.factories.documents import AT, make_file
from tests.factories.people import make_committee
from tests.factories.reports import PARTS, mark_public


@pytest.fixture
def original(author):
    return make_file(author, b"The original", "original.txt")


@pytest.fixture
def report(author, committee, viewer, original):
    return actions.create(committee, PARTS, by=viewer(author), at=AT, original=original)


def test_an_original_is_for_those_who_work_on_the_report(
    author, clerk, member, viewer, report, original
):
    mark_public(report, author)

    seen = [may_see(viewer(user), original.sha256) for user in (author, clerk, member)]

    assert seen == [True, True, False]


@pytest.mark.parametrize(("paragraphs", "seen"), [((), True), ((3,), False)])
def test_an_appendix_is_for_all_who_read_the_report_unless_it_is_exempt(
    author, member, committee, viewer, report, paragraphs, seen
):
    partner = make_user("Partner officer", committee, "partner")
    kept = {"exempt_under": paragraphs, "reasoning": "Prices"}
    new = actions.NewAppendix("Appendix A", "Map", [b"Map"], "map.txt", **kept)
    appendix = actions.add_appendix(report, new, by=viewer(author), at=AT)
    mark_public(report, author)

    assert may_see(viewer(partner), appendix.file_id) is seen
    assert may_see(viewer(member), appendix.file_id)
    assert may_see(viewer(author), appendix.file_id)


def test_members_have_no_exempt_appendix_of_a_draft_nor_of_another_committee(
    author, member, viewer, report
):
    kept = {"exempt_under": (3,), "reasoning": "Prices"}
    new = actions.NewAppendix("Appendix A", "Map", [b"Map"], "map.txt", **kept)
    appendix = actions.add_appendix(report, new, by=viewer(author), at=AT)
    assert not may_see(viewer(member), appendix.file_id)

    mark_public(report, author)

    elsewhere = make_user("Member elsewhere", make_committee(), "member")
    assert may_see(viewer(member), appendix.file_id)
    assert not may_see(viewer(elsewhere), appendix.file_id)
