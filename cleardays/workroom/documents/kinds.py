"""What kind of file a name and its first bytes say it is."""

from pathlib import PurePath

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
OFFICE = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."
UNKNOWN = "application/octet-stream"

# By the ending of the name: media type, what people call it, and how such a file begins.
KINDS: dict[str, tuple[str, str, bytes]] = {
    ".pdf": ("application/pdf", "PDF", b"%PDF-"),
    ".docx": (f"{OFFICE}wordprocessingml.document", "Word", ZIP),
    ".xlsx": (f"{OFFICE}spreadsheetml.sheet", "Excel", ZIP),
    ".pptx": (f"{OFFICE}presentationml.presentation", "PowerPoint", ZIP),
    ".odt": (f"{ODF}text", "OpenDocument text", ZIP),
    ".ods": (f"{ODF}spreadsheet", "OpenDocument spreadsheet", ZIP),
    ".odp": (f"{ODF}presentation", "OpenDocument presentation", ZIP),
    ".doc": ("application/msword", "Word 97", OLE),
    ".xls": ("application/vnd.ms-excel", "Excel 97", OLE),
    ".ppt": ("application/vnd.ms-powerpoint", "PowerPoint 97", OLE),
    ".rtf": ("application/rtf", "RTF", b"{\\rtf"),
    ".txt": ("text/plain", "text", b""),
    ".csv": ("text/csv", "CSV", b""),
    ".png": ("image/png", "PNG picture", b"\x89PNG"),
    ".jpg": ("image/jpeg", "JPEG picture", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", "JPEG picture", b"\xff\xd8\xff"),
}
PICTURES = frozenset({"image/png", "image/jpeg"})
NAMES = {media_type: name for media_type, name, _ in KINDS.values()}


def media_type_of(name: str, first_bytes: bytes) -> str:
    """Return the media type; ``UNKNOWN`` where the ending is strange or the bytes belie it."""
    media_type, _, start = KINDS.get(PurePath(name).suffix.lower(), (UNKNOWN, "", b""))
    # A PDF may carry up to a kilobyte before its first line.
    begins = start in first_bytes[:1024] if start == b"%PDF-" else first_bytes.startswith(start)
    return media_type if begins else UNKNOWN


def in_words(media_type: str) -> str:
    """Call a media type what people call it."""
    return NAMES.get(media_type, "file")
