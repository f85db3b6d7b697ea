"""A copy of a PDF that says of itself its public title and no more."""

import shutil
from pathlib import Path

import pikepdf

_KEPT = ("dc:language", "pdfuaid:part", "pdfaid:part", "pdfaid:conformance")


def without_metadata(source: Path, target: Path, title: str) -> Path:
    """Write a copy of a PDF that says of itself its public title and no more.

    Names, keywords, editing history and what programs left go; the same bytes come out each time.
    A file that is no PDF is copied as it is.
    """
    try:
        with pikepdf.open(source) as pdf:
            _keep_only_standard_metadata(pdf, title)
            for each in pdf.objects:
                _drop_what_programs_left(each, pdf.Root.get("/Metadata"))
            pdf.save(target, deterministic_id=True)
    except pikepdf.PdfError:
        shutil.copyfile(source, target)
    return target


def _keep_only_standard_metadata(pdf: pikepdf.Pdf, title: str) -> None:
    """Drop XMP fields that name people or programs; language and PDF/UA stay."""
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    pdf.docinfo["/Title"] = title
    if "/Metadata" not in pdf.Root:
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        kept = {key: metadata[key] for key in _KEPT if key in metadata}
    del pdf.Root.Metadata
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = title
        for key, value in kept.items():
            metadata[key] = value


def _drop_what_programs_left(found: pikepdf.Object, of_the_file: pikepdf.Object | None) -> None:
    """Drop private data of programs, and descriptions of single pages and pictures."""
    if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return
    if "/PieceInfo" in found:
        del found["/PieceInfo"]
    if "/Metadata" in found and found["/Metadata"] != of_the_file:
        del found["/Metadata"]
