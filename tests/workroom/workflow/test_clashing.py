"""Two people who begin a thing of one name at the same moment both get it."""

import pytest
from django.db import IntegrityError

from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.clashing import TRIES, again_where_taken
from tests.factories.documents import AT
from tests.factories.reports import PARTS, make_report

FREE = "cleardays.workroom.reports.actions.beginning.free_slug"


def test_who_finds_an_address_free_that_is_taken_meanwhile_gets_the_next(
    author, committee, viewer, monkeypatch
):
    first = make_report(author, committee)
    found = iter([first.slug, first.slug, "another"])
    monkeypatch.setattr(FREE, lambda title: next(found))

    second = actions.create(committee, PARTS, by=viewer(author), at=AT)

    assert second.slug == "another"
    assert AuditEvent.objects.about(second).count() == 1


def test_what_clashes_every_time_is_raised_and_nothing_is_left(
    author, committee, viewer, monkeypatch
):
    first = make_report(author, committee)
    monkeypatch.setattr(FREE, lambda title: first.slug)

    with pytest.raises(IntegrityError):
        actions.create(committee, PARTS, by=viewer(author), at=AT)


def test_it_is_tried_so_many_times_and_no_more():
    tries = []

    @again_where_taken
    def clash():
        tries.append(1)
        raise IntegrityError

    with pytest.raises(IntegrityError):
        clash()
    assert len(tries) == TRIES
    assert not Report.objects.unrestricted(because="a test looks").exists()
