"""What was released and published of a measure, and the files of figures that were given."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cleardays.workroom.access.guard import EVERY_ROW, GuardedQuerySet
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.models.measure import Measure
from cleardays.workroom.plans.models.releasing import ExchangedFile, Release, Version
from cleardays.workroom.plans.models.seeing import NO_ROW, follows, works_for


class MeasureRelease(Release):
    """What a second person released of a measure."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"Release of measure {self.measure_id}"


class MeasureVersionQuerySet(GuardedQuerySet["MeasureVersion"]):
    def visibility(self, viewer: Viewer) -> Q:
        """A version that stands is public; one taken back is for those who keep the measure."""
        seen = Q(measure__in=Measure.objects.visible_to(viewer))
        if follows(viewer):
            return seen
        body = works_for(viewer)
        return seen & (Q(recalled_at=None) | Q(measure__body=body)) if body else NO_ROW


class MeasureVersion(Version):
    """What was published of a measure, frozen, after suppression (``plans.measured.snapshot``).

    One that was recalled stays here for those who keep the measure: what it showed was seen.
    """

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="+")

    objects = MeasureVersionQuerySet.as_manager()

    class Meta:
        ordering = ["measure", "-number"]
        constraints = [
            models.UniqueConstraint(F("measure"), F("number"), name="measure_versions_differ")
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} version {self.number}"


class MeasureFileQuerySet(GuardedQuerySet["MeasureFile"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Followers see all; a body what it gave and what it took out itself."""
        if follows(viewer):
            return EVERY_ROW
        body = works_for(viewer)
        return Q(body=body) if body else NO_ROW


class MeasureFile(ExchangedFile):
    """A file of figures that went out, or came in; it is kept whatever comes of the reading.

    ``rows`` are the figures as read or sent, ``faults`` what is wrong, cell by cell, ``notes``
    what of it was taken for no figure. Of the DfE's statistics ``choice`` says what was chosen
    in it, and ``measure`` whose figures they are.
    """

    class Kind(models.TextChoices):
        EXPORT = "export", "Taken out"
        TEMPLATE = "template", "Figures in a table"
        STATISTICS = "statistics", "Statistics of the DfE"

    kind = models.CharField(max_length=10, choices=Kind)
    body = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    rows = models.JSONField(default=list)
    faults = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    choice = models.JSONField(default=dict)
    base = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = MeasureFileQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name or self.get_kind_display()

    def get_absolute_url(self) -> str:
        return reverse("plans:measure_file", args=[self.pk])
