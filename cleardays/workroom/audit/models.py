"""The journal: what was done, by whom, when, why. Rows are added and never changed."""

from typing import Any, NoReturn, Self

from django.db import models


class Unchangeable(RuntimeError):
    """An entry of the journal was about to be changed or deleted."""


class AuditEventQuerySet(models.QuerySet["AuditEvent"]):
    def about(self, subject: models.Model) -> Self:
        return self.filter(
            subject_type=subject._meta.label_lower, subject_id=str(subject.pk)
        ).order_by("-pk")

    def update(self, **kwargs: Any) -> NoReturn:
        raise Unchangeable("the journal is append-only")

    def delete(self) -> NoReturn:
        raise Unchangeable("the journal is append-only")


class AuditEvent(models.Model):
    """One deed, in a sentence. No foreign keys, so that the journal outlives what it tells of.

    ``committee_id`` is the committee in which it happened, by key: only those who may see drafts
    there read the sentence.
    """

    at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    actor_id = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=50)
    subject_type = models.CharField(max_length=50)
    subject_id = models.CharField(max_length=64)
    committee_id = models.BigIntegerField(null=True)
    sentence = models.TextField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.TextField(blank=True)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="audit_subject")]

    def __str__(self) -> str:
        return f"{self.at:%-d %B %Y %H:%M}: {self.actor} {self.sentence}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise Unchangeable("the journal is append-only")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Unchangeable("the journal is append-only")
