"""What was released and published of a plan, and the tables that went out and came back."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from cleardays.workroom.access.guard import EVERY_ROW, GuardedQuerySet
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans.models.plan import FollowersQuerySet, Plan
from cleardays.workroom.plans.models.releasing import ExchangedFile, Release, Version
from cleardays.workroom.plans.models.seeing import NO_ROW, follows


class PlanRelease(Release):
    """What a second person released of a plan: as at which day, with which note."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    as_at = models.DateField()
    note = models.CharField(max_length=500, blank=True, help_text="Public: what changed and why.")
    stated_published_on = models.DateField(null=True, blank=True)
    stated_source = models.CharField(
        max_length=500, blank=True, help_text="Public: where it was public before it came here."
    )

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


class PlanVersion(Version):
    """What was published of a plan, frozen, public words only (``plans.snapshot``)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    as_at = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    stated_published_on = models.DateField(null=True, blank=True)
    stated_source = models.CharField(max_length=500, blank=True)

    objects = PlanVersionQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "-number"]
        constraints = [
            models.UniqueConstraint(F("plan"), F("number"), name="plan_versions_differ")
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} version {self.number}"


class PlanFile(ExchangedFile):
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
    table = models.JSONField()
    questions = models.JSONField(default=list)
    answers = models.JSONField(default=dict)
    base = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = FollowersQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
