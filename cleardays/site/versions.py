"""The versions of documents, and since when each was public, without their bodies."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from cleardays.site.reading import among, aware

VERSIONS = (
    "SELECT e.ref, e.version, e.seq, e.hash, e.recorded_at, e.stated_published_on, c.seq"
    " FROM record_entry e LEFT JOIN record_content c ON c.seq = e.seq"
    " WHERE e.kind <> 'recalled' AND e.ref IN"
)


@dataclass(frozen=True)
class Version:
    """A version of a document; ``is_there`` unless its words have been recalled since."""

    number: int
    seq: int
    hash: str
    public_on: date
    is_there: bool

    @property
    def key(self) -> tuple[int, str]:
        return self.seq, self.hash


def versions_of(refs: Iterable[str]) -> dict[str, list[Version]]:
    """Return the versions of each document, oldest first."""
    found = defaultdict(list)
    for ref, number, seq, digest, recorded_at, stated_on, content in among(
        VERSIONS, refs, order="e.ref, e.version"
    ):
        public_on = stated_on or localdate(aware(recorded_at))
        found[ref].append(Version(number, seq, digest, public_on, content is not None))
    return found
