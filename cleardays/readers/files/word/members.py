"""The blocks, rows and cells of a Word document, seen through what only wraps them."""

from collections.abc import Iterator

from cleardays.readers.files.word.package import MC, Element, W

_WRAPPERS = frozenset(
    W + name for name in ("body", "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)


def members(container: Element) -> Iterator[Element]:
    """The children of a container, through content controls and tracked insertions."""
    for child in container:
        if child.tag in _WRAPPERS:
            yield from members(child)
        elif child.tag == f"{MC}AlternateContent":
            if len(child):  # the first choice; the rest say the same for older programs
                yield from members(child[0])
        else:
            yield child
