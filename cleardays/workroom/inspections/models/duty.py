"""What is due after an inspection."""

from django.db import models
from django.db.models import F, Q

from cleardays.workroom.inspections.models.inspection import Inspection, OfInspectionQuerySet
from cleardays.workroom.people.models import Organisation


class Duty(models.Model):
    """Something that is now due: a deadline by a rule, with an owner, until it is done.

    ``sentence`` is the law's explanation as computed; ``rule`` its code in ``law.rules``.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40, help_text="Such as statement, publication.")
    title = models.CharField(max_length=300)
    rule = models.CharField(max_length=60, blank=True)
    sentence = models.TextField(blank=True)
    due = models.DateField(null=True, blank=True)
    is_estimate = models.BooleanField(default=False, help_text="The source says “usually”.")
    body = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner = models.CharField(max_length=200, blank=True, help_text="A post.")
    done_on = models.DateField(null=True, blank=True)
    done_words = models.CharField(
        max_length=200, blank=True, help_text="What is known of the day, where it is not exact."
    )
    proof = models.URLField(max_length=500, blank=True)

    objects = OfInspectionQuerySet.as_manager()

    class Meta:
        ordering = [F("due").asc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "kind", "body"], name="duty_once_for_each_body"
            ),
            models.UniqueConstraint(
                fields=["inspection", "kind"],
                condition=Q(body__isnull=True),
                name="duty_once_without_a_body",
            ),
            models.CheckConstraint(
                condition=Q(proof="", done_words="") | Q(done_on__isnull=False),
                name="duty_proof_is_of_a_deed",
            ),
        ]

    def __str__(self) -> str:
        return self.title
