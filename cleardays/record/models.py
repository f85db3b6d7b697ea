"""The log, its contents apart from it, and the current view that pages are made from."""

from typing import Any, NoReturn

from django.db import models


class Unchangeable(RuntimeError):
    """An entry of the record was about to be changed or deleted."""


class Entry(models.Model):
    """One link of the chain. Added, never changed; a database trigger says the same.

    ``ref`` is the public address without slashes at the ends ("meetings/css/2018/1"); ``version``
    counts from 1 per ref; ``content_hash`` is the SHA-256 of salt and content; ``prev`` and
    ``hash`` make the chain. ``recorded_at`` is our clock. ``stated_source`` is set where somebody
    says that it was published before it came here, ``stated_published_on`` where they say when.
    ``origin`` makes an append that runs twice append once.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published", "Published"
        REPLACED = "replaced", "Replaced by a new version"
        RECALLED = "recalled", "Recalled"

    seq = models.BigIntegerField(primary_key=True)
    recorded_at = models.DateTimeField()
    kind = models.CharField(max_length=10, choices=Kind)
    doc_type = models.CharField(max_length=20)
    ref = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)
    stated_published_on = models.DateField(null=True)
    stated_source = models.CharField(max_length=500, blank=True)
    origin = models.UUIDField(unique=True)
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]
        constraints = [models.UniqueConstraint("ref", "version", name="entry_versions_differ")]
        indexes = [models.Index(fields=["doc_type", "seq"], name="entry_by_type")]

    def __str__(self) -> str:
        return f"{self.seq}: {self.ref} version {self.version} {self.kind}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Unchangeable("the record is append-only")


class Content(models.Model):
    """What an entry published: canonical JSON and its salt. Only a recall deletes one."""

    seq = models.BigIntegerField(primary_key=True)
    salt = models.CharField(max_length=32)
    body = models.TextField()

    def __str__(self) -> str:
        return f"content of {self.seq}"


class Head(models.Model):
    """The end of the chain. Each append locks its row: they happen one by one."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"head {self.seq}"


class Current(models.Model):
    """The newest version of each ref, ready to be shown. Derived: it can be rebuilt from the log.

    ``committee`` is the ref of the committee it belongs to, ``day`` what it is sorted and listed
    by (a meeting's day). ``first_recorded_at``, ``first_stated_on`` and
    ``first_stated_source`` are of its first version.
    ``summary`` is JSON of what lists show, so that they can leave ``body`` unread. ``is_recalled``
    rows keep ``body`` as the tombstone, and none of the words that were recalled.
    """

    ref = models.CharField(max_length=200, primary_key=True)
    doc_type = models.CharField(max_length=20)
    seq = models.BigIntegerField()
    version = models.PositiveIntegerField()
    first_recorded_at = models.DateTimeField()
    first_stated_on = models.DateField(null=True)
    first_stated_source = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()
    committee = models.CharField(max_length=200, blank=True)
    day = models.DateField(null=True)
    title = models.CharField(max_length=500)
    is_recalled = models.BooleanField(default=False)
    summary = models.TextField(default="{}")
    body = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["doc_type", "day"], name="current_by_day"),
            models.Index(fields=["committee", "doc_type", "day"], name="current_by_committee"),
            models.Index(fields=["committee", "seq"], name="current_newest"),
            models.Index(fields=["seq"], name="current_by_seq"),
            models.Index(fields=["doc_type", "seq"], name="current_newest_of_type"),
        ]

    def __str__(self) -> str:
        return self.ref


class Excerpt(models.Model):
    """What one page shows of a document, so that it need not read the whole. Derived as well.

    ``about`` is what the page is about: "<inspection ref>#<area number>", an inspection, a
    council's plans, the chart of a measure, or the document itself.
    """

    ref = models.CharField(max_length=200, db_index=True)
    about = models.CharField(max_length=300)
    body = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint("about", "ref", name="excerpt_once")]

    def __str__(self) -> str:
        return f"{self.ref} about {self.about}"


class PublicFile(models.Model):
    """A file that crossed the door. Its bytes live in the public store under their SHA-256.

    ``recalled_at`` is set once a recall has taken the file with it; its bytes are then deleted.
    """

    sha256 = models.CharField(max_length=64, primary_key=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    recalled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.sha256
