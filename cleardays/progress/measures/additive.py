"""Which figures of a measure add up through time, and from which day until which they count."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from cleardays.progress.measures.series import Definition, Kind, Observation, Unit
from cleardays.progress.measures.sums import Layer, Piece

COUNTED, OTHERS = "counted", "others"
ONE_DAY = timedelta(days=1)


def is_entangled(one: Observation, rows: Sequence[Observation], definition: Definition) -> bool:
    """Say whether other figures count some of the same days: every one of a running total does."""
    if definition.kind is Kind.CUMULATIVE:
        return True
    period = one.period
    return any(
        other.period != period
        and other.period.start <= period.end
        and period.start <= other.period.end
        for other in rows
    )


def layers_of(rows: Sequence[Observation], definition: Definition) -> list[Layer]:
    """Lay the figures out by what they count, and by when they stood together.

    A figure that was restated stood with others at its own time, and they may still be there.
    """
    found: list[Layer] = []
    for standing in standing_together(rows):
        runs = _runs(standing) if definition.kind is Kind.CUMULATIVE else [(None, standing)]
        for begun, run in runs:
            found += _layers(begun, run, definition)
    return found


def _layers(
    begun: date | None, run: Sequence[Observation], definition: Definition
) -> Iterator[Layer]:
    kinds = (COUNTED,) if _is_plain(definition) else (COUNTED, OTHERS)
    # Of a plain count a zero is shown, so that what is hidden is none; of a share it may be.
    lowest = definition.small_numbers.lowest if _is_plain(definition) else 0
    for kind in kinds:
        counts = [(one, _count(one, definition, kind)) for one in run]
        pieces = [
            Piece(one.reference, begun or one.period.start, one.period.end + ONE_DAY, count)
            for one, count in counts
            if count is not None
        ]
        if pieces:
            yield Layer(kind, pieces, lowest)


def standing_together(rows: Sequence[Observation]) -> Iterator[list[Observation]]:
    """Yield what stood together: just before each restatement, and now."""
    by_key = {one.reference: one for one in rows}
    ended = {
        one.supersedes: one.recorded_at
        for one in rows
        if one.supersedes in by_key and one.recorded_at
    }
    for moment in sorted(set(ended.values())):
        yield [
            one
            for one in rows
            if _is_before(one.recorded_at, moment)
            and not _is_before(ended.get(one.reference), moment, if_never=False)
        ]
    superseded = {one.supersedes for one in rows}
    yield [one for one in rows if one.reference not in superseded]


def _is_before(at: datetime | None, moment: datetime, *, if_never: bool = True) -> bool:
    return if_never if at is None else at < moment


def _runs(rows: Sequence[Observation]) -> Iterator[tuple[date, list[Observation]]]:
    """Divide a running total where it begins again: each school year, and where it falls.

    Yields each run with the day from which it counts, as far as the figures can tell.
    """
    run: list[Observation] = []
    for one in sorted(rows, key=lambda each: each.period.end):
        if run and (one.period.school_year != run[-1].period.school_year or _falls(run[-1], one)):
            yield run[0].period.start - ONE_DAY, run
            run = []
        run.append(one)
    if run:
        yield run[0].period.start - ONE_DAY, run


def _falls(before: Observation, after: Observation) -> bool:
    pairs = ((before.numerator, after.numerator), (before.value, after.value))
    old, new = next((pair for pair in pairs if None not in pair), (None, None))
    return old is not None and new is not None and new < old


def _is_plain(definition: Definition) -> bool:
    return definition.unit in {Unit.NUMBER, Unit.POUNDS} or definition.unit.multiplier == 1


def _count(one: Observation, definition: Definition, kind: str) -> int | None:
    if definition.unit is Unit.NUMBER:
        return _whole(one.value if one.value is not None else one.numerator)
    if definition.unit is Unit.POUNDS:
        return _whole(one.numerator)
    if definition.unit.multiplier == 1:  # an average: how many it is of
        return _whole(one.denominator)
    if kind == COUNTED:
        return _whole(one.numerator)
    if one.numerator is None or one.denominator is None:
        return None
    return _whole(one.denominator - one.numerator)


def _whole(number: Decimal | None) -> int | None:
    if number is None or number != number.to_integral_value() or number < 0:
        return None
    return int(number)
