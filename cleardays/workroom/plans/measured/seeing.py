"""What the public may see of a measure, beside the measures that it is a part or the whole of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from cleardays.progress.measures.families import Member, publish_family
from cleardays.workroom.plans.figures import (
    Shown,
    definitions_of,
    in_order,
    observation_of,
    rows_of,
    shown_of,
)
from cleardays.workroom.plans.models import Measure, MeasureVersion, Observation

FOR_SEEING = "what may be public of a measure depends on what is public of its parts"
Places = Mapping[str, list[Observation]]


def what_is_shown(measure: Measure) -> list[Shown]:
    """Return every figure of a measure with what the public may see of it, in order of periods.

    Of a whole and its parts as much is hidden that no few can be had by subtraction.
    """
    members = family_of(measure)
    if len(members) == 1:
        return shown_of(measure, *keys_shown(measure))
    rows = {one.pk: _by_place(one) for one in members}
    places = dict.fromkeys(place for found in rows.values() for place in found)
    found = [one for place in places for one in _of_place(measure, place, members, rows)]
    return sorted(found, key=in_order)


def family_of(measure: Measure) -> list[Measure]:
    """Return the whole and its parts; a measure that has none, nor is one, alone."""
    rows = Measure.objects.unrestricted(because=FOR_SEEING)
    whole = rows.get(pk=measure.part_of_id) if measure.part_of_id else measure
    return [whole, *rows.filter(part_of=whole).order_by("pk")]


def hold_family(measure: Measure) -> None:
    """Lock the whole and its parts until the transaction ends: one is published at a time."""
    keys = sorted(one.pk for one in family_of(measure))
    rows = Measure.objects.unrestricted(because=FOR_SEEING).filter(pk__in=keys)
    list(rows.order_by("pk").select_for_update())


def keys_shown(measure: Measure) -> tuple[set[str], set[str]]:
    """Return the figures that a public version shows, and those that one taken back showed."""
    versions = MeasureVersion.objects.unrestricted(because=FOR_SEEING).filter(measure=measure)
    standing: set[str] = set()
    seen: set[str] = set()
    for snapshot, recalled_at in versions.values_list("snapshot", "recalled_at"):
        into = seen if recalled_at else standing
        into |= {str(one["key"]) for one in snapshot["observations"] if one["value"] is not None}
    return standing, seen - standing


def _by_place(measure: Measure) -> Places:
    found: defaultdict[str, list[Observation]] = defaultdict(list)
    for row in rows_of(measure):
        found[row.geography].append(row)
    return found


def _of_place(
    measure: Measure, place: str, members: list[Measure], rows: Mapping[int, Places]
) -> Iterator[Shown]:
    whole, *parts = (_member(one, rows[one.pk].get(place, [])) for one in members)
    own = members.index(measure)
    found = publish_family(whole, parts)[own]
    for row, one in zip(rows[measure.pk].get(place, []), found, strict=True):
        yield Shown(row, one.observation, one.faults)


def _member(measure: Measure, rows: list[Observation]) -> Member:
    values = [observation_of(row) for row in rows]
    return Member(values, definitions_of(measure), *keys_shown(measure))
