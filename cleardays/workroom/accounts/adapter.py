"""How sign-in differs here from allauth's own habits."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Accounts are made by an administrator, never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Any, password: str) -> None:
        """Keep the password that a user chose: it is theirs, and no longer for one time."""
        user.must_change_password = False
        super().set_password(user, password)
