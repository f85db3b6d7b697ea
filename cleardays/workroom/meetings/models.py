"""Meetings, their agendas, what is exempt on them, who released them and what was published."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from cleardays.workroom.access.guard import GuardedQuerySet, held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports.models import Report


class MeetingQuerySet(GuardedQuerySet["Meeting"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Whoever reads a committee's papers sees its published meetings; drafts need more."""
        published = ~Q(state=Meeting.State.DRAFT) & held(
            Permission.READ_PAPERS, viewer, "committee"
        )
        return published | held(Permission.SEE_DRAFTS, viewer, "committee")

    def of(self, committee: Committee) -> Self:
        return self.filter(committee=committee)


class Meeting(models.Model):
    """A meeting of a committee.

    ``day`` is exact only where ``precision`` is "day"; else ``date_words`` says what is known
    ("June or July 2018") and ``day`` only sorts. ``stated_published_on`` is for papers that were
    public elsewhere before they came here: such a meeting is "entered later", not refused for
    lateness, and its certificate says that it is not proved here. ``convened_on`` is for a meeting
    called at shorter notice (s 100A(6)(a)). ``sequence`` counts published changes, for calendars.
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

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-time"]
        indexes = [models.Index(fields=["committee", "day"], name="meeting_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft") | Q(published_at__isnull=False),
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
        ]

    def __str__(self) -> str:
        return f"{self.committee}, {self.date_words or f'{self.day:%-d %B %Y}'}"


class AgendaItemQuerySet(GuardedQuerySet["AgendaItem"]):
    def visibility(self, viewer: Viewer) -> Q:
        """An item is seen within a meeting that is. Its public title is public; see Exemption."""
        return Q(meeting__in=Meeting.objects.visible_to(viewer))

    def on(self, meeting: Meeting) -> Self:
        return self.filter(meeting=meeting).order_by("position")


class AgendaItem(models.Model):
    """One item. Its number is its place: 1, 2, 3 as published; a late item comes with its reasons.

    Everything here is public once the agenda is. Restricted words are in Exemption, another table.
    ``added_in`` is the version of the agenda that first had it (0 while none has). ``to_follow``
    says that its report was not ready with the agenda.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    public_title = models.CharField(max_length=500)
    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    to_follow = models.BooleanField(default=False)
    exempt_under = models.CharField(
        max_length=20, blank=True, help_text="Paragraphs of Schedule 12A, as 1,3; blank if open."
    )
    is_confidential = models.BooleanField(
        default=False, help_text="Confidential information (s 100A(3)): never published."
    )
    outcome = models.TextField(blank=True, help_text="Public: what was resolved.")
    is_invented = models.BooleanField(default=False, help_text="Made up for a demonstration.")
    added_in = models.PositiveSmallIntegerField(default=0)
    urgency_reason = models.TextField(
        blank=True, help_text="Public: the chair's special circumstances for a late item."
    )
    urgency_chair = models.CharField(
        max_length=200, blank=True, help_text="Public: the chair, by post."
    )

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "position"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(urgency_reason="") & Q(urgency_chair=""))
                | (~Q(urgency_reason="") & ~Q(urgency_chair="")),
                name="item_urgency_says_who_and_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.public_title}"


class ExemptionQuerySet(GuardedQuerySet["Exemption"]):
    def visibility(self, viewer: Viewer) -> Q:
        return held(Permission.SEE_EXEMPT, viewer, "item__meeting__committee")


class Exemption(models.Model):
    """The restricted side of an exempt item: private title and reasoning. Never published."""

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="+")
    private_title = models.CharField(max_length=500)
    public_interest_reasoning = models.TextField()
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()
    review_on = models.DateField(null=True, blank=True)

    objects = ExemptionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Exemption of item {self.item_id}"


class ReleaseQuerySet(GuardedQuerySet["Release"]):
    def visibility(self, viewer: Viewer) -> Q:
        return held(Permission.SEE_DRAFTS, viewer, "meeting__committee")


class Release(models.Model):
    """A second person has read exactly this agenda and its papers and releases them.

    ``digest`` is the SHA-256 of what would be published: any change after it voids the release.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"Release of {self.meeting_id} at {self.at:%-d %B %Y %H:%M}"


class AgendaVersionQuerySet(GuardedQuerySet["AgendaVersion"]):
    def visibility(self, viewer: Viewer) -> Q:
        """A published version is seen with its meeting."""
        return Q(meeting__in=Meeting.objects.visible_to(viewer))


class AgendaVersion(models.Model):
    """What was sent to the door, frozen. A supplement is a new version, never a silent change.

    ``snapshot`` holds only what the public may have, in the shape that ``meetings.snapshot``
    documents: the door projects from it with its own list of fields.
    """

    class Kind(models.TextChoices):
        AGENDA = "agenda", "Agenda"
        SUPPLEMENT = "supplement", "Supplement"
        CORRECTION = "correction", "Correction"
        CANCELLATION = "cancellation", "Cancellation"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    note = models.CharField(max_length=500, blank=True, help_text="Public: what changed and why.")
    snapshot = models.JSONField()
    published_by = models.CharField(max_length=200)
    released_by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    objects = AgendaVersionQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "-number"]
        constraints = [
            models.UniqueConstraint(F("meeting"), F("number"), name="agenda_versions_differ")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number} of meeting {self.meeting_id}"
