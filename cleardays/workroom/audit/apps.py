"""Names the app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "cleardays.workroom.audit"
    label = "audit"
