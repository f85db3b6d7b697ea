"""Appending once and in order, and recalling."""

import json
import uuid
from datetime import date, timedelta

import pytest
from django.db import transaction

from cleardays.record import files, log
from cleardays.record.linking import Stated
from cleardays.record.models import Content, Current, Entry, PublicFile
from cleardays.record.schemas.common import Link
from tests.factories.record import (
    WHEN,
    a_file,
    a_meeting,
    a_report,
    an_item,
    changed,
    publish,
    recall,
)


def test_a_first_publication_is_entry_one_and_current():
    report = a_report()

    entry = publish(report)

    assert (entry.seq, entry.kind, entry.version) == (1, "published", 1)
    current = Current.objects.get(ref=report.ref)
    assert (current.title, current.committee) == (report.title, report.committee)
    assert current.day == date(2026, 1, 14)


def test_the_same_origin_appends_once():
    origin = uuid.uuid4()
    first = publish(a_report(), origin=origin)

    again = publish(a_report(title="Another"), origin=origin)

    assert again == first
    assert Entry.objects.count() == 1


def test_what_is_current_already_is_not_appended_again():
    report = a_report()
    first = publish(report)

    assert publish(report) == first
    assert Entry.objects.count() == 1


def test_a_changed_document_is_the_next_version_and_keeps_its_first_dates():
    report = a_report()
    publish(report, stated=Stated(date(2018, 1, 22), "The council's old site"))

    entry = publish(changed(report, title="New"), at=WHEN + timedelta(days=1))

    current = Current.objects.get(ref=report.ref)
    assert (entry.kind, entry.version, current.title) == ("replaced", 2, "New")
    assert (current.first_recorded_at, current.first_stated_on) == (WHEN, date(2018, 1, 22))
    assert current.first_stated_source == "The council's old site"
    assert current.recorded_at == WHEN + timedelta(days=1)


def test_a_recall_deletes_every_version_and_keeps_the_chain_and_the_reason():
    report = a_report()
    publish(report)
    publish(changed(report, title="New"))

    entry = recall(report.ref, "It named somebody")

    assert Content.objects.filter(seq__in=[1, 2]).count() == 0
    current = Current.objects.get(ref=report.ref)
    assert (current.is_recalled, current.title, current.seq) == (True, "Recalled", entry.seq)
    assert json.loads(current.body)["reason"] == "It named somebody"
    assert Entry.objects.count() == 3


def test_recalling_one_version_leaves_the_newest_and_the_next_has_its_own_number():
    report = a_report()
    publish(report)
    publish(changed(report, title="Two"))
    recall(report.ref, versions=[1])

    entry = publish(changed(report, title="Three"))

    assert entry.version == 4
    assert Current.objects.get(ref=report.ref).title == "Three"
    assert not Content.objects.filter(seq=1).exists()
    assert Content.objects.filter(seq=2).exists()


def test_what_was_recalled_may_be_published_again():
    report = a_report()
    publish(report)
    recall(report.ref)

    entry = publish(report)

    assert (entry.kind, entry.version) == ("published", 3)
    assert not Current.objects.get(ref=report.ref).is_recalled


def test_recalling_again_is_refused_and_adds_nothing():
    report = a_report()
    publish(report)
    recall(report.ref)

    with pytest.raises(log.NothingToRecall):
        recall(report.ref)
    assert Entry.objects.count() == 2


def test_recalling_what_was_never_published_is_an_error():
    with pytest.raises(Entry.DoesNotExist):
        recall("reports/never")


def test_a_recall_takes_the_files_that_only_its_versions_had(django_capture_on_commit_callbacks):
    own, shared = a_file("own"), a_file("shared")
    report = a_report(files=(own, shared))
    publish(report)
    publish(a_report(files=(shared,)))

    with django_capture_on_commit_callbacks(using="record", execute=True):
        recall(report.ref)

    assert not files.path_of(own.sha256).exists()
    assert files.path_of(shared.sha256).exists()
    assert PublicFile.objects.get(pk=own.sha256).recalled_at == WHEN
    assert PublicFile.objects.get(pk=shared.sha256).recalled_at is None


def test_an_agenda_that_lists_a_report_does_not_keep_its_files(
    django_capture_on_commit_callbacks,
):
    paper = a_file("exempt after all")
    report = a_report(files=(paper,))
    link = Link(report.ref, report.title)
    publish(report)
    publish(a_meeting(items=(an_item("1", "Report", report=link, files=(paper,)),)))

    with django_capture_on_commit_callbacks(using="record", execute=True):
        recall(report.ref)

    assert not files.path_of(paper.sha256).exists()


def test_an_item_of_another_report_keeps_its_file(django_capture_on_commit_callbacks):
    paper = a_file("a map that two reports have")
    report = a_report(files=(paper,))
    other = Link("reports/other", "Other")
    publish(report)
    publish(a_meeting(items=(an_item("1", "Other", report=other, files=(paper,)),)))

    with django_capture_on_commit_callbacks(using="record", execute=True):
        recall(report.ref)

    assert files.path_of(paper.sha256).exists()


@pytest.mark.parametrize("model", [Entry, Content])
def test_the_database_refuses_to_change_what_was_published(model):
    publish(a_report())

    with pytest.raises(Exception, match="append-only"), transaction.atomic(using="record"):
        model.objects.update(seq=7)


def test_the_database_refuses_to_delete_an_entry():
    publish(a_report())

    with pytest.raises(Exception, match="append-only"), transaction.atomic(using="record"):
        Entry.objects.all().delete()
