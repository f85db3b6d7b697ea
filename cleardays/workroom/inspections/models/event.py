"""What happened to a case outside of it: an ombudsman's decision, a minister's answer, money."""

from django.db import models
from django.db.models import Q

from cleardays.workroom.inspections.models.finding import Area
from cleardays.workroom.inspections.models.inspection import Inspection, OfInspectionQuerySet


class Event(models.Model):
    """A dated fact from outside that belongs to the case of an inspection, or to one area of it.

    ``day`` is exact only where ``precision`` is "day"; else ``date_words`` says what is known and
    ``day`` only sorts. ``differs`` says what sources say differently. Public once the inspection
    is published; nothing here may be about a child or a family.
    """

    class Kind(models.TextChoices):
        OMBUDSMAN = "ombudsman", "Ombudsman"
        PARLIAMENT = "parliament", "Minister or Parliament"
        GOVERNMENT = "government", "Department for Education and NHS England"
        INSPECTORS = "inspectors", "Inspectors"
        MONEY = "money", "Money"
        PARTNERSHIP = "partnership", "Council and partners"
        PRESS = "press", "Press"
        DEADLINE = "deadline", "Deadline"
        OTHER = "other", "Other"

    class Precision(models.TextChoices):
        DAY = "day", "The day is known"
        MONTH = "month", "Only the month is known"
        YEAR = "year", "Only the year is known"
        ABOUT = "about", "About this time"

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="+")
    area = models.ForeignKey(
        Area, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=300, help_text="What happened, in plain words.")
    words = models.TextField(blank=True)
    day = models.DateField()
    precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    date_words = models.CharField(max_length=100, blank=True)
    differs = models.TextField(blank=True, help_text="What sources say differently.")
    is_confirmed = models.BooleanField(default=True)
    note = models.TextField(blank=True, help_text="How it is known.")
    sources = models.JSONField(default=list, blank=True)

    objects = OfInspectionQuerySet.as_manager()

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(precision="day") | ~Q(date_words=""),
                name="event_inexact_date_in_words",
            ),
            models.CheckConstraint(
                condition=Q(is_confirmed=True) | ~Q(note=""),
                name="event_not_confirmed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title
