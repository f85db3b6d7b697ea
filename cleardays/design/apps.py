"""Names the app."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Components, templates and static files that every page shares."""

    name = "cleardays.design"
