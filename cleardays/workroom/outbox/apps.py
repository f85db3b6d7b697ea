"""Names the app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "cleardays.workroom.outbox"
    label = "outbox"
