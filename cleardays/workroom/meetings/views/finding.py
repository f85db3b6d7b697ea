"""Finding what a page is about among what the viewer may see; all else is not found."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from cleardays.workroom.access.decorators import ViewerRequest
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.meetings.models import AgendaItem, Meeting


def meeting_or_404(
    request: ViewerRequest, pk: int, permission: Permission | None = None
) -> Meeting:
    """Return a meeting; with a permission, only to those who hold it in its committee."""
    seen = Meeting.objects.visible_to(request.viewer).select_related("committee__organisation")
    meeting = get_object_or_404(seen, pk=pk)
    _or_404(request, permission, meeting.committee_id)
    return meeting


def item_or_404(
    request: ViewerRequest, pk: int, permission: Permission | None = None
) -> AgendaItem:
    """Return an item with its meeting; with a permission, only to those who hold it there."""
    seen = AgendaItem.objects.visible_to(request.viewer)
    item = get_object_or_404(seen.select_related("meeting__committee__organisation"), pk=pk)
    _or_404(request, permission, item.meeting.committee_id)
    return item


def _or_404(request: ViewerRequest, permission: Permission | None, committee_id: int) -> None:
    if permission and not request.viewer.can(permission, committee_id):
        raise Http404
