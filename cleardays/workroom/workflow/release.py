"""Two people see every publication: one reads exactly what goes out, another publishes it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Protocol

from cleardays.workroom.access.viewer import Viewer


class Release(Protocol):
    """That somebody (``by``, with a post) has read what has this digest."""

    digest: str
    by: Any
    by_id: int
    at: datetime


class Version(Protocol):
    """What was published, and taken back if it was."""

    at: datetime
    recalled_at: datetime | None


def digest_of_words(plain: Mapping[str, Any]) -> str:
    """Return the SHA-256 of plain values, in whatever order they stand."""
    canonical = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def is_spent(release: Release, last: Version | None) -> bool:
    """Say whether something was published or taken back since the release."""
    return last is not None and release.at <= max(last.at, last.recalled_at or last.at)


def faults_of_release(release: Release | None, digest: str, by: Viewer) -> Iterator[str]:
    """Yield why no second person has released exactly what has this digest."""
    if release is None:
        yield "No second person has released it: ask one to read and release it"
    elif release.digest != digest:
        yield f"Something changed after {release.by.post} released it: it must be read again"
    elif release.by_id == by.user_id:
        yield (
            "You released this yourself, and two people see every publication: ask another"
            " to publish it"
        )
