"""An inspection as it was last published, for those who may not see what has changed since.

Its frozen words are put back into rows that are never saved, so that one page shows both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.holding import follows
from cleardays.workroom.inspections.models import (
    Area,
    Decision,
    Duty,
    Event,
    Inspection,
    InspectionVersion,
    Judgement,
    Responsibility,
)
from cleardays.workroom.inspections.standing import standing_version
from cleardays.workroom.people.models import Organisation

FOR_ADDRESS = "only the address is taken of what a published version names"
Plain = Mapping[str, Any]
DAYS = ("first_day", "last_day", "letter_dated", "received_on", "published_on")
WORDS = (
    *("ref", "framework", "area_name", "title", "days_words", "published_words", "outcome_words"),
    *("needs_plan", "needs_strategic_plan", "monitoring_words", "next_inspection_words"),
    *("note", "sources", "is_invented"),
)
DUTY = ("kind", "rule", "title", "sentence", "is_estimate", "owner", "done_words", "proof")


@dataclass(frozen=True)
class Thawed:
    """An inspection and what belongs to it, as published in ``version``; none of it is saved."""

    version: InspectionVersion
    inspection: Inspection

    @property
    def _plain(self) -> Plain:
        said: Plain = self.version.snapshot
        return said

    def bodies(self) -> list[Responsibility]:
        """Return who answers, or answered, for the whole."""
        return [_responsibility(one) for one in self._plain["responsible"]]

    def areas(self) -> list[tuple[Area, list[Responsibility], list[Judgement]]]:
        """Return each area with who leads on it and what judges said of it."""
        return [
            (
                _area(one, self.inspection),
                [_responsibility(body) for body in one["responsible"]],
                [_judgement(said) for said in one["judgements"]],
            )
            for one in self._plain["areas"]
        ]

    def judgements(self) -> list[Judgement]:
        """Return what judges said of the whole."""
        return [_judgement(one) for one in self._plain["judgements"]]

    def duties(self) -> list[Duty]:
        """Return what is due."""
        return [_duty(one) for one in self._plain["duties"]]

    def decisions(self) -> list[Decision]:
        """Return the decisions of one person."""
        return [_decision(one) for one in self._plain.get("decisions", ())]

    def events(self) -> list[Event]:
        """Return what happened outside."""
        return [_event(one) for one in self._plain.get("events", ())]


def last_published(viewer: Viewer, pk: int | None = None) -> list[Thawed]:
    """Return what was last published of inspections whose changes the viewer may not see.

    Of all of them, or of the one with the key ``pk``.
    """
    if follows(viewer):
        return []
    seen = Inspection.objects.visible_to(viewer).order_by().values("pk")
    rows = InspectionVersion.objects.visible_to(viewer).exclude(inspection__in=seen)
    rows = rows.filter(inspection__is_published=True).select_related("inspection")
    if pk is not None:
        rows = rows.filter(inspection=pk)
    newest = {version.inspection_id: version for version in rows.order_by("number")}
    return [Thawed(version, _inspection(version)) for version in newest.values()]


def _inspection(version: InspectionVersion) -> Inspection:
    said = version.snapshot
    made = Inspection(
        pk=version.inspection_id,
        summary=said["summary_words"],
        is_published=True,
        published_at=version.at,
        **{name: said[name] for name in WORDS},
        **{name: _day(said[name]) for name in DAYS},
    )
    named = (one.code for one in made.kind.outcomes if one.name == said["outcome"])
    made.outcome = next(named, "")
    made.previous = _linked(said["previous"])
    return made


def _linked(link: Plain | None) -> Inspection | None:
    """Return an inspection that is named, by the title that was published."""
    if link is None:
        return None
    row = _everything().filter(ref=link["ref"]).first()
    return Inspection(pk=row.pk, title=link["title"]) if row else None


def _everything() -> Any:
    return Inspection.objects.unrestricted(because=FOR_ADDRESS)


def _row(pk: int) -> Inspection | None:
    found: Inspection | None = _everything().filter(pk=pk).first()
    return found


def _responsibility(said: Plain) -> Responsibility:
    roles = {label: value for value, label in Responsibility.Role.choices}
    before = said["took_over_from"]
    return Responsibility(
        body=Organisation(name=said["name"]),
        role=roles.get(said["role"], Responsibility.Role.CONTRIBUTES),
        since=_day(said["since"]),
        until=_day(said["until"]),
        inherits_from=Responsibility(body=Organisation(name=before)) if before else None,
    )


def _area(said: Plain, of: Inspection) -> Area:
    """Return an area; one of the inspection before says so by that one's title."""
    before = None if said["of"] == of.ref else of.previous
    return Area(
        inspection=before or of,
        recurs_from=_came_from(said["recurs_from"]),
        **{name: said[name] for name in ("number", "kind", "label", "text", "note", "sources")},
        is_confirmed=said["is_confirmed"],
    )


def _came_from(link: Plain | None) -> Area | None:
    """Return the area that came back, out of "3. No shared plan, Saltmere: Re-visit"."""
    of = _linked(link)
    version = standing_version(of and _row(of.pk))
    if link is None or of is None or version is None:
        return None
    of.title = version.snapshot["title"]
    number, _, label = link["title"].partition(". ")
    return Area(inspection=of, number=number, label=label.removesuffix(f", {of.title}"))


def _judgement(said: Plain) -> Judgement:
    names = ("judge", "value", "on_words", "words", "is_confirmed", "sources")
    return Judgement(on=_day(said["on"]), **{name: said[name] for name in names})


def _duty(said: Plain) -> Duty:
    return Duty(
        due=_day(said["due"]),
        done_on=_day(said["done_on"]),
        body=Organisation(name=said["body"]) if said["body"] else None,
        **_taken(said, DUTY),
    )


def _decision(said: Plain) -> Decision:
    names = ("taken_by", "how", "decision", "reasons", "alternatives", "conflicts", "address")
    return Decision(taken_on=date.fromisoformat(said["taken_on"]), **_taken(said, names))


def _event(said: Plain) -> Event:
    names = ("kind", "title", "words", "precision", "date_words", "differs", "note", "sources")
    return Event(
        day=date.fromisoformat(said["day"]),
        is_confirmed=said["is_confirmed"],
        area=Area(number=said["area"]) if said["area"] else None,
        **_taken(said, names),
    )


def _taken(said: Plain, names: Iterable[str]) -> dict[str, Any]:
    return {name: said[name] for name in names if name in said}


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
