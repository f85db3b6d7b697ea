"""The workroom's pages for when something is not there, is refused, or goes wrong."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

SIGNING_IN = "/account/"
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing here: also for what one may not know of."""
    return render(request, "workroom/not_found.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault and what to do."""
    return render(request, "workroom/failed.html", status=500)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say what a form without a valid token means to the person who sent it.

    Where the browser says that it came from a page of ours it can be sent once more; what another
    site made it send is shown no button.
    """
    kept = _kept(request) if _is_ours(request) else {}
    return render(request, "workroom/stale.html", kept, status=403)


def signed_out(request: HttpRequest) -> HttpResponse:
    """Keep what somebody sent whose session had ended, to be sent again once they signed in."""
    return render(request, "workroom/signed_out.html", _kept(request), status=403)


def _kept(request: HttpRequest) -> dict[str, Any]:
    """Return what was typed; nothing of the pages of signing in, where that is a password."""
    if request.path.startswith(SIGNING_IN):
        return {}
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    again = [(name, value) for name, value in sent if name != TOKEN]
    return {"again": again, "has_files": bool(request.FILES)}


def _is_ours(request: HttpRequest) -> bool:
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
