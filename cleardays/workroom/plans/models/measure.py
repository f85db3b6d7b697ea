"""Measures, their targets in a plan, and what was observed."""

from django.db import models
from django.db.models import F, Q

from cleardays.workroom.access.guard import EVERY_ROW, GuardedQuerySet
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.plans.models.plan import Action, FollowersQuerySet, Plan
from cleardays.workroom.plans.models.seeing import NO_ROW, follows


class MeasureQuerySet(GuardedQuerySet["Measure"]):
    def visibility(self, viewer: Viewer) -> Q:
        """What is measured is for whoever works on plans; the figures have their own rule."""
        is_partner = viewer.can_somewhere(Permission.UPDATE_ACTIONS)
        return EVERY_ROW if is_partner or follows(viewer) else NO_ROW


class Measure(models.Model):
    """What is measured. ``definition`` has the versions in the shape of ``progress.measures``."""

    ref = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    areas = models.ManyToManyField(Area, related_name="+", blank=True)
    actions = models.ManyToManyField(Action, related_name="+", blank=True)
    definition = models.JSONField(default=list)
    small_number = models.PositiveSmallIntegerField(default=5)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


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


class Observation(models.Model):
    """A figure of a period. A restatement is another row that supersedes it. Never edited.

    Raw counts may be small: they are for those who follow findings, and no other page.
    """

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="+")
    geography = models.CharField(max_length=60, default="local", help_text="local, England, ...")
    period = models.CharField(max_length=30)
    numerator = models.FloatField(null=True, blank=True)
    denominator = models.FloatField(null=True, blank=True)
    value = models.FloatField(null=True, blank=True)
    is_provisional = models.BooleanField(default=False)
    source = models.CharField(max_length=500)
    recorded_at = models.DateTimeField()
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = FollowersQuerySet.as_manager()

    class Meta:
        ordering = ["period", "pk"]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.period}"
