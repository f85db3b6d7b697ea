"""A meeting of a committee."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cleardays.workroom.access.guard import GuardedQuerySet, held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.people.models import Committee


class MeetingQuerySet(GuardedQuerySet["Meeting"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Whoever reads a committee's papers sees its published meetings; drafts need more."""
        published = Q(published_at__isnull=False) & held(
            Permission.READ_PAPERS, viewer, "committee"
        )
        return published | held(Permission.SEE_DRAFTS, viewer, "committee")

    def of(self, committee: Committee) -> Self:
        return self.filter(committee=committee)

    def to_come(self, today: date) -> Self:
        """Return those from today on that are not cancelled, soonest first."""
        coming = self.filter(day__gte=today).exclude(state=Meeting.State.CANCELLED)
        return coming.order_by("day", "time", "pk")


class Meeting(models.Model):
    """A meeting of a committee.

    ``day`` is exact only where ``precision`` is "day"; else ``date_words`` says what is known
    ("June or July 2018") and ``day`` only sorts. ``stated_source`` is for a meeting whose papers
    were public elsewhere before they came here: how that is known, and in ``stated_published_on``
    since when, if anybody says. Such a meeting is "entered later", not refused for lateness, and
    its certificate says that it is not proved here. ``convened_on`` is for a meeting called at
    shorter notice (s 100A(6)(a)). ``sequence`` counts published changes, for calendars.
    ``issue_due_since`` is when something public was changed that the public has not been told of.
    ``release_asked_by`` waits for a second person to read what they prepared. A meeting cancelled
    before it was published has no ``published_at``, and the public never hears of it.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"
        CANCELLED = "cancelled", "Cancelled"

    class Precision(models.TextChoices):
        DAY = "day", "The day is known"
        MONTH = "month", "Only the month is known"
        ABOUT = "about", "About this time"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+")
    ref = models.CharField(max_length=120, unique=True, help_text="Its address, for life.")
    title = models.CharField(
        max_length=200, blank=True, help_text="Public: such as Special meeting."
    )
    day = models.DateField()
    time = models.TimeField(null=True, blank=True)
    precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    date_words = models.CharField(max_length=100, blank=True)
    date_note = models.TextField(
        blank=True, help_text="Public: how the date is known, what conflicts."
    )
    place = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True, help_text="Public.")
    sources = models.JSONField(default=list, blank=True, help_text="Public: addresses.")
    private_note = models.TextField(blank=True, help_text="For officers; never published.")
    convened_on = models.DateField(null=True, blank=True)
    is_special = models.BooleanField(default=False)
    is_invented = models.BooleanField(default=False, help_text="Made up for a demonstration.")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    stated_published_on = models.DateField(null=True, blank=True)
    stated_source = models.CharField(max_length=500, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    issue_due_since = models.DateTimeField(null=True, blank=True)
    release_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    release_asked_at = models.DateTimeField(null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-time"]
        indexes = [models.Index(fields=["committee", "day"], name="meeting_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False),
                name="meeting_published_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(precision="day") | ~Q(date_words=""),
                name="meeting_inexact_date_in_words",
            ),
            models.CheckConstraint(
                condition=Q(stated_published_on__isnull=True) | ~Q(stated_source=""),
                name="meeting_stated_publication_has_a_source",
            ),
            models.CheckConstraint(
                condition=Q(release_asked_by__isnull=True, release_asked_at__isnull=True)
                | Q(release_asked_by__isnull=False, release_asked_at__isnull=False),
                name="meeting_release_asked_by_whom_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee}, {self.when}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:detail", args=[self.pk])

    @property
    def when(self) -> str:
        """The date in words, no more exact than it is known."""
        return self.date_words or f"{self.day:%-d %B %Y}"

    @property
    def is_public(self) -> bool:
        """Say whether the public was ever told of it."""
        return self.published_at is not None

    def has_come(self, today: date) -> bool:
        """Say whether its day is here: before it nothing was resolved, asked or accepted at it."""
        return self.day <= today

    @property
    def is_entered_later(self) -> bool:
        """Say whether its papers were public elsewhere before they came here."""
        return bool(self.stated_source)
