"""Names the app."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "cleardays.workroom.inspections"
    label = "inspections"
