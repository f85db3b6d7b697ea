"""Rows of a table that a page break cuts, made whole again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleardays.readers.inspections.bodies import ENDS_AS_BODY
from cleardays.readers.inspections.page import SAME_LINE, Line
from cleardays.readers.inspections.prose import (
    ENDS_SENTENCE,
    INDENT,
    blocks_of,
    has_room,
    opens_with_marker,
)

NO_STOP = "A page break comes after a short line without a full stop: this may go on from before."
FULL_LINE = "A page break comes after a full line: this may go on from the row before."
SHORT_ROW = "A page break comes before this short row: it may be the end of the row before."
FEW_WORDS = 15  # every finding known has more
# A row names who should act; a sentence that points back belongs to the words before it.
POINTS_BACK = re.compile(
    r"^(?:this|these|those|they|it|in particular|in addition|specifically|also|including|such)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Row:
    """A row of a table of findings: the words of its text and of its responsible bodies."""

    section: str
    page: int
    text: tuple[Line, ...]
    right: float
    responsible: tuple[Line, ...] = ()
    responsible_right: float = 0.0
    has_column: bool = False
    cut: str = ""  # why it is doubtful that the row is one with, or apart from, the one before

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that the row stands on."""
        lines = (*self.text, *self.responsible)
        return tuple(sorted({self.page, *(line.page for line in lines)}))


def join_cut_rows(rows: Sequence[Row]) -> list[Row]:
    """Join each row that a page break cuts."""
    whole: list[Row] = []
    for row in rows:
        last = whole[-1] if whole else None
        if last is None or not _may_continue(last, row):
            whole.append(row)
            continue
        is_one, why = _is_continued(last, row)
        if is_one:
            merged = replace(
                last,
                text=(*last.text, *row.text),
                responsible=(*last.responsible, *row.responsible),
                cut=why or last.cut,
            )
            whole[-1] = merged
        else:
            whole.append(replace(row, cut=why))
    return whole


def _may_continue(last: Row, row: Row) -> bool:
    same = last.section == row.section and last.has_column == row.has_column
    return same and row.page == last.pages[-1] + 1


def _is_continued(last: Row, row: Row) -> tuple[bool, str]:
    """Say whether ``row``, first on its page, goes on from ``last``; and why that is doubtful."""
    if not (row.text and last.text) or (row.has_column and not row.responsible):
        return True, ""
    begins, ends = row.text[0], last.text[-1]
    if begins.text[:1].islower() or _bodies_run_on(last):
        return True, ""
    was_last_line = has_room(ends, begins, last.right)
    if _breaks_off(last, row):
        return not was_last_line, NO_STOP if was_last_line else ""
    if not row.has_column and (opens_with_marker(row.text) or POINTS_BACK.match(begins.text)):
        return True, ""
    return False, _doubt_of_another(row, is_after_full_line=not was_last_line)


def _doubt_of_another(row: Row, *, is_after_full_line: bool) -> str:
    """Return why it is doubtful that ``row`` stands apart; what names its bodies surely does."""
    if row.has_column:
        return ""
    if sum(len(line.words) for line in row.text) < FEW_WORDS:
        return SHORT_ROW
    return FULL_LINE if is_after_full_line else ""


def _breaks_off(last: Row, row: Row) -> bool:
    """Say whether ``last`` ends inside a sentence that ``row`` may go on with."""
    if ENDS_SENTENCE.search(last.text[-1].text):
        return False
    block = blocks_of(last.text, last.right)[-1]
    if block.is_bullet and not opens_with_marker(row.text):
        # A list may end without a full stop; its next line would stand as far in as the item.
        return row.text[0].x0 > block.x0 - INDENT
    return not opens_with_marker(row.text)


def _bodies_run_on(last: Row) -> bool:
    """Say whether the bodies' cell too is cut: full to the end of its page, inside a name."""
    if not last.responsible:
        return False
    ends = last.responsible[-1]
    return ends.y <= last.text[-1].y + SAME_LINE and not ENDS_AS_BODY.search(ends.text)
