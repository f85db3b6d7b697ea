"""Names the app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "cleardays.workroom.home"
    label = "home"
