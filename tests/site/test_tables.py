"""Tables of pages and of spreadsheets."""

from cleardays.site.tables import cell, worth_showing


def test_a_column_with_nothing_in_it_is_left_out():
    columns, rows = worth_showing(("Body", "From", "Until"), [("A", "", ""), ("B", "", "2022")])

    assert columns == ("Body", "Until")
    assert rows == [("A", ""), ("B", "2022")]


def test_the_column_that_names_a_row_stays():
    assert worth_showing(("Body", "From"), [("", "")]) == (("Body",), [("",)])


def test_cells_say_what_spreadsheets_take_as_it_is():
    assert [cell(one) for one in (True, False, None, 0.1 + 0.2, ("a", "b"), "-1")] == [
        "yes", "", "", "0.3", "a b", "'-1",
    ]  # fmt: skip
