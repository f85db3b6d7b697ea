"""Names the app."""

from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    name = "cleardays.workroom.recommendations"
    label = "recommendations"
