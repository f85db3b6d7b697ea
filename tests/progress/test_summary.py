"""How a plan stands, in sentences whose counts add up."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cleardays.progress.summary import changes_in_words, standing
from cleardays.progress.versions import between
from tests.progress.plans import ALL, DONE, Deed

ON = date(2026, 7, 1)


def test_the_counts_are_said_and_make_the_total():
    found = standing(ALL, ON)

    assert found.delivery == (
        "Of 4 actions on 1 July 2026: 1 overdue to start; 1 in progress, late; 1 finished on"
        " time; 1 stopped."
    )
    assert sum(found.counts.values()) == found.total == 4


def test_lateness_is_against_both_dates():
    assert standing(ALL, ON).lateness == (
        "Overdue: 2 actions. LATE by 91 days against the date agreed first, 30 against the"
        " current one; OVERDUE by 10 days against the date agreed first, 10 against the current"
        " one."
    )


def test_of_many_overdue_the_longest_are_named():
    many = [Deed(f"N{day:02}", first_start=f"2026-06-{day:02}", start=f"2026-06-{day:02}")
            for day in range(1, 11)]  # fmt: skip

    words = standing(many, ON).lateness

    assert words.startswith("Overdue: 10 actions. The 5 longest: N01 by 30 days")
    assert "N06" not in words


def test_placeholders_are_counted_but_nothing_is_said_of_their_days():
    stand_ins = [replace(one, is_placeholder=True) for one in ALL]

    found = standing([*ALL, *stand_ins], ON)

    assert found.counts == {state: 2 * n for state, n in standing(ALL, ON).counts.items()}
    assert found.lateness.startswith("Overdue: 2 actions. LATE by 91 days")
    assert found.lateness.endswith(
        " 2 placeholders stand as late in the counts: by how many days is not public."
    )
    assert found.slippage == standing(ALL, ON).slippage
    assert standing(stand_ins[:2], ON).lateness == (
        "1 placeholder stands as late in the counts: by how many days is not public."
    )


def test_slippage_says_how_often_and_how_far():
    assert standing(ALL, ON).slippage == (
        "Dates of 1 action moved later, 2 times in all; the furthest is the finish of LATE, now"
        " 61 days after the date agreed first."
    )


def test_evidence_is_told_of_what_is_finished():
    assert standing(ALL, ON).evidence == "Evidence for the 1 finished: claimed 1."


def test_a_plan_in_which_nothing_is_wrong_says_so():
    found = standing([DONE], date(2026, 6, 1))

    assert (found.lateness, found.slippage) == ("Nothing was overdue.", "No date has moved later.")


def test_an_empty_plan_has_no_counts():
    assert standing([], ON).paragraphs[0] == "The plan had no actions on 1 July 2026."


@given(st.lists(st.sampled_from([*ALL, Deed("X")]), max_size=9), st.dates(date(2025, 1, 1)))
def test_counts_add_up_whatever_the_day(actions, on):
    found = standing(actions, on)

    assert sum(found.counts.values()) == len(actions)


def version(*titles):
    actions = [{"ref": ref, "title": title, "milestones": []} for ref, title in titles]
    return {"actions": actions, "targets": []}


def test_changes_are_said_by_kind_with_references():
    changed = between(version(("1", "a"), ("2", "b")), version(("1", "x"), ("3", "c")))

    assert changes_in_words(changed) == "Added 1 (3); dropped 1 (2); re-worded 1 (1)."


def test_of_many_changes_the_first_are_named():
    new = version(*[(str(number), "x") for number in range(8)])

    assert changes_in_words(between(version(), new)) == "Added 8 (0, 1, 2, 3, 4 and 3 more)."


def test_nothing_changed_is_said():
    assert changes_in_words(between(version(), version())) == "Nothing changed."
