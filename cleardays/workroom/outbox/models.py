"""What is to be published. Written with the change itself, read by the door, never lost."""

import uuid

from django.db import models


class Outgoing(models.Model):
    """One thing to carry to the record.

    ``kind`` names the door's projection ("committee", "meeting", "recall"); ``payload`` is frozen
    at the time of the action and holds keys of immutable versions, so that what is published is
    what was released. ``done_at`` is set when the record has it; ``problem`` says why the last try
    failed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.CharField(max_length=30)
    payload = models.JSONField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["done_at", "at"], name="outbox_waiting")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.at:%-d %B %Y %H:%M}"
