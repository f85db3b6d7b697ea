"""Uploads: kept whatever comes of them, read once, tried again."""

import hashlib
from datetime import timedelta

import pytest

from cleardays.readers.reports.draft import ReportDraft
from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.documents import actions, store
from cleardays.workroom.documents.models import READER_IS_DEAD_AFTER, StoredFile
from cleardays.workroom.documents.reading import READER
from cleardays.workroom.workflow.engine import Refused
from tests.factories.documents import AT, make_file, make_upload

LATER = AT + READER_IS_DEAD_AFTER + timedelta(seconds=1)


def begin(upload, at=AT):
    return actions.begin_reading(upload, by=READER, at=at)


def test_an_upload_waits_and_its_file_is_kept(author):
    upload = make_upload(author, b"Words", "words.txt")

    assert upload.state == "waiting"
    assert store.path_of(hashlib.sha256(b"Words").hexdigest()).read_bytes() == b"Words"
    assert AuditEvent.objects.about(upload).get().actor == "Head of Inclusion"


def test_the_same_file_given_twice_is_kept_once(author):
    make_upload(author)
    make_upload(author)

    assert StoredFile.objects.count() == 1


def test_the_name_of_a_file_is_in_no_sentence_of_the_journal(author):
    make_upload(author, name="Dismissal of the lamplighter.txt")

    assert not [e for e in AuditEvent.objects.all() if "lamplighter" in e.sentence]


def test_a_member_may_not_upload(member):
    with pytest.raises(NotAllowed):
        make_upload(member)


def test_only_one_reader_gets_an_upload(author):
    upload = make_upload(author)

    assert begin(upload) is not None
    assert begin(upload) is None


def test_a_reading_whose_worker_died_is_taken_again(author):
    upload = make_upload(author)
    begin(upload)

    assert begin(upload, LATER).tries == 2


def test_a_file_that_kills_every_reader_is_refused_in_the_end(author):
    upload = make_upload(author)
    at = AT
    for _ in range(actions.MAX_TRIES):
        begin(upload, at)
        at += READER_IS_DEAD_AFTER + timedelta(seconds=1)

    assert begin(upload, at) is None
    upload.refresh_from_db()
    assert (upload.state, upload.refusal_code) == ("refused", "broke-off")


def test_a_reader_that_was_given_up_cannot_overwrite_the_one_after_it(author):
    slow = begin(make_upload(author))
    quick = begin(slow, LATER)
    actions.finish_reading(quick, ReportDraft(title="Quick"), "", by=READER, at=LATER)

    assert not actions.finish_reading(slow, ReportDraft(title="Slow"), "", by=READER, at=LATER)
    quick.refresh_from_db()
    assert quick.draft["title"] == "Quick"


def test_finishing_twice_finishes_once(author):
    taken = begin(make_upload(author))
    actions.finish_reading(taken, ReportDraft(), "<p>Words</p>", by=READER, at=AT)

    assert not actions.finish_reading(taken, ReportDraft(), "", by=READER, at=AT)
    assert StoredFile.objects.get().rendering == "<p>Words</p>"


def test_a_refused_upload_keeps_its_file_and_its_reason(author):
    taken = begin(make_upload(author, b"Words"))

    actions.refuse(taken, "macro", "It carries macros: save it without.", by=READER, at=AT)

    taken.refresh_from_db()
    assert (taken.state, taken.refusal) == ("refused", "It carries macros: save it without.")
    assert store.verify(taken.file_id)


def test_a_refused_upload_can_be_tried_again(author, viewer):
    taken = begin(make_upload(author))
    actions.refuse(taken, "macro", "It carries macros.", by=READER, at=AT)

    again = actions.retry(taken, by=viewer(author), at=AT)

    assert (again.state, again.refusal, again.tries) == ("waiting", "", 0)


def test_what_is_not_refused_is_not_tried_again(author, viewer):
    with pytest.raises(Refused, match="could not be read"):
        actions.retry(make_upload(author), by=viewer(author), at=AT)


def test_an_upload_makes_one_report_only(author):
    taken = begin(make_upload(author))
    actions.finish_reading(taken, ReportDraft(), "", by=READER, at=AT)
    actions.mark_used(taken, 1, by=READER, at=AT)

    with pytest.raises(Refused, match="made into a report"):
        actions.mark_used(taken, 2, by=READER, at=AT)


def test_a_pdf_has_its_pages_counted_and_a_strange_file_no_type(author):
    assert make_file(author, b"<html>", "page.html").media_type == "application/octet-stream"
