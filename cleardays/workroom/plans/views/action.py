"""The page of one action: what was promised, how it stands, its ledger and what shows for it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from cleardays.design.values import Link
from cleardays.progress.delivery import TONES, Dates, delivery
from cleardays.progress.lateness import late_in_words
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.documents.serving import hand_over
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.plans.freezing import axis_of
from cleardays.workroom.plans.listing import dates_of
from cleardays.workroom.plans.measured.naming import names_seen
from cleardays.workroom.plans.models import (
    Action,
    DateChange,
    Dependency,
    Evidence,
    Leadership,
    Measure,
    Milestone,
    Proposal,
    Support,
    Update,
)
from cleardays.workroom.plans.models.seeing import follows
from cleardays.workroom.plans.posts import warnings_in
from cleardays.workroom.plans.views.deeds import deeds_of
from cleardays.workroom.plans.views.finding import action_or_404, way_to

HISTORY = 50


@requires(Permission.UPDATE_ACTIONS)
@require_GET
def action(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show an action to those who follow it, or whose body it is asked of."""
    shown, viewer = action_or_404(request, pk), request.viewer
    dates, today = dates_of(shown), localdate()
    state = delivery(dates, today)
    is_follower = follows(viewer)
    context = {
        "action": shown,
        "trail": way_to(shown.plan),
        "state": state,
        "tone": TONES[state],
        "late": "" if shown.is_placeholder else late_in_words(dates, today),
        "is_follower": is_follower,
        "names": warnings_in({"lead": shown.lead}) if is_follower else (),
        "deeds": deeds_of("action", shown, viewer),
        "history": history_of(shown, most=HISTORY) if is_follower else (),
        **_belongings(shown, viewer),
    }
    return TemplateResponse(request, "plans/action.html", context)


def _belongings(shown: Action, viewer: Viewer) -> dict[str, Any]:
    """Return what belongs to an action, as far as this viewer may see it."""

    def of(model: Any) -> Any:
        return model.objects.visible_to(viewer).filter(action=shown)

    evidence = list(of(Evidence).select_related("file", "body"))
    updates = list(of(Update).select_related("body"))
    has_words = any(one.state == Update.State.PUBLISHED for one in updates)
    return {
        "supports": of(Support).filter(until__isnull=True).select_related("body"),
        "former_supports": of(Support).exclude(until=None).select_related("body"),
        "former": of(Leadership).exclude(until=None).select_related("body"),
        "changes": of(DateChange).select_related("milestone"),
        "proposals": [
            (one, deeds_of("proposal", one, viewer))
            for one in of(Proposal).select_related("body", "milestone")
        ],
        "milestones": [
            (one, _lateness(one), deeds_of("milestone", one, viewer))
            for one in of(Milestone).select_related("action")
        ],
        "needs": _needs(of(Dependency).select_related("action", "on"), viewer),
        "evidence": [(one, deeds_of("evidence", one, viewer)) for one in evidence],
        "axis": axis_of(shown, evidence, has_words=has_words),
        "updates": [(one, deeds_of("update", one, viewer)) for one in updates],
        "areas": _areas(shown, viewer),
        "measures": _measures(shown, viewer),
    }


def _needs(rows: Iterable[Dependency], viewer: Viewer) -> list[tuple[Dependency, str, list[Link]]]:
    """Return what an action waits for; of what is asked of others, whose words may be a draft,
    its reference alone."""
    found = list(rows)
    seen = set(
        Action.objects.visible_to(viewer)
        .filter(pk__in=[one.on_id for one in found])
        .values_list("pk", flat=True)
    )
    return [
        (
            one,
            str(one.on) if one.on_id in seen else f"{one.on.ref}, which is asked of another body",
            deeds_of("dependency", one, viewer),
        )
        for one in found
    ]


def _lateness(one: Milestone) -> str:
    """Say how late a milestone is, or was met; "" for what is in time, or followed no more."""
    ends = {"stopped": one.action.stopped, "carried_forward": one.action.carried_forward}
    dates = Dates(
        first_finish=one.first_due, finish=one.due, finished=one.met_on, started=date.min, **ends
    )
    return late_in_words(dates, localdate())


def _areas(shown: Action, viewer: Viewer) -> list[Area]:
    links = Action.areas.through.objects.filter(action=shown).values_list("area_id", flat=True)
    return list(Area.objects.visible_to(viewer).filter(pk__in=list(links)))


def _measures(shown: Action, viewer: Viewer) -> list[tuple[Measure, str]]:
    links = Measure.actions.through.objects.filter(action=shown)
    keys = list(links.values_list("measure_id", flat=True))
    return names_seen(Measure.objects.visible_to(viewer).filter(pk__in=keys), viewer)


@requires(Permission.UPDATE_ACTIONS)
@require_GET
def evidence_file(request: ViewerRequest, pk: int) -> HttpResponse:
    """Hand over the file of a piece of evidence to those who may see it."""
    seen = Evidence.objects.visible_to(request.viewer).exclude(file=None)
    found = get_object_or_404(seen.select_related("file"), pk=pk)
    return hand_over(StoredFile.objects.get(pk=found.file_id))  # type: ignore[return-value]
