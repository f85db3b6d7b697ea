from dataclasses import replace
from datetime import date

import pytest

from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.proof import digest_of, noted, proof_of, snapshot_of
from cleardays.workroom.meetings.snapshot import MeetingSnapshot
from cleardays.workroom.people.models import ClosureDay
from cleardays.workroom.reports.models import Appendix
from tests.factories.documents import make_file
from tests.factories.meetings import (
    EARLY,
    GROUNDS,
    IN_TIME,
    attach,
    items_of,
    make_meeting,
    seen_by,
)


@pytest.fixture
def meeting(clerk, committee):
    return make_meeting(clerk, committee, "Lamps", place="Town Hall")


def add_appendix(report, author, label, exempt_under=""):
    file = make_file(author, content=label.encode())
    return Appendix.objects.create(
        report=report,
        label=label,
        public_title=f"Title of {label}",
        file=file,
        exempt_under=exempt_under,
        added_at=EARLY,
    )


def test_a_snapshot_goes_to_plain_values_and_back(meeting):
    snapshot = snapshot_of(meeting, IN_TIME, note="A note")

    assert MeetingSnapshot.from_json(snapshot.as_json()) == snapshot


def test_the_digest_does_not_depend_on_the_moment(meeting):
    assert digest_of(snapshot_of(meeting, EARLY)) == digest_of(snapshot_of(meeting, IN_TIME))


def test_the_digest_covers_the_note(meeting):
    snapshot = snapshot_of(meeting, EARLY)

    assert digest_of(noted(snapshot, "A note")) != digest_of(snapshot)


def test_the_digest_covers_which_file_an_appendix_is(meeting, author, clerk):
    report = attach(items_of(meeting)[0], author, clerk, clerk)
    appendix = add_appendix(report, author, "Appendix A")
    before = digest_of(snapshot_of(meeting, EARLY))

    appendix.file = make_file(author, content=b"another file")
    appendix.save()

    assert digest_of(snapshot_of(meeting, EARLY)) != before


def test_an_exempt_appendix_is_named_but_its_file_is_not(meeting, author, clerk):
    report = attach(items_of(meeting)[0], author, clerk, clerk)
    add_appendix(report, author, "Appendix B", exempt_under="3")

    (appendix,) = snapshot_of(meeting, EARLY).items[0].appendices

    assert (appendix.public_title, appendix.exempt_under) == ("Title of Appendix B", (3,))
    assert appendix.sha256 == ""


def test_the_newest_version_of_a_report_is_the_one_frozen(meeting, author, clerk):
    report = attach(items_of(meeting)[0], author, clerk, clerk)

    proof = proof_of(meeting, EARLY)

    assert proof.snapshot.items[0].report_version_id == proof.versions[report.pk].pk


def test_only_closure_days_that_can_matter_are_frozen(meeting, committee):
    for day in (date(2026, 3, 12), date(2025, 12, 29), date(2026, 4, 1)):
        ClosureDay.objects.create(organisation=committee.organisation, day=day, name="Shut")

    assert snapshot_of(meeting, EARLY).closures == (("2026-03-12", "Shut"),)


def test_the_number_of_queries_does_not_grow_with_the_agenda(
    meeting, author, clerk, django_assert_num_queries
):
    for number in range(25):
        actions.add_item(meeting, f"Item {number}", by=seen_by(clerk), at=EARLY)
    item = actions.add_exempt_item(meeting, **GROUNDS, by=seen_by(clerk), at=EARLY)
    attach(items_of(meeting)[0], author, clerk, clerk)
    fresh = type(meeting).objects.unrestricted(because="a test looks")
    meeting = fresh.select_related("committee__organisation").get(pk=meeting.pk)

    with django_assert_num_queries(8):
        proof = proof_of(meeting, EARLY)

    assert item.pk in proof.exemptions


def test_noting_changes_the_newest_issue_only(meeting):
    snapshot = snapshot_of(meeting, EARLY)
    twice = replace(snapshot, issues=(*snapshot.issues, *snapshot.issues))

    assert [issue.note for issue in noted(twice, "New").issues] == ["", "New"]
