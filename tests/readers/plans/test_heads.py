"""Where a table begins, and what is said where none does."""

import pytest

from cleardays.readers.plans.columns import column_of
from cleardays.readers.plans.heads import head_row, heading_of, is_heads_again, what_is_missing
from cleardays.readers.plans.sheets import Grid

HEADS = ["Ref", "Action", "Owner"]
COLUMNS = [column_of(head) for head in HEADS]


def test_heads_are_found_below_title_rows():
    grid = Grid("Plan", [["Our plan"], [], ["Reference of the plan", "Action"], HEADS])

    assert head_row(grid) == 3


@pytest.mark.parametrize(
    ("heads", "words"),
    [
        (["Action", "Owner"], "Plan A1 is the head of a column “Action”, and no column beside it"),
        (["Owner", "Ref"], "Plan B1 is the head of a column “Reference”, and no column beside it"),
        (["Name", "Salary"], "begin with the template"),
    ],
)
def test_what_is_missing_is_named(heads, words):
    assert words in what_is_missing([Grid("Plan", [heads])])


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["Part one"] * 3, "Part one"),
        (["Part one", None, ""], "Part one"),
        (["1", None, None], ""),
        ([None, "Mend", None], ""),
        (["1", "Mend", None], ""),
        ([None, None, None], ""),
    ],
)
def test_a_row_that_says_one_thing_only_is_a_heading(row, words):
    assert heading_of(row, COLUMNS) == words


def test_heads_that_stand_again_are_known():
    assert is_heads_again(["Ref ", "Action", "Owner", None], HEADS)
    assert not is_heads_again(["1", "Action", "Owner"], HEADS)
