"""Tables: on a page without the columns that nothing is in, and as CSV for spreadsheets."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from cleardays.site.data import open_to_all

Row = Sequence[object]
CSV = "text/csv; charset=utf-8"


def worth_showing(
    columns: Sequence[str], rows: Sequence[Row]
) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Leave out the columns that have nothing in any row; the first stays, as it names the row."""
    kept = [place for place in range(len(columns)) if not place or any(row[place] for row in rows)]
    return (
        tuple(columns[place] for place in kept),
        [tuple(row[place] for place in kept) for row in rows],
    )


def csv_answer(name: str, columns: Sequence[str], rows: Iterable[Row]) -> HttpResponse:
    """Answer with a table as a file of a name; open to scripts of any site."""
    response = open_to_all(HttpResponse("".join(_lines(columns, rows)), content_type=CSV))
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def csv_stream(name: str, columns: Sequence[str], rows: Iterable[Row]) -> StreamingHttpResponse:
    """Answer with a table that may be very long, a row at a time."""
    response = open_to_all(StreamingHttpResponse(_lines(columns, rows), content_type=CSV))
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


class _Echo:
    """What the writer of CSV writes to: gives each line back."""

    def write(self, line: str) -> str:
        return line


def _lines(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    # A byte order mark, without which a spreadsheet takes the dashes of names for something else.
    yield "\ufeff" + writer.writerow(columns)
    for row in rows:
        yield writer.writerow(list(map(cell, row)))


def cell(value: object) -> str:
    """Return a value as a cell says it: of markup the words alone."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, (list, tuple)):
        return inert(" ".join(map(str, value)))
    if isinstance(value, SafeString):
        return inert(unescape(strip_tags(value)))
    return "" if value is None else inert(str(value))


def inert(text: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
