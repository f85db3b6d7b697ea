"""State tables. One perform() asks the three questions, changes, stamps and records."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.db import transaction
from django.db.models import Model

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log

M = TypeVar("M", bound=Model)


class Refused(Exception):
    """It may not be done. ``reasons`` are sentences for the person who asked."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


def nothing_against(obj: Model, viewer: Viewer, at: datetime) -> Sequence[object]:
    """The check of a transition about which the law is silent."""
    return ()


@dataclass(frozen=True)
class Transition(Generic[M]):
    """From which states to which, who may, and what the law says against it.

    What ``check`` returns reads as a sentence when made a string: a Breach, say.
    """

    name: str
    label: str
    sources: frozenset[str]
    target: str
    permission: Permission
    done: str
    check: Callable[[M, Viewer, datetime], Sequence[object]] = nothing_against
    stamp: str = ""
    needs_reason: bool = False


@dataclass(frozen=True)
class Option(Generic[M]):
    """A transition as a button: open, or refused with what stands against it."""

    transition: Transition[M]
    against: tuple[object, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(map(str, self.against))

    @property
    def is_open(self) -> bool:
        return not self.against


class Workflow(Generic[M]):
    """The transitions of one noun. Nothing else assigns its state."""

    def __init__(
        self,
        *transitions: Transition[M],
        committee: Callable[[M], int | None],
        field: str = "state",
    ) -> None:
        self.transitions = {t.name: t for t in transitions}
        self.committee = committee
        self.field = field

    def options(self, obj: M, viewer: Viewer, at: datetime) -> list[Option[M]]:
        """List what this viewer might do next, with the reasons against each."""
        state = getattr(obj, self.field)
        return [
            Option(t, tuple(self._reasons(t, obj, viewer, at)))
            for t in self.transitions.values()
            if state in t.sources and viewer.can(t.permission, self.committee(obj))
        ]

    @transaction.atomic
    def perform(self, name: str, obj: M, *, by: Viewer, at: datetime, reason: str = "") -> M:
        """Check, change, record. Raise Refused, having changed nothing, if it may not be."""
        transition = self.transitions[name]
        locked: M = type(obj)._base_manager.select_for_update().get(pk=obj.pk)
        reasons = [str(reason) for reason in self._reasons(transition, locked, by, at)]
        if transition.needs_reason and not reason.strip():
            reasons.append(f"Say why: {transition.label.lower()} needs a reason")
        if reasons:
            raise Refused(*reasons)
        before = {self.field: getattr(locked, self.field)}
        setattr(locked, self.field, transition.target)
        if transition.stamp:
            setattr(locked, transition.stamp, at)
        locked.save(update_fields=[self.field, *filter(None, [transition.stamp])])
        log.record(
            name,
            locked,
            transition.done,
            by=by,
            at=at,
            committee_id=self.committee(locked),
            before=before,
            after={self.field: transition.target},
            reason=reason,
        )
        return locked

    def _reasons(
        self, transition: Transition[M], obj: M, viewer: Viewer, at: datetime
    ) -> Iterable[object]:
        state = getattr(obj, self.field)
        if not viewer.can(transition.permission, self.committee(obj)):
            yield f"{viewer.name} may not {transition.label.lower()}"
        elif state not in transition.sources:
            yield f"It is {state}, so it is too late or too early to {transition.label.lower()}"
        else:
            yield from transition.check(obj, viewer, at)
