"""A page of a PDF as a picture, for people to compare with what was read from it."""

from io import BytesIO
from pathlib import Path

from pypdfium2 import PdfDocument, PdfiumError

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.refusals import damaged

WIDTH = 900  # pixels: small print can be read, and a page takes some 100 kB


def draw(path: Path, *, number: int) -> bytes:
    """Return a page (from 1) as a PNG in greys; Unreadable for none, or a damaged one."""
    try:
        with PdfDocument(path) as document:  # type: ignore[no-untyped-call]
            if not 1 <= number <= len(document):
                raise Unreadable("no-page", f"There is no page {number} in this PDF.")
            page = document[number - 1]
            picture = page.render(scale=WIDTH / page.get_width()).to_pil()
    except PdfiumError as problem:
        raise damaged() from problem
    out = BytesIO()
    picture.convert("L").save(out, "PNG")
    return out.getvalue()
