"""Names the app."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "cleardays.site"
    label = "site"
