"""Letters from the public. Keys are made here, so that putting one in needs no right to read."""

import uuid

from django.db import models


class Letter(models.Model):
    """A request from the public about a paper: another format, a mistake, a question."""

    class About(models.TextChoices):
        FORMAT = "format", "I need this in another format"
        MISTAKE = "mistake", "Something is wrong on this page"
        QUESTION = "question", "I have a question about a meeting"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    about = models.CharField(max_length=10, choices=About)
    page = models.CharField(max_length=300, blank=True)
    words = models.TextField(max_length=5000)
    reply_to = models.EmailField(blank=True)
    sent_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.get_about_display()}, {self.sent_at:%-d %B %Y}"
