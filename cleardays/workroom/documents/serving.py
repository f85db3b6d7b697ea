"""Handing a private file over: as a download, never as a page."""

from django.http import FileResponse

from cleardays.workroom.documents import store
from cleardays.workroom.documents.models import StoredFile


def hand_over(file: StoredFile, *, name: str = "") -> FileResponse:
    """Return the file as an attachment that no browser will open as a page of ours."""
    response = FileResponse(
        store.open_file(file.sha256),
        as_attachment=True,
        filename=name or file.name,
        content_type=file.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
