"""Files by hash, and each upload's way to being read.

Nothing here knows who may see a file: the room that shows it asks its own visibility first.
"""

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cleardays.workroom.access.guard import GuardedQuerySet
from cleardays.workroom.access.viewer import Viewer

# Longer than any reading may take, so that what has been read for as long has no reader left.
READER_IS_DEAD_AFTER = timedelta(minutes=5)


class StoredFile(models.Model):
    """A file as it was given. Its bytes live in the private store under their SHA-256.

    ``rendering`` is what a reader saw in it, as sanitised HTML in reading order; "" until read.
    """

    sha256 = models.CharField(max_length=64, primary_key=True)
    name = models.CharField(max_length=255, help_text="As the first giver called it.")
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    pages = models.PositiveIntegerField(null=True, blank=True)
    stored_at = models.DateTimeField()
    rendering = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class UploadQuerySet(GuardedQuerySet["Upload"]):
    def visibility(self, viewer: Viewer) -> Q:
        """An upload is seen by whoever gave it; what is made of it has its own visibility."""
        return Q(by_id=viewer.user_id) if viewer.user_id else Q(pk__in=[])

    def to_read(self, at: datetime) -> Self:
        """Return those that wait, and those whose reader died, oldest first."""
        deserted = Q(state="reading", began_at__lt=at - READER_IS_DEAD_AFTER)
        return self.filter(Q(state="waiting") | deserted).order_by("at")


class Upload(models.Model):
    """A file that somebody gave to be read as a report. It is kept whatever comes of the reading.

    The worker takes those that wait; a reading whose worker died (``began_at`` too old) is taken
    again. ``draft`` holds the parts as read, ``refusal`` the one sentence that says why not.
    ``report_id`` is the report that was made of it, by key.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Being read"
        READ = "read", "Read"
        REFUSED = "refused", "Refused"
        USED = "used", "Made into a report"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    meeting_id = models.BigIntegerField(
        null=True, blank=True, help_text="The meeting that it was dropped on, by key."
    )
    committee_id = models.BigIntegerField(
        null=True, blank=True, help_text="The committee of that meeting, by key."
    )
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    draft = models.JSONField(null=True, blank=True)
    refusal_code = models.CharField(max_length=30, blank=True)
    refusal = models.TextField(blank=True)
    report_id = models.BigIntegerField(null=True, blank=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["state", "at"], name="upload_waiting")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal=""), name="upload_refused_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(state="used") | Q(report_id__isnull=False),
                name="upload_used_says_for_what",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("documents:progress", args=[self.pk])

    @property
    def is_under_way(self) -> bool:
        return self.state in {self.State.WAITING, self.State.READING}
