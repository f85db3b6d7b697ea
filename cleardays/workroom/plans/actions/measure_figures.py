"""What was observed: recorded, and restated; never edited, and never saved with an open doubt."""

from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from django.db import transaction

from cleardays.progress.measures.courses import made_by_counts
from cleardays.progress.measures.periods import UnknownPeriod, parse_period
from cleardays.progress.measures.series import Unit, in_force
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.plans.figures import definitions_of, observation_of
from cleardays.workroom.plans.locking import FOR_CHANGE
from cleardays.workroom.plans.measured.checking import doubts, refuse_doubtful
from cleardays.workroom.plans.measured.holding import hold_measure
from cleardays.workroom.plans.models import Measure, Observation
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit


class Figures(TypedDict, total=False):
    """What was observed; the model explains each."""

    geography: str
    numerator: float | None
    denominator: float | None
    value: float | None
    is_provisional: bool
    marker: str
    source: str
    retrieved_on: date | None


@transaction.atomic
def record_observation(
    measure: Measure,
    period: str,
    *,
    by: Viewer,
    at: datetime,
    is_checked: bool = False,
    **figures: Unpack[Figures],
) -> Observation:
    """Record a figure of a period. Correcting one is restating it: both are kept.

    Raises Doubtful for one that looks wrong, until ``is_checked`` says that somebody looked.
    """
    held = hold_measure(measure, by=by)
    geography = figures.get("geography", Observation.OWN)
    if current_observation(held, geography, period):
        raise Refused(f"There is a figure of {period} for {geography}: restate that one")
    row = Observation(measure=held, period=period.strip(), recorded_at=at, by=by.name, **figures)
    return add_observation(row, by=by, at=at, is_checked=is_checked)


@transaction.atomic
def restate(
    observation: Observation,
    *,
    by: Viewer,
    at: datetime,
    reason: str,
    is_checked: bool = False,
    **figures: Unpack[Figures],
) -> Observation:
    """Put another figure in the place of one; the old one stays, and says what replaced it.

    The public reads the reason: it must not tell a figure that is hidden.
    """
    held = hold_measure(observation.measure, by=by)
    rows = Observation.objects.unrestricted(because=FOR_CHANGE)
    if rows.filter(supersedes=observation).exists():
        raise Refused("That figure was restated already: restate the newest one")
    if not reason.strip():
        raise Refused("Say why it is restated: the public reads it")
    figures["geography"] = observation.geography
    row = Observation(
        measure=held,
        period=observation.period,
        supersedes=observation,
        reason=reason.strip(),
        recorded_at=at,
        by=by.name,
        **figures,
    )
    return add_observation(row, by=by, at=at, is_checked=is_checked)


def current_observation(measure: Measure, geography: str, period: str) -> Observation | None:
    """Return the figure that stands for a period: the one that nothing replaced.

    However the period is written: "2024" and "calendar year 2024" are the same.
    """
    try:
        wanted = parse_period(period)
    except UnknownPeriod:
        return None
    rows = Observation.objects.unrestricted(because=FOR_CHANGE)
    own = list(rows.filter(measure=measure, geography=geography))
    replaced = {row.supersedes_id for row in own}
    standing = (row for row in own if row.pk not in replaced)
    return next((row for row in standing if parse_period(row.period) == wanted), None)


def add_observation(
    row: Observation, *, by: Viewer, at: datetime, is_checked: bool
) -> Observation:
    """Save a new figure, complete, once nothing stands against it. For these actions alone."""
    complete(row)
    found = doubts(row.measure, [row])
    refuse_doubtful(found, is_checked=is_checked)
    row.save()
    # The journal names no figure: it may be small.
    what = "restated" if row.supersedes_id else "recorded"
    looked = ", ".join(dict.fromkeys(fault.code for fault in found))
    though = f", and looked at what seemed wrong: {looked}" if looked else ""
    place = "" if row.geography == Observation.OWN else f", {row.geography}"
    said = f"{what} “{row.measure}” for {row.period}{place}{though}"
    log.record("observe", row.measure, said, by=by, at=at, reason=row.reason)
    return row


def complete(row: Observation) -> None:
    """Work out the figure where only its counts are given; raise Refused for what is missing."""
    try:
        period = parse_period(row.period)
    except UnknownPeriod as wrong:
        raise Refused(str(wrong)) from wrong
    row.period = period.label
    definition = in_force(definitions_of(row.measure), period)
    if row.value is None and not row.marker:
        made = made_by_counts(observation_of(row), definition)
        if made is not None:
            row.value = float(round(made, 1))
        elif definition.unit in {Unit.NUMBER, Unit.POUNDS}:
            row.value = row.numerator
    if row.value is None and not row.marker:
        raise Refused("Give the figure or both its counts, or say why the source gives none")
    if not row.source.strip():
        raise Refused("Say where the figure comes from")
    numbers = (row.numerator, row.denominator)
    if any(number is not None and Decimal(str(number)) < 0 for number in numbers):
        raise Refused("A count is not below zero")
    refuse_what_does_not_fit(row)
