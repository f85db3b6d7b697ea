"""Who released an agenda, what was published of it, and what was recalled."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from cleardays.workroom.access.guard import GuardedQuerySet, held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models.meeting import Meeting
from cleardays.workroom.people.models import Committee


class ReleaseQuerySet(GuardedQuerySet["Release"]):
    def visibility(self, viewer: Viewer) -> Q:
        return held(Permission.SEE_DRAFTS, viewer, "meeting__committee")


class Release(models.Model):
    """A second person has read exactly this agenda and its papers and releases them.

    ``digest`` is the SHA-256 of what would be published, ``note`` included: any change after it
    voids the release.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    note = models.CharField(max_length=500, blank=True, help_text="Public: what changed and why.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"Release of {self.meeting_id} at {self.at:%-d %B %Y %H:%M}"


class AgendaVersionQuerySet(GuardedQuerySet["AgendaVersion"]):
    def visibility(self, viewer: Viewer) -> Q:
        """A published version is seen with its meeting."""
        return Q(meeting__in=Meeting.objects.visible_to(viewer))

    def of(self, meeting: Meeting) -> Self:
        return self.filter(meeting=meeting).order_by("-number")


class AgendaVersion(models.Model):
    """What was sent to the door, frozen. A supplement is a new version, never a silent change.

    ``snapshot`` holds only what the public may have, in the shape that ``meetings.snapshot``
    documents: the door projects from it with its own list of fields.
    """

    class Kind(models.TextChoices):
        AGENDA = "agenda", "Agenda"
        SUPPLEMENT = "supplement", "Supplement"
        CORRECTION = "correction", "Correction"
        MIXED = "mixed", "Supplement and correction"
        CANCELLATION = "cancellation", "Cancellation"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    note = models.CharField(max_length=500, blank=True, help_text="Public: what changed and why.")
    snapshot = models.JSONField()
    published_by = models.CharField(max_length=200)
    released_by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    objects = AgendaVersionQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "-number"]
        constraints = [
            models.UniqueConstraint(F("meeting"), F("number"), name="agenda_versions_differ")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number} of meeting {self.meeting_id}"


class RecallQuerySet(GuardedQuerySet["Recall"]):
    def visibility(self, viewer: Viewer) -> Q:
        return held(Permission.READ_PAPERS, viewer, "committee")


class Recall(models.Model):
    """A published meeting or report was taken back. ``reason`` is public, on the tombstone."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+")
    ref = models.CharField(max_length=120, db_index=True)
    reason = models.TextField(help_text="Public.")
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    objects = RecallQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"Recall of {self.ref} on {self.at:%-d %B %Y}"
