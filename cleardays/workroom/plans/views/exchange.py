"""A plan out as a spreadsheet, back in, and what accepting it would change."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cleardays.design.values import Refusal
from cleardays.readers.blocks import Unreadable
from cleardays.readers.plans import (
    CellChange,
    Comparison,
    RowChange,
    template,
    to_csv,
    to_xlsx,
)
from cleardays.readers.plans.columns import BY_NAME
from cleardays.readers.plans.table import Value
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.documents import store
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.actions.adding import Why
from cleardays.workroom.plans.exchange import Moved, compared, what_moves
from cleardays.workroom.plans.forms import sentences
from cleardays.workroom.plans.models import Plan, PlanFile
from cleardays.workroom.plans.plan_file import read_plan_file
from cleardays.workroom.plans.posts import warnings_of_rows
from cleardays.workroom.plans.views.finding import plan_or_404, way_to
from cleardays.workroom.workflow.attempting import attempt
from cleardays.workroom.workflow.engine import Refused

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a new action shows, and what is said beside it where that is another.
NEW_COLUMNS = (
    ("title",),
    ("lead", "lead_body"),
    ("start", "first_start"),
    ("finish", "first_finish"),
)
SHOWN_MOVES = 8
KINDS = {"xlsx": XLSX, "csv": "text/csv; charset=utf-8"}


class TableForm(forms.Form):
    """A table of the plan."""

    file = forms.FileField(label="The plan as .xlsx or .csv")


class AcceptForm(forms.Form):
    """Why dates move, and who agreed to it, where the table itself does not say; without fields
    where nothing moves."""

    reason = sentences("Why planned dates move, or what happened is taken back", required=False)
    approved_by = forms.CharField(
        label="Approved by",
        max_length=200,
        required=False,
        help_text="Public. A post or a board, for the rows that do not name one.",
    )

    def __init__(self, *args: Any, moves: Sequence[Moved], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not moves:
            self.fields.clear()
            return
        field, wanted = self.fields["reason"], [one for one in moves if not one.is_explained]
        field.required = any(one.is_sure for one in wanted)
        field.error_messages["required"] = "Say why these dates move: the public reads the reason"
        field.help_text = f"Public. {_needed(wanted)}"


def _needed(wanted: Sequence[Moved]) -> str:
    """Say what a reason is needed for."""
    if not wanted:
        return "Each row says why itself: what is written here would count for none."
    named = [f"{one.ref}: {one.what.lower()}" for one in wanted[:SHOWN_MOVES]]
    more = len(wanted) - SHOWN_MOVES
    listed = f"{'; '.join(named)}{f'; and {more} more' if more > 0 else ''}"
    chosen = "" if all(one.is_sure for one in wanted) else ", as far as the table's is taken"
    return f"Needed where no row says why what was agreed moves: {listed}{chosen}."


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def exchange(request: ViewerRequest, pk: int) -> HttpResponse:
    """Offer the plan and the template for download, and take a table in: all of it or nothing."""
    plan = plan_or_404(request, pk, to_follow=True)
    form = TableForm(request.POST or None, request.FILES or None)
    faults: Sequence[Any] = ()
    still_open = 0
    if request.method == "POST" and form.is_valid():
        try:
            made = _take_in(plan, form.cleaned_data["file"], request)
            return redirect("plans:settle" if made.questions else "plans:compare", made.pk)
        except Unreadable as why:
            form.add_error("file", str(why))
        except actions.Faulty as faulty:
            faults, still_open = faulty.faults, len(faulty.open)
        except Refused as refusal:
            form.add_error(None, "; ".join(refusal.reasons))
    context = {
        "plan": plan,
        "trail": way_to(plan),
        "form": form,
        "heads": ("Cell", "What is wrong", "What to write"),
        "faults": [(f"{one.sheet} {one.cell}", one.wrong, one.write) for one in faults],
        "still_open": still_open,
        "waiting": PlanFile.objects.visible_to(request.viewer).filter(
            plan=plan, kind="import", accepted_at=None
        )[:5],
    }
    return TemplateResponse(request, "plans/exchange.html", context)


def _take_in(plan: Plan, given: UploadedFile, request: ViewerRequest) -> PlanFile:
    """Keep what was given, whatever is wrong with it, and read it."""
    by, at, name = request.viewer, now(), given.name or ""
    file = documents.keep_file(given.chunks(), name, by=by, at=at)
    table = read_plan_file(store.path_of(file.sha256))
    return actions.take_in(plan, table, name, by=by, at=at, file=file)


@requires(Permission.FOLLOW_FINDINGS)
@require_POST
def export(request: ViewerRequest, pk: int, kind: str) -> HttpResponse:
    """Send the plan out, and remember how it was."""
    if kind not in KINDS:
        raise Http404
    plan = plan_or_404(request, pk, to_follow=True)
    kept = actions.export_plan(plan, by=request.viewer, at=now())
    rows = kept.table["values"].values()
    body: bytes | str = (
        to_xlsx(rows, title=plan.title, legend=plan.legend, export=str(kept.pk))
        if kind == "xlsx"
        else "\ufeff" + to_csv(rows, export=str(kept.pk))
    )
    return _file(body, f"{plan.ref.rpartition('/')[2]}.{kind}", KINDS[kind])


@requires(Permission.FOLLOW_FINDINGS)
@require_GET
def offer_template(request: ViewerRequest) -> HttpResponse:
    """Hand over the empty table with its instructions."""
    return _file(template(), "plan-template.xlsx", XLSX)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def compare(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show what a table would change, and do it once every conflict is decided."""
    seen = PlanFile.objects.visible_to(request.viewer).filter(kind="import")
    kept = get_object_or_404(seen.select_related("plan", "base"), pk=pk)
    if kept.questions:
        return redirect("plans:settle", kept.pk)
    found = compared(kept, kept.plan)
    form = AcceptForm(
        request.POST if request.method == "POST" else None,
        moves=[] if kept.accepted_at else what_moves(kept, kept.plan, found),
    )
    choices = {name[7:]: str(of) for name, of in request.POST.items() if name[:7] == "choice|"}
    if request.method == "POST" and attempt(
        form,
        lambda data: actions.accept_import(
            kept, choices=choices, why=Why(**data), by=request.viewer, at=now()
        ),
    ):
        return redirect(kept.plan)
    context = {
        "plan": kept.plan,
        "kept": kept,
        "trail": way_to(kept.plan),
        "form": form,
        "missing": found.missing,
        "notices": kept.table.get("notices", ()),
        "names": warnings_of_rows(found.changes),
        "legend_heads": ("Word or colour", "What it means"),
        "legend": _new_legend(kept),
        "refused": [
            Refusal(f"{ref}: “{_head(one)}” was agreed and stays {_of(one, one.ours)}")
            for ref, one in found.refused
        ],
        **_rows(found, choices),
    }
    return TemplateResponse(request, "plans/compare.html", context)


def _new_legend(kept: PlanFile) -> list[tuple[str, str]]:
    """Return the legend that accepting the table would give the plan, where it is another."""
    legend = kept.table["legend"]
    return [] if legend in (None, kept.plan.legend) else list(legend.items())


def _rows(found: Comparison, choices: dict[str, str]) -> dict[str, Any]:
    """Return what the page shows: new actions, plain changes, conflicts to decide."""
    rows = [(row, cell) for row in found.changes if not row.is_new for cell in row.cells]
    return {
        "new": [
            (row.ref, *(_new(row, *names) for names in NEW_COLUMNS), _more(row))
            for row in found.changes
            if row.is_new
        ],
        "changes": [
            (row.ref, _head(cell), _of(cell, cell.ours), _of(cell, cell.theirs))
            for row, cell in rows
            if not cell.is_conflict
        ],
        "conflicts": [
            {
                "name": f"choice|{row.ref}|{cell.name}",
                "ref": row.ref,
                "head": _head(cell),
                "base": _of(cell, cell.base) if cell.base is not None else "not known",
                "ours": _of(cell, cell.ours),
                "theirs": _of(cell, cell.theirs),
                "chosen": choices.get(f"{row.ref}|{cell.name}", ""),
            }
            for row, cell in rows
            if cell.is_conflict
        ],
        "notes": [(row.ref, "; ".join(row.notes)) for row in found.changes if row.notes],
        "new_heads": ("Reference", *(BY_NAME[name].head for name, *_ in NEW_COLUMNS), "What else"),
        "change_heads": ("Action", "What", "Now", "In the table"),
        "note_heads": ("Action", "Note for officers"),
    }


def _head(cell: CellChange) -> str:
    return BY_NAME[cell.name].head


def _new(row: RowChange, name: str, beside: str = "") -> str:
    said = {cell.name: _of(cell, cell.theirs) for cell in row.cells}
    main, other = said.get(name, ""), said.get(beside, "")
    if other in ("", main):
        return main
    return f"{main}, {other}" if beside == "lead_body" else f"{main}; first agreed {other}"


def _more(row: RowChange) -> str:
    """Say what a new action has besides, so that nothing comes unseen."""
    shown = {"ref", *(name for names in NEW_COLUMNS for name in names)}
    return ". ".join(
        f"{_head(cell)}: {_of(cell, cell.theirs)}"
        for cell in row.cells
        if cell.name not in shown and cell.theirs
    )


def _of(cell: CellChange, value: Value) -> str:
    """Return a value in words, a day as days are said on every page."""
    if isinstance(value, list):
        return "; ".join(value) or "nothing"
    if value and BY_NAME[cell.name].kind == "day":
        return f"{date.fromisoformat(value):%-d %B %Y}"
    return value or "nothing"


def _file(body: bytes | str, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(body, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
