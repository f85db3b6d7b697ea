"""The PDF of a report, made from the same parts as its page; tagged for assistive technology."""

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from weasyprint import HTML
from weasyprint.urls import URLFetcher

from cleardays.record.log import body_of
from cleardays.record.schemas.report import ReportDocument

# Fonts carry the time of their subsetting unless told one: the same parts give the same bytes.
os.environ.setdefault("SOURCE_DATE_EPOCH", "1514764800")


@cache
def stylesheet() -> Path:
    """Return paper.css as built; the fonts it names lie beside it."""
    found = finders.find("design/dist/paper.css")
    if not found:
        raise FileNotFoundError("The styles have not been built: run make setup")
    return Path(str(found)).resolve()


class OurStyleOnly(URLFetcher):
    """Hands out the stylesheet and its fonts, and refuses every other address.

    A report's HTML is somebody's upload: nothing in it may make the server fetch.
    """

    def fetch(self, url: str, headers: Any = None) -> Any:
        parts = urlsplit(url)
        file = Path(unquote(parts.path)).resolve()
        if parts.scheme != "file" or not file.is_relative_to(stylesheet().parent):
            raise ValueError(f"{url} is not one of our own files")
        return super().fetch(url, headers)  # type: ignore[no-untyped-call]


def _place_of(document: ReportDocument) -> Path:
    """Return where the PDF of these parts in this style is kept."""
    digest = hashlib.sha256(f"{stylesheet().stat().st_mtime}{body_of(document)}".encode())
    name = digest.hexdigest()
    return Path(settings.RENDERINGS) / name[:2] / f"{name}.pdf"


def is_new(document: ReportDocument) -> bool:
    """Say whether these parts have not been rendered yet."""
    return not _place_of(document).exists()


def rendered(document: ReportDocument) -> Path:
    """Return the PDF of a report as a file, made now unless these parts were rendered before."""
    target = _place_of(document)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".part")
        unfinished.write_bytes(render(document))
        unfinished.replace(target)
    return target


def render(document: ReportDocument) -> bytes:
    """Return the bytes of the PDF/UA-1 file; the same parts give the same bytes."""
    context = {"report": document, "stylesheet": stylesheet().as_uri()}
    html = render_to_string("door/report.html", context)
    fetcher = OurStyleOnly()  # type: ignore[no-untyped-call]
    made: bytes = HTML(string=html, url_fetcher=fetcher).write_pdf(
        pdf_variant="pdf/ua-1", pdf_identifier=hashlib.sha256(html.encode()).digest()[:16]
    )
    return made
