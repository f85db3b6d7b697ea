"""A plan's table as values: rows by reference, the cell that each value stood in, faults."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from cleardays.readers.blocks import Unreadable

Value = str | list[str]


class UnreadablePlan(Unreadable):
    """The file is no plan's table at all; the message says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__("no-plan", message)


@dataclass(frozen=True)
class Fault:
    """What is wrong with one cell and what to write there; ``cell`` is "" for the whole sheet."""

    sheet: str
    cell: str
    wrong: str
    write: str

    @property
    def words(self) -> str:
        where = " ".join(filter(None, (self.sheet, self.cell)))
        return f"{where}: {self.wrong}. {self.write}."


@dataclass(frozen=True)
class Question:
    """What a person settles once for the whole file, wherever it stands: a word that is no day, a
    body that nobody knows. ``about`` says of which kind it is, ``guess`` what it probably means,
    ``post`` which post, where the answer is a post and its body.

    An answer is found by ``key``; "" is an answer too: that it means nothing of the kind.
    """

    about: str
    words: str
    cells: tuple[str, ...] = ()
    guess: str = ""
    post: str = ""

    @property
    def key(self) -> str:
        return f"{self.about}|{' '.join(self.words.casefold().split())}"

    def as_json(self) -> dict[str, Any]:
        """Return what JSON keeps."""
        return {**asdict(self), "cells": list(self.cells)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Question":
        """Return the question that was kept."""
        return cls(**{**plain, "cells": tuple(plain["cells"])})


Answers = Mapping[str, str]


def merged(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Ask once what stands in several cells."""
    found: dict[str, Question] = {}
    for one in questions:
        first = found.setdefault(one.key, one)
        if first is not one:
            found[one.key] = replace(first, cells=(*first.cells, *one.cells))
    return tuple(found.values())


@dataclass(frozen=True)
class PlanRow:
    """One action: its values by the names of ``columns``, days as ISO text, and ``cells`` that
    say where each stood. ``notes`` are cells of columns that are the file's own."""

    values: Mapping[str, Value]
    cells: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    sheet: str = ""

    @property
    def ref(self) -> str:
        return str(self.values["ref"])

    def where(self, name: str) -> str:
        """Return the sheet and the cell of a value."""
        return " ".join(filter(None, (self.sheet, self.cells.get(name, ""))))

    def fault(self, name: str, wrong: str, write: str) -> Fault:
        """Return a fault of this row's value."""
        return Fault(self.sheet, self.cells.get(name, ""), wrong, write)


@dataclass(frozen=True)
class PlanTable:
    """All rows, or all faults: there are no rows where there is a fault.

    ``questions`` are to be settled before the rows count: until then an open value is "".
    ``is_numbered`` says that the file has no references and the rows were numbered.
    ``columns`` are the names that the file has; ``legend`` is None where it has none; ``export``
    says from which export it began, or is "". ``notices`` say what was read otherwise than it
    looks, and what was not read.
    """

    rows: tuple[PlanRow, ...] = ()
    columns: tuple[str, ...] = ()
    legend: Mapping[str, str] | None = None
    export: str = ""
    faults: tuple[Fault, ...] = ()
    notices: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    is_numbered: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return what JSON keeps."""
        return {
            "columns": list(self.columns),
            "legend": dict(self.legend) if self.legend is not None else None,
            "notices": list(self.notices),
            "rows": [
                {
                    "values": dict(row.values),
                    "cells": dict(row.cells),
                    "notes": list(row.notes),
                    "sheet": row.sheet,
                }
                for row in self.rows
            ],
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "PlanTable":
        """Return the table that was kept."""
        rows = tuple(
            PlanRow(row["values"], row["cells"], tuple(row["notes"]), row["sheet"])
            for row in plain["rows"]
        )
        return cls(rows=rows, columns=tuple(plain["columns"]), legend=plain["legend"])
