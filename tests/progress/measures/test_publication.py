"""What the public sees of an observation gives no small number away."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleardays.progress.measures.publication import SUPPRESSED, publish
from cleardays.progress.measures.series import Unit
from cleardays.progress.measures.tables import SmallNumbers
from tests.progress.measures.figures import COUNT, SHARE, seen

WEEKS = replace(SHARE, unit=Unit.WEEKS)
RATE = replace(SHARE, unit=Unit.PER_10000)


def shown(found):
    one = found.observation
    return one.value, one.numerator, one.denominator


@pytest.mark.parametrize(
    ("definition", "value", "numerator", "denominator", "parts"),
    [
        (COUNT, 4, None, None, ""),
        (COUNT, 0, None, None, "v"),
        (COUNT, 5, None, None, "v"),
        (SHARE, "17.3", 297, 1718, "vnd"),
        (SHARE, "0.8", 3, 400, "d"),
        (SHARE, "99.5", 398, 400, "d"),
        (SHARE, 50, 2, 4, ""),
        (SHARE, "0.8", None, 400, "d"),
        (SHARE, "99.0", 297, None, ""),
        (SHARE, 0, 0, 40, "vnd"),
        (SHARE, "46.4", None, None, "v"),
        (SHARE, "46.4", None, 3, ""),
        (SHARE, "46.4", 3, None, ""),
        (RATE, "1.2", 3, 25000, "d"),
        (WEEKS, "30.5", 61, 2, ""),
        (WEEKS, "30.5", 610, 20, "vnd"),
    ],
)
def test_what_is_shown_of_a_figure(definition, value, numerator, denominator, parts):
    found = publish(seen("2024", value, numerator, denominator), definition)

    given_ = [
        None if one is None else Decimal(str(one)) for one in (value, numerator, denominator)
    ]
    wanted = [one if part in parts else None for one, part in zip(given_, "vnd", strict=True)]
    assert list(shown(found)) == wanted
    assert (found.observation.marker == SUPPRESSED) == ("v" not in parts)
    assert not found.faults


def test_the_councils_own_threshold_counts():
    definition = replace(COUNT, small_numbers=SmallNumbers(10, hides_zero=True))

    assert publish(seen("2024", 0), definition).observation.value is None
    assert publish(seen("2024", 9), definition).observation.value is None


def test_a_figure_that_is_small_after_it_was_restated_is_hidden():
    first = publish(seen("2024", 12, 12, 100), SHARE)

    again = publish(seen("2024", 3, 3, 100), SHARE, [first])

    assert shown(again) == (None, None, 100)


def test_what_was_hidden_is_not_opened_by_a_larger_denominator():
    first = publish(seen("2024", "0.8", 3, 400), SHARE)

    again = publish(seen("2024", "0.7", 3, 420), SHARE, [first])

    assert again.observation.value is None
    assert again.observation.numerator is None


def test_the_remainder_that_was_hidden_stays_hidden_when_the_numerator_is_restated():
    # Of 400 all but 3; restated: of 410 all but 13. With the 397 unchanged, 410 gives the 13.
    first = publish(seen("2024", "99.3", 397, 400), SHARE)

    again = publish(seen("2024", "96.8", 397, 410), SHARE, [first])

    assert again.observation.numerator is None
    assert again.observation.value is None


def test_a_small_number_that_is_public_stops_the_next_version():
    careless = publish(seen("2024", 3), replace(COUNT, small_numbers=SmallNumbers(0)))

    found = publish(seen("2024", 3), COUNT, [careless])

    assert "recalled" in found.faults[0]
    assert shown(found) == (None, None, None)


def parts_of(counted, others):
    return {"numerator": counted, "others": others, "denominator": counted + others}


def pairs_that_fit(found, lowest, most):
    """Every numerator and remainder that the public could take for true."""
    numerator, denominator = found.observation.numerator, found.observation.denominator
    for counted, others in product(range(most), repeat=2):
        fits = (
            counted >= lowest if numerator is None else counted == numerator,
            counted + others >= lowest if denominator is None else counted + others == denominator,
        )
        if all(fits):
            yield parts_of(counted, others)


small = st.integers(0, 9)
change = st.sampled_from([-4, -1, 0, 0, 1, 4])


@settings(max_examples=60, deadline=None)
@given(small, small, change, change)
def test_no_small_number_can_be_worked_out_from_two_versions_of_a_share(a, b, more, rest_more):
    truth = [parts_of(a, b), parts_of(max(0, a + more), max(0, b + rest_more))]
    history = []
    for parts in truth:
        one = seen("2024", 50, parts["numerator"], parts["denominator"])
        history.append(publish(one, SHARE, history))
    history = [one for one in history if not one.faults]
    same = [name for name in truth[0] if truth[0][name] == truth[1][name]]

    worlds = [
        world
        for world in product(*(list(pairs_that_fit(found, 1, 16)) for found in history))
        if len(world) == 1 or all(world[0][name] == world[1][name] for name in same)
    ]

    assert worlds
    for version in range(len(history)):
        for name, count in truth[version].items():
            if SHARE.small_numbers.is_small(count):
                assert len({world[version][name] for world in worlds}) > 1
