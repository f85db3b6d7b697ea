"""References for rows that have none of their own."""

from datetime import date

from cleardays.readers.plans import read_plan

HEADS = ("Reference", "Action", "Lead post", "Planned start", "Planned finish")
ROW = ("1.1", "Mend the lamps", "Head of Lamps", date(2026, 1, 5), date(2026, 6, 30))


def test_actions_without_references_are_numbered_if_a_person_agrees(sheet_of):
    path = sheet_of(
        ("What we will do", "Who", "By when"),
        ("Mend", "Head", "1/1/2026"),
        ("Row", "Head", "1/2/2026"),
    )

    assert [one.about for one in read_plan(path).questions] == ["numbers"]
    table = read_plan(path, {"numbers|no references": "yes"})
    assert [row.ref for row in table.rows] == ["1", "2"]
    assert table.is_numbered
    assert table.questions == ()


def test_references_before_the_words_of_every_action_are_taken(sheet_of):
    path = sheet_of(
        ("Actions", "Lead", "When"), ("1.1 Mend", "Head", None), ("A2: Row", "x", None)
    )

    table = read_plan(path)

    assert [(row.ref, row.values["title"]) for row in table.rows] == [
        ("1.1", "Mend"),
        ("A2", "Row"),
    ]
    assert (table.questions, table.is_numbered) == ((), False)


def test_references_repeated_between_sheets_get_the_number_of_the_sheet(sheet_of):
    others = [("Area 4 Boats", [HEADS, ROW])]
    path = sheet_of(HEADS, ROW, others=others, title="Area 3 Lamps")

    assert [one.about for one in read_plan(path).questions] == ["sheets"]
    rows = read_plan(path, {"sheets|the same references": "yes"}).rows
    assert [(row.ref, row.values["areas"]) for row in rows] == [
        ("3.1.1", ["Area 3 Lamps"]),
        ("4.1.1", ["Area 4 Boats"]),
    ]


def test_of_sheets_with_the_same_actions_a_person_says_which_counts(sheet_of):
    later = ("1", "Mend the lamps", "Amber")
    heads = ("Ref", "Action", "RAG")
    path = sheet_of(
        heads, ("1", "Mend the lamps", "Red"), title="June", others=[("July", [heads, later])]
    )

    asked = read_plan(path)
    table = read_plan(path, {"counts|the same actions": "June"})

    (question,) = asked.questions
    assert (question.about, question.cells, question.guess) == ("counts", ("June", "July"), "July")
    assert [row.values["reported_status"] for row in asked.rows] == ["Amber"]
    assert [row.values["reported_status"] for row in table.rows] == ["Red"]
    assert table.notices == ("The sheet “July” has the same actions and was left aside.",)
