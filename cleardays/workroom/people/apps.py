"""Names the app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "cleardays.workroom.people"
    label = "people"
