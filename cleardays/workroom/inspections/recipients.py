"""Who got an inspection's report, and who answers for it now that bodies have come and gone."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from cleardays.workroom.inspections.models import Responsibility
from cleardays.workroom.people.models import Organisation

_RANK = {Responsibility.Role.LEAD: 0}


def recipients(
    rows: Sequence[Responsibility], received: date | None, did: Collection[int]
) -> list[Organisation]:
    """Return the bodies that have to act on the report, the one that leads first.

    ``rows`` are those of the whole inspection, each with its body. They are the bodies that
    answered on the day of receipt, or their heirs; one that ``did`` what it had to (by key)
    is not replaced by its heir. A council comes before others of the same role.
    """
    heirs = {row.inherits_from_id: row for row in rows if row.inherits_from_id}
    had = [row for row in rows if row.role != Responsibility.Role.MONITORS]
    had = [row for row in had if _answered_on(row, received)]
    found = {row.body_id: row.body for row in _followed(sorted(had, key=_rank), heirs, did)}
    return list(found.values())


def _rank(row: Responsibility) -> tuple[int, bool, int]:
    return (
        _RANK.get(Responsibility.Role(row.role), 1),
        row.body.kind != Organisation.Kind.COUNCIL,
        row.pk,
    )


def _answered_on(row: Responsibility, day: date | None) -> bool:
    if day is None:
        return row.inherits_from_id is None
    return (row.since is None or row.since <= day) and (row.until is None or row.until >= day)


def _followed(
    rows: Sequence[Responsibility], heirs: Mapping[int, Responsibility], did: Collection[int]
) -> Iterator[Responsibility]:
    """Yield each row, or the one that took it over last."""
    for row in rows:
        holder = row
        while holder.body_id not in did and (heir := heirs.get(holder.pk)):
            holder = heir
        yield holder
