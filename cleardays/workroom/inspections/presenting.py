"""An inspection as its page shows it: facts, bodies, areas with each judge apart, what is due."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html_join

from cleardays.design.dates import in_words, moment
from cleardays.design.values import Link, Refusal
from cleardays.law.rules import rule
from cleardays.law.types import Rule
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.clocks import OF_EACH
from cleardays.workroom.inspections.models import (
    Area,
    Decision,
    Duty,
    Event,
    Inspection,
    Judgement,
    Responsibility,
)
from cleardays.workroom.people.models import Organisation

Row = tuple[Any, ...]
BULLET = "- "


@dataclass(frozen=True)
class ShownArea:
    """An area with who leads on it and what each judge said of it, in their order."""

    area: Area
    bodies: tuple[Responsibility, ...]
    judgements: tuple[Judgement, ...]

    @property
    def paragraphs(self) -> list[tuple[bool, list[str]]]:
        """Its text as runs of paragraphs and of bullets, which begin with a dash."""
        lines = [line.strip() for line in self.area.text.splitlines() if line.strip()]
        runs = groupby(lines, key=lambda line: line.startswith(BULLET))
        return [(is_list, [one.removeprefix(BULLET) for one in run]) for is_list, run in runs]


@dataclass(frozen=True)
class ShownDuty:
    """A duty with its rule, how it stands, and what to say where it has no day."""

    duty: Duty
    rule: Rule | None
    status: str
    tone: str
    undated: str

    @property
    def is_of_others(self) -> bool:
        """Whether inspectors or departments see to it: nobody here can be given it."""
        return self.duty.body_id is None and self.duty.is_estimate


def way_to(inspection: Inspection | None = None) -> list[Link]:
    """Return the links from the list of inspections down to one."""
    trail = [Link("Inspections", reverse("inspections:list"))]
    if inspection is not None:
        trail.append(Link(inspection.title, inspection.get_absolute_url()))
    return trail


def facts_of(inspection: Inspection) -> list[Row]:
    """Return what is said of the whole, without what is not known."""
    outcome = inspection.kind.outcome(inspection.outcome)
    rows = [
        ("Framework", inspection.kind.name),
        ("Inspected", _days(inspection) or inspection.days_words),
        ("Letter or report dated", _day(inspection.letter_dated)),
        ("Report received", _day(inspection.received_on)),
        ("Published by the inspectors", _day(inspection.published_on)),
        ("Published by the inspectors", inspection.published_words),
        ("Outcome", outcome.name if outcome else ""),
        ("In official words", outcome.label if outcome else ""),
        ("In the report's own words", inspection.outcome_words),
        ("Plan", "Required" if inspection.needs_plan else "Not required"),
        ("Plan due by the letter", _day(inspection.due_by_letter)),
        ("Strategic plan", "Asked for" if inspection.needs_strategic_plan else ""),
        ("Monitoring inspection", inspection.monitoring_words),
        ("Next full inspection", inspection.next_inspection_words),
        ("Not confirmed, or conflicting", inspection.note),
        ("Sources", _addresses(inspection.sources)),
    ]
    return [row for row in rows if row[1]]


def _day(day: date | None) -> str:
    return in_words(moment(day)) if day else ""


def _days(inspection: Inspection) -> str:
    days = [_day(one) for one in (inspection.first_day, inspection.last_day) if one]
    return " to ".join(dict.fromkeys(days))


def _addresses(sources: Iterable[str]) -> str:
    return format_html_join(", ", '<a href="{}">{}</a>', ((one, one) for one in sources))


def bodies_of(inspection: Inspection, viewer: Viewer) -> list[Responsibility]:
    """Return who answers, or answered, for the whole."""
    rows = Responsibility.objects.visible_to(viewer).filter(inspection=inspection)
    rows = rows.filter(area__isnull=True).order_by("until", "role", "pk")
    return list(rows.select_related("body", "inherits_from__body"))


def to_hand_over(rows: Iterable[Responsibility], today: date) -> list[Organisation]:
    """Return the bodies that have ended, have an heir, and still answer here."""
    ended = (
        row.body
        for row in rows
        if row.until is None and row.body.successor_id and _has_ended(row.body, today)
    )
    return list(dict.fromkeys(ended))


def _has_ended(body: Organisation, today: date) -> bool:
    return body.valid_until is None or body.valid_until < today


def areas_of(inspection: Inspection, viewer: Viewer) -> list[ShownArea]:
    """Return its areas; at a re-visit those of the one before. Judges are shown each apart."""
    wanted = Q(inspection=inspection)
    if inspection.kind.judges_areas and inspection.previous_id:
        before = Q(inspection=inspection.previous_id)
        kinds = inspection.kind.judged
        wanted |= before & Q(kind__in=kinds) if kinds else before
    areas = list(
        Area.objects.visible_to(viewer)
        .filter(wanted)
        .select_related("recurs_from__inspection", "inspection")
        .order_by("inspection__first_day", "number")
    )
    bodies = Responsibility.objects.visible_to(viewer).filter(area__in=areas)
    led = _by_area(bodies.select_related("body", "inherits_from__body"))
    said = Judgement.objects.visible_to(viewer).filter(
        Q(inspection=inspection) | Q(area__inspection=inspection), area__in=areas
    )
    judged = _by_area(said.select_related("inspection"))
    return [ShownArea(one, tuple(led[one.pk]), tuple(judged[one.pk])) for one in areas]


def _by_area(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.area_id].append(row)
    return found


def judgements_of_the_whole(inspection: Inspection, viewer: Viewer) -> list[Judgement]:
    """Return what judges said of the inspection as a whole."""
    rows = Judgement.objects.visible_to(viewer).filter(inspection=inspection)
    return list(rows.filter(area__isnull=True))


def decisions_of(inspection: Inspection, viewer: Viewer) -> list[Decision]:
    """Return the decisions of one person, oldest first."""
    return list(Decision.objects.visible_to(viewer).filter(inspection=inspection))


def events_of(inspection: Inspection, viewer: Viewer) -> list[Event]:
    """Return what happened outside, oldest first."""
    rows = Event.objects.visible_to(viewer).filter(inspection=inspection)
    return list(rows.select_related("area"))


def duties_of(inspection: Inspection, viewer: Viewer, today: date) -> list[ShownDuty]:
    """Return what is due, soonest first, and after it what has no day yet."""
    rows = Duty.objects.visible_to(viewer).filter(inspection=inspection).select_related("body")
    return [shown_duty(one, today) for one in rows]


def shown_duty(duty: Duty, today: date) -> ShownDuty:
    """Return a duty with its rule and how it stands on the day ``today``."""
    status, tone = "To do", "plain"
    if duty.done_on:
        status, tone = "Done", "good"
    elif duty.is_estimate:
        status = "Usual, not a duty"
    elif duty.due and duty.due < today:
        status, tone = f"{(today - duty.due).days} days overdue", "bad"
    undated = "No day is set" if duty.kind in OF_EACH else "Not known yet"
    return ShownDuty(duty, rule(duty.rule) if duty.rule else None, status, tone, undated)


def refusals(reasons: Iterable[str]) -> list[Refusal]:
    """Return what stands against publishing, as the page shows it."""
    return [Refusal(one) for one in reasons]
