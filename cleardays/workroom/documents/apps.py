"""Names the app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "cleardays.workroom.documents"
    label = "documents"
