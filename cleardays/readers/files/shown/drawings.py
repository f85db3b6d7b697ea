"""Words and pictures in drawings, which sheets and slides have alike."""

from collections.abc import Iterator

from lxml import etree

from cleardays.readers.blocks import Notice
from cleardays.readers.files.archive import Archive
from cleardays.readers.files.notices import notice

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


def picture_notices(archive: Archive, folder: str) -> Iterator[Notice]:
    """Pictures that say nothing to someone who cannot see them."""
    silent = 0
    for name in archive.names:
        if name.startswith(folder) and name.endswith(".xml"):
            root = archive.xml(name)
            silent += 0 if root is None else sum(map(_is_silent, root.iter(etree.Element)))
    yield from notice("picture-without-alt", silent)


def _is_silent(element: etree._Element) -> bool:
    if etree.QName(element).localname != "pic":
        return False
    named = (
        each for each in element.iter(etree.Element) if etree.QName(each).localname == "cNvPr"
    )
    return not any(each.get("descr", "").strip() for each in named)
