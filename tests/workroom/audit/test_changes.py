from datetime import date, time

import pytest

from cleardays.workroom.audit.changes import as_details, found_in, in_words, put_in
from cleardays.workroom.people.models import Committee


def test_only_what_differs_is_found():
    committee = Committee(name="Lamps", purpose="Light")

    assert found_in(committee, {"name": "Bins", "purpose": "Light"}) == {"name": ("Lamps", "Bins")}


def test_what_was_found_is_put_in_and_nothing_else():
    committee = Committee(name="Lamps", purpose="Light")

    put_in(committee, {"name": ("Lamps", "Bins")})

    assert (committee.name, committee.purpose) == ("Bins", "Light")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Hall", "Library", "the place from Hall to Library"),
        ("", "Library", "the place to Library"),
        ("Hall", "", "the place from Hall to nothing"),
        ("Hall", "x" * 99, "the place"),
        (date(2026, 3, 17), date(2026, 4, 1), "the place from 17 March 2026 to 1 April 2026"),
        (None, time(10, 30), "the place to 10:30"),
        (False, True, "the place"),
    ],
)
def test_changes_are_said_in_words(before, after, expected):
    assert in_words({"place": (before, after)}) == expected


def test_private_fields_are_named_and_not_quoted():
    changed = {"private_note": ("", "Hush"), "valid_from": (None, date(2026, 3, 17))}

    assert in_words(changed, private={"private_note"}).startswith("the private note, ")
    assert as_details(changed, private={"private_note"}) == {
        "before": {"valid_from": ""},
        "after": {"valid_from": "2026-03-17"},
    }
