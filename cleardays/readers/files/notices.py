"""What is said to the officer of each thing found in a file beside its text."""

from collections.abc import Collection, Iterator

from cleardays.readers.blocks import Notice

_NAMED = 3  # more than so many are not told one by one
# One sentence each, for one and for several; {count} is how many, {which} what they are called.
_SENTENCES = {
    "tracked-insertion": (
        "A tracked insertion was kept as text: accept or reject it in the original.",
        "{count} tracked insertions were kept as text: accept or reject them in the original.",
    ),
    "tracked-deletion": (
        "A tracked deletion was left out: accept or reject it in the original.",
        "{count} tracked deletions were left out: accept or reject them in the original.",
    ),
    "tracked-move": (
        "A tracked move was shown where it goes to: accept or reject it in the original.",
        "{count} tracked moves were shown where they go to: accept or reject them.",
    ),
    "tracked-formatting": (
        "A tracked change of formatting is in the original: accept or reject it.",
        "{count} tracked changes of formatting are in the original: accept or reject them.",
    ),
    "comment": (
        "A comment was left out: delete it from the original before that is published.",
        "{count} comments were left out: delete them from the original before it is published.",
    ),
    "hidden-text": (
        "A passage of hidden text was left out: delete it from the original, or show it.",
        "{count} passages of hidden text were left out: delete them, or show them.",
    ),
    "hidden-sheet": (
        "A sheet is hidden: delete it, or show it.",
        "{count} sheets are hidden: delete them, or show them.",
    ),
    "hidden-cells": (
        "A hidden row or column has something in it: delete it, or show it.",
        "{count} hidden rows or columns have something in them: delete them, or show them.",
    ),
    "pivot-data": (
        "A pivot table carries all the data that it was made of: paste it as values.",
        "{count} pivot tables carry all the data they were made of: paste them as values.",
    ),
    "hidden-slide": (
        "A slide is hidden: delete it, or show it.",
        "{count} slides are hidden: delete them, or show them.",
    ),
    "slide-note": (
        "A slide has notes for the speaker: delete them.",
        "{count} slides have notes for the speaker: delete them.",
    ),
    "chart-data": (
        "A chart carries the whole spreadsheet that it was made of: paste it as a picture.",
        "{count} charts carry the whole spreadsheets they were made of: paste them as pictures.",
    ),
    "picture-data": (
        "The picture carries words, places or files that it does not show: remove its properties.",
        "{count} pictures carry what they do not show: remove their properties.",
    ),
    "header-footer": (
        "A page header or footer was left out.",
        "{count} page headers or footers were left out.",
    ),
    "field-code": (
        "A field, such as a date or a merge field, is shown as it was last updated.",
        "{count} fields, such as dates or merge fields, are shown as they were last updated.",
    ),
    "macro": (
        "A macro is in the file: it was not run.",
        "{count} macros are in the file: they were not run.",
    ),
    "embedded-file": (
        "A file is embedded in this one and was not read: attach it as an appendix instead.",
        "{count} files are embedded in this one and were not read: attach them as appendices.",
    ),
    "imported-part": (
        "A part of this document is another file and was not read: save it whole in Word.",
        "{count} parts of this document are other files and were not read: save it whole in Word.",
    ),
    "external-template": (
        "The file fetches a template from elsewhere: detach it before the file is published.",
        "The file fetches {count} templates from elsewhere: detach them before publication.",
    ),
    "external-link": (
        "The file fetches something from elsewhere, which was not fetched.",
        "The file fetches {count} things from elsewhere, which were not fetched.",
    ),
    "metadata": (
        "The file's properties name its author, editor, company or the like.",
        "{count} properties of the file name its author, editor, company or the like.",
    ),
    "property": (
        "A property of the file or of a picture in it says what no page shows: remove it.",
        "{count} properties of the file or its pictures say what no page shows: remove them.",
    ),
    "leftover": (
        "A part of the file is shown on no page, and may hold names, notes or data that nobody"
        " sees ({which}): save or print it as a new PDF, and use that.",
        "{count} parts of the file are shown on no page, and may hold names, notes or data that"
        " nobody sees ({which}): save or print it as a new PDF, and use that.",
    ),
    "picture-left-out": (
        "A picture is in the file and not in the report: if it tells something, give it as an"
        " appendix and say there what it shows.",
        "{count} pictures are in the file and not in the report: give those that tell something as"
        " appendices, and say there what they show.",
    ),
    "diagram": (
        "A chart, diagram or word art was left out: say in the text what it says.",
        "{count} charts, diagrams or pieces of word art were left out: say what they say.",
    ),
    "text-box": (
        "A text box was read after the paragraph that it is anchored to: check its place.",
        "{count} text boxes were read after the paragraphs they are anchored to: check them.",
    ),
    "footnote": (
        "A note was placed after the paragraph that it belongs to.",
        "{count} notes were placed after the paragraphs that they belong to.",
    ),
    "annotation": (
        "A comment or mark on a page was left out.",
        "{count} comments or marks on pages were left out.",
    ),
    "form-answer": (
        "The answer in a form field was not read: print the form to a PDF without fields.",
        "{count} answers in form fields were not read: print to a PDF without fields.",
    ),
    "damaged": (
        "The file is damaged and was mended to read it: compare the text with the original.",
        "The file is damaged and was mended to read it: compare the text with the original.",
    ),
    "covered-text": (
        "Text under a box was left out, but can be copied from the original: redact it truly.",
        "{count} passages under boxes were left out, but can be copied: redact them truly.",
    ),
    "script": (
        "A script is in the file: it was not run.",
        "{count} scripts are in the file: they were not run.",
    ),
    "earlier-version": (
        "An earlier version of the file is still inside it.",
        "{count} earlier versions of the file are still inside it.",
    ),
    "page-without-text": (
        "A page is a picture without text: it needs text recognition (OCR) to be read.",
        "{count} pages are pictures without text: they need text recognition (OCR) to be read.",
    ),
    "rebuilt": (
        "The file was read through LibreOffice: compare the text, or save it as .docx.",
        "The file was read through LibreOffice: compare the text, or save it as .docx.",
    ),
    "mislabelled": (
        "The file is not of the kind that it was taken for: hand it in again.",
        "The file is not of the kind that it was taken for: hand it in again.",
    ),
    "exempt-words": (
        "A passage that is exempt stands in the file.",
        "{count} passages that are exempt stand in the file.",
    ),
}
CODES = frozenset(_SENTENCES)


def notice(code: str, count: int, which: Collection[str] = ()) -> Iterator[Notice]:
    """The notice of ``count`` things found, of which some may be named; none for none."""
    if count > 0:
        sentence = _SENTENCES[code][0 if count == 1 else 1]
        yield Notice(code, sentence.format(count=count, which=_listed(which)), count)


def _listed(which: Collection[str]) -> str:
    named = list(dict.fromkeys(which))
    more = len(named) - _NAMED
    return ", ".join(named[:_NAMED]) + (f" and {more} more" if more > 0 else "")
