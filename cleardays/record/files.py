"""The public file store: bytes by their SHA-256, gone when a recall takes them.

``<root>/<first two characters>/<sha256>``. Whoever has crossed the door with a file puts it here;
the site opens it and nothing else.
"""

import hashlib
import re
import shutil
import uuid
from pathlib import Path
from typing import BinaryIO, cast

from django.conf import settings

from cleardays.record.models import Content, Entry, PublicFile
from cleardays.record.schemas.loading import load
from cleardays.record.schemas.meeting import MeetingDocument

# In canonical JSON a quote within words is escaped, so this never matches inside them.
FILE = re.compile(r'"sha256":"([0-9a-f]{64})"')


class WrongBytes(ValueError):
    """A file's bytes are not those that its SHA-256 promises."""


def path_of(sha256: str) -> Path:
    """Return where a public file's bytes are kept."""
    return Path(settings.PUBLIC_FILES) / sha256[:2] / sha256


def put(source: Path, *, sha256: str, media_type: str) -> PublicFile:
    """Copy a file into the public store; twice puts it once.

    Raises WrongBytes when the source is not what ``sha256`` says. A file that a recall took away
    may come back this way, with something else that is published.
    """
    target = path_of(sha256)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(source, target, sha256)
    row, _ = PublicFile.objects.update_or_create(
        sha256=sha256,
        defaults={
            "media_type": media_type,
            "size": target.stat().st_size,
            "recalled_at": None,
        },
    )
    return row


def _copy(source: Path, target: Path, sha256: str) -> None:
    """Copy so that the file is there whole or not at all.

    Not a link: the store of the private side keeps its own bytes, owner and mode.
    """
    unfinished = target.with_name(f"{sha256}.{uuid.uuid4().hex}.part")
    shutil.copyfile(source, unfinished)
    if hash_of(unfinished) != sha256:
        unfinished.unlink()
        raise WrongBytes(f"{source} is not the file with SHA-256 {sha256}")
    unfinished.replace(target)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def open_file(file: PublicFile) -> BinaryIO:
    """Open a public file's bytes; FileNotFoundError when a recall has taken them."""
    if file.recalled_at:
        raise FileNotFoundError(file.sha256)
    return path_of(file.sha256).open("rb")


def files_in(body: str) -> set[str]:
    """Return the SHA-256 of every file that a document names."""
    return set(FILE.findall(body))


def files_only_in(seqs: list[int], ref: str) -> list[str]:
    """Return the files of these contents, all under ``ref``, that no other content has.

    An agenda lists the files of its reports: when the report goes, that listing does not keep
    them.
    """
    bodies = Content.objects.filter(seq__in=seqs).values_list("body", flat=True)
    files = set().union(*(files_in(body) for body in bodies))
    return sorted(sha256 for sha256 in files if not _is_kept(sha256, seqs, ref))


def _is_kept(sha256: str, seqs: list[int], ref: str) -> bool:
    others = Content.objects.filter(body__contains=f'"sha256":"{sha256}"').exclude(seq__in=seqs)
    bodies = dict(others.values_list("seq", "body"))
    kinds = dict(Entry.objects.filter(seq__in=bodies).values_list("seq", "doc_type"))
    return any(sha256 in _own_files(kinds[seq], body, ref) for seq, body in bodies.items())


def _own_files(doc_type: str, body: str, ref: str) -> set[str]:
    """Return the files that a content has, not counting what it lists of the report ``ref``."""
    if doc_type != MeetingDocument.doc_type:
        return files_in(body)
    meeting = cast(MeetingDocument, load(doc_type, body))
    own = [item for item in meeting.items if item.report is None or item.report.ref != ref]
    return {file.sha256 for item in own for file in item.files}


def delete_recalled() -> int:
    """Delete the bytes of every recalled file that still has any; returns how many."""
    recalled = PublicFile.objects.filter(recalled_at__isnull=False).values_list("pk", flat=True)
    there = [path for path in map(path_of, recalled) if path.exists()]
    for path in there:
        path.unlink(missing_ok=True)
    return len(there)
