"""Names the app."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "cleardays.record"
    label = "record"
