"""What is doubtful of a figure beside the others, before it is saved."""

from collections.abc import Iterable, Sequence

from cleardays.progress.measures.checks import check, parts_over_whole
from cleardays.progress.measures.faults import Fault
from cleardays.progress.measures.series import Comparator, Definition, Observation, in_force
from cleardays.progress.measures.series import latest as standing_of
from cleardays.workroom.plans.figures import definitions_of, observation_of, rows_of
from cleardays.workroom.plans.measured.seeing import family_of
from cleardays.workroom.plans.models import Measure
from cleardays.workroom.plans.models import Observation as Row
from cleardays.workroom.workflow.engine import Refused

# No share of a whole can be so: these are refused, however sure one is.
# What is asked of others' figures: their gaps and counts are not ours to mend.
OF_COMPARATORS = frozenset(
    {"misplaced point", "over 100 %", "numerator over denominator", "not its counts"}
)
IMPOSSIBLE = frozenset({"over 100 %", "numerator over denominator"})


class Doubtful(Refused):
    """A figure that looks wrong. ``faults`` say what, with which, and what to do about it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(*(fault.words for fault in faults))
        self.faults = tuple(faults)

    @property
    def is_impossible(self) -> bool:
        """Say whether no reading of it would make it right."""
        return any(fault.code in IMPOSSIBLE for fault in self.faults)


def doubts(measure: Measure, new: Iterable[Row]) -> list[Fault]:
    """Return what the checks find with the new rows that they did not find without them.

    Whether a restatement says why is not asked here: without a reason there is none.
    """
    versions = definitions_of(measure)
    before, added = rows_of(measure), list(new)
    places = {one.geography for one in added}
    found: list[Fault] = []
    for place in sorted(places, key=lambda name: (name != Row.OWN, name)):
        old = _faults(before, place, versions)
        known = {(one.code, one.period) for one in old}
        now = _faults([*before, *added], place, versions)
        found += [
            one
            for one in now
            if (one.code, one.period) not in known
            and (place == Row.OWN or one.code in OF_COMPARATORS)
        ]
    if Row.OWN not in places:
        found += _beside_own(before, added, versions)
    return list(dict.fromkeys(found))


def refuse_doubtful(faults: Sequence[Fault], *, is_checked: bool) -> None:
    """Raise Doubtful for what was not looked at, and for what cannot be at all."""
    wrong = [one for one in faults if not is_checked or one.code in IMPOSSIBLE]
    if wrong:
        raise Doubtful(wrong)


def _faults(rows: Sequence[Row], place: str, versions: Sequence[Definition]) -> list[Fault]:
    """Run the checks over each version of the definition by itself: a new one breaks the line."""
    own = _standing(rows, place)
    others = _comparators(rows) if place == Row.OWN else []
    found: list[Fault] = []
    for version in versions:
        run = [one for one in own if in_force(versions, one.period) == version]
        found += check(run, version, comparators=others)
    return found


def _beside_own(
    before: Sequence[Row], added: Sequence[Row], versions: Sequence[Definition]
) -> list[Fault]:
    """Return what a new comparator makes doubtful of the measure's own figures."""
    codes = {"misplaced point"}
    known = {(one.code, one.period) for one in _faults(before, Row.OWN, versions)}
    return [
        one
        for one in _faults([*before, *added], Row.OWN, versions)
        if one.code in codes and (one.code, one.period) not in known
    ]


def faults_of_family(measure: Measure) -> list[Fault]:
    """Return what does not fit of a whole and its parts, in our own area."""
    whole, *parts = family_of(measure)
    if not parts:
        return []
    figures = [_standing(rows_of(one), Row.OWN) for one in (whole, *parts)]
    return parts_over_whole(figures[0], figures[1:], definitions_of(whole)[-1])


def _standing(rows: Sequence[Row], place: str) -> list[Observation]:
    """Return the figures of a place that nothing has replaced; a new row has no key yet."""
    own = [(row, observation_of(row)) for row in rows if row.geography == place]
    replaced = {row.supersedes_id for row, _ in own}
    kept = [one for row, one in own if row.pk is None or row.pk not in replaced]
    return standing_of(kept, max(row.recorded_at for row, _ in own)) if own else []


def _comparators(rows: Sequence[Row]) -> list[Comparator]:
    places = dict.fromkeys(row.geography for row in rows if row.geography != Row.OWN)
    return [Comparator(place, tuple(_standing(rows, place))) for place in places]
