"""The list of plans, the page of one with its actions, and what is asked of one's own body."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_http_methods

from cleardays.progress.counts import by_delivery
from cleardays.progress.delivery import Delivery, delivery
from cleardays.workroom.access.decorators import ViewerRequest, requires, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.forms import NewPlanForm
from cleardays.workroom.plans.heads import as_shown
from cleardays.workroom.plans.listing import ACTION_HEADS, cells_of, dates_of, in_state, listed
from cleardays.workroom.plans.models import Action, Plan, PlanVersion, Risk, Support, Voice
from cleardays.workroom.plans.models.plan import asked_of
from cleardays.workroom.plans.models.seeing import follows
from cleardays.workroom.plans.proof import release_of
from cleardays.workroom.plans.standing import IMPACT_HEADS, standing_of
from cleardays.workroom.plans.ties import tied_to
from cleardays.workroom.plans.views.deeds import deeds_of, plan_deeds
from cleardays.workroom.plans.views.filters import filters_of
from cleardays.workroom.plans.views.finding import plan_or_404, way_to
from cleardays.workroom.workflow.attempting import attempt

PAGE = 50
HISTORY = 30


@signed_in
@require_GET
def listing(request: ViewerRequest) -> HttpResponse:
    """List the plans that the viewer may see, newest first."""
    seen = Plan.objects.visible_to(request.viewer).select_related("organisation")
    page = Paginator(seen.order_by("-pk"), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "plans": as_shown(page.object_list, request.viewer),
        "may_create": follows(request.viewer),
        "has_own": request.viewer.can_somewhere(Permission.UPDATE_ACTIONS),
    }
    return TemplateResponse(request, "plans/list.html", context)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def create(request: ViewerRequest) -> HttpResponse:
    """Begin a plan."""
    made: list[Plan] = []
    form = NewPlanForm(request.POST or None)

    def begin(data: dict[str, Any]) -> None:
        body, kind, title = (data.pop(name) for name in ("organisation", "kind", "title"))
        made.append(actions.create_plan(body, kind, title, by=request.viewer, at=now(), **data))

    if request.method == "POST" and attempt(form, begin):
        return redirect(made[0])
    context = {"form": form, "heading": "Begin a plan", "trail": way_to()}
    return TemplateResponse(request, "plans/form.html", context)


@signed_in
@require_GET
def plan(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show a plan: to followers as it stands, to a body its own part, to all what is public."""
    shown, today, viewer = plan_or_404(request, pk), localdate(), request.viewer
    rows = Action.objects.visible_to(viewer).of(shown).select_related("lead_body")
    filters = filters_of(request, shown, list(rows))
    wanted = in_state(list(rows.filter(filters.where)), filters.state, today)
    page = Paginator(wanted, PAGE).get_page(request.GET.get("page"))
    states = [delivery(dates_of(one), today) for one in filters.rows]
    versions = PlanVersion.objects.visible_to(viewer).of(shown)
    is_follower = follows(viewer)
    context = {
        "plan": shown,
        "trail": way_to(),
        "action_heads": ACTION_HEADS,
        "rows": cells_of(listed(page.object_list, today)),
        "page": page,
        "filters": filters,
        "counts": by_delivery(states),
        "total": len(states),
        "version": versions.standing().defer("snapshot").first(),
        "is_follower": is_follower,
        "standing": standing_of(shown, rows, viewer, today) if is_follower else None,
        "impact_heads": IMPACT_HEADS,
        "ties": tied_to(shown, viewer) if is_follower else (),
        "risks": [
            (one, deeds_of("risk", one, viewer))
            for one in Risk.objects.visible_to(viewer).filter(plan=shown)
        ],
        "voices": Voice.objects.visible_to(viewer).filter(plan=shown),
        "deeds": plan_deeds(shown, viewer),
        "released": release_of(shown) if is_follower else None,
        "legend": list(shown.legend.items()),
        "history": history_of(shown, most=HISTORY) if is_follower else (),
    }
    return TemplateResponse(request, "plans/plan.html", context)


@requires(Permission.UPDATE_ACTIONS)
@require_GET
def mine(request: ViewerRequest) -> HttpResponse:
    """Show what is asked of the viewer's own body, across plans: what is late, or has no day to
    finish on, comes first."""
    viewer, today = request.viewer, localdate()
    own = Action.objects.visible_to(viewer).filter(asked_of(viewer))
    rows = list(own.select_related("lead_body", "plan").order_by("finish", "plan", "position"))
    as_shown([one.plan for one in rows], viewer)
    open_ones = [one for one in rows if delivery(dates_of(one), today).is_open]
    supports = Support.objects.visible_to(viewer).filter(
        body=viewer.organisation_id, until__isnull=True, action__in=open_ones
    )
    asked = dict(supports.values_list("action_id", "what"))
    context = {
        "late": _with_plan([one for one in open_ones if _needs_somebody(one)], asked),
        "others": _with_plan([one for one in open_ones if not _needs_somebody(one)], asked),
        "done": len(rows) - len(open_ones),
        "trail": way_to(),
    }
    return TemplateResponse(request, "plans/mine.html", context)


def _needs_somebody(action: Action) -> bool:
    """Say whether an action is late, or nobody has said when it will be finished."""
    late = {Delivery.OVERDUE_TO_START, Delivery.LATE}
    is_open_ended = action.finish is None and not action.is_placeholder
    return is_open_ended or delivery(dates_of(action), localdate()) in late


def _with_plan(rows: Sequence[Action], asked: dict[int, str]) -> list[tuple[Any, str, str]]:
    """Return entries, each with the plan it is of and what the body does where it supports."""
    entries = listed(rows, localdate())
    return [
        (entry, row.plan.title, asked.get(row.pk, ""))
        for entry, row in zip(entries, rows, strict=True)
    ]
