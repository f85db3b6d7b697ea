"""Putting a letter in."""

from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from cleardays.letterbox.models import Letter
from cleardays.letterbox.post import put


def test_a_letter_goes_in_without_anything_being_read():
    letter = Letter(about="question", words="When is it?", sent_at=now())

    with CaptureQueriesContext(connections["letterbox"]) as queries:
        put(letter)

    said = [query["sql"].upper() for query in queries]
    assert len([sql for sql in said if sql.startswith("INSERT")]) == 1
    assert not any("SELECT" in sql or "RETURNING" in sql for sql in said)
    assert Letter.objects.get(pk=letter.pk).words == "When is it?"
