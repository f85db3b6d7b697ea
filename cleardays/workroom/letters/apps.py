"""Names the app."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "cleardays.workroom.letters"
    label = "letters"
