"""Tables: on a page without the columns that nothing is in; as CSV and as JSON whole."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from cleardays.site.data import Response, open_to_all

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


def table_answer(
    name: str, form: str, columns: Sequence[str], rows: Iterable[Row]
) -> HttpResponse:
    """Answer with a table in one of ``FORMS``; CSV is a file of a name."""
    made, content_type = FORMS[form]
    text = "".join(made(columns, rows))
    return _as_data(HttpResponse(text, content_type=content_type), name, form)


def table_stream(
    name: str, form: str, columns: Sequence[str], rows: Iterable[Row]
) -> StreamingHttpResponse:
    """Answer with a table that may be very long, a row at a time."""
    made, content_type = FORMS[form]
    answer = StreamingHttpResponse(made(columns, rows), content_type=content_type)
    return _as_data(answer, name, form)


def _as_data(response: Response, name: str, form: str) -> Response:
    """Open it to scripts of any site; what is for spreadsheets is kept as a file."""
    if form == "csv":
        response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return open_to_all(response)


class _Echo:
    """What the writer of CSV writes to: gives each line back."""

    def write(self, line: str) -> str:
        return line


def _as_csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    # A byte order mark, without which a spreadsheet takes the dashes of names for something else.
    yield "\ufeff" + writer.writerow(columns)
    for row in rows:
        yield writer.writerow(list(map(cell, row)))


def _as_json(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Give the rows as a list of objects, whose keys are the columns."""
    between = "["
    for row in rows:
        said = dict(zip(columns, map(fact, row), strict=True))
        yield between + json.dumps(said, ensure_ascii=False)
        between = ",\n"
    yield "[]" if between == "[" else "]"


FORMS = {"csv": (_as_csv, CSV), "json": (_as_json, "application/json")}


def fact(value: object) -> object:
    """Return a value as JSON says it: figures as such, lists as lists, of markup the words."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return list(map(str, value))
    return _words(value) if isinstance(value, SafeString) else str(value)


def cell(value: object) -> str:
    """Return a value as a cell says it: of markup the words alone."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, (list, tuple)):
        return inert(" ".join(map(str, value)))
    if isinstance(value, SafeString):
        return inert(_words(value))
    return "" if value is None else inert(str(value))


def _words(mark: SafeString) -> str:
    return unescape(strip_tags(mark))


def inert(text: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
