"""What a sheet shows and its values do not say."""

from datetime import date

from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from cleardays.readers.plans import read_plan

HEADS = ("Ref", "Action", "Due date", "RAG")
PALE_BLUE = PatternFill("solid", fgColor="FFB4C6E7")


def test_a_colour_of_the_theme_says_the_status(sheet_of):
    def touch(sheet):
        sheet["D2"].fill = PatternFill("solid", fgColor=Color(theme=6))  # olive green

    (row,) = read_plan(sheet_of(HEADS, ("1", "Mend"), touch=touch)).rows

    assert row.values["reported_status"] == "Green"


def test_bands_of_one_colour_say_nothing_of_the_status(sheet_of):
    def touch(sheet):
        for cell in sheet[3]:
            cell.fill = PALE_BLUE

    rows = [(str(number), "Mend", date(2026, 1, 5), None) for number in range(3)]
    table = read_plan(sheet_of(HEADS, *rows, touch=touch))

    assert [row.values["reported_status"] for row in table.rows] == ["", "", ""]


def test_whole_rows_in_several_colours_say_the_status(sheet_of):
    def touch(sheet):
        for row, rgb in ((2, "FFFF0000"), (3, "FF00B050")):
            for cell in sheet[row]:
                cell.fill = PatternFill("solid", fgColor=rgb)

    rows = [(str(number), "Mend", date(2026, 1, 5), None) for number in range(2)]
    table = read_plan(sheet_of(HEADS, *rows, touch=touch))

    assert [row.values["reported_status"] for row in table.rows] == ["Red", "Green"]


def test_a_month_shown_without_a_day_is_asked_about_and_its_last_day_offered(sheet_of):
    def touch(sheet):
        for cell in ("C2", "C3"):
            sheet[cell].number_format = "[$-809]mmm-yy"

    rows = [("1", "Mend", date(2026, 3, 1)), ("2", "Row", date(2026, 3, 17)),
            ("3", "Sew", date(2026, 3, 1))]  # fmt: skip
    table = read_plan(sheet_of(HEADS, *rows, touch=touch))

    (question,) = table.questions
    assert (question.words, question.guess, question.cells) == (
        "March 2026",
        "2026-03-31",
        ("Plan C2",),
    )
    assert [row.values["finish"] for row in table.rows] == ["", "2026-03-17", "2026-03-01"]


def test_a_reference_is_what_the_sheet_shows_of_its_number(sheet_of):
    def touch(sheet):
        sheet["A3"].number_format = "0.00"

    table = read_plan(sheet_of(HEADS, (1.1, "Mend"), (1.1, "Row"), touch=touch))

    assert [row.ref for row in table.rows] == ["1.1", "1.10"]


def test_rows_struck_through_are_read_and_said(sheet_of):
    def touch(sheet):
        for cell in sheet[3]:
            cell.font = Font(strike=True)

    table = read_plan(sheet_of(HEADS, ("1", "Mend"), ("2", "Row"), touch=touch))

    assert [row.ref for row in table.rows] == ["1", "2"]
    assert table.notices == ("“Plan”: struck through, and read all the same: row 3.",)
