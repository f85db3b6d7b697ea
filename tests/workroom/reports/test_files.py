"""Which files a viewer may have because of the reports that they see."""

import pytest

from cleardays.workroom.reports import actions
from cleardays.workroom.reports.checks import latest
from cleardays.workroom.reports.files import may_see
from tests.factories.documents import AT, make_file
from tests.factories.reports import PARTS


@pytest.fixture
def original(author):
    return make_file(author, b"The original", "original.txt")


@pytest.fixture
def report(author, committee, viewer, original):
    return actions.create(committee, PARTS, by=viewer(author), at=AT, original=original)


def test_an_original_is_for_those_who_work_on_the_report(
    author, clerk, member, viewer, report, original
):
    actions.mark_published([latest(report).pk], by=viewer(author), at=AT)

    seen = [may_see(viewer(user), original.sha256) for user in (author, clerk, member)]

    assert seen == [True, True, False]


@pytest.mark.parametrize(("paragraphs", "seen"), [((), True), ((3,), False)])
def test_an_appendix_is_for_all_who_read_the_report_unless_it_is_exempt(
    author, member, viewer, report, paragraphs, seen
):
    new = actions.NewAppendix("Appendix A", "Map", [b"Map"], "map.txt", paragraphs)
    appendix = actions.add_appendix(report, new, by=viewer(author), at=AT)
    actions.mark_published([latest(report).pk], by=viewer(author), at=AT)

    assert may_see(viewer(member), appendix.file_id) is seen
    assert may_see(viewer(author), appendix.file_id)
