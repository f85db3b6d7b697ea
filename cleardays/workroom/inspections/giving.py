"""Giving the inspectors' PDF: kept by its hash, read in the sandbox, a draft that waits."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from cleardays.readers.blocks import Unreadable
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.documents import store
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.holding import require_following
from cleardays.workroom.inspections.inspection_file import read_with_pages
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.inspections.reading import as_plain
from cleardays.workroom.workflow.engine import Refused


def receive(pieces: Iterable[bytes], name: str, *, by: Viewer, at: datetime) -> Inspection:
    """Keep a PDF and what is read from it; Refused with the reader's line where it is not one.

    Read here and not by the worker: it takes less than a second, and the person waits for it.
    """
    require_following(by)
    file = documents.keep_file(pieces, name, by=by, at=at)
    limit = settings.MAX_UPLOAD_BYTES
    try:
        draft, texts = read_with_pages(store.path_of(file.sha256), limit_bytes=limit)
    except Unreadable as refusal:
        raise Refused(str(refusal)) from refusal
    return actions.begin_from_reading(file, as_plain(draft, texts), by=by, at=at)
