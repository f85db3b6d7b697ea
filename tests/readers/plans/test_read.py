"""A plan's table as read: all of it, or every fault by its cell."""

from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from cleardays.readers.plans import UnreadablePlan, read_plan

HEADS = ("Reference", "Action", "Lead post", "Planned start", "Planned finish")
ROW = ("1.1", "Mend the lamps", "Head of Lamps", date(2026, 1, 5), date(2026, 6, 30))


def words_of(table):
    return [fault.words for fault in table.faults]


def test_rows_are_read_with_their_cells(sheet_of):
    table = read_plan(sheet_of(HEADS, ROW))

    (row,) = table.rows
    assert row.values["start"] == "2026-01-05"
    assert row.cells["lead"] == "C2"
    assert table.columns == ("ref", "title", "lead", "start", "finish")


def test_heads_that_other_plans_use_are_understood_wherever_they_begin(sheet_of):
    path = sheet_of(
        ("Our plan",), (), ("Ref", "What will be done", "Owner", "Due date"),
        ("2", "Mend", "Head of Lamps", "30/06/2026"),
    )  # fmt: skip

    (row,) = read_plan(path).rows
    assert (row.ref, row.values["lead"], row.values["finish"]) == (
        "2",
        "Head of Lamps",
        "2026-06-30",
    )


def test_columns_of_its_own_are_kept_as_notes(sheet_of):
    path = sheet_of((*HEADS, "Budget"), (*ROW, 1200))

    assert read_plan(path).rows[0].notes == ("Budget: 1200",)


def test_a_number_for_a_reference_is_read_as_it_is_shown(sheet_of):
    assert read_plan(sheet_of(HEADS, (3.0, *ROW[1:]))).rows[0].ref == "3"


def test_merged_cells_hold_for_every_row_they_span(sheet_of):
    path = sheet_of(
        HEADS,
        ROW,
        ("1.2", "Mend more", None, None, None),
        touch=lambda sheet: sheet.merge_cells("C2:C3"),
    )

    assert [row.values["lead"] for row in read_plan(path).rows] == ["Head of Lamps"] * 2


def test_the_legend_is_kept(sheet_of):
    legend = [("Word", "Meaning"), ("Red", "Immediate priority"), ("Green", "Done")]

    table = read_plan(sheet_of(HEADS, ROW, others=[("Legend", legend)]))

    assert table.legend == {"Red": "Immediate priority", "Green": "Done"}


def test_without_a_legend_there_is_none(sheet_of):
    assert read_plan(sheet_of(HEADS, ROW)).legend is None


def test_a_formula_without_a_kept_result_is_a_fault(sheet_of):
    table = read_plan(sheet_of(HEADS, ("1.1", "Mend", "Head", "=TODAY()", None)))

    (fault,) = table.faults
    assert (fault.sheet, fault.cell) == ("Plan", "D2")
    assert "no result kept" in fault.wrong


def test_serials_of_the_other_calendar_are_understood(tmp_path):
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(HEADS)
    book.active.append(("1.1", "Mend", "Head", 44591, None))
    book.save(tmp_path / "mac.xlsx")

    assert read_plan(tmp_path / "mac.xlsx").rows[0].values["start"] == "2026-01-31"


@pytest.mark.parametrize(
    ("row", "cell", "wrong"),
    [
        pytest.param(("", *ROW[1:]), "A2", "no “Reference”", id="reference"),
        pytest.param(("1", "", *ROW[2:]), "B2", "no “Action”", id="title"),
        pytest.param((*ROW[:3], "31/02/2026", None), "D2", "no real day", id="day"),
        pytest.param((*ROW[:3], ROW[4], ROW[3]), "E2", "before", id="order"),
        pytest.param(("1", "x" * 501, *ROW[2:]), "B2", "501 characters", id="length"),
        pytest.param(("9" * 31, *ROW[1:]), "A2", "31 characters", id="ref-length"),
    ],
)
def test_every_fault_names_its_cell(sheet_of, row, cell, wrong):
    table = read_plan(sheet_of(HEADS, row))

    (fault,) = table.faults
    assert fault.cell == cell
    assert wrong in fault.wrong
    assert fault.write


def test_where_there_is_a_fault_there_are_no_rows(sheet_of):
    table = read_plan(sheet_of(HEADS, ROW, ("1.2", "Mend", "Head", "31/02/2026", None)))

    assert table.rows == ()


def test_all_faults_are_told_at_once(sheet_of):
    table = read_plan(sheet_of(HEADS, ("", "", None, "31/02/2026", 3)))

    assert len(table.faults) == 4


def test_a_reference_used_twice_names_both_cells(sheet_of):
    table = read_plan(sheet_of(HEADS, ROW, ROW))

    assert words_of(table) == [
        "Plan A3: The reference 1.1 stands in A2 already. Give each action a reference of its own;"
        " for 1.10, format the column as text."
    ]


def test_a_column_that_is_there_twice_is_a_fault(sheet_of):
    table = read_plan(sheet_of((*HEADS, "Due date"), (*ROW, None)))

    assert "stands in E1 already" in words_of(table)[0]


EXTRA = ("Reference", "Action", "Started", "Finished", "Stopped", "Why it stopped",
         "Supporting bodies", "Waits for", "Milestones")  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "cell", "wrong"),
    [
        pytest.param({3: "1/1/2026"}, "C2", "nothing says when it started", id="finished"),
        pytest.param({4: "1/1/2026"}, "F2", "nothing says why", id="stopped"),
        pytest.param({7: "1"}, "H2", "wait for itself", id="dependency"),
        pytest.param({8: "1/1/2026 | All lit"}, "I2", "with | between them", id="milestone"),
        pytest.param({8: "soon | Lit | A walk"}, "I2", "no exact day", id="milestone-day"),
    ],
)
def test_what_does_not_hang_together_is_a_fault(sheet_of, cells, cell, wrong):
    row = ["1", "Mend", *[cells.get(place) for place in range(2, 9)]]

    (fault,) = read_plan(sheet_of(EXTRA, row)).faults

    assert (fault.cell, wrong in fault.wrong) == (cell, True)


def test_rows_of_two_exports_are_not_mixed(sheet_of):
    heads = ("Reference", "Action", "Export")

    table = read_plan(sheet_of(heads, ("1", "a", 7), ("2", "b", 8), ("3", "c", None)))

    assert [fault.cell for fault in table.faults] == ["C3"]


def test_a_table_without_actions_says_so(sheet_of):
    assert "no actions" in words_of(read_plan(sheet_of(HEADS)))[0]


def test_a_workbook_without_a_plan_says_what_to_do(sheet_of):
    with pytest.raises(UnreadablePlan, match="begin with the template"):
        read_plan(sheet_of(("Name", "Salary"), ("x", 1)))


def test_every_sheet_with_the_heads_is_read(sheet_of):
    others = [("Second", [("Ref", "Action", "Due"), ("2", "Row", None)]), ("Cover", [("Ours",)])]

    table = read_plan(sheet_of(HEADS, ROW, others=others))

    assert [(row.sheet, row.ref) for row in table.rows] == [("Plan", "1.1"), ("Second", "2")]
    assert table.notices == ("The sheet “Cover” has no table of actions and was not read.",)


def test_a_reference_used_on_two_sheets_names_the_sheet(sheet_of):
    path = sheet_of(HEADS, ROW, others=[("Second", [HEADS, ROW])])

    table = read_plan(path, {"counts|the same actions": "", "sheets|the same references": "no"})

    assert "stands in Plan A2 already" in words_of(table)[0]


def test_a_heading_among_the_rows_becomes_a_note_of_those_below(sheet_of):
    path = sheet_of(
        HEADS,
        ("Priority 1: Lamps",),
        ROW,
        HEADS,
        ("Priority 2: Boats", None, None, None, None),
        ("2.1", "Row", None, None, None),
        touch=lambda sheet: sheet.merge_cells("A2:E2"),
    )

    assert [(row.ref, row.notes) for row in read_plan(path).rows] == [
        ("1.1", ("Under the heading: Priority 1: Lamps",)),
        ("2.1", ("Under the heading: Priority 2: Boats",)),
    ]
    assert [row.values["areas"] for row in read_plan(path).rows] == [
        ["Priority 1: Lamps"],
        ["Priority 2: Boats"],
    ]


def test_hidden_rows_are_read_and_said(sheet_of):
    def hide(sheet):
        sheet.row_dimensions[2].hidden = True

    table = read_plan(sheet_of(HEADS, ROW, touch=hide))

    assert len(table.rows) == 1
    assert table.notices == ("“Plan” has hidden or filtered rows: 1 read too.",)


def test_notices_are_kept_with_the_table(sheet_of):
    table = read_plan(sheet_of(HEADS, ROW, others=[("Cover", [("Ours",)])]))

    assert table.as_json()["notices"] == list(table.notices)


def test_a_cell_that_cannot_be_read_has_one_fault(sheet_of):
    table = read_plan(sheet_of(HEADS, (date(2026, 1, 1), *ROW[1:])))

    assert [fault.cell for fault in table.faults] == ["A2"]


def test_loose_milestones_are_kept_as_notes_where_a_person_wants_so(sheet_of):
    path = sheet_of(("Ref", "Action", "Milestones"), ("1", "Mend", "Half lit by May"))

    assert [one.about for one in read_plan(path).questions] == ["milestones"]
    table = read_plan(path, {"milestones|milestones": "yes"})
    assert table.questions == ()
    assert table.rows[0].values["milestones"] == []
    assert table.rows[0].notes == ("Milestones in the file: Half lit by May",)
