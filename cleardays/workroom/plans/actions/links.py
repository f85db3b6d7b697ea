"""Rows that tie one thing to another, written without reading what may not be seen."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model


def tie(through: type[Model], owner: str, key: int, other: str, wanted: Iterable[Any]) -> bool:
    """Make the rows of a relation those wanted, and say whether that changed anything.

    ``owner`` and ``other`` are the names of the two sides, ``key`` the owner's key; ``wanted`` are
    rows of the other side. The relation's own ``set`` would read guarded rows.
    """
    rows = through._default_manager.filter(**{owner: key})
    before = set(rows.values_list(f"{other}_id", flat=True))
    after = {one.pk for one in wanted}
    rows.filter(**{f"{other}__in": before - after}).delete()
    through._default_manager.bulk_create(
        through(**{f"{owner}_id": key, f"{other}_id": one}) for one in sorted(after - before)
    )
    return before != after
