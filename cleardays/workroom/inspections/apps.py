"""Names the app, and vouches for the inspectors' files."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "cleardays.workroom.inspections"
    label = "inspections"

    def ready(self) -> None:
        from cleardays.workroom.documents.owners import vouch
        from cleardays.workroom.inspections.files import may_see

        vouch(may_see)
