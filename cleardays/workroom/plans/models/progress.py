"""Risks, evidence, updates, what families say, and counts as papers stated them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from cleardays.workroom.access.guard import GuardedQuerySet
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.models.plan import Action, FollowersQuerySet, Plan
from cleardays.workroom.plans.models.seeing import NO_ROW, follows, works_for


class Risk(models.Model):
    """What may go wrong with a plan, and what is done about it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=500)
    owner = models.CharField(max_length=200, help_text="A post.")
    likelihood = models.PositiveSmallIntegerField(help_text="1 rare to 5 almost certain.")
    effect = models.PositiveSmallIntegerField(help_text="1 slight to 5 severe.")
    mitigation = models.TextField()
    is_public = models.BooleanField(default=False)

    objects = FollowersQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text


class EvidenceQuerySet(GuardedQuerySet["Evidence"]):
    def visibility(self, viewer: Viewer) -> Q:
        """What a version shows is seen with its action; the rest by its body and followers."""
        of_actions = Q(action__in=Action.objects.visible_to(viewer))
        if follows(viewer):
            return of_actions
        body = works_for(viewer)
        own = Q(body=body) if body else NO_ROW
        return of_actions & (Q(is_public=True, shown_in__isnull=False) | own)


class Evidence(models.Model):
    """Something that shows what was done; checked by somebody other than who gave it."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=50, help_text="Document, data, audit, survey, minutes.")
    url = models.URLField(max_length=500, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    on = models.DateField()
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    given_by = models.CharField(max_length=200)
    given_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    is_public = models.BooleanField(default=False)
    shown_in = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The first version that shows it."
    )
    checked_by = models.CharField(max_length=200, blank=True)
    checked_on = models.DateField(null=True, blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(checked_on__isnull=True) & Q(checked_by=""))
                | (Q(checked_on__isnull=False) & ~Q(checked_by="")),
                name="evidence_checked_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.title


class UpdateQuerySet(GuardedQuerySet["Update"]):
    def visibility(self, viewer: Viewer) -> Q:
        """What a version shows is seen with its action; the rest by its body and followers."""
        of_actions = Q(action__in=Action.objects.visible_to(viewer))
        if follows(viewer):
            return of_actions
        body = works_for(viewer)
        own = Q(body=body) if body else NO_ROW
        return of_actions & (Q(shown_in__isnull=False) | own)


class Update(models.Model):
    """What a lead says of an action as at a day. A draft until the improvement lead takes it.

    ``answer`` is why it was sent back: it is between those who work on it, and never published.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "In the next version"
        RETURNED = "returned", "Sent back"

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    as_at = models.DateField()
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    by = models.CharField(max_length=200)
    words = models.TextField()
    next_step = models.TextField(blank=True)
    confidence = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    shown_in = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The first version that shows it."
    )
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = UpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-as_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(answer=""), name="update_returned_says_why"
            )
        ]

    def __str__(self) -> str:
        return f"update by {self.by}, as at {self.as_at:%-d %B %Y}"


class Voice(models.Model):
    """You said, we did, what changed. A group's words, never a person's, never a child's."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    areas = models.ManyToManyField(Area, related_name="+", blank=True)
    group = models.CharField(max_length=200)
    said_on = models.DateField()
    said = models.TextField()
    promised = models.TextField(blank=True)
    due = models.DateField(null=True, blank=True)
    done = models.TextField(blank=True)
    changed = models.TextField(blank=True, help_text="What is different for families.")
    sources = models.JSONField(default=list, blank=True)

    objects = FollowersQuerySet.as_manager()

    class Meta:
        ordering = ["said_on", "pk"]

    def __str__(self) -> str:
        return f"{self.group}, {self.said_on}"


class StatedCount(models.Model):
    """Counts of actions as a paper stated them; whether they make the total is arithmetic."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    as_at = models.DateField()
    counts = models.JSONField(help_text="Pairs of a word and how many.")
    total = models.PositiveIntegerField()
    source = models.CharField(max_length=500, blank=True)

    objects = FollowersQuerySet.as_manager()

    class Meta:
        ordering = ["as_at", "pk"]

    def __str__(self) -> str:
        return f"{self.total} as at {self.as_at}"
