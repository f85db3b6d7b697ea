"""Plans and what is in them. Dates agreed first are never overwritten; versions never change."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from cleardays.workroom.access.guard import GuardedQuerySet
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.inspections.models import Area, Inspection
from cleardays.workroom.people.models import Organisation


class PlanQuerySet(GuardedQuerySet["Plan"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Those who follow findings or update actions see plans; others what is published."""
        works = Permission.FOLLOW_FINDINGS, Permission.UPDATE_ACTIONS
        if any(viewer.can_somewhere(permission) for permission in works):
            return Q()
        return Q(is_published=True) if viewer.is_signed_in else Q(pk__in=[])


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
    is_invented = models.BooleanField(default=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class OfPlanQuerySet(GuardedQuerySet[models.Model]):
    def visibility(self, viewer: Viewer) -> Q:
        """What belongs to a plan is seen with it."""
        return Q(plan__in=Plan.objects.visible_to(viewer))


class Action(models.Model):
    """One action. ``ref`` is stable across versions. One post leads it, in one body.

    ``first_*`` dates are those agreed first; ``start`` and ``finish`` the current ones, which
    only a DateChange moves.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    ref = models.CharField(max_length=30)
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

    objects = OfPlanQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "pk"]
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


class OfActionQuerySet(GuardedQuerySet[models.Model]):
    def visibility(self, viewer: Viewer) -> Q:
        """What belongs to an action is seen with it."""
        return Q(action__in=Action.objects.visible_to(viewer))


class Support(models.Model):
    """A body that supports an action, and what it must do."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=500)

    objects = OfActionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(F("action"), F("body"), name="support_once")]

    def __str__(self) -> str:
        return f"{self.body}: {self.what}"


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


class Risk(models.Model):
    """What may go wrong with a plan, and what is done about it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=500)
    owner = models.CharField(max_length=200, help_text="A post.")
    likelihood = models.PositiveSmallIntegerField(help_text="1 rare to 5 almost certain.")
    effect = models.PositiveSmallIntegerField(help_text="1 slight to 5 severe.")
    mitigation = models.TextField()
    is_public = models.BooleanField(default=False)

    objects = OfPlanQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text


class EvidenceQuerySet(GuardedQuerySet["Evidence"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Public evidence is seen with its action; the rest by its own body and the followers."""
        of_actions = Q(action__in=Action.objects.visible_to(viewer))
        if viewer.can_somewhere(Permission.FOLLOW_FINDINGS):
            return of_actions
        return of_actions & (Q(is_public=True) | Q(action__lead_body=viewer.organisation_id))


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
    given_by = models.CharField(max_length=200)
    given_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    is_public = models.BooleanField(default=False)
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
        """A draft is for its own body and the followers; what is published, with its action."""
        of_actions = Q(action__in=Action.objects.visible_to(viewer))
        if viewer.can_somewhere(Permission.FOLLOW_FINDINGS):
            return of_actions
        return of_actions & (Q(state="published") | Q(body=viewer.organisation_id))


class Update(models.Model):
    """What a lead says of an action as at a day. A draft until the improvement lead takes it."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "In the next version"

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="+")
    as_at = models.DateField()
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    by = models.CharField(max_length=200)
    words = models.TextField()
    next_step = models.TextField(blank=True)
    confidence = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    at = models.DateTimeField()

    objects = UpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-as_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.action_id} as at {self.as_at}"


class Voice(models.Model):
    """You said, we did, what changed. A group's words, never a person's, never a child's."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    group = models.CharField(max_length=200)
    said_on = models.DateField()
    said = models.TextField()
    promised = models.TextField(blank=True)
    due = models.DateField(null=True, blank=True)
    done = models.TextField(blank=True)
    changed = models.TextField(blank=True, help_text="What is different for families.")
    sources = models.JSONField(default=list, blank=True)

    objects = OfPlanQuerySet.as_manager()

    class Meta:
        ordering = ["said_on", "pk"]

    def __str__(self) -> str:
        return f"{self.group}, {self.said_on}"


class Measure(models.Model):
    """What is measured. ``definition`` has the versions in the shape of ``progress.measures``."""

    ref = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    areas = models.ManyToManyField(Area, related_name="+", blank=True)
    actions = models.ManyToManyField(Action, related_name="+", blank=True)
    definition = models.JSONField(default=list)
    small_number = models.PositiveSmallIntegerField(default=5)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """Baseline, dated target and trajectory of a measure in a plan."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="+")
    baseline = models.FloatField(null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    target = models.FloatField()
    target_on = models.DateField()
    trajectory = models.JSONField(default=list, blank=True)

    objects = OfPlanQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(F("plan"), F("measure"), name="target_once")]

    def __str__(self) -> str:
        return f"{self.measure_id}: {self.target} by {self.target_on}"


class ObservationQuerySet(GuardedQuerySet["Observation"]):
    def visibility(self, viewer: Viewer) -> Q:
        """Raw counts may be small: they are for those who follow findings."""
        return Q() if viewer.can_somewhere(Permission.FOLLOW_FINDINGS) else Q(pk__in=[])


class Observation(models.Model):
    """A figure of a period. A restatement is another row that supersedes it. Never edited."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="+")
    geography = models.CharField(max_length=60, default="local", help_text="local, England, ...")
    period = models.CharField(max_length=30)
    numerator = models.FloatField(null=True, blank=True)
    denominator = models.FloatField(null=True, blank=True)
    value = models.FloatField(null=True, blank=True)
    is_provisional = models.BooleanField(default=False)
    source = models.CharField(max_length=500)
    recorded_at = models.DateTimeField()
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ObservationQuerySet.as_manager()

    class Meta:
        ordering = ["period", "pk"]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.period}"


class PlanVersion(models.Model):
    """What was published of a plan, frozen, public words only (``plans.snapshot``)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    as_at = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    snapshot = models.JSONField()
    published_by = models.CharField(max_length=200)
    released_by = models.CharField(max_length=200)
    at = models.DateTimeField()

    objects = OfPlanQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "-number"]
        constraints = [
            models.UniqueConstraint(F("plan"), F("number"), name="plan_versions_differ")
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} version {self.number}"
