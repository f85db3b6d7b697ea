"""The workroom's pages for when something is not there, is refused, or goes wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing here: also for what one may not know of."""
    return render(request, "workroom/not_found.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault and what to do."""
    return render(request, "workroom/failed.html", status=500)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say what a form without a valid token means to the person who sent it."""
    return render(request, "workroom/stale.html", status=403)
