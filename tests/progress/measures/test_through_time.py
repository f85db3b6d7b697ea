"""Figures that add up through time, against an attacker who tries every past there could be."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, combinations, pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleardays.progress.measures.publication import publish, publish_series
from cleardays.progress.measures.series import Kind, latest
from cleardays.progress.measures.tables import SmallNumbers
from tests.progress.measures.figures import COUNT, SHARE, months, seen

FLOW = replace(COUNT, kind=Kind.FLOW)
RUNNING = replace(COUNT, kind=Kind.CUMULATIVE)
LOW = SmallNumbers(threshold=3)
STRICT = SmallNumbers(threshold=3, hides_zero=True)
QUARTERS = [(0, 0), (1, 1), (2, 2), (3, 3)]
BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
# The parts of a year of four, each as the first and last of its parts, and how one writes them.
SPANS = {
    (0, 0): "Q1 2024", (1, 1): "Q2 2024", (2, 2): "Q3 2024", (3, 3): "Q4 2024", (0, 3): "2024",
    (1, 4): "2024-25 financial year", (4, 4): "Q1 2025",
}  # fmt: skip


def values(found):
    return [one.observation.value for one in found]


def series(observations, definition, was_shown=(), was_seen=()):
    return publish_series(observations, [definition], was_shown, was_seen)


def test_a_year_over_its_quarters_takes_a_second_quarter_with_the_small_one():
    quarters = [seen(f"Q{n} 2024", count) for n, count in enumerate((20, 3, 30, 40), start=1)]

    found = series([*quarters, seen("2024", 93)], FLOW)

    assert values(found) == [None, None, 30, 40, 93]


def test_a_quarter_that_nobody_entered_is_not_given_away_by_its_year():
    quarters = [seen(f"Q{n} 2024", count) for n, count in enumerate((20, 30, 40), start=1)]

    found = series([*quarters, seen("2024", 93)], FLOW)

    assert values(found) == [None, 30, 40, 93]


def test_two_small_months_are_not_given_away_together():
    # The quarter less February would say that January and March together are three.
    found = series([*months(1, 10, 2), seen("Q1 2024", 13)], FLOW)

    assert values(found) == [None, None, None, 13]


def test_a_year_is_hidden_where_its_months_are_public_already():
    every = [*months(3, *[20] * 11), seen("2024", 223)]
    public = {one.reference for one in every[1:-1]}

    found = series(every, FLOW, public)

    assert values(found)[-1] is None
    assert values(found)[1:-1] == [20] * 11
    assert not any(one.faults for one in found)


def test_a_financial_year_does_not_give_away_what_the_calendar_year_hides():
    quarters = [seen(f"Q{n} 2024", count) for n, count in enumerate((20, 30, 40, 3), start=1)]
    more = [seen("2024", 93), seen("Q1 2025", 25), seen("2024-25 financial year", 98)]

    found = series([*quarters, *more], FLOW)

    shown = dict(zip(SPANS.values(), values(found), strict=False))
    assert shown["Q4 2024"] is None
    assert values(found).count(None) >= 2


def test_a_running_total_hides_the_month_that_adds_a_few():
    found = series(months(12, 14, 20, start=9), RUNNING)

    assert values(found) == [12, None, 20]


def test_a_running_total_begins_anew_each_school_year():
    found = series(months(20, 40, 12, 30, start=7), RUNNING)

    assert values(found) == [20, 40, 12, 30]


def test_a_share_of_a_year_does_not_give_a_small_quarter_away():
    quarters = [seen("Q1 2024", "3.0", 3, 100), *(seen(f"Q{n} 2024", 50, 50, 100) for n in (2, 3))]
    every = [*quarters, seen("Q4 2024", 60, 60, 100), seen("2024", "40.8", 163, 400)]

    found = series(every, SHARE)

    first, second = (one.observation for one in found[:2])
    assert (first.value, first.numerator, first.denominator) == (None, None, None)
    assert second.value is None


def test_a_figure_as_at_a_day_is_part_of_no_sum():
    found = series([*months(20, 30), seen("2024", 52)], replace(COUNT, kind=Kind.POINT))

    assert values(found) == [20, 30, 52]


def test_a_small_number_that_is_public_is_a_fault_with_what_to_do():
    (one,) = months(3)

    (found,) = series([one], FLOW, {one.reference})

    assert "recalled" in found.faults[0]


def test_what_was_public_together_and_gives_a_small_number_away_is_a_fault():
    every = [*months(3, 10, 20), seen("Q1 2024", 33)]

    found = series(every, FLOW, {one.reference for one in every[1:]})

    assert all("recalled" in one.faults[0] for one in found)


def test_what_was_taken_back_is_known_and_may_be_hidden_again():
    # All but January were public: together they tell it, and it may not be told once more.
    every = [*months(3, 10, 20), seen("Q1 2024", 33)]

    found = series(every, FLOW, was_seen={one.reference for one in every[1:]})

    assert values(found) == [None] * 4
    assert not any(one.faults for one in found)


def test_what_was_taken_back_protects_nothing_any_more():
    # Hiding February would do, had nobody seen it: March has to go with January instead.
    every = [*months(3, 10, 20), seen("Q1 2024", 33)]

    found = series(every, FLOW, was_seen={every[1].reference})

    assert values(found) == [None, 10, None, 33]


def made(counts, spans):
    """Figures of quarters, and of the years over them."""
    return [
        seen(SPANS[span], sum(counts[span[0] : span[1] + 1]), recorded_at=at(0)) for span in spans
    ]


def at(minutes):
    return BEGUN + timedelta(minutes=minutes)


def restated(first, again):
    """Number figures and those that replace some of them, given by their places."""
    first = [
        replace(one, reference=f"first {place}", recorded_at=at(0))
        for place, one in enumerate(first)
    ]
    later = [
        replace(one, reference=f"again {place}", supersedes=f"first {place}", recorded_at=at(5))
        for place, one in again.items()
    ]
    return first, later


def test_a_restated_quarter_does_not_open_what_the_year_before_it_hid():
    # The year was never restated: with the first figure of the second quarter it gives the third.
    counts = [20, 20, 3, 30]
    first, later = restated(made(counts, [*QUARTERS, (0, 3)]), {1: seen("Q2 2024", 35)})
    before = series(first, FLOW)
    public = {one.observation.reference for one in before if one.observation.value is not None}

    found = series([*first, *later], FLOW, public)

    assert not leaks(first, found, FLOW, counts)


class World:
    """Every way the parts of time could be filled that the public cannot tell from the truth."""

    def __init__(self, rows, found, definition, parts):
        self.rule = definition.small_numbers
        self.parts = parts
        self.found = {one.observation.reference: one.observation.value for one in found}
        self.rows = rows

    def fits(self, filled):
        for one, parts in self.rows:
            total = sum(filled[part] for part in parts)
            shown = self.found[one.reference]
            if shown is not None and shown != total:
                return False
            if shown is None and total < self.rule.lowest:
                return False
        return True

    def every(self, most):
        for counts in product(range(most + 1), repeat=len(self.parts)):
            filled = dict(zip(self.parts, counts, strict=True))
            if self.fits(filled):
                yield filled


def parts_of(one, days):
    begin, end = one.period.start, one.period.end + timedelta(days=1)
    return [part for part in days if begin <= part[0] and part[1] <= end]


def worked_out(rows, found, definition, truth, most):
    """Small numbers of any of the parts together that only one number fits."""
    world = World(rows, found, definition, list(truth))
    worlds = list(world.every(most))
    assert truth in worlds, "the attacker has to take the truth for possible"
    groups = chain.from_iterable(combinations(truth, size) for size in range(1, len(truth) + 1))
    return [
        group
        for group in groups
        if definition.small_numbers.is_small(sum(truth[part] for part in group))
        and len({sum(filled[part] for part in group) for filled in worlds}) == 1
    ]


def leaks(standing, found, definition, counts):
    """Try what stood together; ``counts`` is the truth of the quarters from 2024 on."""
    days = sorted(
        {day for one in standing for day in (one.period.start, one.period.end + timedelta(1))}
    )
    steps = list(pairwise(days))
    truth = {
        (begin, end): sum(counts[quarter_of(begin) : quarter_of(end)]) for begin, end in steps
    }
    rows = [(one, parts_of(one, steps)) for one in standing]
    return worked_out(rows, found, definition, truth, most=max(truth.values()) + 2)


def quarter_of(day):
    return (day.year - 2024) * 4 + (day.month - 1) // 3


def test_the_attacker_of_these_tests_finds_what_a_careless_year_gives_away():
    counts = [9, 9, 1, 9]
    observations = made(counts, [*QUARTERS, (0, 3)])

    careless = [publish(one, FLOW) for one in observations]

    assert leaks(observations, careless, FLOW, counts)


counts_of_quarters = st.lists(st.integers(0, 5), min_size=5, max_size=5)
some_spans = st.sets(st.sampled_from([*QUARTERS, (4, 4)]), min_size=1)


@settings(max_examples=60, deadline=None)
@given(counts_of_quarters, some_spans, st.sampled_from([LOW, STRICT, SmallNumbers(threshold=2)]))
def test_nothing_small_is_worked_out_from_quarters_and_years(counts, quarters, rule):
    definition = replace(FLOW, small_numbers=rule)
    given_ = sorted({*quarters, (0, 3), (1, 4)})
    observations = made(counts, given_)

    found = series(observations, definition)

    assert not leaks(observations, found, definition, counts)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=4, max_size=4), st.sampled_from([LOW, STRICT]))
def test_nothing_small_is_worked_out_from_a_running_total(added, rule):
    definition = replace(RUNNING, small_numbers=rule)
    totals = [sum(added[: place + 1]) for place in range(4)]
    observations = months(*totals, start=9, recorded_at=at(0))

    shown = [one.observation.value for one in series(observations, definition)]

    steps = [0, *(int(value) for value in shown if value is not None)]
    pairs = [later - before for before, later in combinations(steps, 2)]
    wrong = [step for step in pairs if rule.is_small(step) and (step or not rule.hides_zero)]
    assert not wrong


changes = st.dictionaries(st.integers(0, 3), st.integers(1, 4), min_size=1, max_size=2)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=4, max_size=4), changes, st.booleans())
def test_nothing_small_is_worked_out_once_figures_are_restated(counts, added, is_year_too):
    definition = replace(FLOW, small_numbers=LOW)
    counts_later = [count + added.get(place, 0) for place, count in enumerate(counts)]
    spans = [*QUARTERS, (0, 3)]
    places = [*added, *([4] if is_year_too else [])]
    first, later = restated(
        made(counts, spans), {place: made(counts_later, spans)[place] for place in places}
    )
    before = series(first, definition)
    public = {one.observation.reference for one in before if one.observation.value is not None}

    found = series([*first, *later], definition, public)

    if any(one.faults for one in found):
        return  # nothing of it is published
    assert not leaks(first, found, definition, counts)
    if is_year_too:
        standing = latest([*first, *later], at(9))
        assert not leaks(standing, found, definition, counts_later)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=4, max_size=4), st.sets(st.integers(0, 4)))
def test_nothing_small_is_worked_out_with_figures_that_were_taken_back(counts, recalled):
    definition = replace(FLOW, small_numbers=LOW)
    observations = made(counts, [*QUARTERS, (0, 3)])
    big = {one.reference for one in observations if not LOW.is_small(int(one.value))}
    were = {observations[place].reference for place in recalled} & big
    alone = [one if one.reference in were else _hidden(one) for one in observations]

    found = series(observations, definition, was_seen=were)

    known = [
        replace(one, observation=row) if row.reference in were else one
        for one, row in zip(found, observations, strict=True)
    ]
    before = [replace(one, observation=row) for one, row in zip(found, alone, strict=True)]
    told = leaks(observations, before, definition, counts)
    assert set(leaks(observations, known, definition, counts)) <= set(told)


def _hidden(one):
    return replace(one, value=None)


@pytest.mark.parametrize(
    ("first", "again", "public", "shown"),
    [
        (20, 22, True, [20, None]),
        (20, 22, False, [None, 22]),
        (20, 20, True, [20, 20]),
        (20, 25, True, [20, 25]),
        (20, 15, True, [20, 15]),
    ],
)
def test_a_correction_by_a_few_is_told_by_one_of_the_two_figures_alone(
    first, again, public, shown
):
    before, after = restated([seen("2024", first)], {0: seen("2024", again)})
    were = {before[0].reference} if public else set()

    found = series([*before, *after], FLOW, were)

    assert values(found) == shown


def test_a_third_figure_is_measured_against_what_the_public_saw_and_not_what_it_did_not():
    rows = [
        replace(seen("2024", value), reference=str(value), recorded_at=at(value), supersedes=was)
        for value, was in ((20, ""), (22, "20"), (26, "22"))
    ]

    assert values(series(rows, COUNT, {"20"})) == [20, None, 26]


@pytest.mark.parametrize(
    ("again", "shown"),
    [
        (seen("2024", 41, 41, 100), None),
        (seen("2024", "39.2", 40, 102), None),
        (seen("2024", 50, 50, 100), 50),
        (seen("2024", "40.9", 45, 110), "40.9"),
    ],
)
def test_a_share_that_changes_by_a_few_children_is_not_shown_again(again, shown):
    before, after = restated([seen("2024", 40, 40, 100)], {0: again})

    found = series([*before, *after], SHARE, {before[0].reference})

    assert [None if one is None else str(one) for one in values(found)] == [
        "40",
        shown and str(shown),
    ]


small = st.lists(st.integers(0, 3), min_size=3, max_size=3)


@settings(max_examples=25, deadline=None)
@given(small, small)
def test_nothing_small_is_worked_out_of_shares_and_their_quarter(counted, others):
    definition = replace(SHARE, small_numbers=LOW)
    pairs = list(zip(counted, others, strict=True))
    shares = [
        seen(period, 50, part, part + rest)
        for period, (part, rest) in zip(
            ("2024-01", "2024-02", "2024-03", "Q1 2024"),
            [*pairs, (sum(counted), sum(others))],
            strict=True,
        )
    ]

    found = [one.observation for one in series(shares, definition)]

    worlds = [
        world
        for world in product(product(range(6), repeat=2), repeat=3)
        if all(map(fits_share, found, [*world, tuple(map(sum, zip(*world, strict=True)))]))
    ]
    assert tuple(pairs) in worlds
    for place, truth in product(range(2), [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)]):
        total = sum(pairs[month][place] for month in truth)
        sums = {sum(world[month][place] for month in truth) for world in worlds}
        assert not (LOW.is_small(total) and len(sums) == 1)


def fits_share(one, pair):
    """Say whether a share that is public could be of these two counts."""
    counted, others = pair
    return (one.numerator is None or one.numerator == counted) and (
        one.denominator is None or one.denominator == counted + others
    )


@pytest.mark.parametrize("length", [10])
def test_many_years_of_months_with_their_quarters_are_published_whole(length):
    every = []
    for year in range(2015, 2015 + length):
        every += [seen(f"{year}-{n:02}", 3 if n == 5 else 20 + n) for n in range(1, 13)]
        every += [seen(f"Q{n} {year}", sum(3 if m == 5 else 20 + m for m in range(3 * n - 2, 3 * n + 1))) for n in range(1, 5)]  # fmt: skip  # noqa: E501
        every += [seen(str(year), sum(3 if m == 5 else 20 + m for m in range(1, 13)))]

    found = series(every, FLOW)

    assert values(found).count(None) == 2 * length
