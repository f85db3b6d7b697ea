"""Files on their way out: each is looked through first, and what does not pass stays inside."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pikepdf

from cleardays.readers.blocks import Notice
from cleardays.readers.files.release import reasons_against_release
from cleardays.record import files as public_files
from cleardays.record.schemas.common import FileLink
from cleardays.workroom.documents import store as private_files
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.reports.models import Appendix

PDF = "application/pdf"


class NotReleased(Exception):
    """A paper that has to be public did not pass the release check. Says which and why."""


def original(file: StoredFile, exempt_words: Iterable[str]) -> FileLink | None:
    """Let the original of a report across if nothing is found in it; otherwise it stays.

    The public is not worse off: the page and the PDF hold the same parts.
    """
    path = private_files.path_of(file.sha256)
    if reasons_against_release(path, file.media_type, exempt_words):
        return None
    return _across(path, role="original", title="The file as the council received it", file=file)


def appendix(row: Appendix, exempt_words: Iterable[str]) -> FileLink:
    """Let an open appendix across; it has to be public, so a finding stops the publication.

    A PDF goes as a copy without the names in its metadata, which nearly every PDF carries.
    """
    path = private_files.path_of(row.file.sha256)
    title = f"{row.label}: {row.public_title}"
    with tempfile.TemporaryDirectory() as folder:
        if row.file.media_type == PDF:
            path = without_metadata(path, Path(folder) / "copy.pdf")
        if found := reasons_against_release(path, row.file.media_type, exempt_words):
            raise NotReleased(f"{title} may not go out: {_in_words(found)}")
        return _across(path, role="appendix", title=title, file=row.file)


def inspectors_report(file: StoredFile) -> FileLink | None:
    """Let the inspectors' PDF across without its metadata if nothing else is found in it.

    The public is not worse off where it stays: the inspectors publish it themselves.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = without_metadata(private_files.path_of(file.sha256), Path(folder) / "copy.pdf")
        if reasons_against_release(path, file.media_type, ()):
            return None
        return _across(path, role="original", title="The inspectors’ report", file=file)


def made(path: Path, name: str, pages: int | None) -> FileLink:
    """Let a PDF that was made here across."""
    sha256 = public_files.hash_of(path)
    public_files.put(path, sha256=sha256, media_type=PDF)
    return FileLink(
        role="pdf",
        title="The report as a PDF",
        name=name,
        sha256=sha256,
        media_type=PDF,
        size=path.stat().st_size,
        pages=pages,
    )


def without_metadata(source: Path, target: Path) -> Path:
    """Write a copy of a PDF without author, company and editing history; same bytes each time."""
    try:
        with pikepdf.open(source) as pdf:
            if "/Info" in pdf.trailer:
                title = pdf.docinfo.get("/Title", "")
                del pdf.trailer["/Info"]
                pdf.docinfo["/Title"] = title
            _keep_only_standard_metadata(pdf)
            pdf.save(target, deterministic_id=True)
    except pikepdf.PdfError:
        shutil.copyfile(source, target)
    return target


def _keep_only_standard_metadata(pdf: pikepdf.Pdf) -> None:
    """Drop XMP fields that name people or programs; title, language and PDF/UA stay."""
    if "/Metadata" not in pdf.Root:
        return
    keep = ("dc:title", "dc:language", "pdfuaid:part", "pdfaid:part", "pdfaid:conformance")
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        kept = {key: metadata[key] for key in keep if key in metadata}
    del pdf.Root.Metadata
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        for key, value in kept.items():
            metadata[key] = value


def _across(path: Path, *, role: str, title: str, file: StoredFile) -> FileLink:
    sha256 = public_files.hash_of(path)
    public_files.put(path, sha256=sha256, media_type=file.media_type)
    return FileLink(
        role=role,
        title=title,
        name=file.name,
        sha256=sha256,
        media_type=file.media_type,
        size=path.stat().st_size,
        pages=file.pages,
    )


def _in_words(notices: Iterable[Notice]) -> str:
    return " ".join(notice.message for notice in notices)
