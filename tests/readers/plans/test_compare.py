"""Three tables side by side: nothing is overwritten in silence."""

from hypothesis import given
from hypothesis import strategies as st

from cleardays.readers.plans import PlanRow, PlanTable, three_way

COLUMNS = ("ref", "title", "lead", "supporting", "first_start")


def row(ref="1", **values):
    return {
        "ref": ref,
        "title": "Mend",
        "lead": "Head",
        "supporting": [],
        "first_start": "",
        **values,
    }


def table(*rows, columns=COLUMNS):
    return PlanTable(
        rows=tuple(PlanRow({name: one[name] for name in columns}) for one in rows), columns=columns
    )


def compared(base, theirs, ours):
    known = {"1": base} if base else None
    return three_way(known, table(theirs), {"1": ours})


def test_what_only_the_file_changed_would_change():
    found = compared(row(), row(title="Mend more"), row())

    ((change,),) = [one.cells for one in found.changes]
    assert (change.name, change.ours, change.theirs, change.is_conflict) == (
        "title",
        "Mend",
        "Mend more",
        False,
    )


def test_what_only_we_changed_stays():
    assert compared(row(), row(), row(title="Ours")).is_empty


def test_what_both_changed_alike_is_no_change():
    assert compared(row(), row(title="Same"), row(title="Same")).is_empty


def test_what_both_changed_is_a_conflict():
    found = compared(row(), row(title="Theirs"), row(title="Ours"))

    assert [(ref, one.base, one.ours, one.theirs) for ref, one in found.conflicts] == [
        ("1", "Mend", "Ours", "Theirs")
    ]


def test_without_an_export_every_difference_is_a_conflict():
    found = compared(None, row(title="Theirs"), row())

    assert len(found.conflicts) == 1


def test_a_row_that_was_not_in_the_export_is_a_conflict_too():
    found = three_way({}, table(row(title="Theirs")), {"1": row()})

    assert len(found.conflicts) == 1


def test_an_unknown_reference_is_a_new_action():
    found = three_way({}, table(row("2")), {})

    (new,) = found.changes
    assert (new.is_new, {one.name for one in new.cells}) == (True, {"title", "lead"})


def test_an_action_that_the_file_lacks_is_named_and_stays():
    found = three_way({"1": row()}, table(row()), {"1": row(), "2": row("2")})

    assert found.missing == ("2",)
    assert found.is_empty


def test_columns_that_the_file_lacks_are_not_compared():
    file = table(row(), columns=("ref", "title"))

    assert three_way({"1": row()}, file, {"1": row(lead="Another")}).is_empty


def test_a_first_agreed_date_never_changes():
    found = compared(row(), row(first_start="2026-01-01"), row())

    assert found.is_empty
    assert [ref for ref, _ in found.refused] == ["1"]


VALUES = st.fixed_dictionaries(
    {
        "ref": st.just("1"),
        "title": st.sampled_from("abc"),
        "lead": st.sampled_from("abc"),
        "supporting": st.lists(st.sampled_from("xy"), max_size=2),
        "first_start": st.just(""),
    }
)


@given(base=VALUES, theirs=VALUES, ours=VALUES)
def test_nothing_that_we_changed_is_lost_without_a_conflict(base, theirs, ours):
    found = compared(base, theirs, ours)

    taken = dict(ours)
    for change in found.changes:
        for one in change.cells:
            assert one.is_conflict or ours[one.name] == base[one.name]
            taken[one.name] = one.theirs
    changed_by_them = [name for name in theirs if theirs[name] != base[name]]
    assert all(taken[name] == theirs[name] for name in changed_by_them)


TABLES = st.dictionaries(st.sampled_from("123"), VALUES, max_size=3)


@given(base=TABLES, theirs=TABLES, ours=TABLES)
def test_doing_what_is_shown_gives_what_the_file_changed_and_keeps_the_rest(base, theirs, ours):
    file = table(*({**values, "ref": ref} for ref, values in theirs.items()))
    names = [name for name in COLUMNS if name not in ("ref", "first_start")]

    found = three_way(base, file, ours)

    done = {ref: dict(values) for ref, values in ours.items()}
    for change in found.changes:
        row = done.setdefault(change.ref, {})
        row.update({one.name: one.theirs for one in change.cells})
    assert set(done) == set(ours) | set(theirs)
    for ref, values in theirs.items():
        for name in names:
            is_theirs = ref not in ours or ref not in base or values[name] != base[ref][name]
            wanted = values[name] if is_theirs else ours[ref][name]
            assert done[ref].get(name, type(wanted)()) == wanted
    assert found.missing == tuple(ref for ref in ours if ref not in theirs)
