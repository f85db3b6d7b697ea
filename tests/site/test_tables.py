"""Tables of pages, of spreadsheets and of programs."""

import json

import pytest
from django.utils.safestring import SafeString

from cleardays.site.tables import cell, fact, table_answer, worth_showing


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


def test_json_says_figures_lists_and_words_as_such():
    mark = SafeString('<a href="/">A1: This &amp; that</a>')

    assert [fact(one) for one in (True, None, 0.5, 3, ("a", "b"), "-1", mark)] == [
        True, None, 0.5, 3, ["a", "b"], "-1", "A1: This & that",
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [[], [("é", 1)], [("é", 1), ("–", None)]])
def test_json_is_a_list_of_objects_with_the_columns_as_keys(rows):
    response = table_answer("sheet", "json", ("name", "number"), rows)

    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Content-Disposition" not in response
    assert json.loads(response.content) == [
        dict(zip(("name", "number"), row, strict=True)) for row in rows
    ]


def test_json_is_utf_8_as_it_is_written():
    response = table_answer("sheet", "json", ("name",), [("Zoë – chair",)])

    assert response.content == '[{"name": "Zoë – chair"}]'.encode()
