"""Applying a difference to the old version gives the new one."""

from hypothesis import given
from hypothesis import strategies as st

from cleardays.progress.difference import Change, applied, difference

row = st.dictionaries(
    st.sampled_from(["title", "lead", "finish", "target", "evidence"]), st.integers(0, 3)
)
plan = st.dictionaries(st.sampled_from("ABCDEFGH"), row)


def test_what_was_added_dropped_redated_reowned_and_reworded_is_told_apart():
    old = {
        "1.1": {"title": "Train governors", "lead": "Head of Inclusion", "finish": "2019-06-30"},
        "1.2": {"title": "Rebuild the local offer"},
    }
    new = {
        "1.1": {"title": "Train all governors", "lead": "Head of SEND", "finish": "2019-10-31"},
        "1.3": {"title": "Agree an autism pathway"},
    }

    change = difference(old, new)

    assert (set(change.added), set(change.dropped)) == ({"1.3"}, {"1.2"})
    assert {one.kind for one in change.changed["1.1"]} == {
        Change.REWORDED,
        Change.REOWNED,
        Change.REDATED,
    }
    assert change.of_kind(Change.REDATED)["1.1"][0].after == "2019-10-31"


def test_the_same_version_twice_has_no_difference():
    assert difference({"1": {"title": "x"}}, {"1": {"title": "x"}}).is_empty


@given(plan, plan)
def test_a_difference_makes_the_new_version_of_the_old(old, new):
    assert applied(old, difference(old, new)) == new
