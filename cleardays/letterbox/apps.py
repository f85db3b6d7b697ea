"""Names the app."""

from django.apps import AppConfig


class LetterboxConfig(AppConfig):
    name = "cleardays.letterbox"
    label = "letterbox"
