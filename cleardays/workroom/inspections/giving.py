"""From what is given, a file or a form, to the actions that keep it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from cleardays.readers.blocks import Unreadable
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.documents import store
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.holding import require_following
from cleardays.workroom.inspections.inspection_file import page_image, read_with_pages
from cleardays.workroom.inspections.models import Area, Inspection, Responsibility
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


def put_file(
    inspection: Inspection, data: dict[str, Any], *, by: Viewer, at: datetime
) -> Inspection:
    """Keep a PDF with an inspection that was entered by form; Refused where it is none.

    Nothing is read from it, so a scan of a letter will do; its first page has to open.
    """
    require_following(by)
    file = documents.keep_file(data["file"].chunks(), data["file"].name, by=by, at=at)
    try:
        page_image(store.path_of(file.sha256), 1)
    except Unreadable as refusal:
        raise Refused(str(refusal)) from refusal
    return actions.attach(inspection, file, publishes=data["publishes"], by=by, at=at)


@transaction.atomic
def enter(data: dict[str, Any], *, by: Viewer, at: datetime) -> Inspection:
    """Enter an inspection from its form, with its areas and the bodies responsible."""
    code, name = data.pop("framework"), data.pop("area_name")
    areas, bodies = data.pop("areas").splitlines(), data.pop("bodies")
    made = actions.create_by_form(code, name, by=by, at=at, areas=areas, **data)
    actions.set_responsible(made, list(bodies), by=by, at=at)
    return made


@transaction.atomic
def put_area(
    inspection: Inspection, area: Area | None, data: dict[str, Any], *, by: Viewer, at: datetime
) -> Area:
    """Add an area, or change it, with the bodies that lead on it."""
    bodies = list(data.pop("bodies"))
    if area is None:
        put = actions.add_area(inspection, by=by, at=at, **data)
    else:
        put = actions.change_area(area, by=by, at=at, **data)
    lead = Responsibility.Role.LEAD
    actions.set_responsible(inspection, bodies, by=by, at=at, role=lead, area=put)
    return put


@transaction.atomic
def set_all_responsible(
    inspection: Inspection, data: dict[str, Any], *, by: Viewer, at: datetime
) -> None:
    """Say who answers for the whole in each role."""
    since = data.get("since")
    for role in Responsibility.Role:
        bodies = list(data[role.value])
        actions.set_responsible(inspection, bodies, by=by, at=at, role=role, since=since)
