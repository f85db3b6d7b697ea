"""Public files: whole or in part, never what a recall has taken."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from cleardays.record.files import open_file
from cleardays.record.models import PublicFile

# What browsers show themselves and cannot run; everything else is saved.
INLINE = ("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain")
# The bytes of an address never change, but a recall may take them away: caches ask again in time.
CACHE_CONTROL = "public, max-age=3600, immutable"
RANGE = re.compile(r"bytes=(\d*)-(\d*)")
CHUNK = 256 * 1024


def show(request: HttpRequest, sha256: str, name: str) -> HttpResponseBase:
    """Give a file; 410 when it was recalled, 206 for a part, 416 for a part that is not there."""
    file = get_object_or_404(PublicFile, pk=sha256)
    try:
        opened = open_file(file)
    except FileNotFoundError:
        return render(request, "site/file_gone.html", {"file": file}, status=410)
    wanted = _range(request, file)
    if wanted is None:
        response: HttpResponseBase = FileResponse(opened, content_type=file.media_type)
        response["Content-Length"] = str(file.size)
    elif wanted.start >= wanted.stop:
        opened.close()
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{file.size}"
    else:
        response = _part(opened, wanted, file)
    return _with_headers(response, file, name)


def _range(request: HttpRequest, file: PublicFile) -> range | None:
    """Return the bytes asked for; None for all of them, an empty range for none that exist."""
    found = RANGE.fullmatch(request.headers.get("Range", ""))
    if_range = request.headers.get("If-Range", _etag(file))
    if not found or found[0] == "bytes=-" or if_range != _etag(file):
        return None
    first, last = found[1], found[2]
    if not first:
        return range(max(0, file.size - int(last)), file.size)
    stop = min(int(last) + 1, file.size) if last else file.size
    return range(int(first), max(stop, int(first)) if int(first) < file.size else int(first))


def _part(opened: BinaryIO, wanted: range, file: PublicFile) -> StreamingHttpResponse:
    response = StreamingHttpResponse(
        _chunks(opened, wanted), status=206, content_type=file.media_type
    )
    response["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{file.size}"
    response["Content-Length"] = str(len(wanted))
    return response


def _chunks(opened: BinaryIO, wanted: range) -> Iterator[bytes]:
    with opened:
        opened.seek(wanted.start)
        left = len(wanted)
        while left and (chunk := opened.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk


def _with_headers(response: HttpResponseBase, file: PublicFile, name: str) -> HttpResponseBase:
    as_attachment = file.media_type not in INLINE
    response["Content-Disposition"] = content_disposition_header(as_attachment, name) or "inline"
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = _etag(file)
    response["Cache-Control"] = CACHE_CONTROL
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _etag(file: PublicFile) -> str:
    return f'"{file.sha256}"'
