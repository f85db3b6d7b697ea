"""Reading before release, releasing, publishing, what was published, and what changed since."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cleardays.design.values import Refusal
from cleardays.progress.difference import Change, Difference
from cleardays.progress.summary import changes_in_words
from cleardays.progress.versions import between
from cleardays.workroom.access.decorators import ViewerRequest, requires, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.forms import ReleaseForm
from cleardays.workroom.plans.measured.naming import names_seen
from cleardays.workroom.plans.models import Measure, Plan, PlanVersion
from cleardays.workroom.plans.posts import warnings_of_version
from cleardays.workroom.plans.presenting import (
    OF_CHANGE,
    OF_ROW,
    OF_VERSION,
    change_rows,
    rows_of_version,
)
from cleardays.workroom.plans.proof import (
    changes_since_last,
    digest_of,
    faults_of_contents,
    last_version,
    proof_of,
)
from cleardays.workroom.plans.reading import (
    EVIDENCE,
    MOVES,
    STEPS,
    Names,
    actions_told,
    facts_of,
    tables_of,
    voices_told,
)
from cleardays.workroom.plans.views.filters import day_asked
from cleardays.workroom.plans.views.finding import plan_or_404, way_to
from cleardays.workroom.workflow.attempting import attempt, press


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def release(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show a second person exactly what would be public, as at a day."""
    plan = plan_or_404(request, pk, to_follow=True)
    as_at = day_asked(request, "as_at") or localdate()
    proof = proof_of(plan, as_at)
    initial = {"as_at": as_at, "read": digest_of(proof)}
    form = ReleaseForm(request.POST or None, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda data: actions.release(plan, **data, by=request.viewer, at=now())
    ):
        return redirect(plan)
    changes = changes_since_last(plan, proof)
    faults = faults_of_contents(proof, last_version(plan))
    context = {
        "plan": plan,
        "trail": way_to(plan),
        "form": form,
        "refused": [Refusal(one) for one in faults],
        "names": warnings_of_version(proof.as_json()),
        **_whole(proof.as_json(), as_at, request.viewer),
        **(_changes(changes) if changes else {}),
    }
    return TemplateResponse(request, "plans/release.html", context)


@requires(Permission.FOLLOW_FINDINGS)
@require_POST
def ask_for_release(request: ViewerRequest, pk: int) -> HttpResponse:
    """Ask a second person to read the plan and release it."""
    plan = plan_or_404(request, pk, to_follow=True)
    press(
        request,
        lambda: actions.ask_for_release(plan, by=request.viewer, at=now()),
        done="Asked. It stands on the first page of the others who follow findings.",
    )
    return redirect(plan)


@requires(Permission.FOLLOW_FINDINGS)
@require_POST
def publish(request: ViewerRequest, pk: int) -> HttpResponse:
    """Publish what a second person has released."""
    plan = plan_or_404(request, pk, to_follow=True)
    press(
        request,
        lambda: actions.publish_version(plan, by=request.viewer, at=now()),
        done="Published. The public site has it within a minute.",
    )
    return redirect(plan)


@signed_in
@require_GET
def versions(request: ViewerRequest, pk: int) -> HttpResponse:
    """List what was published of a plan, newest first."""
    plan = plan_or_404(request, pk)
    seen = PlanVersion.objects.visible_to(request.viewer).of(plan).defer("snapshot")
    context = {"plan": plan, "versions": list(seen), "trail": way_to(plan)}
    return TemplateResponse(request, "plans/versions.html", context)


@signed_in
@require_GET
def version(request: ViewerRequest, pk: int, number: int) -> HttpResponse:
    """Show one version as it was published."""
    plan = plan_or_404(request, pk)
    shown = _version(request, plan, number)
    context = {
        "plan": plan,
        "version": shown,
        **_whole(shown.snapshot, shown.as_at, request.viewer),
        "trail": way_to(plan),
    }
    return TemplateResponse(request, "plans/version.html", context)


@signed_in
@require_GET
def difference(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show what changed between any two versions."""
    plan = plan_or_404(request, pk)
    numbers = [request.GET.get(name, "") for name in ("from", "to")]
    if not all(number.isdecimal() and len(number) < 6 for number in numbers):
        raise Http404
    old, new = (_version(request, plan, int(number)) for number in numbers)
    context = {
        "plan": plan,
        "old": old,
        "new": new,
        "trail": way_to(plan),
        **_changes(between(old.snapshot, new.snapshot)),
    }
    return TemplateResponse(request, "plans/difference.html", context)


def _version(request: ViewerRequest, plan: Plan, number: int) -> PlanVersion:
    seen = PlanVersion.objects.visible_to(request.viewer).of(plan)
    return get_object_or_404(seen, number=number)


def _whole(public: dict[str, Any], on: date, viewer: Viewer) -> dict[str, Any]:
    """Return a version for a page, with all that the public would have of it."""
    names = _names(public, viewer)
    return {
        "public": public,
        "plan_facts": facts_of(public),
        "rows": rows_of_version(public, on),
        "heads": OF_VERSION,
        "told": actions_told(public, names),
        "step_heads": STEPS,
        "move_heads": MOVES,
        "evidence_heads": EVIDENCE,
        "tables": tables_of(public, names),
        "voices": voices_told(public, names),
    }


def _names(public: dict[str, Any], viewer: Viewer) -> Names:
    """Find what the areas and measures of a version are called, as far as the viewer may know."""
    parts = (*public["actions"], *public["voices"])
    inspections = {area.rpartition("#")[0] for part in parts for area in part["areas"]}
    areas = Area.objects.visible_to(viewer).filter(inspection__ref__in=inspections)
    refs = {ref for one in public["actions"] for ref in one["measures"]}
    refs |= {one["measure"] for one in public["targets"]}
    measures = Measure.objects.visible_to(viewer).filter(ref__in=refs)
    return Names(
        {
            f"{one.inspection.ref}#{one.number}": f"{one.inspection}: {one}"
            for one in areas.select_related("inspection")
        },
        {one.ref: name for one, name in names_seen(measures, viewer)},
    )


def _changes(changed: Difference) -> dict[str, Any]:
    """Return a difference for a page: a sentence, and tables by the kind of change."""
    kinds = [(kind.value.capitalize(), change_rows(changed.of_kind(kind))) for kind in Change]
    return {
        "sentence": changes_in_words(changed),
        "row_heads": OF_ROW,
        "change_heads": OF_CHANGE,
        "added": [(ref, _what(row)) for ref, row in changed.added.items()],
        "dropped": [(ref, _what(row)) for ref, row in changed.dropped.items()],
        "kinds": [(name, rows) for name, rows in kinds if rows],
    }


def _what(row: Any) -> str:
    return str(row.get("title") or row.get("label") or row.get("target") or "")
