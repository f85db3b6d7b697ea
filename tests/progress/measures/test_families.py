"""A measure and its parts, against an attacker who tries every family that there could be."""

from dataclasses import replace
from datetime import date
from itertools import chain, combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from cleardays.progress.measures.families import Member, publish_family
from cleardays.progress.measures.periods import Period, Span
from cleardays.progress.measures.series import Kind
from cleardays.progress.measures.tables import SmallNumbers
from tests.progress.measures.figures import COUNT, SHARE, seen

FLOW = replace(COUNT, kind=Kind.FLOW)
LOW = SmallNumbers(threshold=3)
STRICT = SmallNumbers(threshold=3, hides_zero=True)


def member(name, figures, definition=FLOW, was_shown=(), was_seen=()):
    """A member of a family with figures by their periods; a reference is "name period"."""
    rows = [seen(period, value, reference=f"{name} {period}") for period, value in figures.items()]
    return Member(rows, [definition], was_shown, was_seen)


def values(found):
    return [[one.observation.value for one in rows] for rows in found]


def family(*members):
    return publish_family(members[0], members[1:])


def test_of_girls_and_boys_the_other_goes_with_the_small_one_and_all_stay():
    found = family(
        member("all", {"2024": 43}), member("girls", {"2024": 3}), member("boys", {"2024": 40})
    )

    assert values(found) == [[43], [None], [None]]


def test_a_part_that_leaves_a_few_of_the_whole_is_hidden():
    found = family(member("all", {"2024": 43}), member("boys", {"2024": 40}))

    assert values(found) == [[43], [None]]


def test_the_smallest_of_the_other_districts_goes_with_the_small_one():
    districts = [
        member(name, {"2024": count}) for name, count in zip("abcd", (3, 50, 9, 70), strict=True)
    ]

    found = family(member("all", {"2024": 132}), *districts)

    assert values(found) == [[132], [None], [50], [None], [70]]


def test_where_nothing_is_small_all_is_shown():
    found = family(
        member("all", {"2024": 43, "2025": 50}), member("girls", {"2024": 13, "2025": 20})
    )

    assert values(found) == [[43, 50], [13, 20]]


def test_another_period_is_another_matter():
    found = family(
        member("all", {"2024": 43, "2025": 50}), member("girls", {"2024": 3, "2025": 20})
    )

    assert values(found) == [[43, 50], [None, 20]]


def test_years_of_the_whole_do_not_tell_a_quarter_of_a_part():
    quarters = ("Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024")
    all_ = dict.fromkeys(quarters, 40) | {"2024": 160}
    girls = dict(zip(quarters, (3, 20, 20, 20), strict=True)) | {"2024": 63}
    boys = {period: all_[period] - girls[period] for period in all_}

    shown = values(family(member("all", all_), member("girls", girls), member("boys", boys)))

    assert shown[1].count(None) >= 2
    assert shown[2].count(None) >= 2


def test_figures_as_at_a_day_add_up_over_the_parts_alone():
    point = replace(COUNT, kind=Kind.POINT)

    found = family(
        member("all", {"January 2024": 43, "2024": 90}, point),
        member("girls", {"January 2024": 3, "2024": 30}, point),
    )

    assert values(found)[1][0] is None


def test_a_share_of_a_part_goes_with_the_share_that_would_tell_it():
    def shares(name, counted, of):
        row = seen("2024", round(100 * counted / of, 1), counted, of, reference=name)
        return Member([row], [SHARE])

    found = family(shares("all", 60, 100), shares("girls", 3, 40), shares("boys", 57, 60))

    girls, boys = found[1][0].observation, found[2][0].observation
    assert (girls.value, girls.numerator, girls.denominator) == (None, None, None)
    assert (boys.value, boys.numerator, boys.denominator) == (None, None, None)
    assert found[0][0].observation.numerator == 60


def test_what_is_public_is_not_hidden_but_something_else_is():
    found = family(
        member("all", {"2024": 132}),
        member("a", {"2024": 3}),
        member("b", {"2024": 9}, was_shown={"b 2024"}),
        member("c", {"2024": 120}),
    )

    assert values(found) == [[132], [None], [9], [None]]
    assert not any(one.faults for rows in found for one in rows)


def test_what_is_public_of_a_family_and_tells_a_few_is_a_fault_with_what_to_do():
    found = family(
        member("all", {"2024": 43}, was_shown={"all 2024"}),
        member("girls", {"2024": 3}),
        member("boys", {"2024": 40}, was_shown={"boys 2024"}),
    )

    assert all("taken back" in one.faults[0] for rows in found for one in rows)


def test_what_was_taken_back_stops_nobody_from_publishing_the_rest():
    found = family(
        member("all", {"2024": 43, "2025": 60}, was_seen={"all 2024"}),
        member("girls", {"2024": 3, "2025": 20}),
        member("boys", {"2024": 40, "2025": 40}, was_seen={"boys 2024"}),
    )

    assert values(found) == [[None, 60], [None, 20], [None, 40]]
    assert not any(one.faults for rows in found for one in rows)


def test_the_strictest_rule_of_a_family_holds():
    strict = replace(FLOW, small_numbers=SmallNumbers(threshold=10))

    found = family(member("all", {"2024": 43}, strict), member("boys", {"2024": 36}))

    assert values(found) == [[43], [None]]


def told(truth, figures, shown, rule, most):
    """Return the sums of parts that are small and that only one number fits.

    ``truth`` has a count by (part, step), the rest being the last part. ``figures`` are (member,
    steps), the member None being the whole; ``shown`` says which of them are.
    """
    keys = list(truth)
    parts = sorted({part for part, _ in keys})

    def total(world, figure):
        of, steps = figure
        return sum(world[part, step] for part in (parts if of is None else [of]) for step in steps)

    def fits(world):
        return all(
            total(world, figure) == total(truth, figure)
            if is_shown
            else total(world, figure) >= rule.lowest
            for figure, is_shown in zip(figures, shown, strict=True)
        )

    every = (
        dict(zip(keys, counts, strict=True))
        for counts in product(range(most + 1), repeat=len(keys))
    )
    worlds = [world for world in every if fits(world)]
    assert truth in worlds, "the attacker has to take the truth for possible"
    groups = chain.from_iterable(combinations(keys, size) for size in range(1, len(keys) + 1))
    return [
        group
        for group in groups
        if 0 < sum(truth[key] for key in group) < rule.threshold
        and len({sum(world[key] for key in group) for world in worlds}) == 1
    ]


def check(truth, figures, rule, most):
    """Publish the family of these figures, and try what can be told of it."""
    parts = sorted({part for part, _ in truth})
    definition = replace(FLOW, small_numbers=rule)
    rows = {name: [] for name in (None, *parts[:-1])}
    for of, steps in figures:
        of_parts = parts if of is None else [of]
        total = sum(truth[part, step] for part in of_parts for step in steps)
        one = seen("2024", total, reference=f"{of} {steps}")
        rows[of].append(replace(one, period=PERIODS[steps]))
    found = family(*(Member(of, [definition]) for of in rows.values()))
    values_of = {
        one.observation.reference: one.observation.value for each in found for one in each
    }
    shown = [values_of[f"{of} {steps}"] is not None for of, steps in figures]
    return told(truth, figures, shown, rule, most)


# Two terms and the year over them: no period that councils write has two parts.
DAYS = {
    (0,): (date(2024, 9, 1), date(2025, 1, 31)),
    (1,): (date(2025, 2, 1), date(2025, 8, 31)),
    (0, 1): (date(2024, 9, 1), date(2025, 8, 31)),
}
PERIODS = {steps: Period(*days, Span.QUARTER, f"terms {steps}") for steps, days in DAYS.items()}


def test_the_attacker_of_these_tests_finds_what_a_careless_family_gives_away():
    truth = {(0, 0): 1, (1, 0): 4, (2, 0): 0}
    figures = [(None, (0,)), (0, (0,)), (1, (0,))]

    assert told(truth, figures, [True, False, True], LOW, most=6)


def test_a_year_of_as_few_as_are_hidden_in_it_tells_each_of_them():
    # One in the first term of the whole, one in the second of each part: three in the year.
    truth = {(0, 0): 0, (0, 1): 1, (1, 0): 0, (1, 1): 1, (2, 0): 1, (2, 1): 0}
    figures = [(None, (0,)), (None, (1,)), (None, (0, 1)), (0, (1,)), (1, (1,))]

    assert not check(truth, figures, LOW, most=4)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(0, 5), min_size=4, max_size=4),
    st.sets(st.sampled_from([0, 1, 2]), min_size=1),
    st.sampled_from([LOW, SmallNumbers(threshold=2)]),
)
def test_nothing_small_is_worked_out_of_parts_and_their_whole(counts, recorded, rule):
    truth = {(part, 0): count for part, count in enumerate(counts)}
    figures = [(None, (0,)), *((part, (0,)) for part in sorted(recorded))]

    assert not check(truth, figures, rule, most=7)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 5), min_size=4, max_size=4),
    st.sets(st.sampled_from(list(product((None, 0), DAYS))), min_size=2),
)
def test_nothing_small_is_worked_out_of_a_part_and_its_whole_through_time(counts, figures):
    truth = dict(zip(product(range(2), range(2)), counts, strict=True))

    assert not check(truth, sorted(figures, key=str), LOW, most=7)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(0, 3), min_size=6, max_size=6),
    st.sets(st.sampled_from(list(product((None, 0, 1), DAYS))), min_size=5),
)
def test_nothing_small_is_worked_out_of_two_parts_and_their_whole_through_time(counts, figures):
    truth = dict(zip(product(range(3), range(2)), counts, strict=True))

    assert not check(truth, sorted(figures, key=str), LOW, most=4)


# By sex and by district at once: girls and boys of A, girls and boys of B, and who counts them.
BOTH_WAYS = {"girls": (0, 2), "boys": (1, 3), "A": (0, 1), "B": (2, 3)}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(0, 5), min_size=4, max_size=4),
    st.sets(st.sampled_from(list(BOTH_WAYS)), min_size=1),
)
def test_a_whole_that_is_divided_in_two_ways_hides_more_and_never_less(cells, recorded):
    definition = replace(FLOW, small_numbers=LOW)
    counts = {name: sum(cells[at] for at in BOTH_WAYS[name]) for name in sorted(recorded)}

    found = family(
        member("all", {"2024": sum(cells)}, definition),
        *(member(name, {"2024": count}, definition) for name, count in counts.items()),
    )

    shown = dict(zip(("all", *counts), (rows[0] for rows in values(found)), strict=True))
    groups = {"all": (0, 1, 2, 3), **BOTH_WAYS}
    worlds = [
        world
        for world in product(range(max(cells) + 3), repeat=4)
        if all(
            sum(world[at] for at in groups[name]) == value
            if value is not None
            else sum(world[at] for at in groups[name]) >= LOW.lowest
            for name, value in shown.items()
        )
    ]
    assert tuple(cells) in worlds or 0 in counts.values()
    told = [
        name
        for name in BOTH_WAYS
        if 0 < sum(cells[at] for at in BOTH_WAYS[name]) < LOW.threshold
        and len({sum(world[at] for at in BOTH_WAYS[name]) for world in worlds}) == 1
    ]
    assert not told
