"""What a committee asked for, the response to it, and whether the committee accepts it."""

from django.db import models
from django.db.models import Q

from cleardays.workroom.access.guard import GuardedQuerySet, held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.people.models import Committee, Organisation


class AskQuerySet(GuardedQuerySet["Ask"]):
    def visibility(self, viewer: Viewer) -> Q:
        """The committee's readers, and whoever is asked."""
        asked = Q(asked_of=viewer.organisation_id) if viewer.organisation_id else Q(pk__in=[])
        return held(Permission.READ_PAPERS, viewer, "committee") | asked


class Ask(models.Model):
    """A recommendation or request of a committee. Open until the committee, not the owner,
    accepts the answer as done."""

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", "Recommendation"
        REQUEST = "request", "Request for information"

    class State(models.TextChoices):
        OPEN = "open", "Waiting for an answer"
        ANSWERED = "answered", "Answered, not yet accepted"
        ACCEPTED = "accepted", "Accepted by the committee"
        WITHDRAWN = "withdrawn", "Withdrawn by the committee"

    ref = models.CharField(max_length=120, unique=True)
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=15, choices=Kind, default=Kind.REQUEST)
    text = models.TextField(help_text="Public, in the committee's words or ours.")
    asked_of = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=200, help_text="Who has to answer.")
    due = models.DateField(null=True, blank=True)
    due_words = models.CharField(max_length=100, blank=True)
    rule = models.CharField(max_length=60, blank=True, help_text="The clock, where one runs.")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    accepted_at_meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sources = models.JSONField(default=list, blank=True)
    is_invented = models.BooleanField(default=False)

    objects = AskQuerySet.as_manager()

    class Meta:
        ordering = ["due", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["open", "withdrawn"]) | ~Q(answer=""),
                name="ask_answered_in_words",
            ),
        ]

    def __str__(self) -> str:
        return self.ref
