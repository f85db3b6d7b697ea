"""Figures in files: the template, taking figures out and in, and what accepting would change."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cleardays.design.values import Link
from cleardays.readers.measures.observations import template, to_csv
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.documents.serving import hand_over
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.forms.measure_files import (
    AcceptFiguresForm,
    ChoiceForm,
    FiguresForm,
)
from cleardays.workroom.plans.measured.exchange import (
    Change,
    Compared,
    as_plain,
    compared,
    doubts_of,
    in_columns,
    standing,
)
from cleardays.workroom.plans.measured.presenting import figure_words, place_of, preview
from cleardays.workroom.plans.measured.statistics import Choice, definitions_in, statistics_of
from cleardays.workroom.plans.models import Measure, MeasureFile
from cleardays.workroom.plans.views.measure_finding import (
    measure_or_404,
    measures_kept,
    way_to_measures,
)
from cleardays.workroom.workflow.attempting import attempt

CSV = "text/csv; charset=utf-8"
FAULTS = ("Cell", "What is wrong, and what to write")
NEW = ("Measure", "Where", "Period", "Figure")
CHANGED = ("Measure", "Where", "Period", "Now", "In the file")
WAITING = 10


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def files(request: ViewerRequest) -> HttpResponse:
    """Take a file in: it is kept and compared, and nothing changes before it is accepted."""
    kept = measures_kept(request.viewer)
    form = FiguresForm(request.POST or None, request.FILES or None, measures=kept)
    made: list[MeasureFile] = []

    def take(data: dict[str, Any]) -> None:
        given = data.pop("file")
        made.append(
            actions.take_in_figures(
                given.chunks(), given.name, **data, by=request.viewer, at=now()
            )
        )

    if request.method == "POST" and attempt(form, take):
        return redirect(made[0])
    seen = MeasureFile.objects.visible_to(request.viewer).exclude(kind="export")
    context = {
        "form": form,
        "trail": way_to_measures(),
        "waiting": seen.filter(accepted_at=None)[:WAITING],
    }
    return TemplateResponse(request, "plans/measure_files.html", context)


@requires(Permission.UPDATE_ACTIONS)
@require_GET
def offer_template(request: ViewerRequest) -> HttpResponse:
    """Hand over the template with two rows of example."""
    return _csv("\ufeff" + template(), "figures-template.csv")


@requires(Permission.UPDATE_ACTIONS)
@require_POST
def export(request: ViewerRequest, pk: int) -> HttpResponse:
    """Send the figures of a measure out, and remember how they were."""
    held = measure_or_404(request, pk, to_keep=True)
    kept = actions.export_figures([held], by=request.viewer, at=now())
    rows = [in_columns(row, kept.pk) for row in standing([held.pk])]
    return _csv("\ufeff" + to_csv(rows), f"{held.ref.removeprefix('measures/')}.csv")


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def file(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show what a file would change, and do it; or what is wrong with it, cell by cell."""
    kept = _kept(request.viewer, pk)
    if kept.kind == MeasureFile.Kind.STATISTICS and not (kept.choice or kept.faults):
        return redirect("plans:measure_choose", kept.pk)
    choices = {name[7:]: str(of) for name, of in request.POST.items() if name[:7] == "choice|"}
    context = {} if kept.faults else _comparison(kept, choices)
    form = AcceptFiguresForm(
        request.POST if request.method == "POST" else None,
        asks_why=bool(context.get("restated") or context.get("conflicts")),
        asks_to_check=bool(context.get("doubts")),
    )
    if request.method == "POST" and attempt(
        form,
        lambda data: actions.accept_figures(
            kept, choices=choices, by=request.viewer, at=now(), **data
        ),
    ):
        kept.refresh_from_db()
        return redirect(_after(kept))
    shown = {"kept": kept, "form": form, "trail": _way(), "fault_heads": FAULTS, **context}
    return TemplateResponse(request, "plans/measure_file.html", shown)


def _after(kept: MeasureFile) -> str:
    keys = {row["measure"] for row in kept.rows}
    if len(keys) != 1:
        return reverse("plans:measures")
    return reverse("plans:measure", args=[keys.pop()])


def _comparison(kept: MeasureFile, choices: dict[str, str]) -> dict[str, Any]:
    """Return what the page shows of what a file would change."""
    found = compared(kept)
    plot, doubts = None, [fault for _, fault in doubts_of(kept)]
    if kept.kind == MeasureFile.Kind.STATISTICS:
        drawn, seeming = preview(kept)
        plot, doubts = drawn.plot, [*doubts, *seeming]
    names = _names(found, kept)
    return {
        "plot": plot,
        "doubts": doubts,
        "same": found.same,
        "kept_as_they_are": len(found.kept),
        "new": [(*_of(one, names), figure_words(one.theirs)) for one in found.new],
        "restated": [_both(one, names) for one in found.restated],
        "conflicts": [
            {
                "name": f"choice|{one.key}",
                "what": ", ".join(_of(one, names)),
                "base": figure_words(one.base) if one.base else "not known",
                "ours": figure_words(as_plain(one.ours)) if one.ours else "nothing",
                "theirs": figure_words(one.theirs),
                "chosen": choices.get(one.key, ""),
            }
            for one in found.conflicts
        ],
        "new_heads": NEW,
        "changed_heads": CHANGED,
    }


def _names(found: Compared, kept: MeasureFile) -> dict[int | None, str]:
    every = [*found.new, *found.restated, *found.conflicts]
    keys = {one.theirs["measure"] for one in every} - {None}
    known = Measure.objects.unrestricted(because="the file is of whoever sees it, and so are they")
    begun = definitions_in(Choice(**kept.choice))[0] if kept.choice else ""
    return {None: begun, **dict(known.filter(pk__in=keys).values_list("pk", "name"))}


def _of(one: Change, names: dict[int | None, str]) -> tuple[str, str, str]:
    return names[one.theirs["measure"]], place_of(one.theirs["geography"]), one.theirs["period"]


def _both(one: Change, names: dict[int | None, str]) -> tuple[str, ...]:
    ours = figure_words(as_plain(one.ours)) if one.ours else "nothing"
    return (*_of(one, names), ours, figure_words(one.theirs))


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def choose(request: ViewerRequest, pk: int) -> HttpResponse:
    """Choose an area and a measure in the DfE's file."""
    kept = _kept(request.viewer, pk)
    if kept.kind != MeasureFile.Kind.STATISTICS or kept.faults or kept.accepted_at:
        raise Http404
    form = ChoiceForm(
        request.POST if request.method == "POST" else None,
        statistics=statistics_of(kept),
        measures=measures_kept(request.viewer),
        initial=_chosen_before(request.viewer, kept),
    )
    if request.method == "POST" and attempt(
        form,
        lambda data: actions.choose_statistics(
            kept, form.choice, into=data["into"], by=request.viewer, at=now()
        ),
    ):
        return redirect(kept)
    heading = "Choose in the DfE's file"
    deed = "Show what would change"
    context = {"form": form, "heading": heading, "thing": kept, "trail": _way(), "deed": deed}
    return TemplateResponse(request, "plans/measure_form.html", context)


def _chosen_before(viewer: Viewer, kept: MeasureFile) -> dict[str, Any]:
    """Begin with what was chosen in this file, or in the one before: the same area again."""
    seen = MeasureFile.objects.visible_to(viewer).filter(kind=MeasureFile.Kind.STATISTICS)
    before = seen.exclude(choice={}).exclude(pk=kept.pk).first()
    if kept.choice:
        return {**kept.choice, "into": str(kept.measure_id or "")}
    parts = ("area", "neighbours")
    return {part: before.choice[part] for part in parts} if before else {}


@requires(Permission.UPDATE_ACTIONS)
@require_GET
def given(request: ViewerRequest, pk: int) -> HttpResponse:
    """Hand over a file as it was given."""
    kept = _kept(request.viewer, pk)
    if kept.file_id is None:
        raise Http404
    found = StoredFile.objects.get(pk=kept.file_id)
    return hand_over(found, name=kept.name)  # type: ignore[return-value]


def _kept(viewer: Viewer, pk: int) -> MeasureFile:
    seen = MeasureFile.objects.visible_to(viewer).exclude(kind="export")
    found: MeasureFile = get_object_or_404(seen.select_related("measure", "base", "file"), pk=pk)
    return found


def _way() -> list[Link]:
    return [*way_to_measures(), Link("Files of figures", reverse("plans:measure_files"))]


def _csv(body: str, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type=CSV)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
