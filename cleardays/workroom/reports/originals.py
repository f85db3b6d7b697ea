"""The original file of a report: may it go out as it is?"""

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.release import reasons_against_release
from cleardays.readers.sandbox import run_safely
from cleardays.workroom.documents import store
from cleardays.workroom.documents.models import StoredFile


def reasons_against(file: StoredFile) -> list[str]:
    """Return why the file may not be published as it is; none means that it may.

    The door asks again when it publishes, with the private words that it must not carry.
    """
    try:
        found = run_safely(
            reasons_against_release, store.path_of(file.sha256), media_type=file.media_type
        )
    except Unreadable as refusal:
        return [str(refusal)]
    return [notice.message for notice in found]
