"""What a table leaves open is settled once for the whole file, and the way goes on from there."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from cleardays.readers.plans import Question
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts.models import User
from cleardays.workroom.documents import store
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.forms.settling import Choices, SettleForm
from cleardays.workroom.plans.models import Plan, PlanFile
from cleardays.workroom.plans.plan_file import read_plan_file
from cleardays.workroom.plans.views.finding import way_to
from cleardays.workroom.workflow.attempting import attempt
from cleardays.workroom.workflow.engine import Refused


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def settle(request: ViewerRequest, pk: int) -> HttpResponse:
    """Ask what the file leaves open; with the answers it is read again, and compared."""
    seen = PlanFile.objects.visible_to(request.viewer).filter(kind="import", accepted_at=None)
    kept = get_object_or_404(seen.select_related("plan__organisation", "file"), pk=pk)
    questions = [Question.from_json(one) for one in kept.questions]
    form = SettleForm(
        request.POST if request.method == "POST" else None,
        questions=questions,
        choices=_choices(kept.plan, request.viewer),
    )
    if request.method == "POST" and attempt(form, lambda _: _settle(kept, form, request)):
        return redirect("plans:compare", kept.pk)
    context = {
        "kept": kept,
        "plan": kept.plan,
        "trail": way_to(kept.plan),
        "form": form,
        "more": len(questions) - len(form.asked),
        "posts": User.objects.filter(is_active=True).values_list("post", flat=True).distinct(),
    }
    return TemplateResponse(request, "plans/settle.html", context)


def _settle(kept: PlanFile, form: SettleForm, request: ViewerRequest) -> Any:
    if kept.file is None:
        raise Refused("The file is not kept any more: bring it in again")
    answers = form.answers()
    table = read_plan_file(store.path_of(kept.file.sha256), {**kept.answers, **answers})
    return actions.settle_table(
        kept, table, answers=answers, new_bodies=form.new_bodies(), by=request.viewer, at=now()
    )


def _choices(plan: Plan, viewer: Viewer) -> Choices:
    """Return the bodies that are in being, and the areas of the inspections that it answers."""
    bodies = Organisation.objects.exclude(valid_until__lt=localdate())
    answered = Plan.answers.through.objects.filter(plan=plan).values("inspection_id")
    areas = Area.objects.visible_to(viewer).filter(inspection__in=answered)
    return Choices(
        bodies=[one.name for one in bodies],
        areas=[
            (f"{one.inspection.ref}#{one.number}", f"{one.inspection}: {one}")
            for one in areas.select_related("inspection")
        ],
        may_add=viewer.can(Permission.MANAGE_BODIES),
    )
