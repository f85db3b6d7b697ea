"""Beginning a report to a committee, and handing over what a body that has ended still leads."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from cleardays.design.forms import DayField
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.people.models import Committee, Organisation
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.views.finding import plan_or_404, way_to
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.attempting import attempt


class ReportForm(forms.Form):
    """To which committee, as at when."""

    committee = forms.ModelChoiceField(
        label="To which committee", queryset=Committee.objects.none()
    )
    as_at = DayField(label="As at")
    last_met = DayField(
        label="The committee last met",
        required=False,
        help_text="What changed since then is said. Left empty, it is its last meeting on record.",
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Committee.objects.in_being(localdate())
        if not viewer.can(Permission.WRITE_REPORTS):
            known = known.filter(pk__in=viewer.bodies_with(Permission.WRITE_REPORTS))
        field = self.fields["committee"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - narrows the type
        field.queryset = known


class HandOverForm(forms.Form):
    """Which body has ended, and when its successor took over."""

    body = forms.ModelChoiceField(
        label="Body that has ended",
        queryset=Organisation.objects.exclude(successor=None).select_related("successor"),
        help_text="Those of which Committees says who followed them.",
    )
    on = DayField(label="Its successor took over on")


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def report(request: ViewerRequest, pk: int) -> HttpResponse:
    """Begin a draft report on a plan: from there it goes the ordinary way."""
    plan = plan_or_404(request, pk, to_follow=True)
    made: list[Report] = []
    initial = {"as_at": localdate()}
    form = ReportForm(request.POST or None, viewer=request.viewer, initial=initial)
    if request.method == "POST" and attempt(
        form,
        lambda data: made.append(actions.draft_report(plan, **data, by=request.viewer, at=now())),
    ):
        return redirect(made[0])
    heading = "Begin a report to a committee"
    context = {"form": form, "heading": heading, "thing": plan, "trail": way_to(plan)}
    return TemplateResponse(request, "plans/form.html", context)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def hand_over(request: ViewerRequest) -> HttpResponse:
    """Give what a body that has ended still leads or supports to its successor."""
    form = HandOverForm(request.POST or None, initial={"on": localdate()})
    if request.method == "POST" and attempt(
        form, lambda data: actions.hand_over(**data, by=request.viewer, at=now())
    ):
        return redirect("plans:list")
    heading = "Hand over what a body that has ended still leads"
    context = {"form": form, "heading": heading, "trail": way_to()}
    return TemplateResponse(request, "plans/form.html", context)
