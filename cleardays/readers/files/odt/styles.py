"""What an OpenDocument style says: bold, italic, raised, hidden, and which list it is in."""

from cleardays.readers.files.odt.package import FO, OFFICE, STYLE, TEXT, Element, OdtPackage


class Styles:
    """The styles of one document, each looked up through its parents."""

    def __init__(self, package: OdtPackage) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self.lists: dict[str, Element] = {}
        self.outline: Element | None = None
        # The styles of the content come last: they win over those of the pages of that name.
        for root in (package.styles, package.content):
            if root is None:
                continue
            for style in root.iter(f"{STYLE}style"):
                key = (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", ""))
                self._styles[key] = style
            for style in root.iter(f"{TEXT}list-style"):
                self.lists[style.get(f"{STYLE}name", "")] = style
            outline = root.find(f"{OFFICE}styles/{TEXT}outline-style")
            self.outline = self.outline if outline is None else outline

    def text(self, family: str, name: str, attribute: str) -> str:
        """A text property ("font-weight", ...) of a style or its nearest parent that has it."""
        for style in self._line(family, name):
            properties = style.find(f"{STYLE}text-properties")
            if properties is not None and attribute in properties.attrib:
                return properties.get(attribute, "")
        return ""

    def list_of(self, paragraph_style: str) -> str:
        """The list style that a paragraph style puts its paragraphs into."""
        for style in self._line("paragraph", paragraph_style):
            if f"{STYLE}list-style-name" in style.attrib:
                return style.get(f"{STYLE}list-style-name", "")
        return ""

    def is_title(self, paragraph_style: str) -> bool:
        """Whether a paragraph has the style "Title", itself or by its parents."""
        line = self._line("paragraph", paragraph_style)
        return any(style.get(f"{STYLE}name") == "Title" for style in line)

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether the style hides its text."""
        return self.text(family, name, f"{TEXT}display") == "none"

    def is_bold(self, family: str, name: str) -> bool | None:
        """Whether the style is bold; None when it does not say."""
        weight = self.text(family, name, f"{FO}font-weight")
        return None if not weight else weight == "bold" or weight in ("600", "700", "800", "900")

    def is_italic(self, family: str, name: str) -> bool | None:
        """Whether the style is italic; None when it does not say."""
        slant = self.text(family, name, f"{FO}font-style")
        return None if not slant else slant in ("italic", "oblique")

    def raised(self, name: str) -> str:
        """ "sup", "sub" or "" for a text style."""
        position = self.text("text", name, f"{STYLE}text-position").split()
        if not position or position[0] in ("0%", "0"):
            return ""
        return "sub" if position[0] == "sub" or position[0].startswith("-") else "sup"

    def _line(self, family: str, name: str) -> list[Element]:
        line: list[Element] = []
        while (style := self._styles.get((family, name))) is not None and style not in line:
            line.append(style)
            name = style.get(f"{STYLE}parent-style-name", "")
        return line
