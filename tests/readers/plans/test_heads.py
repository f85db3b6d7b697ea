"""Where a table begins, and what is said where none does."""

import pytest

from cleardays.readers.plans import read_plan
from cleardays.readers.plans.columns import column_of
from cleardays.readers.plans.heads import (
    area_in,
    ends_table,
    heading_of,
    heads_of,
    is_heads_again,
    is_total,
    what_is_missing,
)
from cleardays.readers.plans.sheets import Grid

HEADS = ["Ref", "Action", "Owner"]
COLUMNS = [column_of(head) for head in HEADS]


def test_heads_are_found_below_title_rows():
    grid = Grid("Plan", [["Our plan"], [], ["Reference of the plan", "Action"], HEADS])

    assert heads_of(grid).last == 3


def names_of(*rows):
    found = heads_of(Grid("Plan", rows))
    return [column.name if column else "" for column in found.columns]


def test_heads_may_take_two_rows():
    tops = ["Action", "Action", "Responsibility", "Timescale", "Timescale", "Status"]
    subs = ["Ref", "Description", "Lead", "Start", "End", "Status"]

    assert names_of(tops, subs) == ["ref", "title", "lead", "start", "finish", "reported_status"]


def test_details_are_the_action_where_nothing_else_is():
    assert names_of(["Ref", "Description", "Lead"]) == ["ref", "title", "lead"]


def test_of_two_deadlines_the_older_was_agreed_first():
    heads = ["Ref", "Action", "Target date", "Revised target date"]

    assert names_of(heads) == ["ref", "title", "first_finish", "finish"]


def test_a_table_without_references_is_one_by_what_it_says_of_actions():
    assert names_of(["What we will do", "Who", "By when"]) == ["title", "lead", "finish"]
    assert heads_of(Grid("Risks", [["Action", "Owner"]])) is None


@pytest.mark.parametrize(
    ("heading", "is_one"),
    [
        ("Priority 1: Leadership", True),
        ("AREA 2 - DATA", True),
        ("Area 3 Waits", True),
        ("1. Leaders share no vision", True),
        ("Area for improvement 4: Plans", True),
        ("Leadership", False),
        ("2025/26 actions", False),
        ("2025 actions", False),
        ("12", False),
    ],
)
def test_an_area_is_known_by_its_number(heading, is_one):
    assert bool(area_in(heading)) == is_one


@pytest.mark.parametrize("words", ["Key", "RAG key:", "Notes", "Footnotes", "Status definitions"])
def test_what_stands_under_a_table_is_known_by_its_heading(words):
    assert ends_table(words)
    assert not ends_table(f"{words} of leaders")


def test_a_row_that_counts_is_no_action():
    assert is_total(["Total actions:", 12])
    assert not is_total(["1", "Total recall"])


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
        (["Leadership", None, None], "Leadership"),
        (["1", None, None], ""),
        (["AB", None, None], ""),
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


@pytest.mark.parametrize("head", ["AssignedTo", "By who", "Action by", "LEAD_OFFICER"])
def test_heads_are_known_however_their_words_are_joined(head):
    assert column_of(head).name == "lead"


@pytest.mark.parametrize("head", ["Action agreed", "Key Actions", "Agreed task"])
def test_the_action_is_known_among_words_that_say_no_more(head):
    assert column_of(head).name == "title"


@pytest.mark.parametrize("head", ["Action date", "sites/SEND/Lists/Actions", "Target"])
def test_a_day_of_an_action_or_a_path_is_no_action(head):
    column = column_of(head)
    assert column is None or column.name != "title"


def test_a_row_of_values_is_never_taken_for_the_second_row_of_heads(sheet_of):
    heads = ("Title", "AssignedTo", "DueDate", "Item Type")
    path = sheet_of(heads, ("Mend", "Head", "1/2/26", "Item"), ("Row", "Head", "", "Item"))

    assert [row.values["title"] for row in read_plan(path).rows] == ["Mend", "Row"]


@pytest.mark.parametrize(
    ("cells", "areas"),
    [
        pytest.param(("1. Lamps", "2. Boats"), [["1. Lamps"], ["2. Boats"]], id="numbered"),
        pytest.param(("High", "Low"), [None, None], id="how urgent"),
        pytest.param(("1. Lamps", "High"), [None, None], id="mixed"),
    ],
)
def test_a_column_of_priorities_is_of_areas_where_each_of_its_cells_numbers_one(
    sheet_of, cells, areas
):
    rows = [(cell, str(number), "Mend") for number, cell in enumerate(cells)]
    table = read_plan(sheet_of(("Priority", "Ref", "Action"), *rows))

    assert [row.values.get("areas") for row in table.rows] == areas


def test_parts_with_heads_of_their_own_are_each_under_what_stands_above(sheet_of):
    heads = ("Name", "Person", "Status")
    path = sheet_of(
        ("Our board",), (), ("Lamps",), heads, ("Mend", "Head", "Done"), (),
        ("Boats",), heads, ("Row", "Head", "Stuck"),
    )  # fmt: skip

    rows = read_plan(path).rows

    assert [(row.values["title"], row.notes) for row in rows] == [
        ("Mend", ("Under the heading: Lamps",)),
        ("Row", ("Under the heading: Boats",)),
    ]


@pytest.mark.parametrize("head", ["Rating", "Health", "Progress status"])
def test_a_rating_is_the_status_where_nothing_else_is(sheet_of, head):
    (row,) = read_plan(sheet_of(("Ref", "Action", head), ("1", "Mend", "Red"))).rows

    assert row.values["reported_status"] == "Red"


def test_beside_a_status_a_rating_is_a_note(sheet_of):
    heads = ("Ref", "Action", "Health", "Status")

    (row,) = read_plan(sheet_of(heads, ("1", "Mend", "Red", "Open"))).rows

    assert (row.values["reported_status"], row.notes) == ("Open", ("Health: Red",))


def test_a_name_is_the_action_and_a_description_its_details_where_somebody_leads(sheet_of):
    heads = ("Ref", "Name", "Description", "Owner", "Due date")

    (row,) = read_plan(sheet_of(heads, ("1", "Mend", "All of them", "Head", "1/2/26"))).rows

    assert (row.values["title"], row.values["text"]) == ("Mend", "All of them")


def test_where_nobody_leads_a_name_may_be_a_person(sheet_of):
    heads = ("Ref", "Name", "Description", "Due date")

    (row,) = read_plan(sheet_of(heads, ("1", "The postholder", "Mend", "1/2/26"))).rows

    assert row.values["title"] == "Mend"
    assert row.notes == ("Name: The postholder",)
