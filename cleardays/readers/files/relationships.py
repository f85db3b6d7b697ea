"""What the parts of an Office package point at (ECMA-376 part 2, 9.3)."""

from dataclasses import dataclass

from cleardays.readers.files.archive import Archive, resolve

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Relationship:
    """What a part points at. ``kind`` is the last word of the type ("image", "header" ...)."""

    kind: str
    target: str
    is_external: bool


def relationships_of(archive: Archive, part: str) -> dict[str, Relationship]:
    """The relationships of a part by id; of the package itself for ""."""
    folder, _, name = part.rpartition("/")
    root = archive.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    found = {}
    for each in () if root is None else root.iter(_RELATIONSHIP):
        target = each.get("Target", "")
        is_external = each.get("TargetMode") == "External"
        found[each.get("Id", "")] = Relationship(
            kind=each.get("Type", "").rpartition("/")[2],
            target=target if is_external else resolve(part, target),
            is_external=is_external,
        )
    return found
