"""What is written is read back as it was."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cleardays.readers.plans import read_plan, template, to_csv, to_xlsx
from cleardays.readers.plans.columns import COLUMNS

WITHOUT = ("Cs", "Zs", "Cc", "Zl", "Zp")
LETTERS = st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=WITHOUT)
TEXT = st.text(LETTERS, min_size=1, max_size=20)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(str)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"ref": st.uuids().map(lambda one: one.hex[:12]), "title": TEXT},
        optional={
            "text": TEXT,
            "first_start": DAYS,
            "areas": st.lists(TEXT, min_size=1, max_size=3),
            "reported_status": TEXT,
        },
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda row: row["ref"],
)


def filled(table):
    return [
        {name: value for name, value in row.values.items() if value and name != "export"}
        for row in table.rows
    ]


@settings(max_examples=40, deadline=None)
@given(rows=ROWS)
def test_every_table_comes_back_as_it_went(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("round")
    (folder / "plan.xlsx").write_bytes(to_xlsx(rows, title="Plan", export="7"))
    (folder / "plan.csv").write_text(to_csv(rows, export="7"), newline="")

    for name in ("plan.xlsx", "plan.csv"):
        table = read_plan(folder / name)
        assert table.faults == ()
        assert filled(table) == rows
        assert table.export == "7"


def test_the_legend_goes_along(tmp_path):
    path = tmp_path / "plan.xlsx"
    row = {"ref": "1", "title": "Mend"}
    path.write_bytes(to_xlsx([row], title="Plan", legend={"Red": "Immediate priority"}))

    assert read_plan(path).legend == {"Red": "Immediate priority"}


def test_the_template_is_a_table_without_a_fault(tmp_path):
    path = tmp_path / "template.xlsx"
    path.write_bytes(template())

    table = read_plan(path)

    assert table.faults == ()
    assert table.columns == tuple(
        column.name for column in COLUMNS if column.name not in {"reason", "approved_by", "export"}
    )


def test_the_template_explains_every_column():
    book = load_workbook(BytesIO(template()))

    explained = [row[0].value for row in book["How to fill it in"].iter_rows()]
    assert {column.head for column in COLUMNS} <= set(explained)


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-x", "@x"])
def test_no_text_of_ours_is_a_formula(text):
    book = load_workbook(BytesIO(to_xlsx([{"ref": "1", "title": text}], title="Plan")))

    assert book["Plan"]["B2"].data_type == "s"
    assert f"'{text}" in to_csv([{"ref": "1", "title": text}])
