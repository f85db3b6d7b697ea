"""Pages for giving a file and following its reading."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers

from cleardays.design.values import Link
from cleardays.workroom.access.decorators import ViewerRequest, requires, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.documents import actions, owners
from cleardays.workroom.documents.forms import UploadForm
from cleardays.workroom.documents.kinds import in_words
from cleardays.workroom.documents.models import StoredFile, Upload
from cleardays.workroom.documents.serving import hand_over
from cleardays.workroom.workflow.engine import Refused

LATEST = 20
TONES = {"waiting": "plain", "reading": "plain", "read": "note", "refused": "bad", "used": "good"}


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def upload(request: ViewerRequest) -> HttpResponse:
    """Give files, and see how those given lately are getting on."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else None
    if form and form.is_valid():
        return _receive(request, form)
    latest = list(Upload.objects.visible_to(request.viewer).defer("draft")[:LATEST])
    context = {
        "form": form
        or UploadForm(initial={key: request.GET.get(key) for key in ("meeting", "committee")}),
        "uploads": [(one, TONES[one.state]) for one in latest],
        "trail": [Link("Reports", "/reports/")],
        "is_under_way": any(one.is_under_way for one in latest),
    }
    page = "documents/_uploads.html" if request.htmx else "documents/upload.html"
    return TemplateResponse(request, page, context, status=422 if form else 200)


def _receive(request: ViewerRequest, form: UploadForm) -> HttpResponse:
    received = [
        actions.receive_upload(
            file.chunks(),
            file.name,
            by=request.viewer,
            at=now(),
            meeting_id=form.cleaned_data["meeting"],
            committee_id=form.cleaned_data["committee"],
        )
        for file in form.cleaned_data["file"]
    ]
    return redirect(received[0] if len(received) == 1 else "documents:upload")


@requires(Permission.WRITE_REPORTS)
@require_GET
@vary_on_headers("HX-Request")
def progress(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Follow the reading of one file; once it is a report, go there."""
    one = get_object_or_404(
        Upload.objects.visible_to(request.viewer).select_related("file"), pk=pk
    )
    if one.state == Upload.State.USED and not request.htmx:
        return redirect("reports:detail", one.report_id)
    context = {
        "upload": one,
        "history": history_of(one),
        "href": reverse("documents:file", args=[one.file_id]),
        "kind": in_words(one.file.media_type),
        "pages": one.file.pages or 0,
        "trail": [Link("Reports", "/reports/"), Link("Upload report files", "/documents/")],
    }
    page = "documents/_progress.html" if request.htmx else "documents/progress.html"
    return TemplateResponse(request, page, context)


@requires(Permission.WRITE_REPORTS)
@require_POST
def again(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Ask for a refused file to be read once more."""
    one = get_object_or_404(Upload.objects.visible_to(request.viewer), pk=pk)
    try:
        actions.retry(one, by=request.viewer, at=now())
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    return redirect(one)


@signed_in
@require_GET
def file(request: ViewerRequest, sha256: str) -> HttpResponse:
    """Download a file that some room shows to the viewer."""
    if not owners.may_see(request.viewer, sha256):
        raise Http404
    return hand_over(get_object_or_404(StoredFile, pk=sha256))  # type: ignore[return-value]
