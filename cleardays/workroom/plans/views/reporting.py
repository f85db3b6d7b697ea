"""Beginning a report to a committee, and handing over what a body that has ended still leads."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from cleardays.design.forms import DayField
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.people.models import Committee, Organisation
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.actions.reporting import meetings_before
from cleardays.workroom.plans.models import Plan
from cleardays.workroom.plans.views.finding import plan_or_404, way_to
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.attempting import attempt

MEETINGS = 12  # of which one may be chosen, newest first


class ReportForm(forms.Form):
    """As at when, and since which meeting of the committee."""

    as_at = DayField(label="As at")
    last_met = forms.ChoiceField(
        label="The committee last met",
        help_text="The report says what changed since what was public then.",
    )

    def __init__(self, *args: Any, met: Iterable[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["last_met"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        field.choices = [(one.day.isoformat(), f"{one.day:%-d %B %Y}") for one in met]
        if not field.choices:
            del self.fields["last_met"]

    def clean_last_met(self) -> date:
        return date.fromisoformat(self.cleaned_data["last_met"])


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
    """Choose a committee, then begin a draft report to it: from there it goes the ordinary way."""
    plan, viewer = plan_or_404(request, pk, to_follow=True), request.viewer
    chosen = request.GET.get("committee")
    if chosen is None:
        return _choose_committee(request, plan)
    if not chosen.isdecimal():
        raise Http404
    committee = get_object_or_404(_committees(viewer), pk=chosen)
    made: list[Report] = []
    met = meetings_before(committee, localdate(), viewer)[:MEETINGS]
    form = ReportForm(request.POST or None, met=met, initial={"as_at": localdate()})

    def begin(data: dict[str, Any]) -> None:
        made.append(actions.draft_report(plan, committee, **data, by=viewer, at=now()))

    if request.method == "POST" and attempt(form, begin):
        return redirect(made[0])
    context = {
        "form": form,
        "heading": f"Begin a report to {committee.name}",
        "thing": plan,
        "trail": way_to(plan),
        "button": "Begin the draft report",
    }
    return TemplateResponse(request, "plans/form.html", context)


def _choose_committee(request: ViewerRequest, plan: Plan) -> HttpResponse:
    """Offer the committees that follow the plan, then the others that may be written for."""
    following = set(
        Plan.followed_by.through.objects.filter(plan=plan).values_list("committee_id", flat=True)
    )
    known = [(one.pk in following, one) for one in _committees(request.viewer)]
    context = {
        "plan": plan,
        "trail": way_to(plan),
        "followers": [one for follows_it, one in known if follows_it],
        "others": [one for follows_it, one in known if not follows_it],
    }
    return TemplateResponse(request, "plans/report_to.html", context)


def _committees(viewer: Viewer) -> QuerySet[Committee]:
    known = Committee.objects.in_being(localdate()).order_by("name")
    if viewer.can(Permission.WRITE_REPORTS):
        return known
    return known.filter(pk__in=viewer.committees_with(Permission.WRITE_REPORTS))


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
