"""Gives every request its Viewer, and refuses views that did not say who may open them."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts.models import User
from cleardays.workroom.accounts.viewers import viewer_of


class ViewerMiddleware:
    """Closed unless declared: allauth's pages, or ``@requires`` / ``@signed_in``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        user = request.user
        known = isinstance(user, User) and user.is_active
        request.viewer = viewer_of(user, localdate()) if known else Viewer.public()  # type: ignore[attr-defined,arg-type]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if getattr(view, "__module__", "").startswith("allauth."):
            return None
        access = getattr(view, "access", None)
        if access is None:
            raise ImproperlyConfigured(
                f"{view.__module__}.{view.__name__} does not say who may open it"
            )
        if access != "public" and not request.viewer.is_signed_in:  # type: ignore[attr-defined]
            return redirect(f"{reverse('account_login')}?next={request.get_full_path()}")
        return None
