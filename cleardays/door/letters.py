"""Letters on their way in: from the letterbox to the workroom, once each."""

from datetime import datetime

from cleardays.letterbox.models import Letter
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.letters.actions import Incoming, receive


def bring_in(*, at: datetime) -> int:
    """Take every letter in and empty the letterbox of it. Returns how many there were.

    If we stop in between, the letter is still there next time and is received once.
    """
    count = 0
    for letter in Letter.objects.order_by("sent_at"):
        incoming = Incoming(
            letter.pk,
            letter.get_about_display(),
            letter.page,
            letter.words,
            letter.reply_to,
            letter.sent_at,
        )
        receive(incoming, by=Viewer.public(), at=at)
        letter.delete()
        count += 1
    return count
