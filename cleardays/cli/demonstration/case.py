"""What inspectors found, what was planned and what committees asked: read into plain values."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cleardays.cli.demonstration.story import read

# An area is named by the key of its inspection and its number there.
AreaKey = tuple[str, int]


@dataclass(frozen=True)
class Found:
    """An area that inspectors found. ``facts`` are further fields of the model."""

    kind: str
    label: str
    responsible: tuple[str, ...] = ()
    recurs_from: AreaKey | None = None
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Inspected:
    """An inspection with its areas, how areas of the one before were judged, by number,
    which duties are known to be ``done``, and what happened outside."""

    key: str
    framework: str
    previous: str
    responsible: tuple[str, ...]
    monitors: tuple[str, ...]
    areas: tuple[Found, ...]
    judgements: tuple[dict[str, Any], ...]
    done: tuple[dict[str, Any], ...]
    events: tuple[dict[str, Any], ...]
    facts: dict[str, Any]


@dataclass(frozen=True)
class Deed:
    """An action of a plan as it was begun: ``words`` go to ``add_action``."""

    ref: str
    words: dict[str, Any]
    areas: tuple[AreaKey, ...] = ()
    lead_body: str = ""
    supporting: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Step:
    """What happened to some actions before a version: ``refs`` name them.

    Those that were ``carried_from`` another plan came over as they stand there. ``finish`` is
    where their date was moved to, for the ``reason``, with the ``effect``.
    """

    refs: tuple[str, ...]
    carried_from: str = ""
    on: date | None = None
    started: date | None = None
    finished: date | None = None
    status: str = ""
    finish: date | None = None
    reason: str = ""
    effect: str = ""


@dataclass(frozen=True)
class Version:
    """A version of a plan: what was new in it, as at when, and how its publication is known."""

    as_at: date
    stated_on: date
    stated_source: str
    note: str
    steps: tuple[tuple[str, date], ...]
    changes: tuple[Step, ...]
    updates: tuple[dict[str, Any], ...]
    counts: tuple[dict[str, Any], ...]
    voices: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Planned:
    """A plan with its actions and its versions, in their order."""

    key: str
    kind: str
    title: str
    answers: tuple[str, ...]
    followed_by: tuple[str, ...]
    supersedes: str
    deeds: tuple[Deed, ...]
    versions: tuple[Version, ...]
    facts: dict[str, Any]


@dataclass(frozen=True)
class Measured:
    """A measure with its figures, each from ``source`` unless it names another."""

    name: str
    source: str
    areas: tuple[AreaKey, ...]
    definition: dict[str, Any]
    figures: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Asked:
    """What a committee asked at a meeting; the answer is blank where none is known."""

    committee: str
    day: date
    text: str
    asked_of: str
    answer: str
    answered_on: date | None
    facts: dict[str, Any]


def inspections() -> list[Inspected]:
    """Return the inspections in their order."""
    outside = split_by_inspection(read("events")["events"])
    return [_inspection(row, outside) for row in read("inspections")["inspections"]]


def handovers() -> list[tuple[str, date]]:
    """Return which body ended, and from which day its successor answers."""
    return [(row["body"], row["on"]) for row in read("inspections")["handovers"]]


def plans() -> list[Planned]:
    """Return the plans in their order."""
    return [_plan(row) for row in read("plans")["plans"]]


def versions(told: list[Planned]) -> list[tuple[Planned, Version]]:
    """Return the versions of all plans in the order in which they were public.

    On one day the first version of a plan comes before the last of the plan that it follows, which
    can name it then.
    """
    rows = [(plan, n, one) for plan in told for n, one in enumerate(plan.versions)]
    rows.sort(key=lambda row: (row[2].stated_on, row[1]))
    return [(plan, one) for plan, _, one in rows]


def measures() -> list[Measured]:
    """Return the measures."""
    return [
        Measured(
            row["name"],
            row["source"],
            tuple(area_key(pair) for pair in row["areas"]),
            {**row["definition"], "valid_from": row["definition"]["valid_from"].isoformat()},
            tuple(row["figures"]),
        )
        for row in read("measures")["measures"]
    ]


def asks(council: str) -> list[Asked]:
    """Return what was asked; of the council where nothing else is said."""
    return [
        Asked(
            row.pop("committee"),
            row.pop("day"),
            row.pop("text"),
            row.pop("asked_of", council),
            row.pop("answer", ""),
            row.pop("answered_on", None),
            row,
        )
        for row in read("asks")["asks"]
    ]


def split_by_inspection(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return what happened outside by the key of the inspection that it followed."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row.pop("follows"), []).append(row)
    return found


def _inspection(row: dict[str, Any], outside: dict[str, list[dict[str, Any]]]) -> Inspected:
    named: dict[str, Any] = {name: row.pop(name) for name in ("key", "framework")}
    areas = tuple(_found(one) for one in row.pop("areas", ()))
    return Inspected(
        **named,
        previous=row.pop("previous", ""),
        responsible=tuple(row.pop("responsible")),
        monitors=tuple(row.pop("monitors", ())),
        areas=areas,
        judgements=tuple(row.pop("judgements", ())),
        done=tuple(row.pop("done", ())),
        events=tuple(outside.get(named["key"], ())),
        facts=row,
    )


def _found(row: dict[str, Any]) -> Found:
    before = row.pop("recurs_from", None)
    return Found(
        row.pop("kind"),
        row.pop("label"),
        tuple(row.pop("responsible", ())),
        area_key(before) if before else None,
        row,
    )


def area_key(pair: list[str]) -> AreaKey:
    return pair[0], int(pair[1])


def _plan(row: dict[str, Any]) -> Planned:
    named: dict[str, Any] = {name: row.pop(name) for name in ("key", "kind", "title")}
    many = [deed for group in row.pop("many", ()) for deed in _placeholders(group)]
    return Planned(
        **named,
        answers=tuple(row.pop("answers")),
        followed_by=tuple(row.pop("followed_by")),
        supersedes=row.pop("supersedes", ""),
        deeds=(*many, *(_deed(one) for one in row.pop("actions", ()))),
        versions=tuple(map(_version, row.pop("versions"))),
        facts=row,
    )


def _version(row: dict[str, Any]) -> Version:
    several: dict[str, Any] = {
        name: tuple(row.pop(name, ())) for name in ("updates", "counts", "voices")
    }
    return Version(
        steps=tuple((state, on) for state, on in row.pop("steps", ())),
        changes=tuple(map(_step, row.pop("changes", ()))),
        **several,
        **row,
    )


def _step(row: dict[str, Any]) -> Step:
    prefix, first, last = row.pop("of")
    return Step(tuple(f"{prefix}{n}" for n in range(first, last + 1)), **row)


def _placeholders(group: dict[str, Any]) -> Iterator[Deed]:
    """Make the placeholders that stand for actions whose words are not public."""
    prefix, name, first, number, of = (
        group.pop(key) for key in ("prefix", "name", "first", "number", "of")
    )
    for n in range(first, first + number):
        title = f"{name} {n} of {of}: its words are not public"
        if name != "Action":
            title = f"{name} {n} of {of}: its words are not entered here"
        yield _deed({**group, "ref": f"{prefix}{n}", "title": title, "is_placeholder": True})


def _deed(row: dict[str, Any]) -> Deed:
    known: dict[str, Any] = {name: row.pop(name) for name in ("ref", "lead_body") if name in row}
    areas = tuple(area_key(pair) for pair in row.pop("areas", ()))
    supporting = tuple((body, what) for body, what in row.pop("supporting", ()))
    return Deed(**known, areas=areas, supporting=supporting, words=row)
