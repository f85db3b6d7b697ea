"""What is published through time, tried by the attacker of ``attackers``."""

from dataclasses import replace
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from cleardays.progress.measures.publication import publish
from cleardays.progress.measures.tables import SmallNumbers
from tests.progress.measures.attackers import (
    FLOW,
    LOW,
    QUARTERS,
    RUNNING,
    STRICT,
    at,
    leaks,
    made,
    series,
)
from tests.progress.measures.figures import SHARE, months, seen


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
