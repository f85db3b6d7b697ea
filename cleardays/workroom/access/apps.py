"""Names the app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "cleardays.workroom.access"
    label = "access"
