"""The list of measures, the page of one, and beginning one."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.figures import definitions_of, recalculations_of
from cleardays.workroom.plans.forms.measures import BEGINNING, NewMeasureForm
from cleardays.workroom.plans.measured.holding import may_measure
from cleardays.workroom.plans.measured.naming import names_seen
from cleardays.workroom.plans.measured.presenting import (
    DEFINITIONS,
    FIGURES,
    PUBLIC_FIGURES,
    definition_rows,
    public_definitions,
    public_rows,
    whole,
)
from cleardays.workroom.plans.measured.proof import release_of
from cleardays.workroom.plans.measured.seeing import family_of
from cleardays.workroom.plans.models import Action, Measure, MeasureVersion, Plan, Target
from cleardays.workroom.plans.models.seeing import follows
from cleardays.workroom.plans.views.measure_finding import measure_or_404, way_to_measures
from cleardays.workroom.workflow.attempting import attempt

PAGE = 50
HISTORY = 50


@requires(Permission.UPDATE_ACTIONS)
@require_GET
def listing(request: ViewerRequest) -> HttpResponse:
    """List the measures that the viewer may see, of all plans or of one."""
    viewer = request.viewer
    seen = Measure.objects.visible_to(viewer).select_related("body")
    plans = Plan.objects.visible_to(viewer)
    bodies = Organisation.objects.filter(pk__in=seen.values("body")).order_by("name")
    plan, body = _chosen(request, "plan", plans), _chosen(request, "body", bodies)
    if plan:
        seen = seen.filter(pk__in=_of_plan(plan))
    if body:
        seen = seen.filter(body=body)
    page = Paginator(seen.order_by("name", "pk"), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "named": names_seen(page.object_list, viewer),
        "plans": plans,
        "plan": plan,
        "bodies": bodies,
        "body": body,
        "query": urlencode({"plan": plan.pk if plan else "", "body": body.pk if body else ""}),
        "trail": way_to_measures(),
    }
    return TemplateResponse(request, "plans/measures.html", context)


def _chosen(request: ViewerRequest, name: str, among: Any) -> Any:
    """Return what the address names of these rows, or None."""
    key = request.GET.get(name, "")
    return among.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 16 else None


def _of_plan(plan: Plan) -> set[int]:
    """Return the keys of the measures that a plan aims at, or that its actions are tied to."""
    links = Measure.actions.through.objects.filter(action__plan=plan)
    aims = Target.objects.unrestricted(because="which measures a plan has is no secret of theirs")
    return {
        *links.values_list("measure_id", flat=True),
        *aims.filter(plan=plan).values_list("measure_id", flat=True),
    }


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def create(request: ViewerRequest) -> HttpResponse:
    """Begin a measure: a follower for any body, a partner for its own."""
    made: list[Measure] = []
    form = NewMeasureForm(
        request.POST or None,
        may_choose=follows(request.viewer),
        initial={"body": request.viewer.organisation_id},
    )

    def begin(data: dict[str, Any]) -> None:
        definition = [form.definition(data["name"], BEGINNING)]
        rule = {"small_number": data["small_number"], "body": data.get("body")}
        made.append(
            actions.create_measure(data["name"], definition, **rule, by=request.viewer, at=now())
        )

    if request.method == "POST" and attempt(form, begin):
        return redirect(made[0])
    context = {"form": form, "heading": "Begin a measure", "trail": way_to_measures()}
    return TemplateResponse(request, "plans/form.html", context)


@requires(Permission.UPDATE_ACTIONS)
@require_GET
def measure(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show a measure: to those who keep it every figure, to others what is public of it."""
    shown, viewer = measure_or_404(request, pk), request.viewer
    is_keeper = may_measure(viewer, shown.body_id)
    versions = MeasureVersion.objects.visible_to(viewer).filter(measure=shown)
    version = versions.filter(recalled_at=None).order_by("-number").first()
    context = {
        "measure": shown,
        "title": names_seen([shown], viewer)[0][1],
        "version": version,
        "was_public": versions.exists(),
        "is_keeper": is_keeper,
        "is_follower": follows(viewer),
        "definition_heads": DEFINITIONS,
        "trail": way_to_measures(),
        **(_kept(shown, viewer) if is_keeper else _public(version)),
    }
    return TemplateResponse(request, "plans/measure.html", context)


def _kept(shown: Measure, viewer: Viewer) -> dict[str, Any]:
    """Return what those who keep a measure see of it."""
    targets = list(Target.objects.visible_to(viewer).filter(measure=shown).select_related("plan"))
    found = whole(shown, targets[-1] if targets else None)
    kept = (one for one in family_of(shown) if may_measure(viewer, one.body_id))
    family = list(kept)
    return {
        "plot": found.drawn.plot,
        "spc": found.drawn.spc,
        "process": found.drawn.process,
        "run": found.drawn.run,
        "faults": found.faults,
        "hidden": found.hidden,
        "whole": next((one for one in family if one.pk == shown.part_of_id), None),
        "parts": [one for one in family if one.part_of_id == shown.pk],
        "rows": found.rows,
        "heads": FIGURES,
        "definitions": definition_rows(shown),
        "defined": definitions_of(shown)[-1],
        "limits": recalculations_of(shown),
        "uses": list(_uses(shown, targets, viewer)),
        "plans": Plan.objects.visible_to(viewer).order_by("-pk") if follows(viewer) else (),
        "released": release_of(shown) if follows(viewer) else None,
        "history": history_of(shown, most=HISTORY),
    }


def _public(version: MeasureVersion | None) -> dict[str, Any]:
    """Return what is public of the measure of another body."""
    said = version.snapshot if version else {"observations": (), "definitions": ()}
    return {
        "rows": public_rows(said),
        "heads": PUBLIC_FIGURES,
        "definitions": public_definitions(said),
    }


def _uses(
    shown: Measure, targets: Iterable[Target], viewer: Viewer
) -> Iterable[tuple[Plan, Target | None, list[str]]]:
    """Yield each plan in which a measure is used, its target there, and its actions."""
    aims = {one.plan_id: one for one in targets}
    links = Measure.actions.through.objects.filter(measure=shown)
    keys = list(links.values_list("action_id", flat=True))
    tied = list(Action.objects.visible_to(viewer).filter(pk__in=keys))
    wanted = {*aims, *(one.plan_id for one in tied)}
    for plan in Plan.objects.visible_to(viewer).filter(pk__in=wanted):
        yield plan, aims.get(plan.pk), [one.ref for one in tied if one.plan_id == plan.pk]
