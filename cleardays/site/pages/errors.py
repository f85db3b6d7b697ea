"""What is shown when something is not there or goes wrong. Neither page asks a database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, and where to go on."""
    return render(request, "site/not_found.html", status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be understood."""
    return render(request, "site/not_found.html", status=400)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault, and that nothing was lost."""
    return render(request, "site/failed.html", status=500)
