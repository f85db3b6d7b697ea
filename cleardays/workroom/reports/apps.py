"""Names the app, and vouches for the files of reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "cleardays.workroom.reports"
    label = "reports"

    def ready(self) -> None:
        from cleardays.workroom.documents.owners import vouch
        from cleardays.workroom.reports.files import may_see

        vouch(may_see)
