"""Columns of which a person picks one, and one of days without a known head."""

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


@pytest.mark.parametrize(
    ("heads", "guess"),
    [
        pytest.param(("RAG (this month)", "RAG (last month)"), "RAG (this month)", id="months"),
        pytest.param(("RAG Q1", "RAG Q2"), "RAG Q2", id="the last is the newest"),
    ],
)
def test_of_several_columns_of_a_status_a_person_says_which_is_of_now(sheet_of, heads, guess):
    table = read_plan(sheet_of(("Ref", "Action", *heads), ("1", "Mend", "Red", "Green")))

    (question,) = table.questions
    assert (question.about, question.guess) == ("states", guess)
    assert question.cells == ("Plan C1", "Plan D1")
    said = {"RAG (this month)": "Red", "RAG Q2": "Green"}[guess]
    assert table.rows[0].values["reported_status"] == said
    assert len(table.rows[0].notes) == 1


def test_heads_that_are_the_same_words_stay_a_fault(sheet_of):
    table = read_plan(sheet_of(("Ref", "Action", "RAG", "RAG"), ("1", "Mend", "Red", "Green")))

    assert [fault.cell for fault in table.faults] == ["D1"]


def test_months_under_one_head_are_told_apart(sheet_of):
    def merge(sheet):
        for cells in ("A1:A2", "B1:B2", "C1:D1"):
            sheet.merge_cells(cells)

    heads = (("Ref", "Action", "RAG", None), (None, None, "Oct", "Nov"))
    table = read_plan(sheet_of(*heads, ("1", "Mend", "Red", "Green"), touch=merge))

    (question,) = table.questions
    assert (question.about, question.guess) == ("states", "RAG Nov")
    assert table.rows[0].values["reported_status"] == "Green"


@pytest.mark.parametrize(
    ("head", "cell", "finish"),
    [
        pytest.param("Target", "31/1/2026", "2026-01-31", id="target"),
        pytest.param("Implementation date", "31/1/2026", "2026-01-31", id="implementation"),
        pytest.param("Target", "90 %", None, id="no day"),
        pytest.param("Review date", "31/1/2026", None, id="of something else"),
    ],
)
def test_a_column_of_days_that_may_be_the_finish_is_taken(sheet_of, head, cell, finish):
    (row,) = read_plan(sheet_of(("Ref", "Action", head), ("1", "Mend", cell))).rows

    assert row.values.get("finish") == finish


@pytest.mark.parametrize(("head", "taken"), [("RAG December", True), ("Risk RAG", False)])
def test_a_single_rag_is_the_status_unless_it_is_of_something_else(sheet_of, head, taken):
    (row,) = read_plan(sheet_of(("Ref", "Action", head), ("1", "Mend", "Red"))).rows

    assert (row.values.get("reported_status") == "Red") is taken
