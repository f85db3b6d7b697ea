"""Querysets that will not run until they are told who is looking.

A model that may hold drafts or exempt information uses a ``GuardedQuerySet`` as its only
manager. Forgetting ``visible_to`` is then a crash, never a leak.
"""

from typing import Any, Generic, Self, TypeVar

from django.db.models import Model, Q, QuerySet

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer

M = TypeVar("M", bound=Model)


class UnguardedQuery(RuntimeError):
    """A guarded model was read without saying for whom."""


# Not Q(): an empty condition would vanish when another is joined to it with "or".
EVERY_ROW = ~Q(pk__in=[])


def held(permission: Permission, viewer: Viewer, committee: str) -> Q:
    """Match rows whose ``committee`` is one where the viewer holds the permission."""
    if viewer.can(permission):
        return EVERY_ROW
    return Q(**{f"{committee}__in": viewer.committees_with(permission)})


class GuardedQuerySet(QuerySet[M], Generic[M]):
    """A queryset that reaches the database only after ``visible_to`` or ``unrestricted``."""

    _cleared = False

    def visibility(self, viewer: Viewer) -> Q:
        """Say which rows this viewer may see. The only place that decides."""
        raise NotImplementedError

    def visible_to(self, viewer: Viewer) -> Self:
        return self.filter(self.visibility(viewer))._clear()

    def unrestricted(self, *, because: str) -> Self:
        """Read everything. For writes and the audit, never for showing."""
        assert because, "say why"  # noqa: S101 - a programmer's slip, not a user's
        return self._clear()

    def _clear(self) -> Self:
        clone: Self = self._chain()  # type: ignore[attr-defined]
        clone._cleared = True
        return clone

    def _require_clearance(self) -> None:
        if not self._cleared:
            raise UnguardedQuery(f"{self.model.__name__}: call visible_to(viewer) first")

    # Every way a queryset reaches the database, except exists(), which Django's own uniqueness
    # checks need and which tells nothing but yes or no.

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]
        clone._cleared = self._cleared
        return clone

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._require_clearance()
        super()._fetch_all()

    def _merge_sanity_check(self, other: Any) -> None:
        other._require_clearance()
        super()._merge_sanity_check(other)  # type: ignore[misc]

    def _combinator_query(self, combinator: str, *others: Any, all: bool = False) -> Self:
        for other in others:
            other._require_clearance()
        combined: Self = super()._combinator_query(combinator, *others, all=all)  # type: ignore[misc]
        return combined

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._require_clearance()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        if self._result_cache is None:
            self._require_clearance()
        return super().count()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._require_clearance()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._require_clearance()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._require_clearance()
        return super().delete()
