"""The cells of a sheet: which of them a reader of the sheet sees."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WHITE = re.compile(r"(?:FF)?FFFFFF", re.IGNORECASE)
_ON = frozenset({"1", "true"})


@dataclass(frozen=True)
class Styles:
    """The styles that make a cell look empty: a format that prints nothing, white on white."""

    unseen: frozenset[int]

    @classmethod
    def of(cls, root: etree._Element | None) -> "Styles":
        """The styles of ``styles.xml``; none without it."""
        if root is None:
            return cls(frozenset())
        codes = {f.get("numFmtId"): f.get("formatCode", "") for f in root.iter(f"{S}numFmt")}
        white = [_is_white(font) for font in root.iterfind(f"{S}fonts/{S}font")]
        filled = [_is_filled(fill) for fill in root.iterfind(f"{S}fills/{S}fill")]
        unseen = [
            index
            for index, xf in enumerate(root.iterfind(f"{S}cellXfs/{S}xf"))
            if codes.get(xf.get("numFmtId"), "").strip() in {";;;", ";;"}
            or (_at(white, xf.get("fontId")) and not _at(filled, xf.get("fillId")))
        ]
        return cls(frozenset(unseen))


class Cells:
    """What one sheet holds: its visible words, and how much of it is hidden.

    ``hidden`` counts hidden rows and columns that have something in them, ``unseen`` cells whose
    style hides what they say; ``used`` are the numbers of the shared strings in any of them.
    """

    def __init__(self, sheet: etree._Element, strings: Sequence[str], styles: Styles) -> None:
        self.words: list[str] = []
        self.used: set[int] = set()
        self.unseen = 0
        self._strings = strings
        self._styles = styles
        self._hidden_rows = 0
        self._hidden_columns: set[int] = set()
        ranges = list(_hidden_ranges(sheet))
        for row in sheet.iterfind(f"{S}sheetData/{S}row"):
            self._row(row, ranges)

    @property
    def hidden(self) -> int:
        """How many rows and columns with something in them are hidden."""
        return self._hidden_rows + len(self._hidden_columns)

    def _row(self, row: etree._Element, hidden: Sequence[range]) -> None:
        filled = [(cell, text) for cell in row.iterfind(f"{S}c") if (text := self._text(cell))]
        if _is_hidden(row, "ht"):
            self._hidden_rows += bool(filled)
            return
        for cell, text in filled:
            column = _column(cell.get("r", ""))
            if any(column in each for each in hidden):
                self._hidden_columns.add(column)
            elif int(cell.get("s", "0") or 0) in self._styles.unseen:
                self.unseen += 1
            else:
                self.words.append(text)

    def _text(self, cell: etree._Element) -> str:
        value = cell.findtext(f"{S}v") or ""
        if cell.get("t") == "inlineStr":
            return "".join(t.text or "" for t in cell.iter(f"{S}t")).strip()
        if cell.get("t") == "s" and value.isdecimal() and int(value) < len(self._strings):
            self.used.add(int(value))
            return self._strings[int(value)].strip()
        return value.strip()


def _hidden_ranges(sheet: etree._Element) -> Iterator[range]:
    for col in sheet.iterfind(f"{S}cols/{S}col"):
        if _is_hidden(col, "width"):
            yield range(int(col.get("min", "0")), int(col.get("max", "0")) + 1)


def _is_hidden(line: etree._Element, size: str) -> bool:
    """Whether a row or column is hidden, by name or by having no height or width."""
    given = line.get(size, "")
    return line.get("hidden") in _ON or bool(re.fullmatch(r"0(\.0+)?", given))


def _column(reference: str) -> int:
    """The number of the column in a reference: "A7" is 1, "AB7" is 28."""
    number = 0
    for letter in re.match(r"[A-Z]*", reference).group():  # type: ignore[union-attr]  # always matches
        number = number * 26 + ord(letter) - 64
    return number


def _is_white(font: etree._Element) -> bool:
    color = font.find(f"{S}color")
    # The first colour of a theme is what lies behind the cells.
    return color is not None and (
        bool(_WHITE.fullmatch(color.get("rgb", "")))
        or (color.get("theme") == "0" and not color.get("tint"))
    )


def _is_filled(fill: etree._Element) -> bool:
    pattern = fill.find(f"{S}patternFill")
    return pattern is None or pattern.get("patternType", "none") != "none"


def _at(values: Sequence[bool], index: str | None) -> bool:
    place = int(index) if index and index.isdecimal() else 0
    return place < len(values) and values[place]
