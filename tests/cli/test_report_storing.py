"""Who clears an imported report, and what is done whole or not at all."""

import pytest
import time_machine

from cleardays.cli.report_storing import Wanted, import_file
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.engine import Refused
from tests.cli.conftest import IN_TIME
from tests.factories.accounts import make_user
from tests.factories.documents import REPORT


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "lamps.txt"
    path.write_text(REPORT)
    return path


@time_machine.travel(IN_TIME, tick=False)
def test_the_second_person_clears_where_they_may(file, committee, clerk, deputy):
    wanted = Wanted(clerk.post, committee.slug, publish=True, released_by=deputy.post)

    said = [*import_file(file, wanted)]

    assert any(f"Cleared by {deputy.post}" in line for line in said)


@time_machine.travel(IN_TIME, tick=False)
def test_whoever_is_named_clears(file, committee, clerk, deputy):
    make_user("Monitoring Officer", committee, "clearer")
    wanted = Wanted(
        clerk.post,
        committee.slug,
        publish=True,
        released_by=deputy.post,
        cleared_by="Monitoring Officer",
    )

    said = [*import_file(file, wanted)]

    assert any("Cleared by Monitoring Officer" in line for line in said)


def test_a_post_that_two_hold_is_told_apart_by_address(file, committee, clerk):
    make_user(clerk.post, committee, "democratic-services")

    with pytest.raises(Refused, match="e-mail"):
        [*import_file(file, Wanted(clerk.post, committee.slug))]
    [*import_file(file, Wanted(clerk.email, committee.slug))]
    assert Report.objects.unrestricted(because="a test").get().author == clerk


def test_an_item_puts_the_draft_on_the_agenda_without_publishing(file, committee, clerk):
    wanted = Wanted(clerk.post, committee.slug, meeting="2099-03-05", item=1)

    said = [*import_file(file, wanted)]

    assert any("Added item 1" in line for line in said)
    assert Report.objects.unrestricted(because="a test").get().state == "draft"
