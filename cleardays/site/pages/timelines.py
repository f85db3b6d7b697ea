"""The whole case of an inspection in the order of time, across bodies, meetings and years."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, cast

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.design.values import Link
from cleardays.record.models import Entry
from cleardays.record.schemas.inspection import InspectionDocument, JudgementDocument
from cleardays.site import reading
from cleardays.site.events import TABLE_COLUMNS, Event, from_outside, source_of, table_row
from cleardays.site.following import split_by
from cleardays.site.meetings_of_case import meetings_of
from cleardays.site.reading import standing
from cleardays.site.tables import table_answer
from cleardays.site.ways import INSPECTIONS

ALL_IN_SIGHT = 20  # facts, up to which no year is folded
MANY = 3  # judgements of one judge on one day, from which on their counts are told


def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everything that the record has of a case, year by year: what is undated comes last.

    The case is all inspections of the place: one is answered by plans that the next one judges.
    """
    shown, inspection = reading.inspection_or_404(slug)
    events = _events(inspection)
    context = {
        "shown": shown,
        "inspection": inspection,
        "years": _years(events, localdate()),
        "undated": [event for event in events if not event.day],
        "trail": [*INSPECTIONS, Link(inspection.title, f"/{inspection.ref}/")],
        "section": "inspections",
    }
    return render(request, "site/timeline.html", context)


def _years(events: list[Event], today: date) -> list[dict[str, Any]]:
    """Group what has a day by years; of a long case all are folded but the newest begun."""
    years = split_by((one for one in events if one.day), lambda event: event.day[:4])
    newest = max((year for year in years if year <= str(today.year)), default="")
    is_short = len(events) <= ALL_IN_SIGHT
    return [
        {"year": year, "events": found, "is_open": is_short or year == newest}
        for year, found in years.items()
    ]


def table(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Give the whole case as CSV or JSON, one dated fact on a row."""
    _, inspection = reading.inspection_or_404(slug)
    rows = map(table_row, _events(inspection))
    return table_answer(f"{slug}-timeline", form, TABLE_COLUMNS, rows)


def _events(inspection: InspectionDocument) -> list[Event]:
    case = _case(inspection)
    found = [
        *(event for one in case for event in (*_inspection(one), *from_outside(one))),
        *_once(event for one in case for event in _judgements(one)),
        *_plans(case),
        *(event for one in case for event in _decisions(one)),
        *meetings_of(case),
    ]
    return sorted(dict.fromkeys(found), key=lambda event: (not event.day, event.day))


def _once(events: Iterable[Event]) -> list[Event]:
    """Return each judgement once: a re-visit tells it, and so does the inspection judged at it."""
    found = {replace(event, href="", link=""): event for event in events}
    return list(found.values())


def _case(inspection: InspectionDocument) -> list[InspectionDocument]:
    """Return the inspections of the same place, this one among them."""
    said = reading.as_said("council", inspection.council)
    rows = standing("inspection").filter(summary__contains=said).order_by("day", "ref")
    documents = (cast(InspectionDocument, reading.shown(row).document) for row in rows)
    return [one for one in documents if one.area_name == inspection.area_name]


def _inspection(inspection: InspectionDocument) -> list[Event]:
    href = f"/{inspection.ref}/"
    events = [
        Event(
            inspection.first_day,
            "Inspection",
            f"Inspectors came: {inspection.title}",
            href,
            inspection.days_words,
            inspection.outcome,
            link="What they found",
        ),
        Event(inspection.letter_dated, "Inspection", "Letter of the inspectors"),
        Event(inspection.received_on, "Inspection", "The report was received"),
        Event(
            inspection.published_on,
            "Inspection",
            "The report was published",
            when=inspection.published_words,
        ),
    ]
    done = [
        Event(
            duty.done_on,
            "Done",
            duty.title,
            when=duty.done_words,
            words="" if duty.proof.startswith("http") else duty.proof,
            sources=(source_of(duty.proof),) if duty.proof.startswith("http") else (),
        )
        for duty in inspection.duties
        if duty.done_on
    ]
    due = [
        Event(duty.due, "Due", duty.title, words=duty.sentence)
        for duty in inspection.duties
        if duty.due and not duty.done_on
    ]
    return [event for event in events if event.day or event.when] + done + due


def _judgements(inspection: InspectionDocument) -> list[Event]:
    """Return a judgement of each judge on each day; values that differ stand side by side.

    Of many areas that one judge judged on one day the counts are told, and the pages tell each.
    """
    said = [("The whole", one) for one in inspection.judgements]
    said += [(area.label, one) for area in inspection.areas for one in area.judgements]
    grouped = split_by(
        said, lambda pair: "\n".join((pair[0], pair[1].judge, pair[1].on, pair[1].on_words))
    )
    events = [(pairs[0][1], _judged(pairs[0][0], pairs)) for pairs in grouped.values()]
    days = split_by(events, lambda pair: "\n".join((pair[0].judge, pair[0].on, pair[0].on_words)))
    return [event for together in days.values() for event in _together(together, inspection)]


def _together(
    judged: list[tuple[JudgementDocument, Event]], inspection: InspectionDocument
) -> list[Event]:
    events = [event for _, event in judged]
    if len(events) < MANY or any(source.says for event in events for source in event.sources):
        return events
    values = Counter(one.value for one, _ in judged)
    counts = ", ".join(f"{number} {value}" for value, number in values.items())
    first = events[0]
    return [
        replace(
            first,
            title=f"{len(events)} areas judged: {counts}",
            words="Not all of them are confirmed."
            if not all(e.is_confirmed for e in events)
            else "",
            is_confirmed=True,
            sources=tuple(dict.fromkeys(source for e in events for source in e.sources)),
            href=f"/{inspection.ref}/#areas",
            link="Area by area",
        )
    ]


def _judged(what: str, pairs: list[tuple[str, JudgementDocument]]) -> Event:
    said = [one for _, one in pairs]
    first = said[0]
    values = list(dict.fromkeys(one.value for one in said))
    differ = len(values) > 1
    sources = tuple(
        source_of(text, one.value if differ else "")
        for one in said
        for text in (one.sources or (one.judge_name,) if differ else one.sources)
    )
    return Event(
        first.on,
        f"Judgement, {first.judge_name}",
        f"{what}: {' or '.join(values)}",
        when=first.on_words,
        words=first.words,
        precision="month" if first.on_words else "",
        is_confirmed=all(one.is_confirmed for one in said),
        sources=sources,
    )


def _decisions(inspection: InspectionDocument) -> list[Event]:
    """Return what one person decided where no meeting could, on the days it was decided."""
    return [
        Event(
            one.taken_on,
            "Decision",
            one.taken_by,
            f"/{inspection.ref}/#decisions",
            words=one.decision,
            link="The record of the decision",
            sources=(source_of(one.address),) if one.address else (),
        )
        for one in inspection.decisions
    ]


def _plans(case: list[InspectionDocument]) -> list[Event]:
    """Return the versions of the plans that answer the case, on the days they were public."""
    answers = Q()
    for inspection in case:
        answers |= Q(summary__contains=f" {inspection.ref} ")
    titles = {row.ref: row.title for row in standing("plan").filter(answers).defer("body")}
    entries = list(
        Entry.objects.filter(ref__in=titles).exclude(kind=Entry.Kind.RECALLED).order_by("seq")
    )
    bodies = reading.bodies_of(entries)
    return [
        Event(
            (entry.stated_published_on or entry.recorded_at.date()).isoformat(),
            "Plan",
            f"{titles[entry.ref]}, version {entry.version}",
            f"/{entry.ref}/versions/{entry.version}/",
            words=str(json.loads(bodies[entry.seq])["version_note"]),
            link="The plan as it stood",
        )
        for entry in entries
        if entry.seq in bodies
    ]
