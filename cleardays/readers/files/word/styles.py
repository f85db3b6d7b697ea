"""What a style says of a paragraph or run: heading level, numbering, bold, hidden."""

import re

from cleardays.readers.files.word.package import Element, W, is_on, value, whole_number

_BODY_TEXT = 9  # outline level 9 is body text (ECMA-376 17.3.1.20)


class Styles:
    """The styles of one document, each looked up through those it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._document: Element | None = None
        if root is None:
            return
        for style in root.iter(f"{W}style"):
            self._styles[value(style, "styleId")] = style
            if value(style, "default") in ("1", "true", "on"):
                self._defaults[value(style, "type")] = value(style, "styleId")
        self._document = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def find(self, style: str, path: str, kind: str = "paragraph") -> Element | None:
        """The nearest element at this path in a style or those it is based on."""
        seen = set()
        name = style if style in self._styles else self._defaults.get(kind, "")
        while name in self._styles and name not in seen:
            seen.add(name)
            found = self._styles[name].find(path)
            if found is not None:
                return found
            name = value(self._styles[name].find(f"{W}basedOn"))
        return None

    def heading_level(self, paragraph: Element) -> int:
        """1 to 6 for a heading, 0 for anything else. Titles are level 1."""
        properties = paragraph.find(f"{W}pPr")
        own = None if properties is None else properties.find(f"{W}outlineLvl")
        style = paragraph_style(paragraph)
        if own is None:
            named = self._level_by_name(style)
            if named:
                return named
            own = self.find(style, f"{W}pPr/{W}outlineLvl")
        level = whole_number(value(own), _BODY_TEXT)
        return min(level + 1, 6) if 0 <= level < _BODY_TEXT else 0

    def _level_by_name(self, style: str) -> int:
        """Built-in styles keep their English name in every language of Word."""
        name = value(self._styles[style].find(f"{W}name")) if style in self._styles else style
        if name.lower() == "title":
            return 1
        found = re.fullmatch(r"heading ?([1-9])", name.lower())
        return min(int(found.group(1)), 6) if found else 0

    def has(self, toggle: str, run: Element, style: str) -> bool:
        """Whether a toggle ("b", "i", "vanish") is on for a run in a paragraph of this style.

        Direct formatting decides alone; else the styles of paragraph and run cancel each other
        out (ECMA-376 17.7.3), beside the document's default.
        """
        properties = run.find(f"{W}rPr")
        if properties is not None:
            own = properties.find(W + toggle)
            if own is not None:
                return is_on(own)
        path = f"{W}rPr/{W}{toggle}"
        by_paragraph = self.find(style, path)
        by_run = None
        if properties is not None and (named := value(properties.find(f"{W}rStyle"))):
            by_run = self.find(named, path, "character")
        default = None if self._document is None else self._document.find(W + toggle)
        states = [each is not None and is_on(each) for each in (by_paragraph, by_run)]
        return states[0] != states[1] or (default is not None and is_on(default))


def paragraph_style(paragraph: Element) -> str:
    """The id of the style of a paragraph, "" for the default one."""
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))
