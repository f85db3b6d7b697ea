"""The numbers of lists as Word shows them, counted from numbering.xml."""

import re
from dataclasses import dataclass

from cleardays.readers.files.numerals import format_number
from cleardays.readers.files.word.package import Element, W, is_on, value, whole_number
from cleardays.readers.files.word.styles import Styles, paragraph_style

_LEVELS = 9


@dataclass(frozen=True)
class Place:
    """Where a paragraph stands in a list: depth from 1, its marker, whether it counts."""

    level: int
    marker: str
    is_ordered: bool


class Numbering:
    """Counts every numbered paragraph of one story, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._num: dict[str, Element] = {}
        for each in () if root is None else root.iter(f"{W}abstractNum"):
            self._abstract[value(each, "abstractNumId")] = each
        for each in () if root is None else root.iter(f"{W}num"):
            self._num[value(each, "numId")] = each
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def place(self, paragraph: Element) -> Place | None:
        """Count this paragraph and return its place; None when it is in no list."""
        num_id, level = self._membership(paragraph)
        num = self._num.get(num_id)
        abstract = self._abstract_of(num)
        if num is None or abstract is None:
            return None
        definition = self._definition(num, abstract, level)
        if definition is None:
            return None
        self._count(num_id, num, abstract, level)
        form = value(definition.find(f"{W}numFmt")) or "decimal"
        text = value(definition.find(f"{W}lvlText"))
        is_picture = definition.find(f"{W}lvlPicBulletId") is not None
        if form == "bullet" or is_picture:
            return Place(level + 1, "•", is_ordered=False)
        marker = self._marker(num, abstract, text, definition)
        return Place(level + 1, marker, is_ordered=True) if marker else None

    def _membership(self, paragraph: Element) -> tuple[str, int]:
        """The list and level of a paragraph, its own or its style's. List 0 is no list."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph_style(paragraph)
        by_style = self._styles.find(style, f"{W}pPr/{W}numPr")
        num_id = level = ""
        for source in (own, by_style):
            if source is not None:
                num_id = num_id or value(source.find(f"{W}numId"))
                level = level or value(source.find(f"{W}ilvl"))
        if not level:
            level = self._level_linked_to(style, num_id)
        return num_id, min(max(whole_number(level, 0), 0), _LEVELS - 1)

    def _level_linked_to(self, style: str, num_id: str) -> str:
        abstract = self._abstract_of(self._num.get(num_id))
        for level in () if abstract is None else abstract.iter(f"{W}lvl"):
            if style and value(level.find(f"{W}pStyle")) == style:
                return value(level, "ilvl")
        return ""

    def _abstract_of(self, num: Element | None) -> Element | None:
        """The definition behind a list, through a numbering style if it names one."""
        for _ in range(5):
            if num is None:
                return None
            abstract = self._abstract.get(value(num.find(f"{W}abstractNumId")))
            link = "" if abstract is None else value(abstract.find(f"{W}numStyleLink"))
            if not link:
                return abstract
            styled = self._styles.find(link, f"{W}pPr/{W}numPr/{W}numId", "numbering")
            num = self._num.get(value(styled))
        return None

    def _definition(self, num: Element, abstract: Element, level: int) -> Element | None:
        for override in num.iter(f"{W}lvlOverride"):
            own = override.find(f"{W}lvl")
            if own is not None and value(override, "ilvl") == str(level):
                return own
        levels = abstract.findall(f"{W}lvl")
        return next((each for each in levels if value(each, "ilvl") == str(level)), None)

    def _start(self, num: Element, abstract: Element, level: int) -> int:
        definition = self._definition(num, abstract, level)
        start = None if definition is None else definition.find(f"{W}start")
        override = self._start_override(num, level)
        return (
            override
            if override is not None
            else whole_number(value(start), 1 if start is not None else 0)
        )

    def _start_override(self, num: Element, level: int) -> int | None:
        for override in num.iter(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if start is not None and value(override, "ilvl") == str(level):
                return whole_number(value(start), 1)
        return None

    def _count(self, num_id: str, num: Element, abstract: Element, level: int) -> None:
        """Count on. Lists with one definition count together, until one starts afresh."""
        key = value(abstract, "abstractNumId")
        counts = self._counts.setdefault(key, [None] * _LEVELS)
        is_first_use = (num_id, level) not in self._started
        self._started.add((num_id, level))
        if is_first_use and self._start_override(num, level) is not None:
            counts[level] = None
        before = counts[level]
        counts[level] = self._start(num, abstract, level) if before is None else before + 1
        for upper in range(level):
            if counts[upper] is None:
                counts[upper] = self._start(num, abstract, upper)
        for deeper in range(level + 1, _LEVELS):
            if self._restarts(self._definition(num, abstract, deeper), level):
                counts[deeper] = None

    def _restarts(self, definition: Element | None, level: int) -> bool:
        """Whether a deeper level begins again after this one (ECMA-376 17.9.11)."""
        restart = None if definition is None else definition.find(f"{W}lvlRestart")
        return restart is None or level < whole_number(value(restart), _LEVELS)

    def _marker(self, num: Element, abstract: Element, text: str, definition: Element) -> str:
        counts = self._counts[value(abstract, "abstractNumId")]
        legal = definition.find(f"{W}isLgl")

        def number(found: re.Match[str]) -> str:
            level = int(found.group(1)) - 1
            each = self._definition(num, abstract, level)
            form = "decimal" if each is None else value(each.find(f"{W}numFmt"))
            form = "decimal" if legal is not None and is_on(legal) else form or "decimal"
            count = counts[level]
            return format_number(
                self._start(num, abstract, level) if count is None else count, form
            )

        return re.sub(r"%([1-9])", number, text).strip()
