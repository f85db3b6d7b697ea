"""Reading a measure before release, releasing, publishing, and taking it back."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from cleardays.design.values import Refusal
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.forms.measures import RecallForm
from cleardays.workroom.plans.measured.presenting import PUBLIC_FIGURES, public_rows
from cleardays.workroom.plans.measured.proof import (
    digest_of,
    faults_of_contents,
    last_version,
    proof_of,
)
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
