"""A plan, its actions, and the bodies that lead and support them."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cleardays.workroom.access.guard import EVERY_ROW, GuardedQuerySet
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Area, Inspection
from cleardays.workroom.people.models import Committee, Organisation
from cleardays.workroom.plans.models.seeing import NO_ROW, follows, works_for
from cleardays.workroom.recommendations.models import Ask

FOR_VISIBILITY = "who may see a row follows from whose actions they are"


class FollowersQuerySet(GuardedQuerySet[Any]):
    """Rows for those who follow findings alone: drafts, raw counts, what is not yet public."""

    def visibility(self, viewer: Viewer) -> Q:
        return EVERY_ROW if follows(viewer) else NO_ROW


class PlanQuerySet(GuardedQuerySet["Plan"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Followers see all; a body, the plans that ask something of it; all, the published."""
        if follows(viewer):
            return EVERY_ROW
        if not viewer.is_signed_in:
            return NO_ROW
        everything = Action.objects.unrestricted(because=FOR_VISIBILITY)
        asked = everything.filter(asked_of(viewer)).order_by()
        return Q(is_published=True) | Q(pk__in=asked.values("plan"))


class Plan(models.Model):
    """A statement of action or a plan after it. ``legend`` explains colours that it came with."""

    class Kind(models.TextChoices):
        STATEMENT = "statement", "Written statement of action"
        IMPROVEMENT = "improvement", "Improvement plan"
        ACCELERATED = "accelerated", "Accelerated progress plan"
        PRIORITY = "priority", "Priority action plan"
        STRATEGY = "strategy", "Strategy"

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        SUBMITTED = "submitted", "Submitted"
        ACCEPTED = "accepted", "Accepted"
        SUPERSEDED = "superseded", "Superseded"
        CLOSED = "closed", "Closed"

    ref = models.CharField(max_length=120, unique=True, help_text="Its address, for life.")
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=300)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    answers = models.ManyToManyField(Inspection, related_name="+", blank=True)
    answers_asks = models.ManyToManyField(Ask, related_name="+", blank=True)
    followed_by = models.ManyToManyField(Committee, related_name="+", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    summary = models.TextField(blank=True, help_text="Public, plain words.")
    period_words = models.CharField(max_length=200, blank=True)
    legend = models.JSONField(default=dict, blank=True, help_text="Colour: what it means.")
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True, help_text="Public: what conflicts, what is not known.")
    sources = models.JSONField(default=list, blank=True)
    private_note = models.TextField(blank=True, help_text="For officers; never published.")
    is_published = models.BooleanField(default=False)
    release_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    release_asked_at = models.DateTimeField(null=True, blank=True)
    is_invented = models.BooleanField(default=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("plans:plan", args=[self.pk])


def asked_of(viewer: Viewer) -> Q:
    """Match the actions that the viewer's body leads or supports, where it updates them."""
    body = works_for(viewer)
    if body is None:
        return NO_ROW
    everything = Support.objects.unrestricted(because=FOR_VISIBILITY)
    supported = everything.filter(body=body, until__isnull=True).order_by()
    return Q(lead_body=body) | Q(pk__in=supported.values("action"))


class ActionQuerySet(GuardedQuerySet["Action"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Followers see all; a body, what is asked of it. Others read the published version."""
        return EVERY_ROW if follows(viewer) else asked_of(viewer)

    def of(self, plan: "Plan") -> Self:
        return self.filter(plan=plan).order_by("position", "pk")


class Action(models.Model):
    """One action. ``ref`` is stable across versions. One post leads it, in one body.

    ``first_*`` dates are those agreed first; ``start`` and ``finish`` the current ones, which
    only a DateChange moves.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    ref = models.CharField(max_length=30)
    position = models.PositiveIntegerField(default=0, help_text="Its place in the plan.")
    title = models.CharField(max_length=500)
    text = models.TextField(blank=True)
    areas = models.ManyToManyField(Area, related_name="+", blank=True)
    lead_body = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lead = models.CharField(max_length=200, blank=True, help_text="Exactly one post.")
    first_start = models.DateField(null=True, blank=True)
    first_finish = models.DateField(null=True, blank=True)
    start = models.DateField(null=True, blank=True)
    finish = models.DateField(null=True, blank=True)
    started = models.DateField(null=True, blank=True)
    finished = models.DateField(null=True, blank=True)
    stopped = models.DateField(null=True, blank=True)
    stop_reason = models.TextField(blank=True)
    carried_forward = models.DateField(null=True, blank=True)
    carried_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reported_status = models.CharField(
        max_length=60, blank=True, help_text="As the plan's own legend has it, where it came so."
    )
    is_placeholder = models.BooleanField(
        default=False, help_text="Stands for an action whose words are not public."
    )
    private_note = models.TextField(blank=True, help_text="For officers; never published.")

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "position", "pk"]
        constraints = [
            models.UniqueConstraint(F("plan"), F("ref"), name="action_refs_differ"),
            models.CheckConstraint(
                condition=Q(stopped__isnull=True) | ~Q(stop_reason=""),
                name="action_stopped_says_why",
            ),
            models.CheckConstraint(
                condition=Q(started__isnull=True)
                | Q(finished__isnull=True)
                | Q(finished__gte=F("started")),
                name="action_finishes_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("plans:action", args=[self.pk])


class OfActionQuerySet(GuardedQuerySet[Any]):
    def visibility(self, viewer: Viewer) -> Q:
        """What belongs to an action is seen with it."""
        return Q(action__in=Action.objects.visible_to(viewer))


class Support(models.Model):
    """A body that supports an action, and what it must do, from a day to a day.

    When the body ends, the row ends and its successor gets one of its own: history stays.
    """

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=500)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = OfActionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "body"],
                condition=Q(until__isnull=True),
                name="support_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.what}"
