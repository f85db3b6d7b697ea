"""Counts add up, or it is said by how much they do not."""

from hypothesis import given
from hypothesis import strategies as st

from cleardays.progress.counts import by_delivery, fault
from cleardays.progress.delivery import Delivery


def test_lancashires_plan_of_july_2019_adds_up():
    counts = {"complete": 18, "on track": 46, "delayed": 8, "not started": 22}

    assert fault(counts, 94) == ""


def test_what_is_missing_is_said():
    assert fault({"done": 33, "carried forward": 13}, 47) == (
        "33 + 13 makes 46, not the 47 stated: 1 is unaccounted for"
    )
    assert fault({"done": 30, "carried forward": 13}, 47).endswith("4 are unaccounted for")


def test_what_is_too_much_is_said():
    assert fault({"done": 33, "carried forward": 16}, 47) == (
        "33 + 16 makes 49, not the 47 stated: 2 too many"
    )


@given(st.lists(st.sampled_from(Delivery)))
def test_counted_states_always_add_up(states):
    assert fault(by_delivery(states), len(states)) == ""
