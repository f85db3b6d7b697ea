"""What a cell says in its column, and what to write where it says nothing that counts."""

from datetime import date

import pytest

from cleardays.readers.plans.columns import BY_NAME, column_of
from cleardays.readers.plans.values import NoValue, text_of, value_of


@pytest.mark.parametrize(
    ("name", "raw", "write"),
    [
        ("finish", "March 2026", "If its last day is meant, write 31/03/2026"),
        ("start", "March 2026", "If its first day is meant, write 01/03/2026"),
        ("finish", "End of Feb-28", "If its last day is meant, write 29/02/2028"),
        ("finish", "Jan - Mar 2026", "If its last day is meant, write 31/03/2026"),
        ("start", "Nov 2025 to Feb 2026", "If its first day is meant, write 01/11/2025"),
        ("finish", "Q3 25/26", "If its last day is meant, write 31/12/2025"),
        ("finish", "Quarter 4 2025/26", "If its last day is meant, write 31/03/2026"),
        ("finish", "31/03/2026 (was 31/12/2025)", "Write the day alone: 31/03/2026"),
        ("finish", "Ongoing", "Leave the cell empty, and say so under “Details”"),
        ("finish", "Q3 25/27", "Write a day, such as 31/01/2026"),
        ("finish", "31/02/2026*", "Write a day, such as 31/01/2026"),
        ("finish", "#REF!", "Mend it, or write its result"),
        ("title", "#N/A", "Mend it, or write its result"),
        ("ref", date(2026, 1, 1), "Format the column as text, and write the reference again"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(name, raw, write):
    with pytest.raises(NoValue) as why:
        value_of(BY_NAME[name], raw)

    assert why.value.write == write


@pytest.mark.parametrize(
    ("name", "raw", "guess"),
    [
        ("finish", "Q2 2025/26", "2025-09-30"),
        ("start", "Q2 2025/26", "2025-07-01"),
        ("finish", 2026, "2026-12-31"),
        ("finish", "end of 2026", "2026-12-31"),
        ("finish", "Ongoing - reviewed each term", ""),
        ("finish", "Summer term", ""),
    ],
)
def test_words_for_a_day_are_asked_about(name, raw, guess):
    with pytest.raises(NoValue) as why:
        value_of(BY_NAME[name], raw)

    asked = why.value.question
    assert (asked.about, asked.guess) == ("begins" if name == "start" else "ends", guess)


@pytest.mark.parametrize("raw", ["31/02/2026", 3, True, "#REF!"])
def test_a_slip_is_a_fault_and_no_question(raw):
    with pytest.raises(NoValue) as why:
        value_of(BY_NAME["finish"], raw)

    assert why.value.question is None


@pytest.mark.parametrize(
    ("raw", "text"), [(None, ""), (2.0, "2"), (1.5, "1.5"), (" a\r\nb ", "a\nb")]
)
def test_a_cell_is_text(raw, text):
    assert text_of(raw) == text


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("#", "ref"),
        ("Ref no.", "ref"),
        ("Actions / tasks", "title"),
        ("Owner (post)", "lead"),
        ("By when?", "finish"),
        ("What do we need to do?", "title"),
        ("Owner(s)", "lead"),
        ("Task owner", "lead"),
        ("Task Name", "title"),
        ("Assigned To", "lead"),
        ("Planned completion date", "finish"),
        ("Original deadline", "first_finish"),
        ("Area for improvement", "areas"),
        ("RAG status (Nov 25)", "reported_status"),
    ],
)
def test_heads_are_understood_as_people_write_them(head, name):
    assert column_of(head) == BY_NAME[name]


def test_a_head_of_the_file_s_own_is_none_of_ours():
    assert column_of("Success measures") is None
