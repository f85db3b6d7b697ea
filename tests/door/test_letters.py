"""Letters come in once, and the letterbox keeps none."""

import uuid
from datetime import UTC, datetime

from cleardays.door.letters import bring_in
from cleardays.letterbox.models import Letter
from cleardays.workroom.letters.models import ReceivedLetter

AT = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
KEY = uuid.UUID(int=7)


def make_letter():
    return Letter.objects.create(
        pk=KEY, about="format", page="/reports/lamps/", words="Large print, please", sent_at=AT
    )


def received():
    return ReceivedLetter.objects.unrestricted(because="a test looks")


def test_a_letter_comes_in_with_its_words():
    make_letter()

    assert bring_in(at=AT) == 1

    letter = received().get()
    assert (letter.pk, letter.words) == (KEY, "Large print, please")
    assert letter.about == "I need this in another format"
    assert not Letter.objects.exists()


def test_one_that_was_received_before_the_stop_is_received_once():
    make_letter()
    bring_in(at=AT)
    make_letter()

    bring_in(at=AT)

    assert received().count() == 1
    assert not Letter.objects.exists()
