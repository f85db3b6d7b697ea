"""What needs you: the first page after signing in."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET

from cleardays.workroom.access.decorators import ViewerRequest, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.home import asked, between, followed, meetings, papers
from cleardays.workroom.home.waiting import Part


@signed_in
@require_GET
def home(request: ViewerRequest) -> HttpResponse:
    """Show what waits for this viewer, and nothing that does not."""
    viewer, today = request.viewer, localdate()
    found = {
        "first": _with_something(papers.sent_back(viewer), between.sent_back(viewer, today)),
        "to_release": meetings.to_release(viewer),
        "released": _with_something(
            followed.versions_to_release(viewer),
            meetings.to_publish(viewer, now()),
            followed.versions_to_publish(viewer),
        ),
        "to_clear": papers.to_clear(viewer),
        "uploads": papers.uploads(viewer),
        "parts": parts_of(viewer),
        "waiting": meetings.to_prepare(viewer, today),
        "due": meetings.not_told(viewer, now()),
        "coming": meetings.coming(viewer, today),
    }
    context = {
        **found,
        "nothing": not any(found.values()),
        "may_create": viewer.can_somewhere(Permission.EDIT_AGENDA),
    }
    return TemplateResponse(request, "home/home.html", context)


def parts_of(viewer: Viewer) -> list[Part]:
    """Return what follows from inspections and committees, most pressing first, without what is
    empty."""
    today = localdate()
    return _with_something(
        between.proposed(viewer),
        followed.updates_to_take(viewer),
        asked.to_answer(viewer, today),
        followed.duties(viewer, today),
        followed.actions_due(viewer, today),
        followed.to_accept(viewer),
        followed.figures_due(viewer, today),
        asked.to_settle(viewer, today),
        asked.not_answered(viewer, today),
        papers.under_way(viewer),
    )


def _with_something(*parts: Part) -> list[Part]:
    return [part for part in parts if part]
