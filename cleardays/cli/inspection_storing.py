"""Keeping an inspectors' report as a draft inspection, by the same actions as the pages."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.timezone import now

from cleardays.cli.import_people import viewer_by_post
from cleardays.workroom.documents.store import pieces_of
from cleardays.workroom.inspections.giving import receive


def import_inspection(file: Path, post: str) -> Iterator[str]:
    """Keep the file and what is read from it, saying each; Refused or NotAllowed if it may not be.

    A person still has to settle and accept what was read, on the page that is named.
    """
    by = viewer_by_post(post)
    made = receive(pieces_of(file), file.name, by=by, at=now())
    yield f"Kept {file.name} by its hash, {(made.file_id or '')[:12]}."
    yield f"See it, settle it and accept it at {settings.WORKROOM_URL}{made.get_absolute_url()}"
