"""The functions of pdfium as they are in C: made at import, so that no type checker sees them."""

from typing import Any

from pypdfium2 import raw

pdfium_c: Any = raw
