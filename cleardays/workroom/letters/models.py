"""Letters from the public as the council has them. The letterbox keeps none once they are here."""

from django.db import models
from django.db.models import Q

from cleardays.workroom.access.guard import GuardedQuerySet, held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer


class ReceivedLetterQuerySet(GuardedQuerySet["ReceivedLetter"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Letters are to the council: those who answer them anywhere see them."""
        if viewer.can_somewhere(Permission.ANSWER_LETTERS):
            return Q()
        return held(Permission.ANSWER_LETTERS, viewer, "pk")


class ReceivedLetter(models.Model):
    """A letter, by the key that the letterbox gave it. Personal data: gone when answered and old.

    ``about`` and ``page`` are as the sender chose; ``reply_to`` is "" where no answer is wanted.
    """

    id = models.UUIDField(primary_key=True)
    about = models.CharField(max_length=100)
    page = models.CharField(max_length=300, blank=True)
    words = models.TextField()
    reply_to = models.EmailField(blank=True)
    sent_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answer = models.TextField(blank=True)

    objects = ReceivedLetterQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(answered_at__isnull=True) & Q(answered_by=""))
                | (Q(answered_at__isnull=False) & ~Q(answered_by="")),
                name="letter_answered_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"{self.about}, {self.sent_at:%-d %B %Y}"
