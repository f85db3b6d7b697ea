"""Agenda items, and the restricted side of those that are exempt or confidential."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cleardays.workroom.access.guard import GuardedQuerySet, held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models.meeting import Meeting
from cleardays.workroom.reports.models import Report


class AgendaItemQuerySet(GuardedQuerySet["AgendaItem"]):
    def visibility(self, viewer: Viewer) -> Q:
        """An item is seen within a meeting that is; one not yet published, by those with drafts.

        Its public title is public; see Exemption for what is not.
        """
        of_visible_meetings = Q(meeting__in=Meeting.objects.visible_to(viewer))
        drafts = held(Permission.SEE_DRAFTS, viewer, "meeting__committee")
        return of_visible_meetings & (Q(added_in__gt=0) | drafts)

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
            models.UniqueConstraint(F("meeting"), F("position"), name="item_places_differ"),
            models.CheckConstraint(
                condition=(Q(urgency_reason="") & Q(urgency_chair=""))
                | (~Q(urgency_reason="") & ~Q(urgency_chair="")),
                name="item_urgency_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=Q(exempt_under="") | Q(is_confidential=False),
                name="item_exempt_or_confidential_not_both",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.public_title}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:item", args=[self.pk])

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The paragraphs of Schedule 12A relied on; empty where the item is open."""
        return tuple(int(number) for number in self.exempt_under.split(",") if number)

    @property
    def is_open(self) -> bool:
        return not self.exempt_under and not self.is_confidential


class ExemptionQuerySet(GuardedQuerySet["Exemption"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Officers cleared for exempt items; members once the agenda is published.

        To members the law opens some of it (s 100F); members of the committee itself need the rest
        for its business, save where the officer named those who do. Nothing confidential.
        """
        cleared = held(Permission.SEE_EXEMPT, viewer, "item__meeting__committee")
        by_law = held(Permission.READ_AS_MEMBER, viewer, "item__meeting__committee")
        own = Q(item__meeting__committee__in=viewer.committees_with(Permission.READ_AS_MEMBER))
        needs_to_know = Q(only_for="") | Q(only_for__contains=f"\n{viewer.name}\n")
        published = Q(item__added_in__gt=0, item__meeting__published_at__isnull=False)
        opened = (by_law & Q(is_open_to_members=True)) | (own & ~Q(paragraphs="") & needs_to_know)
        return cleared | (published & Q(ended_at__isnull=True) & opened)

    def in_force(self) -> Self:
        return self.filter(ended_at__isnull=True)


class Exemption(models.Model):
    """One decision to keep an item from the public: private title and reasoning, never published.

    ``paragraphs`` is blank for confidential information, where the reasoning says which kind. A
    decision is not rewritten: marking anew, or open, ends it at ``ended_at``. What the law opens
    to every member (s 100F) is settled with the decision in ``is_open_to_members``; what it does
    not, the members of the committee read who need to for its business: all of them, or only the
    posts in ``only_for``, a line each with a line break before and after (see ``posts``). That a
    member of the deciding committee needs to know is the common law as we believe it to be (R v
    Birmingham City Council, ex parte O [1983] 1 AC 578), not confirmed.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="+")
    private_title = models.CharField(max_length=500)
    paragraphs = models.CharField(max_length=20, blank=True)
    public_interest_reasoning = models.TextField()
    is_negotiation = models.BooleanField(
        default=True, help_text="It holds terms proposed in negotiations for a contract."
    )
    is_open_to_members = models.BooleanField(default=False)
    only_for = models.TextField(blank=True, help_text="Posts, one a line; blank for no limit.")
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()
    review_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ExemptionQuerySet.as_manager()

    class Meta:
        ordering = ["item", "-decided_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(ended_at__isnull=True),
                name="exemption_one_in_force",
            )
        ]

    def __str__(self) -> str:
        return f"Exemption of item {self.item_id}"

    @property
    def posts(self) -> list[str]:
        """The members of the committee who need to know, by post; empty where all of them do."""
        return self.only_for.split("\n")[1:-1]
