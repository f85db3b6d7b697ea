"""Everything that changes files and uploads. What was given is kept, whatever comes of it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from cleardays.readers.reports.draft import ReportDraft
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.documents import store
from cleardays.workroom.documents.drafts import as_plain
from cleardays.workroom.documents.kinds import media_type_of
from cleardays.workroom.documents.models import StoredFile, Upload
from cleardays.workroom.documents.rendering import page_count
from cleardays.workroom.workflow.engine import Refused

State = Upload.State
MAX_TRIES = 3


def keep_file(pieces: Iterable[bytes], name: str, *, by: Viewer, at: datetime) -> StoredFile:
    """Keep a file by its hash; the same bytes given again are the same file.

    Its name is in no sentence of the journal: it may say what is exempt. The bytes are stored
    before the row: a row without its file would be a lie.
    """
    kept = store.put(pieces)
    path = store.path_of(kept.sha256)
    with path.open("rb") as stored:
        media_type = media_type_of(name, stored.read(2048))
    file, is_new = StoredFile.objects.get_or_create(
        sha256=kept.sha256,
        defaults={
            "name": name[-255:],
            "media_type": media_type,
            "size": kept.size,
            "pages": page_count(path) if media_type == "application/pdf" else None,
            "stored_at": at,
        },
    )
    if is_new:
        log.record("keep-file", file, "gave the file", by=by, at=at)
    return file


def receive_upload(
    pieces: Iterable[bytes],
    name: str,
    *,
    by: Viewer,
    at: datetime,
    meeting_id: int | None = None,
    committee_id: int | None = None,
) -> Upload:
    """Keep a file and queue it to be read as a report.

    ``meeting_id`` is the meeting that it was dropped on, of the committee ``committee_id``.
    """
    if by.user_id is None or not by.can_somewhere(Permission.WRITE_REPORTS):
        raise NotAllowed(f"{by.name} may not {Permission.WRITE_REPORTS}")
    file = keep_file(pieces, name, by=by, at=at)
    with transaction.atomic():
        upload = Upload.objects.create(
            file=file,
            name=name[-255:],
            by_id=by.user_id,
            meeting_id=meeting_id,
            committee_id=committee_id,
            at=at,
        )
        log.record("upload", upload, "uploaded the file to be read", by=by, at=at)
    return upload


@transaction.atomic
def begin_reading(upload: Upload, *, by: Viewer, at: datetime) -> Upload | None:
    """Take an upload to read it; None if another reader was quicker.

    After ``MAX_TRIES`` readers have died over a file it is refused: it would go on killing them.
    """
    everything = Upload.objects.unrestricted(because="a reader takes whatever waits")
    taken = everything.to_read(at).select_for_update().filter(pk=upload.pk).first()
    if taken is None:
        return None
    if taken.tries >= MAX_TRIES:
        why = (
            f"Reading it broke off {MAX_TRIES} times. Save it again under another name from the"
            " program it was written in, and upload that"
        )
        _refuse(taken, "broke-off", why, by=by, at=at)
        return None
    taken.state, taken.began_at, taken.tries = State.READING, at, taken.tries + 1
    taken.save(update_fields=["state", "began_at", "tries"])
    return taken


@transaction.atomic
def finish_reading(
    upload: Upload, draft: ReportDraft, rendering: str, *, by: Viewer, at: datetime
) -> bool:
    """Keep what was read; False, with nothing changed, if the reading was no longer this one's."""
    mine = _still_mine(upload)
    if mine is None:
        return False
    mine.state, mine.draft = State.READ, as_plain(draft)
    mine.refusal = mine.refusal_code = ""
    mine.save(update_fields=["state", "draft", "refusal", "refusal_code"])
    StoredFile.objects.filter(pk=mine.file_id).update(rendering=rendering)
    waiting = f"{n} passage{'' if n == 1 else 's'}" if (n := len(draft.unread)) else "nothing"
    log.record("read", mine, f"read the file and left {waiting} to place", by=by, at=at)
    return True


@transaction.atomic
def refuse(upload: Upload, code: str, why: str, *, by: Viewer, at: datetime) -> bool:
    """Say why a file cannot be read; the file stays. False if the reading was not this one's."""
    mine = _still_mine(upload)
    if mine is None:
        return False
    _refuse(mine, code, why, by=by, at=at)
    return True


def _refuse(upload: Upload, code: str, why: str, *, by: Viewer, at: datetime) -> None:
    upload.state, upload.refusal_code, upload.refusal = State.REFUSED, code, why
    upload.save(update_fields=["state", "refusal_code", "refusal"])
    log.record("refuse", upload, "could not read the file", by=by, at=at, reason=why)


def _still_mine(upload: Upload) -> Upload | None:
    """Lock the upload, if the reading that ``upload`` was taken for is still the one under way."""
    everything = Upload.objects.unrestricted(because="a reader gives back what it took")
    return (
        everything.select_for_update()
        .filter(pk=upload.pk, state=State.READING, began_at=upload.began_at)
        .first()
    )


@transaction.atomic
def retry(upload: Upload, *, by: Viewer, at: datetime) -> Upload:
    """Queue a refused upload again: the reader may have learnt, or the machine been short."""
    again = Upload.objects.visible_to(by).select_for_update().get(pk=upload.pk)
    if again.state != State.REFUSED:
        raise Refused("Only a file that could not be read can be tried again")
    again.state, again.tries, again.refusal, again.refusal_code = State.WAITING, 0, "", ""
    again.save(update_fields=["state", "tries", "refusal", "refusal_code"])
    log.record("retry", again, "asked to have the file read again", by=by, at=at)
    return again


@transaction.atomic
def mark_used(upload: Upload, report_id: int, *, by: Viewer, at: datetime) -> Upload:
    """Say which report was made of an upload; one that has been used makes no second."""
    everything = Upload.objects.unrestricted(because="whoever made the report may see it")
    used = everything.select_for_update().get(pk=upload.pk)
    if used.state != State.READ:
        how = used.get_state_display().lower()
        raise Refused(f"No report can be made of “{used.name}”: {how}")
    used.state, used.report_id = State.USED, report_id
    used.save(update_fields=["state", "report_id"])
    log.record("use", used, "made a report of the file", by=by, at=at)
    return used
