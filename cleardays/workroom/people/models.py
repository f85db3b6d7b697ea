"""Organisations, committees, posts, electoral divisions and the days on which an office is shut.

Reference data, open to everyone: nothing here is ever secret. Rows have dates and successors, so
that nothing is rewritten when a body ends and another takes over.
"""

from datetime import date
from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cleardays.law.scheduling import CALL_IN_DAYS

MOST_CALL_IN_DAYS = 20


class Organisation(models.Model):
    """A council, an NHS body, an inspectorate: who has committees, posts or duties."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        NHS = "nhs", "NHS body"
        INSPECTORATE = "inspectorate", "Inspectorate"
        GOVERNMENT = "government", "Government department"
        VOLUNTARY = "voluntary", "Voluntary body or forum"
        OTHER = "other", "Other"

    name = models.CharField(max_length=300)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.COUNCIL)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors"
    )
    counts_saturdays = models.BooleanField(
        default=False,
        help_text="Count Saturdays as clear days. No court has settled it: without is safe.",
    )
    call_in_days = models.PositiveSmallIntegerField(
        default=CALL_IN_DAYS,
        validators=[MaxValueValidator(MOST_CALL_IN_DAYS)],
        help_text=(
            "Working days in which scrutiny may call a decision of the executive in; 0 where it"
            " may not. That there is such a power is confirmed (Local Government Act 2000, s 9F);"
            " the number is in the council's own standing orders, and five is common."
        ),
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="organisation_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.name


class CommitteeQuerySet(models.QuerySet["Committee"]):
    def in_being(self, day: date) -> Self:
        """Return those that exist on the day.

        One that has a successor, and of which nobody knows the last day, has ended.
        """
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        endless = Q(valid_until__isnull=True, successor__isnull=True)
        return self.filter(begun, endless | Q(valid_until__gte=day))


class Committee(models.Model):
    """A committee, board or panel. Part VA of the 1972 Act binds some kinds."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Full council"
        EXECUTIVE = "executive", "Executive (cabinet)"
        SCRUTINY = "scrutiny", "Overview and scrutiny committee"
        STATUTORY_BOARD = "statutory-board", "Statutory board"
        COMMITTEE = "committee", "Committee"
        SUB_COMMITTEE = "sub-committee", "Sub-committee"
        PARTNERSHIP = "partnership", "Partnership board"
        INFORMAL = "informal", "Informal group"

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="committees"
    )
    name = models.CharField(max_length=300)
    slug = models.SlugField(max_length=80, unique=True, help_text="Part of its address, for life.")
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.COMMITTEE)
    purpose = models.TextField(blank=True, help_text="Public: what it does, in plain words.")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="sub_committees"
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors"
    )
    note = models.TextField(blank=True, help_text="Public: what is known of its history.")
    sources = models.JSONField(default=list, blank=True, help_text="Public: addresses.")

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("meetings:committee", args=[self.pk])

    @property
    def is_bound_by_part_va(self) -> bool:
        """Say whether the access-to-information rules bind it (law.md A20, A21)."""
        return self.kind not in {self.Kind.PARTNERSHIP, self.Kind.INFORMAL}


class ClosureDay(models.Model):
    """A day on which the council's offices are shut beyond weekends and bank holidays."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="closure_days"
    )
    day = models.DateField()
    name = models.CharField(max_length=100, help_text="Such as: offices closed for Christmas.")

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint("organisation", "day", name="closure_day_once")]

    def __str__(self) -> str:
        return f"{self.day:%-d %B %Y}: {self.name}"


class ElectoralDivision(models.Model):
    """An electoral division or ward, with its ONS code where there is one."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="divisions"
    )
    name = models.CharField(max_length=100)
    code = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint("organisation", "name", name="division_once")]

    def __str__(self) -> str:
        return self.name
