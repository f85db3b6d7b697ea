"""Letters from the public: who sees them, and how they are answered."""

import uuid
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.letters import actions
from cleardays.workroom.letters.models import ReceivedLetter
from cleardays.workroom.workflow.engine import Refused

AT = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)


@pytest.fixture
def letter():
    incoming = actions.Incoming(
        uuid.UUID(int=7), "I have a question", "/", "When is it?", "pat@home.example", AT
    )
    return actions.receive(incoming, by=Viewer.public(), at=AT)


def test_an_officer_reads_a_letter_and_notes_the_answer(letter, clerk, signed_in):
    client = signed_in(clerk)
    page = client.get(reverse("letters:letter", args=[letter.pk]))
    assert "When is it?" in page.content.decode()

    client.post(page.request["PATH_INFO"], {"answer": "On Tuesday."})

    answered = ReceivedLetter.objects.unrestricted(because="a test looks").get()
    assert (answered.answer, answered.answered_by) == ("On Tuesday.", clerk.post)


def test_members_and_authors_know_nothing_of_letters(letter, member, author, signed_in):
    for user in (member, author):
        assert signed_in(user).get(reverse("letters:letters")).status_code == 404
        assert signed_in(user).get(reverse("letters:letter", args=[letter.pk])).status_code == 404


def test_a_letter_is_answered_once(letter, clerk, viewer):
    actions.answer(letter, "On Tuesday.", by=viewer(clerk), at=AT)

    with pytest.raises(Refused, match="It was answered on 9 March 2026"):
        actions.answer(letter, "On Wednesday.", by=viewer(clerk), at=AT)


def test_an_answer_in_no_words_is_refused_and_nothing_is_lost(letter, clerk, signed_in):
    page = signed_in(clerk).post(reverse("letters:letter", args=[letter.pk]), {"answer": "  "})

    assert page.status_code == 200
    assert ReceivedLetter.objects.unrestricted(because="a test looks").get().answered_at is None
