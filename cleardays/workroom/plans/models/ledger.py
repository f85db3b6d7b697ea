"""The slippage ledger, milestones, dependencies, and who led an action when."""

from django.db import models
from django.db.models import F, Q

from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.models.plan import Action, OfActionQuerySet


class Leadership(models.Model):
    """A post of a body led an action from a day to a day; the open row is who leads it now.

    When a body ends its row ends and its successor's begins, ``inherits_from`` it.
    """

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    post = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    inherits_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = OfActionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action"], condition=Q(until__isnull=True), name="one_leads_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.post}, {self.body}"


class Milestone(models.Model):
    """A step with a test of completion."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    label = models.CharField(max_length=300)
    test = models.CharField(max_length=500, help_text="How anyone can tell that it is met.")
    first_due = models.DateField()
    due = models.DateField()
    met_on = models.DateField(null=True, blank=True)

    objects = OfActionQuerySet.as_manager()

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.label


class DateChange(models.Model):
    """An entry of the slippage ledger: added, never changed."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    milestone = models.ForeignKey(
        Milestone, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    field = models.CharField(max_length=10, help_text="start, finish or due.")
    old = models.DateField(null=True, blank=True)
    new = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    reason = models.TextField()
    effect = models.TextField(blank=True, help_text="What the delay does to families.")
    approved_by = models.CharField(max_length=200, blank=True)

    objects = OfActionQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="date_change_says_why")
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.old} to {self.new}"


class Dependency(models.Model):
    """An action cannot finish before another has."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    on = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=300, blank=True)

    objects = OfActionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("action"), F("on"), name="dependency_once"),
            models.CheckConstraint(condition=~Q(action=F("on")), name="dependency_on_another"),
        ]

    def __str__(self) -> str:
        return f"{self.action_id} needs {self.on_id}"
