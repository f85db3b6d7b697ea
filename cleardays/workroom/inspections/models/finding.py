"""Who answers for an inspection, the areas it found wanting, and how each was judged."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from cleardays.workroom.inspections.models.inspection import Inspection, OfInspectionQuerySet
from cleardays.workroom.people.models import Organisation


class ResponsibilityQuerySet(OfInspectionQuerySet):
    def open(self) -> Self:
        """Return those that nobody has taken over yet."""
        return self.filter(until__isnull=True)


class Responsibility(models.Model):
    """A body answers for an inspection, or for one area of it, from a day to a day.

    When the body ends, the row ends and a new one ``inherits_from`` it: history stays.
    """

    class Role(models.TextChoices):
        JOINT = "joint", "Jointly responsible"
        LEAD = "lead", "Leads"
        CONTRIBUTES = "contributes", "Contributes"
        MONITORS = "monitors", "Monitors"

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="+")
    area = models.ForeignKey(
        "Area", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=Role, default=Role.JOINT)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    inherits_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ResponsibilityQuerySet.as_manager()

    class Meta:
        ordering = ["role", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")),
                name="responsibility_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.get_role_display()}"


class Area(models.Model):
    """An area of weakness, for priority action or for improvement, as the inspectors found it."""

    class Kind(models.TextChoices):
        WEAKNESS = "weakness", "Significant area of weakness"
        PRIORITY = "priority", "Area for priority action"
        IMPROVEMENT = "improvement", "Area for improvement"
        HEADLINE = "headline", "Headline finding"

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=300, help_text="Short, in plain words.")
    text = models.TextField(blank=True, help_text="As found, or in our own words.")
    recurs_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_confirmed = models.BooleanField(default=True)
    note = models.TextField(blank=True, help_text="Public: how it is known.")
    sources = models.JSONField(default=list, blank=True)

    objects = OfInspectionQuerySet.as_manager()

    class Meta:
        ordering = ["inspection", "number"]
        constraints = [
            models.UniqueConstraint(F("inspection"), F("number"), name="area_numbers_differ")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.label}"


class Judgement(models.Model):
    """What one judge said of an area, or of the whole, on a day. Judges are never mixed.

    ``on`` is exact only without ``on_words``; with them it only sorts.
    """

    class Judge(models.TextChoices):
        INSPECTORS = "inspectors", "Inspectors (Ofsted and CQC)"
        GOVERNMENT = "government", "DfE and NHS England"
        SELF = "self", "The partnership itself"
        FAMILIES = "families", "Families"
        COMMITTEE = "committee", "The committee"

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="+")
    area = models.ForeignKey(
        Area, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    judge = models.CharField(max_length=12, choices=Judge)
    value = models.CharField(max_length=100, help_text="Such as: sufficient progress.")
    on = models.DateField(null=True, blank=True)
    on_words = models.CharField(max_length=100, blank=True)
    words = models.TextField(blank=True)
    is_confirmed = models.BooleanField(default=True)
    sources = models.JSONField(default=list, blank=True)

    objects = OfInspectionQuerySet.as_manager()

    class Meta:
        ordering = [F("on").asc(nulls_last=True), "pk"]

    def __str__(self) -> str:
        return f"{self.get_judge_display()}: {self.value}"
