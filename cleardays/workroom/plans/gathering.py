"""Everything that belongs to some actions, read once for all of them: a query for each kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from cleardays.workroom.plans.models import (
    Action,
    DateChange,
    Dependency,
    Evidence,
    Leadership,
    Measure,
    Milestone,
    Support,
    Update,
)

FOR_WHOLE = "a plan is put together whole; who may see it is asked where it is shown"
Rows = Mapping[int, Sequence[Any]]


@dataclass(frozen=True)
class Gathered:
    """What belongs to actions, each by the action's key, in order."""

    areas: Rows
    supports: Rows
    former_supports: Rows
    former_leads: Rows
    milestones: Rows
    changes: Rows
    depends_on: Rows
    measures: Rows
    evidence: Rows
    updates: Rows


def gathered(actions: Iterable[Action]) -> Gathered:
    """Read what belongs to the actions, drafts and all: the reader leaves out what is not meant.

    Ten queries, however many actions there are.
    """
    keys = [action.pk for action in actions]
    depends = _of(Dependency, keys).values_list("action_id", "on__ref").order_by("on__ref")
    return Gathered(
        areas=named_areas(Action.areas.through.objects.filter(action__in=keys), "action_id"),
        supports=_rows(_of(Support, keys).filter(until__isnull=True).select_related("body")),
        former_supports=_rows(_of(Support, keys).exclude(until=None).select_related("body")),
        former_leads=_rows(_of(Leadership, keys).exclude(until=None).select_related("body")),
        milestones=_rows(_of(Milestone, keys)),
        changes=_rows(_of(DateChange, keys).select_related("milestone")),
        depends_on=_pairs(depends),
        measures=_measures(keys),
        evidence=_rows(_of(Evidence, keys)),
        updates=_rows(_of(Update, keys).select_related("body")),
    )


def _of(model: type[Model], keys: Sequence[int]) -> Any:
    everything = model._default_manager.unrestricted(because=FOR_WHOLE)  # type: ignore[attr-defined]
    return everything.filter(action__in=keys)


def _rows(rows: Iterable[Any]) -> Rows:
    return _pairs((row.action_id, row) for row in rows)


def _pairs(pairs: Iterable[tuple[int, Any]]) -> Rows:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def named_areas(links: Any, key: str) -> Rows:
    """Return the areas that links name, as "<inspection ref>#<number>", by what they are of."""
    named = links.values_list(key, "area__inspection__ref", "area__number")
    ordered = named.order_by("area__inspection__ref", "area__number")
    return _pairs((of, f"{ref}#{number}") for of, ref, number in ordered)


def _measures(keys: Sequence[int]) -> Rows:
    links = Measure.actions.through.objects.filter(action__in=keys)
    return _pairs(links.values_list("action_id", "measure__ref").order_by("measure__ref"))
