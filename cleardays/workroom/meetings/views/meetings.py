"""The list of meetings, the committee's page, calling, changing and cancelling a meeting."""

import re
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_http_methods

from cleardays.design.values import Link
from cleardays.workroom.access.decorators import ViewerRequest, requires, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.deadlines import DateCheck, check_of
from cleardays.workroom.meetings.forms import (
    ChangeMeetingForm,
    NewMeetingForm,
    ReasonForm,
    ShorterNoticeForm,
    editable,
)
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.meetings.models.meeting import MeetingQuerySet
from cleardays.workroom.meetings.views.finding import meeting_or_404
from cleardays.workroom.meetings.views.listing import listed, way_to
from cleardays.workroom.people.calendars import calendar_of
from cleardays.workroom.people.models import Committee
from cleardays.workroom.workflow.attempting import attempt

PAGE = 25
WHOLE = re.compile(r"\d{4}-(?!00)\d{2}-(?!00)\d{2}")  # a date that is typed to its end


@requires(Permission.READ_PAPERS)
@require_GET
def listing(request: ViewerRequest) -> HttpResponse:
    """List the meetings to come, soonest first, and past ones, newest first, page by page."""
    seen = Meeting.objects.visible_to(request.viewer).select_related("committee")
    coming = seen.to_come(localdate())
    past = seen.filter(day__lt=localdate()).order_by("-day", "-time", "-pk")
    context = {
        "coming": listed(coming[: PAGE * 4]),
        **_past(past, request),
        "may_create": request.viewer.can_somewhere(Permission.EDIT_AGENDA),
    }
    return TemplateResponse(request, "meetings/list.html", context)


@signed_in
@require_GET
def committee(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show a committee with the meetings of it that the viewer may see."""
    known = Committee.objects.select_related("organisation", "parent", "successor")
    shown = get_object_or_404(known, pk=pk)
    seen = Meeting.objects.visible_to(request.viewer).of(shown).select_related("committee")
    past = seen.filter(day__lt=localdate()).order_by("-day", "-time", "-pk")
    viewer = request.viewer
    sees_drafts = viewer.can(Permission.SEE_DRAFTS, pk) or viewer.can(Permission.MANAGE_BODIES, pk)
    context = {
        "committee": shown,
        "trail": [Link("Committees", reverse("people:organisations"))],
        "coming": listed(seen.to_come(localdate())),
        **_past(past, request),
        "may_create": viewer.can(Permission.EDIT_AGENDA, pk),
        "may_manage": viewer.can(Permission.MANAGE_BODIES, pk),
        "history": history_of(shown) if sees_drafts else [],
    }
    return TemplateResponse(request, "meetings/committee.html", context)


@requires(Permission.EDIT_AGENDA)
@require_http_methods(["GET", "POST"])
def create(request: ViewerRequest) -> HttpResponse:
    """Call a meeting; the button beside the date only asks what must be public by when."""
    made: list[Meeting] = []
    wanted = {"committee": request.GET.get("committee")}
    form = NewMeetingForm(request.POST or None, viewer=request.viewer, initial=wanted)
    if (
        request.method == "POST"
        and "check" not in request.POST
        and attempt(
            form,
            lambda data: made.append(
                actions.create_meeting(**_without_blanks(data), by=request.viewer, at=now())
            ),
        )
    ):
        return redirect(made[0])
    context = {
        "form": form,
        "check": _check(request, request.POST),
        "only_checked": "check" in request.POST,
        "trail": way_to(),
    }
    return TemplateResponse(request, "meetings/create.html", context)


@requires(Permission.EDIT_AGENDA)
@require_GET
def check_date(request: ViewerRequest) -> HttpResponse:
    """Say what must be public by when for the day being typed: a fragment of the page above."""
    context = {"check": _check(request, request.GET)}
    return TemplateResponse(request, "meetings/_date_check.html", context)


@requires(Permission.EDIT_AGENDA)
@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, pk: int) -> HttpResponse:
    """Change what is said of a meeting; the public hears of it with the next issue."""
    held = meeting_or_404(request, pk, Permission.EDIT_AGENDA)
    names = [*ChangeMeetingForm.MAIN, *ChangeMeetingForm.LATER]
    initial = {name: getattr(held, name) for name in names}
    form = ChangeMeetingForm(request.POST or None, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_meeting(held, **data, by=request.viewer, at=now())
    ):
        return redirect(held)
    context = {"form": form, "meeting": held, "trail": way_to(held)}
    return TemplateResponse(request, "meetings/change.html", context)


@requires(Permission.EDIT_AGENDA)
@require_http_methods(["GET", "POST"])
def cancel(request: ViewerRequest, pk: int) -> HttpResponse:
    """Call a meeting off, with the reason."""
    held = meeting_or_404(request, pk, Permission.EDIT_AGENDA)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.cancel_meeting(held, **data, by=request.viewer, at=now())
    ):
        return redirect(held)
    context = {"form": form, "meeting": held, "trail": way_to(held)}
    return TemplateResponse(request, "meetings/cancel.html", context)


@requires(Permission.PUBLISH)
@require_http_methods(["GET", "POST"])
def call_at_shorter_notice(request: ViewerRequest, pk: int) -> HttpResponse:
    """Say on which day a meeting was called too late for five clear days."""
    held = meeting_or_404(request, pk, Permission.PUBLISH)
    form = ShorterNoticeForm(request.POST or None, initial={"on": localdate()})
    if request.method == "POST" and attempt(
        form,
        lambda data: actions.call_at_shorter_notice(held, **data, by=request.viewer, at=now()),
    ):
        return redirect(held)
    context = {"form": form, "meeting": held, "trail": way_to(held)}
    return TemplateResponse(request, "meetings/shorter_notice.html", context)


def _past(past: MeetingQuerySet, request: ViewerRequest) -> dict[str, Any]:
    page = Paginator(past, PAGE).get_page(request.GET.get("page"))
    return {"page": page, "past": listed(page.object_list)}


def _check(request: ViewerRequest, typed: Any) -> DateCheck | None:
    """Return what the law says of the committee and day typed so far; nothing until both are."""
    form = NewMeetingForm(typed, viewer=request.viewer)
    day = form.fields["day"].widget.value_from_datadict(typed, {}, "day") or ""
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        no_such_day = "There is no such day: check the date."
        return DateCheck(localdate(), warnings=(no_such_day,)) if WHOLE.fullmatch(day) else None
    try:
        chosen = editable(request.viewer).select_related("organisation").get(pk=typed["committee"])
    except (ValueError, KeyError, Committee.DoesNotExist):
        return None
    return check_of(chosen, wanted, calendar_of(chosen.organisation), localdate())


def _without_blanks(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in ("", None, [])}
