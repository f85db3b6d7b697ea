"""An inspection, and how what belongs to one is seen."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cleardays.law.frameworks import Framework, framework
from cleardays.workroom.access.guard import EVERY_ROW, GuardedQuerySet
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import StoredFile


class InspectionQuerySet(GuardedQuerySet["Inspection"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Whoever follows findings sees all; others who sign in see what is public.

        While something has changed since, they are shown what was published (``thawing``): the
        row says more.
        """
        if viewer.can_somewhere(Permission.FOLLOW_FINDINGS):
            return EVERY_ROW
        unchanged = ~Q(changed_at__gt=F("published_at"))
        return Q(is_published=True) & unchanged if viewer.is_signed_in else Q(pk__in=[])


class Inspection(models.Model):
    """An inspection under a framework (``law.frameworks`` has their outcomes and clocks).

    ``ref`` is its public address. Days that are not known exactly have their ``*_words``.
    ``due_by_letter`` is the plan's date in the inspectorate's own letter, which wins over every
    clock. Everything here but ``private_note`` and ``reading`` is public once published, ``file``
    only where ``publishes_file``: a draft of a report is not the inspectors' to be shown yet.
    ``is_accepted`` is False while what was read from a PDF waits for a person to settle it.
    What changed after ``published_at`` (``changed_at`` is later) is not public yet.
    """

    ref = models.CharField(max_length=120, unique=True)
    framework = models.CharField(max_length=30)
    area_name = models.CharField(max_length=200, help_text="The local area, such as Lancashire.")
    title = models.CharField(max_length=300)
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    days_words = models.CharField(max_length=200, blank=True)
    letter_dated = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    published_words = models.CharField(max_length=200, blank=True)
    due_by_letter = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=40, blank=True)
    outcome_words = models.TextField(blank=True, help_text="As the report words it, in short.")
    needs_plan = models.BooleanField(default=False)
    needs_strategic_plan = models.BooleanField(default=False)
    monitoring_words = models.TextField(blank=True)
    next_inspection_words = models.TextField(blank=True)
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    summary = models.TextField(blank=True, help_text="Plain words for everybody.")
    note = models.TextField(blank=True, help_text="What is not confirmed, what conflicts.")
    sources = models.JSONField(default=list, blank=True)
    private_note = models.TextField(blank=True, help_text="For officers; never published.")
    reading = models.JSONField(null=True, blank=True, help_text="As read from the PDF.")
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    publishes_file = models.BooleanField(default=False)
    is_accepted = models.BooleanField(default=True)
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    is_invented = models.BooleanField(default=False)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        ordering = [F("first_day").desc(nulls_last=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_published=False) | Q(is_accepted=True),
                name="inspection_published_is_accepted",
            ),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True)
                | Q(last_day__isnull=True)
                | Q(last_day__gte=F("first_day")),
                name="inspection_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("inspections:inspection", args=[self.pk])

    @property
    def kind(self) -> Framework:
        """The framework it was made under."""
        return framework(self.framework)

    @property
    def outcome_name(self) -> str:
        """The outcome in short, "" where none is entered."""
        found = self.kind.outcome(self.outcome)
        return found.name if found else ""

    @property
    def file_href(self) -> str:
        """Where the inspectors' PDF can be had, by those who may."""
        return reverse("documents:file", args=[self.file_id]) if self.file_id else ""

    @property
    def has_changes(self) -> bool:
        """Say whether something changed since it was last published."""
        published, changed = self.published_at, self.changed_at
        return bool(published and changed and changed > published)


class OfInspectionQuerySet(GuardedQuerySet[Any]):
    def visibility(self, viewer: Viewer) -> Q:
        """What belongs to an inspection is seen with it."""
        visible = Inspection.objects.visible_to(viewer).order_by()
        return Q(inspection__in=visible.values("pk"))
