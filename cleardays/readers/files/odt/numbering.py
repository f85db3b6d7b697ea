"""The numbers of OpenDocument lists as they are shown, counted in reading order."""

from cleardays.readers.files.numerals import format_number
from cleardays.readers.files.odt.package import STYLE, TEXT, Element, whole_number

_FORMS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter",
          "A": "upperLetter"}  # fmt: skip
_COUNTING = (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
_LEVELS = 10


class Counter:
    """Counts the items of one list with its inner lists, or the headings of a document."""

    def __init__(self, style: Element | None) -> None:
        self._style = style
        self._counts = [0] * _LEVELS

    def next(self, level: int, start: int | None = None) -> str:
        """Count an item at this level (from 1); return its marker, "•" for a bullet, or ""."""
        level = min(level, _LEVELS)
        definition = self._level(level)
        if self._counts[level - 1] == 0 or start is not None:
            self._counts[level - 1] = self._start(definition) if start is None else start
        else:
            self._counts[level - 1] += 1
        self._counts[level:] = [0] * (_LEVELS - level)
        if definition is None:
            return ""
        if definition.tag not in _COUNTING:
            return "•"
        return self._marker(definition, level)

    def _level(self, level: int) -> Element | None:
        for each in () if self._style is None else self._style:
            if each.get(f"{TEXT}level") == str(level):
                return each
        return None

    def _start(self, definition: Element | None) -> int:
        return 1 if definition is None else whole_number(definition, f"{TEXT}start-value", 1)

    def _marker(self, definition: Element, level: int) -> str:
        if not definition.get(f"{STYLE}num-format"):
            return ""
        shown = min(whole_number(definition, f"{TEXT}display-levels", 1), level)
        numbers = []
        for upper in range(level - shown + 1, level + 1):
            each = self._level(upper)
            form = "" if each is None else each.get(f"{STYLE}num-format", "")
            if form:
                count = self._counts[upper - 1] or self._start(each)
                numbers.append(format_number(count, _FORMS.get(form, "decimal")))
        before = definition.get(f"{STYLE}num-prefix", "")
        after = definition.get(f"{STYLE}num-suffix", "")
        return f"{before}{'.'.join(numbers)}{after}".strip()
