"""Gives every request its Viewer, and refuses views that did not say who may open them."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts.failing import signed_out
from cleardays.workroom.accounts.models import User
from cleardays.workroom.accounts.viewers import viewer_of

# Of allauth's pages, those that are used here; nobody signs up or changes their address.
SIGNING_IN = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_change_password",
    "account_reauthenticate",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
}
BEFORE_A_PASSWORD = {"account_change_password", "account_logout", "account_reauthenticate"}


class ViewerMiddleware:
    """Closed unless declared: allauth's pages, or ``@requires`` / ``@signed_in``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        user = request.user
        known = isinstance(user, User) and user.is_active
        request.viewer = viewer_of(user, localdate()) if known else Viewer.public()  # type: ignore[attr-defined,arg-type]
        response = self.get_response(request)
        # What a browser keeps it asks for again; what lies between keeps nothing.
        response.setdefault("Cache-Control", "private, no-cache")
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        page = request.resolver_match.url_name if request.resolver_match else ""
        if getattr(request.user, "must_change_password", False) and page not in BEFORE_A_PASSWORD:
            return redirect("account_change_password")
        if getattr(view, "__module__", "").startswith("allauth."):
            if page not in SIGNING_IN:
                raise Http404
            return None
        access = getattr(view, "access", None)
        if access is None:
            raise ImproperlyConfigured(
                f"{view.__module__}.{view.__name__} does not say who may open it"
            )
        if access != "public" and not request.viewer.is_signed_in:  # type: ignore[attr-defined]
            if request.method == "POST" and not request.htmx:  # type: ignore[attr-defined]
                return signed_out(request)
            came_from = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('account_login')}?{came_from}")
        return None
