"""Dates that a body proposes for what it leads or supports, and what became of each."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from cleardays.workroom.access.guard import GuardedQuerySet
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.models.ledger import Milestone
from cleardays.workroom.plans.models.plan import Action
from cleardays.workroom.plans.models.seeing import NO_ROW, follows, works_for


class ProposalQuerySet(GuardedQuerySet["Proposal"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Followers see all; a body what it proposed itself. What is approved is in the ledger."""
        of_actions = Q(action__in=Action.objects.visible_to(viewer))
        if follows(viewer):
            return of_actions
        body = works_for(viewer)
        return of_actions & (Q(body=body) if body else NO_ROW)


class Proposal(models.Model):
    """A new date for an action or one of its milestones. Nothing moves until it is approved.

    ``old`` is what stood when it was proposed, ``answer`` why it was returned.
    """

    class Field(models.TextChoices):
        START = "start", "Start"
        FINISH = "finish", "Finish"
        DUE = "due", "Due"

    class State(models.TextChoices):
        WAITING = "waiting", "Waits for the improvement lead"
        APPROVED = "approved", "Approved"
        RETURNED = "returned", "Sent back"
        WITHDRAWN = "withdrawn", "Withdrawn"

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    milestone = models.ForeignKey(
        Milestone, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    field = models.CharField(max_length=10, choices=Field)
    old = models.DateField(null=True, blank=True)
    new = models.DateField()
    reason = models.TextField(help_text="Public with the date, once it is approved.")
    effect = models.TextField(blank=True, help_text="What the delay does to families.")
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    by = models.CharField(max_length=200)
    by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    answer = models.TextField(blank=True, help_text="Never published.")
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="proposal_says_why"),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(answer=""), name="proposal_returned_says_why"
            ),
            models.CheckConstraint(
                condition=Q(field="due", milestone__isnull=False)
                | (~Q(field="due") & Q(milestone__isnull=True)),
                name="proposal_of_a_due_date_has_its_milestone",
            ),
            models.UniqueConstraint(
                fields=["action", "field"],
                condition=Q(state="waiting", milestone__isnull=True),
                name="one_proposal_waits_for_a_date",
            ),
            models.UniqueConstraint(
                fields=["milestone"],
                condition=Q(state="waiting"),
                name="one_proposal_waits_for_a_milestone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what}: {_day(self.old)} to {_day(self.new)}"

    @property
    def what(self) -> str:
        """Say which date it is about."""
        return f"“{self.milestone}”" if self.milestone else self.get_field_display()


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "no date"
