"""CSV files as spreadsheets leave them."""

import pytest

from cleardays.readers.measures.sheet import UnreadableSheet, cell_name, read_sheet


@pytest.mark.parametrize(
    "data",
    [
        "a,b\r\n1,é\r\n".encode("utf-8-sig"),
        "a;b\n1;é\n".encode("cp1252"),
        b"a\tb\n1\t\xc3\xa9\n",
        '"a","b"\n"1","é"'.encode(),
    ],
)
def test_whatever_wrote_the_file_the_cells_are_the_same(data):
    sheet = read_sheet(data)

    assert sheet.columns == ("a", "b")
    assert list(sheet.numbered()) == [(2, {"a": "1", "b": "é"})]


def test_short_rows_are_filled_and_empty_ones_left_out():
    sheet = read_sheet(b"a,b\n1\n,\n2,3,4\n")

    assert list(sheet.numbered()) == [(2, {"a": "1", "b": ""}), (4, {"a": "2", "b": "3"})]


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"", "empty"),
        (b"PK\x03\x04...", "workbook"),
        (b"a,b\n\x00", "no text"),
        (b"x" * 20_000_001, "20 MB"),
        (b",".join([b"a"] * 501), "columns"),
        (b'a\n"' + b"x" * 200_000, "no CSV"),
    ],
    ids=["empty", "workbook", "binary", "large", "wide", "cell"],
)
def test_what_is_no_csv_is_refused_with_what_to_do(data, advice):
    with pytest.raises(UnreadableSheet, match=advice):
        read_sheet(data)


@pytest.mark.parametrize(("place", "name"), [((2, 0), "A2"), ((1, 25), "Z1"), ((9, 27), "AB9")])
def test_cells_are_named_as_in_a_spreadsheet(place, name):
    assert cell_name(*place) == name
