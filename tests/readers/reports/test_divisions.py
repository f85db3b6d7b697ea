"""Electoral divisions out of the lists that reports print."""

import pytest

from cleardays.readers.reports.divisions import read_divisions
from cleardays.readers.reports.margin import Margin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(All Divisions);", ["All Divisions"]),
        ("All", ["All"]),
        ("Millbrook North; Fell and Dale;", ["Millbrook North", "Fell and Dale"]),
        ("Canal, Gasworks and Old Town", ["Canal", "Gasworks", "Old Town"]),
        ("Canal, Gasworks, and Old Town", ["Canal", "Gasworks", "Old Town"]),
        ("Canal and Gasworks", ["Canal", "Gasworks"]),
        ("Canal\nGasworks", ["Canal", "Gasworks"]),
        ("N/A", []),
    ],
)
def test_a_list_is_read_however_it_is_parted(text, expected):
    assert read_divisions(text, "Divisions affected", Margin()) == expected


def test_a_single_division_may_have_and_in_its_name():
    assert read_divisions("Fell and Dale", "Division affected:", Margin()) == ["Fell and Dale"]
