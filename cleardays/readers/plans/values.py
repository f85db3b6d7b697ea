"""What a cell says: its text, its day, its lines; and what is wrong with one that says none."""

from datetime import date
from typing import Any

from cleardays.readers.plans.columns import Column
from cleardays.readers.plans.days import NoDay, read_day
from cleardays.readers.plans.table import Question, Value

ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
BEGINS = {"start", "started", "first_start"}


class NoValue(ValueError):
    """A cell that cannot be read: the message says what is wrong, ``write`` what to do.

    ``question`` is what a person may settle instead, without touching the file.
    """

    def __init__(self, wrong: str, write: str, question: Question | None = None) -> None:
        super().__init__(wrong)
        self.write = write
        self.question = question


def text_of(raw: Any) -> str:
    """Return a cell as text: 2.0, as Excel keeps a 2, is 2; line ends are one kind."""
    if raw is None:
        return ""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    if hasattr(raw, "isoformat"):
        return str(raw.isoformat())[:10]
    return str(raw).replace("\r\n", "\n").replace("\r", "\n").strip()


def value_of(column: Column, raw: Any, *, is_1904: bool = False) -> Value:
    """Return what a cell says in its column; NoValue where it says nothing that counts."""
    if isinstance(raw, str) and raw in ERRORS:
        raise NoValue(f"The formula gives an error, {raw}", "Mend it, or write its result")
    if column.kind == "day":
        try:
            return read_day(raw, is_1904=is_1904)
        except NoDay as why:
            question = _day_meant(column, text_of(raw), why) if why.are_words else None
            raise NoValue(str(why), _day_to_write(column, why), question) from why
    if column.name == "ref" and hasattr(raw, "isoformat"):
        wrong = "The spreadsheet has made a day of this reference"
        raise NoValue(wrong, "Format the column as text, and write the reference again")
    text = text_of(raw)
    if column.kind == "list":
        return [line.strip() for line in text.splitlines() if line.strip()]
    return text


def _day_meant(column: Column, words: str, why: NoDay) -> Question:
    """Ask which day is meant: the first of what words may mean begins, the last of them ends."""
    begins = column.name in BEGINS
    day = why.span[0 if begins else 1].isoformat() if why.span else ""
    return Question("begins" if begins else "ends", words, guess=day)


def _day_to_write(column: Column, why: NoDay) -> str:
    if why.is_open:
        return "Leave the cell empty, and say so under “Details”"
    if why.span is None:
        return "Write a day, such as 31/01/2026"
    first, last = why.span
    if first == last:
        return f"Write the day alone: {_said(first)}"
    if column.name in BEGINS:
        return f"If its first day is meant, write {_said(first)}"
    return f"If its last day is meant, write {_said(last)}"


def _said(day: date) -> str:
    return f"{day:%d/%m/%Y}"
