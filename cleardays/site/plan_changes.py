"""What changed between two published versions of a plan, read from the record."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from cleardays.record.changes import PlanChanges, measured_by, of_plans
from cleardays.record.excerpts import titles_of
from cleardays.record.models import Content, Entry

MOST_KEPT = 64


def of_bodies(bodies: Mapping[int, str], pair: Sequence[Entry]) -> PlanChanges:
    """Compare what two entries published."""
    before, after = (json.loads(bodies[entry.seq]) for entry in pair)
    return of_plans(before, after, titles_of(measured_by(before, after)))


@lru_cache(maxsize=MOST_KEPT)
def of_entries(before: tuple[int, str], after: tuple[int, str]) -> PlanChanges:
    """Compare what two entries published; worked out once, as neither ever changes.

    They are known by number and hash, so that those of another record are never taken for them:
    who asks has found both standing a moment before.
    """
    bodies = dict(Content.objects.filter(seq__in=(before[0], after[0])).values_list("seq", "body"))
    old, new = json.loads(bodies[before[0]]), json.loads(bodies[after[0]])
    return of_plans(old, new, titles_of(measured_by(old, new)))
