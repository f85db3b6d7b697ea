"""Names the app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "cleardays.workroom.meetings"
    label = "meetings"
