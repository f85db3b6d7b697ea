"""Two versions of a plan as rows that are compared."""

from hypothesis import given
from hypothesis import strategies as st

from cleardays.progress.difference import Change, applied
from cleardays.progress.versions import between, rows_of

ACTION = {"ref": "A1", "title": "Mend", "finish": "2026-06-30", "lead": "Head", "changes": []}
STEP = {"label": "Lit", "test": "A walk", "due": "2026-03-01", "met_on": ""}
TARGET = {"measure": "measures/lamps", "target": 90.0, "target_on": "2027-01-01"}


def version(*actions, targets=(TARGET,)):
    return {"actions": list(actions), "targets": list(targets)}


def action(*steps, **changes):
    return {**ACTION, "milestones": list(steps), **changes}


def test_milestones_and_targets_are_rows_of_their_own():
    assert list(rows_of(version(action(STEP, STEP)))) == [
        "A1",
        "A1: Lit",
        "A1: Lit (2)",
        "Target: measures/lamps",
    ]


def test_every_kind_of_change_is_found():
    old = version(action(STEP), action(ref="GONE"))
    new = version(
        action({**STEP, "due": "2026-04-01"}, title="Mend more", lead="Other", evidence_axis="x"),
        action(ref="NEW"),
        targets=[{**TARGET, "target": 80.0}],
    )

    found = between(old, new)

    assert (list(found.added), list(found.dropped)) == (["NEW"], ["GONE"])
    assert list(found.of_kind(Change.REDATED)) == ["A1: Lit"]
    assert list(found.of_kind(Change.REWORDED)) == ["A1"]
    assert list(found.of_kind(Change.REOWNED)) == ["A1"]
    assert list(found.of_kind(Change.RETARGETED)) == ["Target: measures/lamps"]
    assert list(found.of_kind(Change.UPDATED)) == ["A1"]


def test_a_longer_ledger_is_told_by_the_date_and_not_again():
    assert between(version(action()), version(action(changes=[{"field": "finish"}]))).is_empty


def test_which_dates_are_stand_ins_follows_from_the_dates_and_is_not_told():
    assert between(version(action()), version(action(stand_in_dates=["start"]))).is_empty


STEPS = st.lists(
    st.fixed_dictionaries({"label": st.sampled_from("ab"), "due": st.sampled_from("12")}),
    max_size=3,
)
ACTIONS = st.lists(
    st.builds(
        lambda ref, title, steps: {"ref": ref, "title": title, "milestones": steps, "changes": []},
        st.sampled_from("PQR"),
        st.sampled_from("xy"),
        STEPS,
    ),
    max_size=3,
    unique_by=lambda one: one["ref"],
)


@given(old=ACTIONS, new=ACTIONS)
def test_the_change_makes_the_new_version_of_the_old(old, new):
    before, after = version(*old), version(*new)

    assert applied(rows_of(before), between(before, after)) == rows_of(after)
