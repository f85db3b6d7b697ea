"""What was published of an inspection."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from cleardays.workroom.access.guard import EVERY_ROW, GuardedQuerySet
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models.inspection import Inspection


class InspectionVersionQuerySet(GuardedQuerySet["InspectionVersion"]):
    def visibility(self, viewer: Viewer) -> Q:
        """What is public is for everybody who signs in; what was taken back, for followers."""
        if viewer.can_somewhere(Permission.FOLLOW_FINDINGS):
            return EVERY_ROW
        return Q(recalled_at__isnull=True) if viewer.is_signed_in else Q(pk__in=[])

    def of(self, inspection: Inspection) -> Self:
        """Return those of an inspection, newest first."""
        return self.filter(inspection=inspection).order_by("-number")


class InspectionVersion(models.Model):
    """What was published of an inspection, frozen (``inspections.snapshot``): it never changes."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    snapshot = models.JSONField()
    at = models.DateTimeField()
    recalled_at = models.DateTimeField(null=True, blank=True)

    objects = InspectionVersionQuerySet.as_manager()

    class Meta:
        ordering = ["inspection", "-number"]
        constraints = [
            models.UniqueConstraint(
                F("inspection"), F("number"), name="inspection_versions_differ"
            )
        ]

    def __str__(self) -> str:
        return f"{self.inspection_id} version {self.number}"
