"""The properties of an Office package that name somebody: author, editor, company, manager."""

from cleardays.readers.files.archive import Archive

_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_PERSONAL = (f"{_DC}creator", f"{_CORE}lastModifiedBy", f"{_APP}Company", f"{_APP}Manager")


def naming_properties(archive: Archive) -> int:
    """How many of author, last editor, company and manager are named; custom properties too."""
    count = 0
    for part in ("docProps/core.xml", "docProps/app.xml"):
        root = archive.xml(part)
        if root is not None:
            count += sum(bool((each.text or "").strip()) for each in root.iter(*_PERSONAL))
    custom = archive.xml("docProps/custom.xml")
    return count + (0 if custom is None else len(custom))
