"""Names the app, and vouches for the files of exempt reports to members who may read those."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "cleardays.workroom.meetings"
    label = "meetings"

    def ready(self) -> None:
        from cleardays.workroom.documents.owners import vouch
        from cleardays.workroom.meetings.views.members import may_open

        vouch(may_open)
