"""Who leads, where no column is called so."""

import pytest

from cleardays.readers.plans import read_plan

HEADS = ("Ref", "Action", "LA lead", "Health lead")
ROW = ("1", "Mend", "Head of Lamps", "Nurse Lead")


def test_of_several_columns_a_person_says_which_counts(sheet_of):
    asked = read_plan(sheet_of(HEADS, ROW))
    table = read_plan(sheet_of(HEADS, ROW), {"leads|la lead | health lead": "Health lead"})

    (question,) = asked.questions
    assert (question.about, question.cells) == ("leads", ("Plan C1", "Plan D1"))
    assert asked.rows[0].values["lead"] == "Head of Lamps"
    assert table.questions == ()
    assert table.rows[0].values["lead"] == "Nurse Lead"
    assert table.rows[0].notes == ("LA lead: Head of Lamps",)


def test_none_of_them_is_an_answer(sheet_of):
    (row,) = read_plan(sheet_of(HEADS, ROW), {"leads|la lead | health lead": ""}).rows

    assert "lead" not in row.values
    assert row.notes == ("LA lead: Head of Lamps", "Health lead: Nurse Lead")


@pytest.mark.parametrize("head", ["Education lead", "Lead (ICB)", "Plan owner"])
def test_a_single_one_is_taken(sheet_of, head):
    (row,) = read_plan(sheet_of(("Ref", "Action", head), ("1", "Mend", "Head"))).rows

    assert row.values["lead"] == "Head"


def test_where_a_column_is_called_lead_others_are_notes(sheet_of):
    heads = ("Ref", "Action", "Lead", "Health lead")

    table = read_plan(sheet_of(heads, ROW))

    assert table.rows[0].values["lead"] == "Head of Lamps"
    assert table.questions == ()
