"""From released papers to public documents, and what must never cross."""

import json
from datetime import timedelta

import pytest

from cleardays.door.drain import drain
from cleardays.record.files import path_of
from cleardays.record.models import Current, Entry, PublicFile
from cleardays.record.verify import verify
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.meetings import actions
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.reports import actions as reports
from cleardays.workroom.reports.actions import NewAppendix
from tests.factories.accounts import make_user
from tests.factories.published import IN_TIME, make_meeting, publish
from tests.factories.reports import make_cleared_report

MOMENT = timedelta(seconds=1)
CSV = b"Lamp,Cost\nHigh Street,9\n"


@pytest.fixture
def officer(clerk):
    return viewer_of(clerk, IN_TIME.date())


@pytest.fixture
def second(deputy):
    return viewer_of(deputy, IN_TIME.date())


@pytest.fixture
def report(author, committee):
    return make_cleared_report(author, make_user("Clearer", committee, "clearer"), committee)


@pytest.fixture
def meeting(committee, officer, report):
    made = make_meeting(committee, officer)
    actions.add_item(made, "Repairing the lamps", by=officer, at=IN_TIME, report=report)
    return made


def body(ref: str) -> dict:
    return json.loads(Current.objects.get(ref=ref).body)


def test_a_published_meeting_stands_in_the_record_with_its_report(
    meeting, officer, second, report
):
    publish(meeting, officer, second)

    document = body(meeting.ref)
    (item,) = document["items"]
    assert item["title"] == "Repairing the lamps"
    assert item["report"]["ref"] == f"reports/{report.slug}"
    assert body(item["report"]["ref"])["background"] == "<p>Nine lamps are dark.</p>"
    assert verify().is_sound


def test_the_pdf_made_from_the_parts_is_a_public_file(meeting, officer, second, report):
    publish(meeting, officer, second)

    (paper,) = body(f"reports/{report.slug}")["files"]
    assert (paper["role"], paper["media_type"]) == ("pdf", "application/pdf")
    assert path_of(paper["sha256"]).read_bytes().startswith(b"%PDF-")


def test_draining_again_appends_nothing(meeting, officer, second):
    publish(meeting, officer, second)
    before = Entry.objects.count()
    Outgoing.objects.update(done_at=None, began_at=None, tries=0)

    drain()

    assert Entry.objects.count() == before
    assert not Outgoing.objects.filter(done_at=None).exists()


def test_an_exempt_item_crosses_with_its_public_title_only(meeting, officer, second, report):
    (item,) = meeting_items(meeting)
    actions.mark_exempt(
        item,
        paragraphs=[3],
        public_title="A contract",
        private_title="The lamps of Spark and Sons",
        reasoning="Prices would be known to those who bid.",
        review_on=None,
        by=officer,
        at=IN_TIME,
    )

    publish(meeting, officer, second)

    (crossed,) = body(meeting.ref)["items"]
    assert (crossed["title"], crossed["exempt_paragraphs"]) == ("A contract", [3])
    assert (crossed["report"], crossed["files"]) == (None, [])
    assert not Current.objects.filter(ref=f"reports/{report.slug}").exists()
    assert "Spark and Sons" not in "".join(Current.objects.values_list("body", flat=True))


def test_what_failed_says_why_and_is_tried_again(meeting, officer, second, monkeypatch):
    monkeypatch.setattr("cleardays.door.publish.log.append", _out_of_order)
    publish(meeting, officer, second)
    waiting = Outgoing.objects.filter(done_at=None)
    assert all("the disk is full" in row.problem for row in waiting)

    monkeypatch.undo()
    waiting.update(began_at="2020-01-01T00:00Z")
    drain()

    assert not Outgoing.objects.filter(done_at=None).exists()
    assert Current.objects.filter(ref=meeting.ref).exists()


def test_a_recalled_report_leaves_a_tombstone_and_no_file(
    meeting, officer, second, report, django_capture_on_commit_callbacks
):
    publish(meeting, officer, second)
    files = [one["sha256"] for one in body(f"reports/{report.slug}")["files"]]

    report.refresh_from_db()
    actions.recall(report, reason="It named a family.", by=officer, at=IN_TIME)
    with django_capture_on_commit_callbacks(using="record", execute=True):
        drain()

    current = Current.objects.get(ref=f"reports/{report.slug}")
    assert current.is_recalled
    assert "It named a family." in current.body
    assert not any(path_of(sha256).exists() for sha256 in files)
    assert verify().is_sound


def test_the_agenda_says_that_its_report_was_taken_back(
    meeting, officer, second, report, django_capture_on_commit_callbacks
):
    publish(meeting, officer, second)
    report.refresh_from_db()
    actions.recall(report, reason="It named a family.", by=officer, at=IN_TIME)

    with django_capture_on_commit_callbacks(using="record", execute=True):
        drain()

    (item,) = body(meeting.ref)["items"]
    assert item["is_taken_back"]
    assert (item["report"]["ref"], item["files"]) == (f"reports/{report.slug}", [])
    assert verify().is_sound


def publish_and_wait(meeting, officer, second):
    """Publish in the workroom; nothing goes out of the door yet."""
    actions.release(meeting, by=second, at=IN_TIME)
    actions.publish(meeting, by=officer, at=IN_TIME)


def test_a_report_recalled_while_it_waits_never_goes_out(meeting, officer, second, report):
    publish_and_wait(meeting, officer, second)
    report.refresh_from_db()
    actions.recall(report, reason="It named a family.", by=officer, at=IN_TIME + MOMENT)

    drain()

    assert not Current.objects.filter(ref=f"reports/{report.slug}").exists()
    assert [item["report"] for item in body(meeting.ref)["items"]] == [None]
    assert not Outgoing.objects.filter(done_at=None).exists()


def test_a_meeting_recalled_while_it_waits_never_goes_out(meeting, officer, second):
    publish_and_wait(meeting, officer, second)
    meeting.refresh_from_db()
    actions.recall(meeting, reason="It named a family.", by=officer, at=IN_TIME + MOMENT)

    drain()

    assert not Current.objects.filter(ref=meeting.ref).exists()
    assert not Outgoing.objects.filter(done_at=None).exists()


def test_where_one_paper_may_not_go_out_none_does(meeting, officer, second, author, committee):
    clearer = make_user("Clearer", committee, "clearer")
    other = make_cleared_report(author, clearer, committee, title="Mending the bins")
    give_appendix(other, author, name="costs.docx", content=b"PK\x03\x04 is no Word file")
    actions.add_item(meeting, "Mending the bins", by=officer, at=IN_TIME, report=other)

    publish(meeting, officer, second)

    (waiting,) = Outgoing.objects.filter(done_at=None)
    assert "Appendix A: Costs may not go out" in waiting.problem
    assert not Entry.objects.exists()
    assert not PublicFile.objects.exists()


def test_a_public_file_is_called_by_its_public_title(meeting, officer, second, report, author):
    first = viewer_of(author, IN_TIME.date())
    documents.keep_file([CSV], "Lease to Quillfeather.csv", by=first, at=IN_TIME)
    give_appendix(report, author, name="costs.csv", content=CSV)

    publish(meeting, officer, second)

    (item,) = body(meeting.ref)["items"]
    assert [one["name"] for one in item["files"]] == [
        "repairing-the-lamps.pdf",
        "appendix-a-costs.csv",
    ]


def give_appendix(report, author, *, name, content):
    given = NewAppendix("Appendix A", "Costs", [content], name)
    reports.add_appendix(report, given, by=viewer_of(author, IN_TIME.date()), at=IN_TIME)


def meeting_items(meeting):
    from cleardays.workroom.meetings.models import AgendaItem

    return AgendaItem.objects.unrestricted(because="a test looks").on(meeting)


def _out_of_order(*args, **kwargs):
    raise OSError("the disk is full")


def test_an_officer_is_told_what_stopped_at_the_door(
    meeting, officer, second, clerk, signed_in, monkeypatch
):
    monkeypatch.setattr("cleardays.door.publish.log.append", _out_of_order)
    publish(meeting, officer, second)

    page = signed_in(clerk).get(f"/meetings/{meeting.pk}/").content.decode()

    assert "stopped at the door" in page
    assert "the disk is full" in page
