"""What plans and measures share on their way to the public: a release, a version, a file."""

from django.conf import settings
from django.db import models

from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.plans.models.plan import FollowersQuerySet


class Release(models.Model):
    """A second person has read exactly this version and releases it; any change voids it."""

    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = FollowersQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]


class Version(models.Model):
    """What was published, frozen; one that was taken back stays, with when that was."""

    number = models.PositiveSmallIntegerField()
    snapshot = models.JSONField()
    published_by = models.CharField(max_length=200)
    released_by = models.CharField(max_length=200)
    at = models.DateTimeField()
    recalled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class ExchangedFile(models.Model):
    """A file that went out to be worked on, or came back; what came is kept as it came."""

    name = models.CharField(max_length=255, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]
