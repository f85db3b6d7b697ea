"""Reading what waits: the worker calls this in its loop, any number of workers at once."""

import logging
from datetime import datetime

from django.conf import settings

from cleardays.readers.blocks import Unreadable
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents import actions, store
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.documents.rendering import render
from cleardays.workroom.documents.report_file import read_report_file

logger = logging.getLogger("cleardays.reading")
READER = Viewer(name="Clear Days")
# Few at a time: the clock that the caller read must not be old when the last of them begins.
AT_ONCE = 4
FAILED = (
    "Something went wrong here while reading this file, and it is not your fault. Try again; if it"
    " fails once more, save the file in another format and upload that"
)


def read_waiting(at: datetime) -> int:
    """Read some of the uploads that wait; return how many were read or refused."""
    everything = Upload.objects.unrestricted(because="the worker reads for everybody")
    waiting = list(everything.to_read(at).select_related("file").defer("draft")[:AT_ONCE])
    return sum(read_one(upload, at) for upload in waiting)


def read_one(upload: Upload, at: datetime) -> bool:
    """Take an upload, read it and keep what came of it; False if another reader had it."""
    taken = actions.begin_reading(upload, by=READER, at=at)
    if taken is None:
        return False
    try:
        reading, draft = read_report_file(
            store.path_of(taken.file_id), name=taken.name, limit_bytes=settings.MAX_UPLOAD_BYTES
        )
        return actions.finish_reading(taken, draft, render(reading.blocks), by=READER, at=at)
    except Unreadable as refusal:
        return actions.refuse(taken, refusal.code, str(refusal), by=READER, at=at)
    except Exception:
        # The next file must not wait for somebody to mend this one.
        logger.exception("Reading upload %s failed", taken.pk)
        return actions.refuse(taken, "failed", FAILED, by=READER, at=at)
