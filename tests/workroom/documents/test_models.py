"""What the database itself refuses, and which uploads wait."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cleardays.workroom.access.guard import UnguardedQuery
from cleardays.workroom.documents.models import READER_IS_DEAD_AFTER, Upload
from tests.factories.documents import AT, make_upload


def everything():
    return Upload.objects.unrestricted(because="a test")


@pytest.mark.parametrize("state", ["refused", "used"])
def test_an_upload_that_is_refused_or_used_says_why_or_for_what(author, state):
    upload = make_upload(author)

    with pytest.raises(IntegrityError), transaction.atomic():
        everything().filter(pk=upload.pk).update(state=state)


def test_uploads_are_not_read_without_saying_for_whom():
    with pytest.raises(UnguardedQuery):
        list(Upload.objects.all())


def test_the_oldest_is_read_first_and_a_reading_under_way_is_left_alone(author):
    first, second, third = (make_upload(author, str(number).encode()) for number in range(3))
    everything().filter(pk=first.pk).update(at=AT + timedelta(minutes=1))
    everything().filter(pk=third.pk).update(state="reading", began_at=AT)

    assert [one.pk for one in everything().to_read(AT)] == [second.pk, first.pk]
    later = AT + READER_IS_DEAD_AFTER + timedelta(seconds=1)
    assert third.pk in {one.pk for one in everything().to_read(later)}
