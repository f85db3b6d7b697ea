"""Changing a measure: its name, its definition, its figures, and what it is for in a plan."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from cleardays.progress.measures.periods import parse_period
from cleardays.progress.measures.series import in_force
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.figures import definitions_of
from cleardays.workroom.plans.forms.measures import (
    NUMBER,
    FigureForm,
    LimitsForm,
    MeasureForm,
    NewFigureForm,
    NextDefinitionForm,
    RestateForm,
    in_short,
)
from cleardays.workroom.plans.forms.targets import PlanChoiceForm, TargetForm
from cleardays.workroom.plans.measured.checking import Doubtful
from cleardays.workroom.plans.models import Action, Measure, Observation, Plan, Target
from cleardays.workroom.plans.views.doing import areas_of_plan
from cleardays.workroom.plans.views.finding import plan_or_404
from cleardays.workroom.plans.views.measure_finding import (
    measure_or_404,
    way_to_measures,
    wholes_for,
)
from cleardays.workroom.workflow.attempting import attempt, press
from cleardays.workroom.workflow.engine import Refused

Data = dict[str, Any]


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, pk: int) -> HttpResponse:
    """Change what a measure is called, and what the public does not see of it."""
    held = measure_or_404(request, pk, to_keep=True)
    parts = ("name", "small_number", "part_of")
    form = MeasureForm(
        request.POST or None,
        initial={part: getattr(held, part) for part in parts},
        wholes=wholes_for(held, request.viewer),
    )
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_measure(held, **data, by=request.viewer, at=now())
    ):
        return redirect(held)
    return _page(request, held, form, "Change its name or what is hidden")


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def define(request: ViewerRequest, pk: int) -> HttpResponse:
    """Give a measure a new definition, which breaks the line."""
    held = measure_or_404(request, pk, to_keep=True)
    last = held.definition[-1]
    initial = {**last, "counted": last["numerator"], "unit": last.get("unit") or NUMBER}
    form = NextDefinitionForm(request.POST or None, initial={**initial, "valid_from": None})

    def begin(data: Data) -> None:
        new = form.definition(held.name, data["valid_from"])
        actions.define_measure(held, new, by=request.viewer, at=now())

    if request.method == "POST" and attempt(form, begin):
        return redirect(held)
    return _page(request, held, form, "Count something else from a day on")


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def limits(request: ViewerRequest, pk: int) -> HttpResponse:
    """Have the limits of the chart worked out anew from a day on."""
    held = measure_or_404(request, pk, to_keep=True)
    form, doubtful = LimitsForm(request.POST or None), None
    if request.method == "POST":
        is_done, doubtful = _try(
            form,
            lambda data: actions.recalculate_limits(held, **data, by=request.viewer, at=now()),
        )
        if is_done:
            return redirect(held)
    return _page(request, held, form, "Work the limits out anew from a day on", doubtful)


@requires(Permission.UPDATE_ACTIONS)
@require_POST
def keep_limits(request: ViewerRequest, pk: int) -> HttpResponse:
    """Let the limits go on as before, past a day from which they were worked out anew."""
    held = measure_or_404(request, pk, to_keep=True)
    try:
        day = date.fromisoformat(request.POST.get("starts_on", ""))
    except ValueError as why:
        raise Http404 from why
    press(
        request,
        lambda: actions.keep_limits(held, day, by=request.viewer, at=now()),
        done="The limits go on as before.",
    )
    return redirect(held)


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def observe(request: ViewerRequest, pk: int) -> HttpResponse:
    """Enter a figure; what seems wrong of it is said before it is saved."""
    held = measure_or_404(request, pk, to_keep=True)
    form = NewFigureForm(request.POST or None, definition=definitions_of(held)[-1])
    return _figure_page(
        request,
        held,
        form,
        "Enter a figure",
        lambda data: actions.record_observation(held, **data, by=request.viewer, at=now()),
    )


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def restate(request: ViewerRequest, pk: int) -> HttpResponse:
    """Put another figure in the place of one that stands; both are kept."""
    seen = Observation.objects.visible_to(request.viewer).select_related("measure__body")
    row = get_object_or_404(seen, pk=pk)
    parts = ("numerator", "denominator", "value", "is_provisional", "marker", "source")
    form = RestateForm(
        request.POST or None,
        initial={part: in_short(getattr(row, part)) for part in parts},
        definition=in_force(definitions_of(row.measure), parse_period(row.period)),
    )
    place = "" if row.geography == Observation.OWN else f" for {row.geography}"
    return _figure_page(
        request,
        row.measure,
        form,
        f"Restate the figure of {row.period}{place}",
        lambda data: actions.restate(row, **data, by=request.viewer, at=now()),
    )


def _figure_page(
    request: ViewerRequest,
    measure: Measure,
    form: FigureForm,
    heading: str,
    deed: Callable[[Data], object],
) -> HttpResponse:
    doubtful = None
    if request.method == "POST":
        is_done, doubtful = _try(form, deed)
        if is_done:
            return redirect(measure)
    return _page(request, measure, form, heading, doubtful)


def _try(
    form: FigureForm | TargetForm | LimitsForm, deed: Callable[[Data], object]
) -> tuple[bool, Doubtful | None]:
    """Do the deed; what is doubtful is returned, with a box on the form to say that one looked."""
    try:
        return form.is_valid() and attempt(form, _raising(deed)), None
    except _Doubted as doubted:
        if not doubted.why.is_impossible:
            form.ask_to_check()
        return False, doubted.why


class _Doubted(Exception):
    """Carries what is doubtful past where refusals become errors of the form."""

    def __init__(self, why: Doubtful) -> None:
        super().__init__()
        self.why = why


def _raising(deed: Callable[[Data], object]) -> Callable[[Data], object]:
    def do(data: Data) -> object:
        try:
            return deed(data)
        except Doubtful as why:
            raise _Doubted(why) from why

    return do


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET"])
def choose_plan(request: ViewerRequest, pk: int) -> HttpResponse:
    """Go on to the page on which a measure is put to use in a plan."""
    held = measure_or_404(request, pk, to_keep=True)
    form = PlanChoiceForm(request.GET, plans=Plan.objects.visible_to(request.viewer))
    if not form.is_valid():
        raise Http404
    return redirect("plans:measure_use", held.pk, form.cleaned_data["plan"].pk)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def use(request: ViewerRequest, pk: int, plan_pk: int) -> HttpResponse:
    """Say what a measure is for in a plan: areas, actions, baseline, target and the way there."""
    held = measure_or_404(request, pk, to_keep=True)
    plan = plan_or_404(request, plan_pk, to_follow=True)
    form = TargetForm(
        request.POST if request.method == "POST" else None,
        initial=_as_it_is(held, plan, request.viewer),
        **areas_of_plan(plan, request.viewer),
    )
    doubtful = None
    if request.method == "POST":
        is_done, doubtful = _try(form, lambda data: _use(held, plan, data, request.viewer))
        if is_done:
            return redirect(held)
    return _page(request, held, form, f"What it is for in “{plan}”", doubtful)


@transaction.atomic
def _use(held: Measure, plan: Plan, data: Data, viewer: Viewer) -> None:
    areas, refs = data.pop("areas", None), data.pop("actions")
    at = now()
    if data["target"] is not None:
        actions.set_target(plan, held, **data, by=viewer, at=at)
    elif data["baseline"] is not None or data["trajectory"]:
        raise Refused("Give a target: a baseline and points on the way are on the way to one")
    actions.use_measure(held, plan, areas=areas, refs=refs, by=viewer, at=at)


def _as_it_is(held: Measure, plan: Plan, viewer: Viewer) -> Data:
    """Begin the form with what stands."""
    links = Measure.areas.through.objects.filter(measure=held)
    tied = Measure.actions.through.objects.filter(measure=held)
    keys = list(tied.values_list("action_id", flat=True))
    refs = Action.objects.visible_to(viewer).of(plan).filter(pk__in=keys)
    row = Target.objects.visible_to(viewer).filter(measure=held, plan=plan).first()
    parts = ("baseline", "baseline_on", "target", "target_on")
    points = row.trajectory if row else ()
    return {
        "areas": [str(key) for key in links.values_list("area_id", flat=True)],
        "actions": ", ".join(refs.values_list("ref", flat=True)),
        **({part: in_short(getattr(row, part)) for part in parts} if row else {}),
        "trajectory": "\n".join(f"{on}: {value:g}" for on, value in points),
    }


def _page(
    request: ViewerRequest,
    measure: Measure,
    form: Form,
    heading: str,
    doubtful: Doubtful | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "thing": measure,
        "doubtful": doubtful,
        "trail": way_to_measures(measure),
    }
    return TemplateResponse(request, "plans/measure_form.html", context)
