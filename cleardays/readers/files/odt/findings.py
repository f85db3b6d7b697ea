"""What stands in an OpenDocument file beside its text: changes, comments, links, metadata."""

from collections.abc import Iterator

from cleardays.readers.blocks import Notice
from cleardays.readers.files.notices import notice
from cleardays.readers.files.odt.package import (
    CHART,
    DC,
    DRAW,
    META,
    OFFICE,
    STYLE,
    TEXT,
    XLINK,
    Element,
    OdtPackage,
)

_EDGES = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
_PERSONAL = (f"{META}initial-creator", f"{DC}creator", f"{META}printed-by", f"{META}user-defined")


def findings(package: OdtPackage) -> Iterator[Notice]:
    """Everything in the package that is not its text, but for what is hidden (see ``Story``)."""
    body = package.body
    yield from notice("tracked-insertion", _count(body, f"{TEXT}insertion"))
    yield from notice("tracked-deletion", _count(body, f"{TEXT}deletion"))
    yield from notice("tracked-formatting", _count(body, f"{TEXT}format-change"))
    yield from notice("comment", _count(body, f"{OFFICE}annotation"))
    yield from notice("header-footer", _worded_edges(package.styles))
    objects = [each for each in body.iter(f"{DRAW}object") if _is_drawn(package, each)]
    loose = list(body.iter(f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin"))
    yield from notice("diagram", len(objects))
    yield from notice("embedded-file", len(loose) - len(objects))
    yield from notice("external-link", sum(_reaches_out(each) for each in body.iter()))
    yield from notice("external-template", _count(package.meta, f"{META}template"))
    yield from notice("metadata", _personal(package.meta))
    versions = [name for name in package.archive.names if name.startswith("Versions/")]
    yield from notice("earlier-version", len(versions))
    yield from notice("picture-left-out", _pictures(body))


def _count(root: Element | None, tag: str) -> int:
    return 0 if root is None else sum(1 for _ in root.iter(tag))


def _worded_edges(styles: Element | None) -> int:
    if styles is None:
        return 0
    edges = styles.iter(*(STYLE + name for name in _EDGES))
    return sum(bool("".join(map(str, edge.itertext())).strip()) for edge in edges)


def _is_drawn(package: OdtPackage, holder: Element) -> bool:
    """Whether an object is a chart or a formula of this document's own."""
    href = holder.get(f"{XLINK}href", "").removeprefix("./")
    content = package.archive.xml(f"{href}/content.xml") if href else None
    if content is None:
        return next(holder.iterchildren(), None) is not None
    is_chart = next(content.iter(f"{CHART}chart"), None) is not None
    return is_chart or str(content.tag).endswith("}math")


def _reaches_out(element: Element) -> bool:
    """A picture, object or section that comes from elsewhere; a link to click is none."""
    if element.tag in (f"{TEXT}a", f"{DRAW}a") or not isinstance(element.tag, str):
        return False
    href = element.get(f"{XLINK}href", "")
    return "://" in href or href.startswith(("file:", "../", "/", "//"))


def _personal(meta: Element | None) -> int:
    found = () if meta is None else meta.iter(*_PERSONAL)
    return sum(bool((each.text or "").strip()) for each in found)


def _pictures(body: Element) -> int:
    frames = body.iter(f"{DRAW}frame")
    return sum(frame.find(f"{DRAW}image") is not None for frame in frames)
