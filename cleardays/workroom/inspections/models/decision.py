"""A decision that one person took where no meeting could take it in time."""

from django.db import models

from cleardays.law.scheduling import Notice
from cleardays.workroom.inspections.models.inspection import Inspection, OfInspectionQuerySet


class Decision(models.Model):
    """The record of an executive decision by an officer or a member (SI 2012/2089, reg 13).

    Public once the inspection is published: what is exempt or confidential is not written here.
    """

    class How(models.TextChoices):
        NOT_KEY = "not-key", Notice.NOT_KEY.capitalize()
        FULL = "full", Notice.FULL.capitalize()
        GENERAL_EXCEPTION = "general-exception", Notice.GENERAL_EXCEPTION.capitalize()
        SPECIAL_URGENCY = "special-urgency", Notice.SPECIAL_URGENCY.capitalize()

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="+")
    taken_on = models.DateField()
    taken_by = models.CharField(max_length=200, help_text="A post.")
    how = models.CharField(max_length=20, choices=How)
    decision = models.TextField()
    reasons = models.TextField()
    alternatives = models.TextField(help_text="Considered and rejected, or that none were.")
    conflicts = models.TextField(help_text="Declared by members consulted, with dispensations.")
    address = models.URLField(max_length=500, blank=True, help_text="Where the report stands.")

    objects = OfInspectionQuerySet.as_manager()

    class Meta:
        ordering = ["taken_on", "pk"]

    def __str__(self) -> str:
        return f"{self.taken_by}, {self.taken_on:%-d %B %Y}"
