"""Reading a measure before release, releasing, publishing, and taking it back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cleardays.design.values import Refusal
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.forms.measures import RecallForm
from cleardays.workroom.plans.measured.presenting import (
    DEFINITIONS,
    PUBLIC_FIGURES,
    public_definitions,
    public_limits,
    public_rows,
)
from cleardays.workroom.plans.measured.proof import (
    digest_of,
    faults_of_contents,
    last_version,
    proof_of,
)
from cleardays.workroom.plans.models import MeasureVersion
from cleardays.workroom.plans.views.measure_finding import measure_or_404, way_to_measures
from cleardays.workroom.workflow.attempting import attempt, press


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def release(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show a second person exactly what would be public."""
    held = measure_or_404(request, pk, to_keep=True)
    if request.method == "POST" and press(
        request,
        lambda: actions.release_measure(
            held, by=request.viewer, at=now(), read=request.POST.get("read", "")
        ),
        done="Released. Somebody else publishes it.",
    ):
        return redirect(held)
    proof = proof_of(held)
    public = proof.snapshot.as_json()
    before = last_version(held)
    context = {
        "measure": held,
        "trail": way_to_measures(held),
        "refused": [Refusal(one) for one in faults_of_contents(proof, before)],
        "read": digest_of(proof.snapshot),
        "public": proof.snapshot,
        "limits": public_limits(public),
        "rows": public_rows(public),
        "heads": PUBLIC_FIGURES,
        "before": before,
    }
    return TemplateResponse(request, "plans/measure_release.html", context)


@requires(Permission.FOLLOW_FINDINGS)
@require_POST
def publish(request: ViewerRequest, pk: int) -> HttpResponse:
    """Publish what a second person has released."""
    held = measure_or_404(request, pk, to_keep=True)
    press(
        request,
        lambda: actions.publish_measure(held, by=request.viewer, at=now()),
        done="Published. The public site has it within a minute.",
    )
    return redirect(held)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def recall(request: ViewerRequest, pk: int) -> HttpResponse:
    """Take a published measure back, with the reason that the public reads."""
    held = measure_or_404(request, pk, to_keep=True)
    form = RecallForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.recall_measure(held, **data, by=request.viewer, at=now())
    ):
        return redirect(held)
    context = {
        "form": form,
        "heading": "Take it back from the public",
        "thing": held,
        "deed": "Take it back",
        "trail": way_to_measures(held),
    }
    return TemplateResponse(request, "plans/measure_form.html", context)


@requires(Permission.UPDATE_ACTIONS)
@require_GET
def versions(request: ViewerRequest, pk: int) -> HttpResponse:
    """List what was published of a measure, newest first."""
    held = measure_or_404(request, pk)
    seen = MeasureVersion.objects.visible_to(request.viewer).filter(measure=held)
    context = {
        "measure": held,
        "versions": list(seen.order_by("-number").defer("snapshot")),
        "trail": way_to_measures(held),
    }
    return TemplateResponse(request, "plans/measure_versions.html", context)


@requires(Permission.UPDATE_ACTIONS)
@require_GET
def version(request: ViewerRequest, pk: int, number: int) -> HttpResponse:
    """Show one version as it was published."""
    held = measure_or_404(request, pk)
    seen = MeasureVersion.objects.visible_to(request.viewer).filter(measure=held)
    shown = get_object_or_404(seen, number=number)
    context = {
        "measure": held,
        "version": shown,
        "newest": seen.filter(recalled_at=None).order_by("-number").first(),
        "public": shown.snapshot,
        "limits": public_limits(shown.snapshot),
        "rows": public_rows(shown.snapshot),
        "heads": PUBLIC_FIGURES,
        "definitions": public_definitions(shown.snapshot),
        "definition_heads": DEFINITIONS,
        "trail": way_to_measures(held),
    }
    return TemplateResponse(request, "plans/measure_version.html", context)
