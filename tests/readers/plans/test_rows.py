"""What stands between the rows of a plan and under them, and what a person settles."""

from datetime import date

from openpyxl.styles import PatternFill

from cleardays.readers.plans import read_plan

HEADS = ("Reference", "Action", "Lead post", "Planned start", "Planned finish")
ROW = ("1.1", "Mend the lamps", "Head of Lamps", date(2026, 1, 5), date(2026, 6, 30))


def test_words_for_days_are_asked_about_once_and_the_answers_count(sheet_of):
    path = sheet_of(
        HEADS,
        ("1", "Mend", "Head", None, "Q2 2025/26"),
        ("2", "Row", "Head", "TBC", "q2  2025/26"),
    )

    asked = read_plan(path)
    table = read_plan(path, {"ends|q2 2025/26": "2025-09-30", "begins|tbc": ""})

    assert [(one.about, one.words, one.cells) for one in asked.questions] == [
        ("ends", "Q2 2025/26", ("Plan E2", "Plan E3")),
        ("begins", "TBC", ("Plan D3",)),
    ]
    assert table.questions == ()
    assert [(row.values["start"], row.values["finish"]) for row in table.rows] == [
        ("", "2025-09-30"),
        ("", "2025-09-30"),
    ]
    assert "Planned start in the file: TBC" in table.rows[1].notes


def test_areas_that_are_named_once_hold_for_the_rows_below(sheet_of):
    heads = ("Area", "Ref", "Action")

    table = read_plan(sheet_of(heads, ("1. Lamps", "a", "Mend"), (), (None, "b", "Paint")))

    assert [row.values["areas"] for row in table.rows] == [["1. Lamps"], ["1. Lamps"]]
    assert "1 rows without an area" in table.notices[0]


def test_colours_say_the_status_where_no_word_does(sheet_of):
    def colour(sheet):
        for cell, rgb in (("C2", "FFFF0000"), ("C3", "FFFFC000"), ("C4", "FF92D050")):
            sheet[cell].fill = PatternFill("solid", fgColor=rgb)
        sheet["C5"].fill = PatternFill("solid", fgColor="FFFDF5E6")

    rows = [(str(number), "Mend", None) for number in range(1, 5)]
    table = read_plan(sheet_of(("Ref", "Action", "RAG"), *rows, touch=colour))

    said = [row.values["reported_status"] for row in table.rows]
    assert said == ["Red", "Amber", "Green", ""]
    assert "colour of the cell 3 times" in table.notices[0]


def test_what_stands_under_the_table_is_no_action_and_nothing_of_it_is_lost_in_silence(sheet_of):
    below = [("Total", 1), ("* Subject to funding",), ("Key",), ("R", "Off track"), ("G", "Fine")]

    table = read_plan(sheet_of(HEADS, ROW, (), *below))

    assert [row.ref for row in table.rows] == ["1.1"]
    assert table.legend == {"R": "Off track", "G": "Fine"}
    assert table.notices == (
        "“Plan”: what begins in A4, A5 was taken for no action and was not read.",
    )


def test_a_date_agreed_first_holds_where_it_was_never_revised(sheet_of):
    heads = ("Ref", "Action", "Original deadline", "Revised deadline")

    (row,) = read_plan(sheet_of(heads, ("1", "Mend", "1/1/2026", None))).rows

    assert (row.values["first_finish"], row.values["finish"]) == ("2026-01-01", "2026-01-01")


def test_another_table_below_is_not_read_until_the_heads_stand_again(sheet_of):
    risks = [("Risks",), ("Risk", "Likelihood", "Effect"), ("No ladders", 4, 4)]

    table = read_plan(sheet_of(HEADS, ROW, *risks, HEADS, ("2.1", "Row", "Head", None, None)))

    assert [row.ref for row in table.rows] == ["1.1", "2.1"]
    assert "A3" in table.notices[0]


def test_rows_of_a_csv_file_may_be_shorter_than_its_heads(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("Ref,Area,Action\n1,1. Lamps,Mend\n2\n3,,Row\n")

    table = read_plan(path)

    assert [fault.wrong for fault in table.faults] == ["There is no “Action” in this row"]
