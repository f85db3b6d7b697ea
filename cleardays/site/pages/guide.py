"""Open data explained to people who want to use it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cleardays.site.spreadsheets import SHEETS
from cleardays.site.ways import HOME

# The kinds of documents, as people call several of them.
KINDS = {
    "meeting": "meetings with their agendas",
    "report": "reports to committees",
    "committee": "committees",
    "inspection": "inspections, with what was found and what is due",
    "plan": "plans, with their actions",
    "measure": "measures, with every figure",
    "ask": "what committees asked",
}


def show(request: HttpRequest) -> HttpResponse:
    """Say what there is, in which form, and how to keep a copy up to date."""
    context = {"kinds": KINDS, "sheets": SHEETS, "trail": HOME}
    return render(request, "site/data.html", context)
