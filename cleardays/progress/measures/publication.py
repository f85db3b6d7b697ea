"""What of observations may be public, by the small-number rule and what was public before."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cleardays.progress.measures.additive import is_entangled, layers_of
from cleardays.progress.measures.concealment import hide_besides
from cleardays.progress.measures.periods import Period
from cleardays.progress.measures.series import Definition, Kind, Observation, Unit, in_force
from cleardays.progress.measures.shares import may_show_share, suppress_share
from cleardays.progress.measures.steps import both_counts, small_steps
from cleardays.progress.measures.sums import Layer
from cleardays.progress.measures.suppression import Suppressed, suppress
from cleardays.progress.measures.tables import TOTAL, Release, SmallNumbers, Table

SUPPRESSED = "a small number, or a figure that would tell one"
SMALL_STEP = "it changes a figure that was public by so few that they would be told"
COUNTED, WHOLE = ("", "counted"), ("", TOTAL)
PARTS = ("value", "numerator", "denominator")


@dataclass(frozen=True)
class Published:
    """What the public may see of an observation, and what the next version is checked against.

    ``observation`` has None for what is hidden, and says so in its marker. With any of ``faults``
    nothing of it may be published.
    """

    observation: Observation
    releases: tuple[Release, ...]
    faults: tuple[str, ...] = ()


def publish_series(
    observations: Sequence[Observation],
    definitions: Sequence[Definition],
    was_shown: Collection[str] = (),
    was_seen: Collection[str] = (),
) -> list[Published]:
    """Hide, in all figures of one place, what gives a small number away; in the order given.

    Nothing can be had by subtraction from a count and its share, from another version of the same
    figure, nor through time: four quarters against their year, months against a running total, a
    year against months of which one is not there. ``was_shown`` are the references of figures
    that are public: where they would have to be hidden there are faults. ``was_seen`` were public
    and were taken back: everybody may know them, but they may be hidden again.
    """
    found = _one_by_one(observations, definitions)
    groups: defaultdict[Definition, list[Observation]] = defaultdict(list)
    for one in observations:
        groups[in_force(definitions, one.period)].append(one)
    for definition, rows in groups.items():
        for one in small_steps(rows, definition, {*was_shown, *was_seen}):
            if found[one.reference].observation.value is not None:
                found[one.reference] = hidden_whole(found[one.reference], one, SMALL_STEP)
        found |= _through_time(rows, definition, found, was_shown, was_seen)
    for key in set(was_shown) & found.keys():
        if found[key].observation.value is None and not found[key].faults:
            found[key] = replace(found[key], faults=(_is_public(found[key].observation),))
    return [found[one.reference] for one in observations]


def _one_by_one(
    observations: Sequence[Observation], definitions: Sequence[Definition]
) -> dict[str, Published]:
    """Publish the figures of each period in the order in which they were recorded."""
    histories: defaultdict[Period, list[Published]] = defaultdict(list)
    found = {}
    for one in observations:
        history = histories[one.period]
        found[one.reference] = publish(one, in_force(definitions, one.period), history)
        history.append(found[one.reference])
    return found


def _through_time(
    rows: Sequence[Observation],
    definition: Definition,
    found: dict[str, Published],
    was_shown: Collection[str],
    was_seen: Collection[str],
) -> dict[str, Published]:
    if definition.kind is Kind.POINT:
        return {}
    before = {one.reference: one for one in rows}
    entangled = [one for one in rows if is_entangled(one, rows, definition)]
    # A count beside a hidden share is one more thing to subtract from: all of it is hidden.
    whole = {one.reference for one in entangled if is_shown_whole(one, found[one.reference])}
    alone = {one.reference for one in rows if one not in entangled}
    shown = whole | {key for key in alone if found[key].observation.value is not None}
    layers, rule = layers_of(rows, definition), definition.small_numbers
    known = {*was_shown, *was_seen} & before.keys()
    hidden = {one.reference for one in entangled} - whole
    try:
        hidden |= hide_besides(layers, shown | (known - set(was_shown)), known, rule)
    except ValueError as why:
        if _is_lost_without(was_seen, layers, shown, was_shown, rule):
            return {key: replace(found[key], faults=(_together(str(why)),)) for key in before}
        # What was taken back told it: nothing more is said of the days that it is about.
        hidden = {one.reference for one in entangled} - set(was_shown)
    return {key: hidden_whole(found[key], before[key]) for key in hidden}


def _is_lost_without(
    was_seen: Collection[str],
    layers: Sequence[Layer],
    shown: Collection[str],
    was_shown: Collection[str],
    rule: SmallNumbers,
) -> bool:
    """Say whether what is public gives a small number away, without what was taken back."""
    if not was_seen:
        return True
    try:
        hide_besides(layers, shown, was_shown, rule)
    except ValueError:
        return True
    return False


def hidden_whole(published: Published, one: Observation, why: str = SUPPRESSED) -> Published:
    """Hide all of a figure; one of which nothing is shown keeps its reason."""
    if all(getattr(published.observation, part) is None for part in PARTS):
        return published
    return replace(published, observation=replace(_without(one, PARTS), marker=why))


def is_shown_whole(one: Observation, published: Published) -> bool:
    """Say whether the public has all of a figure."""
    shown = published.observation
    return not published.faults and all(
        getattr(shown, part) == getattr(one, part) for part in PARTS
    )


def _is_public(one: Observation) -> str:
    return (
        f"{one.period.label} is public and would give a small number away: have that version"
        " recalled before publishing another."
    )


def _together(why: str) -> str:
    return f"{why} Have it recalled before publishing another version."


def publish(
    one: Observation, definition: Definition, history: Sequence[Published] = ()
) -> Published:
    """Hide what the small-number rule of the definition hides, in one figure by itself.

    ``history`` are the published versions of the same observation, oldest first. A count is
    hidden if it is small; a share or rate if its numerator, what its numerator leaves over, or its
    denominator is; an average if it is of few. Where one count and the share are given, the other
    count is worked out, as anybody could. A share without both counts is left as it is: nothing
    can be taken from it, and checks ask for its counts.
    """
    earlier = [release for each in history for release in each.releases]
    found = _suppressed(one, definition, earlier)
    if found is None:
        return Published(one, ())
    if found.faults:
        return Published(_without(one, PARTS), (), found.faults)
    return Published(_without(one, _hidden_parts(found, definition)), (found.release(),))


def _suppressed(
    one: Observation, definition: Definition, earlier: Sequence[Release]
) -> Suppressed | None:
    rule = definition.small_numbers
    if definition.unit is Unit.NUMBER:
        count = one.value if one.value is not None else one.numerator
        return suppress(_single(count), rule, earlier) if _is_count(count) else None
    numerator, denominator = both_counts(one, definition)
    if definition.unit is Unit.POUNDS or denominator is None:
        return None if numerator is None else suppress(_single(numerator), rule, earlier)
    if definition.unit.multiplier == 1:  # an average of so many
        return suppress(_single(denominator), rule, earlier)
    if numerator is None or not 0 <= numerator <= denominator:
        return suppress(_single(denominator), rule, earlier)
    return suppress_share(int(numerator), int(denominator), rule, earlier)


def _is_count(value: Decimal | None) -> bool:
    return value is not None and value == value.to_integral_value()


def _single(count: Decimal | None) -> Table:
    """Make a table of one count, in which there is nothing to subtract from."""
    cell = int(count or 0)
    unknown = [("", TOTAL), (TOTAL, "counted"), (TOTAL, TOTAL)]
    return Table({COUNTED: cell, **dict.fromkeys(unknown, cell)}, frozenset(unknown))


def _hidden_parts(found: Suppressed, definition: Definition) -> tuple[str, ...]:
    shown = found.shown
    if WHOLE not in shown:
        hidden = shown[COUNTED] is None
        return PARTS if hidden else ()
    parts = [] if may_show_share(found) else ["value"]
    parts += ["numerator"] if shown[COUNTED] is None else []
    parts += ["denominator"] if shown[WHOLE] is None else []
    return tuple(parts)


def _without(one: Observation, parts: Iterable[str]) -> Observation:
    hidden = dict.fromkeys(parts)
    if not hidden:
        return one
    marker = SUPPRESSED if "value" in hidden else one.marker
    return replace(one, **hidden, marker=marker)  # type: ignore[arg-type]
