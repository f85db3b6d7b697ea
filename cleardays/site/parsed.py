"""Bodies as plain JSON, parsed once in a process: what an entry published never changes.

Known by the hash of the entry, so that what was recalled, or another record, is never taken for
it: who asks has found the entry standing in the record a moment before.
"""

import json
from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from typing import Any

from django.db import connections

from cleardays.record.models import Content

Plain = dict[str, Any]
Key = tuple[int, str]
MOST_KEPT = 64
STANDING = (
    "SELECT c.ref, e.seq, e.hash FROM record_current c JOIN record_entry e ON e.seq = c.seq"
    " WHERE NOT c.is_recalled"
)


def bodies_by_ref(refs: Iterable[str]) -> dict[str, Plain]:
    """Return what is public under each of these refs; what is not, is left out.

    Nobody may change what is returned: others get the same.
    """
    wanted = list(dict.fromkeys(refs))
    if not wanted:
        return {}
    marks = ", ".join(["%s"] * len(wanted))
    return _standing(f"c.ref IN ({marks})", wanted)


def plans_answering(inspection: str) -> dict[str, Plain]:
    """Return the plans that say they answer an inspection, by ref."""
    return _standing("c.doc_type = 'plan' AND c.summary LIKE %s", [f"% {inspection} %"])


def _standing(condition: str, values: list[str]) -> dict[str, Plain]:
    with connections["record"].cursor() as cursor:
        cursor.execute(f"{STANDING} AND {condition} ORDER BY c.day, c.ref", values)
        found = cursor.fetchall()
    held = bodies((seq, digest) for _, seq, digest in found)
    return {ref: held[seq, digest] for ref, seq, digest in found if (seq, digest) in held}


def bodies(keys: Iterable[Key]) -> dict[Key, Plain]:
    """Return what entries published, each known by number and hash; what is gone is left out.

    Those not kept from before come in one query.
    """
    wanted = list(dict.fromkeys(keys))
    found = {key: body for key in wanted if (body := _kept.get(key)) is not None}
    missing = {key[0]: key for key in wanted if key not in found}
    if missing:
        rows = Content.objects.filter(seq__in=list(missing)).values_list("seq", "body")
        for seq, text in rows:
            found[missing[seq]] = _kept.put(missing[seq], json.loads(text))
    return found


def body_of(key: Key) -> Plain:
    """Return what one entry published; KeyError if it is gone."""
    return bodies([key])[key]


class Kept:
    """The bodies used last, the one unused longest leaving first."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._bodies: OrderedDict[Key, Plain] = OrderedDict()

    def get(self, key: Key) -> Plain | None:
        """Return a body, which counts as using it."""
        with self._lock:
            if key in self._bodies:
                self._bodies.move_to_end(key)
            return self._bodies.get(key)

    def put(self, key: Key, body: Plain) -> Plain:
        """Keep a body and return it."""
        with self._lock:
            self._bodies[key] = body
            while len(self._bodies) > self._most:
                self._bodies.popitem(last=False)
        return body


_kept = Kept(MOST_KEPT)
