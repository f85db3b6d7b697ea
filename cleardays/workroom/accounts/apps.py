"""Names the app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "cleardays.workroom.accounts"
    label = "accounts"
