"""Names the app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "cleardays.workroom.reports"
    label = "reports"
