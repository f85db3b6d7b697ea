"""The files of a report, its original and its appendices: may they go out as they are?"""

from typing import Any

from cleardays.readers.blocks import Notice, Unreadable
from cleardays.readers.sandbox import run_safely
from cleardays.workroom.documents import store
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.reports.models import Appendix

# Named, not imported: the pages of the workroom need not hold the PDF library for it.
RELEASE = "cleardays.readers.files.release.reasons_against_release"
APPENDIX = "cleardays.readers.files.appendix.reasons_against_appendix"


def reasons_against(file: StoredFile) -> list[str]:
    """Return why the file may not be published as it is; none means that it may.

    The door asks again when it publishes, with the private words that it must not carry.
    """
    return _asked(RELEASE, file)


def obstacles_in(appendix: Appendix) -> list[str]:
    """Return why an appendix could not be published as it is; none means that it could."""
    return _asked(APPENDIX, appendix.file, title=appendix.public_title)


def _asked(check: str, file: StoredFile, **more: Any) -> list[str]:
    path = store.path_of(file.sha256)
    try:
        found: list[Notice] = run_safely(check, path, media_type=file.media_type, **more)
    except Unreadable as refusal:
        return [str(refusal)]
    return [notice.message for notice in found]
