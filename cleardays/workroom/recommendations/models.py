"""What a committee asked for, the response to it, and whether the committee accepts it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse

from cleardays.workroom.access.guard import GuardedQuerySet, held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.people.models import Committee, Organisation

TITLE = 100


class AskQuerySet(GuardedQuerySet["Ask"]):
    def visibility(self, viewer: Viewer) -> Q:
        """The committee's readers, and whoever is asked or has taken over from them."""
        body = viewer.organisation_id
        asked = Q(asked_of=body) | Q(asked_of__successor=body) if body else Q(pk__in=[])
        return held(Permission.READ_PAPERS, viewer, "committee") | asked

    def in_order(self, today: date) -> Self:
        """Order by committee: what is overdue first, then what waits, then what is settled."""
        rank = Case(
            When(state=Ask.State.OPEN, due__lt=today, then=Value(0)),
            When(state=Ask.State.OPEN, then=Value(1)),
            When(state=Ask.State.ANSWERED, then=Value(2)),
            default=Value(3),
        )
        by_day = F("due").asc(nulls_last=True)
        return self.annotate(rank=rank).order_by("committee__name", "rank", by_day, "pk")


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
    told_at = models.DateTimeField(
        null=True, blank=True, help_text="When the public was told last; a later recall undoes it."
    )

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

    def get_absolute_url(self) -> str:
        return reverse("recommendations:ask", args=[self.pk])

    @property
    def title(self) -> str:
        """The first words of what was asked, never cut within one."""
        words = " ".join(self.text.split())
        if len(words) <= TITLE:
            return words
        return f"{words[:TITLE].rpartition(' ')[0].rstrip(' .,;:–-') or words[: TITLE - 1]}…"

    def is_overdue(self, on: date) -> bool:
        return self.state == self.State.OPEN and self.due is not None and self.due < on
