"""Names the app."""

from django.apps import AppConfig


class DoorConfig(AppConfig):
    name = "cleardays.door"
    label = "door"
