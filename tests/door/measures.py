"""Measures that are published, and what of them is in the record."""

import json

from cleardays.door.drain import drain
from cleardays.progress.measures.periods import Span, parse_period
from cleardays.record.models import Current
from cleardays.workroom.plans import actions
from tests.factories.plans import AT, make_lead, seen_by

SHARE = {
    "valid_from": "2000-01-01",
    "name": "Plans in 20 weeks",
    "numerator": "plans issued in 20 weeks",
    "denominator": "plans issued",
    "unit": "%",
    "polarity": "higher is better",
    "kind": "over the period",
    "source": "SEN2",
    "frequency": "yearly",
}
COUNT = {**SHARE, "denominator": "", "unit": "", "name": "Complaints", "numerator": "complaints"}
RUNNING = {**COUNT, "kind": "since the start of the year"}


def observe(measure, by, period, at=AT, **figures):
    figures = {"source": "SEN2", "is_checked": True, **figures}
    return actions.record_observation(measure, period, by=by, at=at, **figures)


def released(measure, at=AT):
    actions.release_measure(measure, by=seen_by(make_lead(post="Second")), at=at)


def published(measure, by, at=AT):
    released(measure, at)
    actions.publish_measure(measure, by=by, at=at)
    drain()
    return json.loads(Current.objects.get(ref=measure.ref).body)


def values(document):
    """Return the figures by their periods, months as 2024-03."""
    return {short(one["period"]): one["value"] for one in document["observations"]}


def short(label):
    period = parse_period(label)
    return f"{period.start:%Y-%m}" if period.span is Span.MONTH else label
