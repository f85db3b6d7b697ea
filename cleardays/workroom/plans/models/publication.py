"""What was released and published of a plan, and the tables that went out and came back."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from cleardays.workroom.access.guard import EVERY_ROW, GuardedQuerySet
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.plans.models.plan import FollowersQuerySet, Plan
from cleardays.workroom.plans.models.seeing import NO_ROW, follows


class PlanRelease(models.Model):
    """A second person has read exactly this version and releases it; any change voids it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    as_at = models.DateField()
    note = models.CharField(max_length=500, blank=True, help_text="Public: what changed and why.")
    stated_published_on = models.DateField(null=True, blank=True)
    stated_source = models.CharField(
        max_length=500, blank=True, help_text="Public: where it was public before it came here."
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = FollowersQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"Release of plan {self.plan_id} as at {self.as_at}"


class PlanVersionQuerySet(GuardedQuerySet["PlanVersion"]):
    def visibility(self, viewer: Viewer) -> Q:
        """What is public is seen by all who sign in; what was taken back, by followers."""
        if follows(viewer):
            return EVERY_ROW
        standing = Q(plan__is_published=True, recalled_at__isnull=True)
        return standing if viewer.is_signed_in else NO_ROW

    def of(self, plan: Plan) -> Self:
        """Return those of a plan, newest first."""
        return self.filter(plan=plan).order_by("-number")

    def standing(self) -> Self:
        """Return those that have not been taken back."""
        return self.filter(recalled_at__isnull=True)


class PlanVersion(models.Model):
    """What was published of a plan, frozen, public words only (``plans.snapshot``)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    as_at = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    stated_published_on = models.DateField(null=True, blank=True)
    stated_source = models.CharField(max_length=500, blank=True)
    snapshot = models.JSONField()
    published_by = models.CharField(max_length=200)
    released_by = models.CharField(max_length=200)
    at = models.DateTimeField()
    recalled_at = models.DateTimeField(null=True, blank=True)

    objects = PlanVersionQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "-number"]
        constraints = [
            models.UniqueConstraint(F("plan"), F("number"), name="plan_versions_differ")
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} version {self.number}"


class PlanFile(models.Model):
    """A table of a whole plan that went out to be worked on, or came back.

    ``table`` has the rows in the shape of ``readers.plans``; what came back names the export
    that it began as, so that it can be compared with both. ``file`` is what came, as it came.
    ``questions`` are still to be settled before its rows count; ``answers`` are those given.
    """

    class Kind(models.TextChoices):
        EXPORT = "export", "Export"
        IMPORT = "import", "Import"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind)
    name = models.CharField(max_length=255, blank=True)
    table = models.JSONField()
    questions = models.JSONField(default=list)
    answers = models.JSONField(default=dict)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    base = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)

    objects = FollowersQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
