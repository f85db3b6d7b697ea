"""Words in drawings, which sheets and slides have alike."""

from collections.abc import Iterator

from lxml import etree

from cleardays.readers.files.archive import Archive

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def paragraphs(root: etree._Element) -> Iterator[str]:
    """The paragraphs of text in a drawing, and what the points of a chart are called."""
    for paragraph in root.iter(f"{A}p"):
        yield "".join(t.text or "" for t in paragraph.iter(f"{A}t"))
    for value in root.iter(f"{_C}v"):
        yield value.text or ""


def drawn_words(archive: Archive, *folders: str) -> Iterator[str]:
    """The words in the drawings and charts of a package."""
    for name in sorted(archive.names):
        if name.startswith(folders) and name.endswith(".xml"):
            root = archive.xml(name)
            if root is not None:
                yield from paragraphs(root)
