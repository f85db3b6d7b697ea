"""Names the app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "cleardays.workroom.plans"
    label = "plans"
