"""Measures, their targets in a plan, and what was observed."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cleardays.workroom.access.guard import EVERY_ROW, GuardedQuerySet
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.models.plan import Action, FollowersQuerySet, Plan
from cleardays.workroom.plans.models.seeing import NO_ROW, follows, works_for


class MeasureQuerySet(GuardedQuerySet["Measure"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Followers see all; a body its own, and what is public of others."""
        if follows(viewer):
            return EVERY_ROW
        body = works_for(viewer)
        return Q(is_published=True) | Q(body=body) if body else NO_ROW


class Measure(models.Model):
    """What is measured, by which body. ``definition`` has the versions (``plans.figures``).

    ``part_of`` is the measure whose figures this one's are a part of: girls of all children.
    ``limits`` are the days from which the limits of its chart are worked out anew, with why.
    """

    ref = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    body = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    areas = models.ManyToManyField(Area, related_name="+", blank=True)
    actions = models.ManyToManyField(Action, related_name="+", blank=True)
    definition = models.JSONField(default=list)
    limits = models.JSONField(default=list, blank=True)
    part_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    small_number = models.PositiveSmallIntegerField(default=5)
    is_published = models.BooleanField(default=False)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("plans:measure", args=[self.pk])


class Target(models.Model):
    """Baseline, dated target and trajectory of a measure in a plan."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="+")
    baseline = models.FloatField(null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    target = models.FloatField()
    target_on = models.DateField()
    trajectory = models.JSONField(default=list, blank=True)

    objects = FollowersQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(F("plan"), F("measure"), name="target_once")]

    def __str__(self) -> str:
        return f"{self.measure_id}: {self.target} by {self.target_on}"


class OfOwnMeasureQuerySet(GuardedQuerySet["Observation"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Raw counts may be small: they are for followers, and for the body whose they are."""
        if follows(viewer):
            return EVERY_ROW
        body = works_for(viewer)
        return Q(measure__body=body) if body else NO_ROW


class Observation(models.Model):
    """A figure of a period. A restatement is another row that supersedes it. Never edited.

    ``marker`` says why the source gave no figure, ``reason`` why one was restated, ``by`` who
    recorded it.
    """

    OWN = "local"

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="+")
    geography = models.CharField(max_length=60, default=OWN, help_text="local, England, ...")
    period = models.CharField(max_length=30)
    numerator = models.FloatField(null=True, blank=True)
    denominator = models.FloatField(null=True, blank=True)
    value = models.FloatField(null=True, blank=True)
    is_provisional = models.BooleanField(default=False)
    marker = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=500)
    retrieved_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = OfOwnMeasureQuerySet.as_manager()

    class Meta:
        ordering = ["period", "pk"]
        constraints = [models.UniqueConstraint(F("supersedes"), name="restated_once")]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.period}"
