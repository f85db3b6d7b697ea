"""Committee reports. A report has versions, nothing overwrites, and the same report may go to
many.
"""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cleardays.workroom.access.guard import GuardedQuerySet, held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.people.models import Committee


class ReportQuerySet(GuardedQuerySet["Report"]):
    def worked_on_by(self, viewer: Viewer) -> Self:
        """Return those that the viewer sees being made: its author, and those who see drafts."""
        own = Q(author_id=viewer.user_id) if viewer.user_id else Q(pk__in=[])
        return self.visible_to(viewer).filter(
            own | held(Permission.SEE_DRAFTS, viewer, "committee")
        )

    def visibility(self, viewer: Viewer) -> Q:
        """Its author sees it; otherwise drafts need SEE_DRAFTS, exempt ones SEE_EXEMPT besides."""
        own = Q(author_id=viewer.user_id) if viewer.user_id else Q(pk__in=[])
        drafts = held(Permission.SEE_DRAFTS, viewer, "committee")
        readers = held(Permission.READ_PAPERS, viewer, "committee")
        exempt = held(Permission.SEE_EXEMPT, viewer, "committee")
        is_open = Q(is_exempt=False)
        is_public = Q(is_published=True)
        return own | ((drafts | (readers & is_public)) & (is_open | exempt))


class Report(models.Model):
    """A report on its way from a file or a form to an agenda.

    ``committee`` is the one it was first written for: who may see the draft follows from it.
    ``is_exempt`` marks a report that is never published as such, under the paragraphs that
    ``exempt_under`` names; ``is_published`` that some version has gone to the door, the last of
    them ``published_number``: those who see no drafts see only those that went.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        CLEARANCE = "clearance", "Waiting for clearance"
        CLEARED = "cleared", "Cleared"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(
        max_length=100, unique=True, help_text="Part of its address, for life."
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    cleared_at = models.DateTimeField(null=True, blank=True)
    is_exempt = models.BooleanField(default=False)
    exempt_under = models.CharField(
        max_length=20, blank=True, help_text="Paragraphs of Schedule 12A, as 1,3; blank if open."
    )
    is_published = models.BooleanField(default=False)
    published_number = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="cleared") | Q(cleared_at__isnull=False),
                name="report_cleared_has_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("reports:detail", args=[self.pk])


class ReportVersionQuerySet(GuardedQuerySet["ReportVersion"]):
    def visibility(self, viewer: Viewer) -> Q:
        """A version is seen with its report; one not published yet, by those who see drafts."""
        of_reports = Q(report__in=Report.objects.visible_to(viewer))
        own = Q(report__author_id=viewer.user_id) if viewer.user_id else Q(pk__in=[])
        drafts = held(Permission.SEE_DRAFTS, viewer, "report__committee")
        return of_reports & (own | drafts | Q(published_at__isnull=False))

    def of(self, report: Report) -> "ReportVersionQuerySet":
        return self.filter(report=report).order_by("-number")


class ReportVersion(models.Model):
    """The parts of a report, as they stood. Made and never changed.

    HTML fields hold sanitised HTML. ``recommendations`` is a list of HTML; ``implications`` a list
    of ``[heading, HTML]``; ``background_papers`` of ``{paper, date, contact}``; ``contacts`` of
    ``{name, telephone, post, email}``. Never published are ``unread``, plain passages that wait
    for a place; ``left_out``, ``{text, why}`` of those that were given none; and
    ``without_recommendations``, why the report asks for nothing.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    why = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    original = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    notices = models.JSONField(default=list, blank=True)

    title = models.CharField(max_length=500)
    committee_name = models.CharField(max_length=300, blank=True)
    meeting_date = models.DateField(null=True, blank=True)
    electoral_divisions = models.JSONField(default=list, blank=True)
    appendices = models.JSONField(default=list, blank=True)
    contacts = models.JSONField(default=list, blank=True)
    executive_summary = models.TextField(blank=True)
    recommendations = models.JSONField(default=list, blank=True)
    background = models.TextField(blank=True)
    consultations = models.TextField(blank=True)
    implications = models.JSONField(default=list, blank=True)
    background_papers = models.JSONField(default=list, blank=True)
    background_papers_stated = models.BooleanField(
        default=False, help_text="The report lists its background papers, or says there are none."
    )
    part_ii_reason = models.TextField(blank=True)
    without_recommendations = models.CharField(max_length=300, blank=True)
    unread = models.JSONField(default=list, blank=True)
    left_out = models.JSONField(default=list, blank=True)
    sources = models.JSONField(default=list, blank=True, help_text="Public: addresses.")
    is_invented = models.BooleanField(default=False, help_text="Made up for a demonstration.")

    objects = ReportVersionQuerySet.as_manager()

    class Meta:
        ordering = ["report", "-number"]
        constraints = [
            models.UniqueConstraint(F("report"), F("number"), name="report_versions_differ")
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"


class AppendixQuerySet(GuardedQuerySet["Appendix"]):
    def visibility(self, viewer: Viewer) -> Q:
        """An appendix is seen with its report; an exempt one by those cleared for exempt items.

        The author of the report sees what they gave. One that went on no agenda yet is a draft;
        of an exempt one that did, members of the committee itself see what they need for its
        business.
        """
        of_reports = Q(report__in=Report.objects.visible_to(viewer))
        own = Q(report__author_id=viewer.user_id) if viewer.user_id else Q(pk__in=[])
        exempt = held(Permission.SEE_EXEMPT, viewer, "report__committee")
        drafts = held(Permission.SEE_DRAFTS, viewer, "report__committee")
        needed = Q(report__committee__in=viewer.committees_with(Permission.READ_AS_MEMBER))
        announced = Q(published_at__isnull=False)
        is_open = Q(exempt_under="")
        return of_reports & (
            own | (drafts & (is_open | exempt)) | (announced & (is_open | exempt | needed))
        )

    def of(self, report: Report) -> "AppendixQuerySet":
        return self.filter(report=report)


class Appendix(models.Model):
    """A file that goes with a report. ``public_title`` is public even where the file is exempt.

    ``description`` says what the file shows, for those who cannot see it: a picture has one. It is
    as public as the file is. ``exempt_reasoning`` weighs the public interest in keeping an exempt
    one back; it is never published. ``obstacles`` are sentences: what was found in the file when
    it was given that would stop it at the door. ``published_at`` says since when an agenda names
    it, by its public title at least.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    label = models.CharField(max_length=50, help_text="Such as: Appendix A.")
    public_title = models.CharField(max_length=300)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    exempt_under = models.CharField(
        max_length=20, blank=True, help_text="Paragraphs of Schedule 12A, as 1,3; blank if open."
    )
    exempt_reasoning = models.TextField(blank=True, help_text="Never published.")
    description = models.TextField(blank=True, help_text="What it shows; as public as the file.")
    obstacles = models.JSONField(default=list, blank=True)
    added_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    objects = AppendixQuerySet.as_manager()

    class Meta:
        ordering = ["report", "label"]
        constraints = [
            models.UniqueConstraint(F("report"), F("label"), name="appendix_labels_differ")
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.public_title}"

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The paragraphs of Schedule 12A relied on; empty where it is open."""
        return tuple(int(number) for number in self.exempt_under.split(",") if number)

    @property
    def is_held_up(self) -> bool:
        """Say whether it has to be public and could not be published as it is."""
        return bool(self.obstacles) and not self.exempt_under
