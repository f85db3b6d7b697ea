"""The files of a report, its original and its appendices: may they go out as they are?"""

from collections.abc import Callable
from typing import Any

from cleardays.readers.blocks import Notice, Unreadable
from cleardays.readers.files.appendix import reasons_against_appendix
from cleardays.readers.files.release import reasons_against_release
from cleardays.readers.sandbox import run_safely
from cleardays.workroom.documents import store
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.reports.models import Appendix


def reasons_against(file: StoredFile) -> list[str]:
    """Return why the file may not be published as it is; none means that it may.

    The door asks again when it publishes, with the private words that it must not carry.
    """
    return _asked(reasons_against_release, file)


def obstacles_in(appendix: Appendix) -> list[str]:
    """Return why an appendix could not be published as it is; none means that it could."""
    return _asked(reasons_against_appendix, appendix.file, title=appendix.public_title)


def _asked(check: Callable[..., list[Notice]], file: StoredFile, **more: Any) -> list[str]:
    path = store.path_of(file.sha256)
    try:
        found = run_safely(check, path, media_type=file.media_type, **more)
    except Unreadable as refusal:
        return [str(refusal)]
    return [notice.message for notice in found]
