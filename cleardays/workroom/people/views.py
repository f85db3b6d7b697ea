"""Pages about organisations and committees. The page of one committee is in ``meetings``."""

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cleardays.workroom.access.decorators import ViewerRequest, requires, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.people import actions
from cleardays.workroom.people.forms import (
    ClosureDayForm,
    CommitteeForm,
    DivisionForm,
    NewCommitteeForm,
    OrganisationForm,
)
from cleardays.workroom.people.models import (
    ClosureDay,
    Committee,
    ElectoralDivision,
    Organisation,
)
from cleardays.workroom.workflow.attempting import attempt, press


@signed_in
@require_GET
def organisations(request: ViewerRequest) -> HttpResponse:
    """List every organisation with its committees, those in being first."""
    today = localdate()
    in_being = Prefetch(
        "committees", Committee.objects.in_being(today).order_by("name"), to_attr="in_being"
    )
    found = Organisation.objects.prefetch_related(in_being)
    ended = Committee.objects.exclude(pk__in=Committee.objects.in_being(today))
    context = {
        "councils": [one for one in found if one.in_being],
        "others": [one for one in found if not one.in_being],
        "ended": ended.select_related("successor"),
        "may_manage": request.viewer.can(Permission.MANAGE_BODIES),
    }
    return TemplateResponse(request, "people/organisations.html", context)


@signed_in
@require_GET
def organisation(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show an organisation: what it is, when its offices are shut, its divisions, its history."""
    shown = get_object_or_404(Organisation.objects.select_related("successor"), pk=pk)
    context = {
        "organisation": shown,
        "committees": shown.committees.all(),
        "closures": shown.closure_days.filter(day__gte=localdate().replace(month=1, day=1)),
        "divisions": shown.divisions.all(),
        "history": history_of(shown),
        "may_manage": request.viewer.can(Permission.MANAGE_BODIES),
    }
    return TemplateResponse(request, "people/organisation.html", context)


@requires(Permission.MANAGE_BODIES)
@require_http_methods(["GET", "POST"])
def add_organisation(request: ViewerRequest) -> HttpResponse:
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.create_organisation(**data, by=request.viewer, at=now())
    ):
        return redirect("people:organisations")
    context = {"form": form, "heading": "Add an organisation"}
    return TemplateResponse(request, "people/form.html", context)


@requires(Permission.MANAGE_BODIES)
@require_http_methods(["GET", "POST"])
def change_organisation(request: ViewerRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(Organisation, pk=pk)
    form = OrganisationForm(request.POST or None, instance=held)
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_organisation(held, **data, by=request.viewer, at=now())
    ):
        return redirect("people:organisation", pk)
    context = {"form": form, "heading": f"Change {held}"}
    return TemplateResponse(request, "people/form.html", context)


@requires(Permission.MANAGE_BODIES)
@require_http_methods(["GET", "POST"])
def add_committee(request: ViewerRequest, pk: int) -> HttpResponse:
    of = get_object_or_404(Organisation, pk=pk)
    form = NewCommitteeForm(request.POST or None, organisation=of)
    if request.method == "POST" and attempt(
        form, lambda data: actions.create_committee(of, **data, by=request.viewer, at=now())
    ):
        return redirect("people:organisations")
    context = {"form": form, "heading": f"Add a committee of {of}", "is_public": True}
    return TemplateResponse(request, "people/form.html", context)


@requires(Permission.MANAGE_BODIES)
@require_http_methods(["GET", "POST"])
def change_committee(request: ViewerRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(Committee.objects.select_related("organisation"), pk=pk)
    form = CommitteeForm(request.POST or None, instance=held, organisation=held.organisation)
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_committee(held, **data, by=request.viewer, at=now())
    ):
        return redirect(held)
    context = {"form": form, "heading": f"Change {held}", "is_public": True}
    return TemplateResponse(request, "people/form.html", context)


@requires(Permission.MANAGE_BODIES)
@require_http_methods(["GET", "POST"])
def add_closure_day(request: ViewerRequest, pk: int) -> HttpResponse:
    of = get_object_or_404(Organisation, pk=pk)
    form = ClosureDayForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.add_closure_day(of, **data, by=request.viewer, at=now())
    ):
        return redirect("people:organisation", pk)
    context = {"form": form, "heading": f"Add a closure day of {of}"}
    return TemplateResponse(request, "people/form.html", context)


@requires(Permission.MANAGE_BODIES)
@require_POST
def remove_closure_day(request: ViewerRequest, pk: int) -> HttpResponse:
    closed = get_object_or_404(ClosureDay.objects.select_related("organisation"), pk=pk)
    press(
        request,
        lambda: actions.remove_closure_day(closed, by=request.viewer, at=now()),
        done=f"Removed: {closed}.",
    )
    return redirect("people:organisation", closed.organisation_id)


@requires(Permission.MANAGE_BODIES)
@require_http_methods(["GET", "POST"])
def add_division(request: ViewerRequest, pk: int) -> HttpResponse:
    of = get_object_or_404(Organisation, pk=pk)
    form = DivisionForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.add_division(of, **data, by=request.viewer, at=now())
    ):
        return redirect("people:organisation", pk)
    context = {"form": form, "heading": f"Add an electoral division of {of}"}
    return TemplateResponse(request, "people/form.html", context)


@requires(Permission.MANAGE_BODIES)
@require_POST
def remove_division(request: ViewerRequest, pk: int) -> HttpResponse:
    division = get_object_or_404(ElectoralDivision.objects.select_related("organisation"), pk=pk)
    press(
        request,
        lambda: actions.remove_division(division, by=request.viewer, at=now()),
        done=f"Removed: {division}.",
    )
    return redirect("people:organisation", division.organisation_id)
