"""Public files: whole or in part, never what a recall has taken."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from cleardays.record.files import open_file, path_of
from cleardays.record.models import PublicFile

# What browsers show themselves and cannot run; everything else is saved.
INLINE = ("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain")
# The bytes of an address never change, but a recall may take them away: caches ask again in time.
CACHE_CONTROL = "public, max-age=3600, immutable"
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")  # no file is as long as more figures say
CHUNK = 256 * 1024


def show(request: HttpRequest, sha256: str, name: str) -> HttpResponseBase:
    """Give a file; 410 when it was recalled, 206 for a part, 416 for a part that is not there."""
    file = get_object_or_404(PublicFile, pk=sha256)
    if file.recalled_at or not path_of(sha256).exists():
        return render(request, "site/file_gone.html", {"file": file}, status=410)
    response = get_conditional_response(request, etag=_etag(file)) or _bytes(request, file)
    return _with_headers(response, file, name)


def _bytes(request: HttpRequest, file: PublicFile) -> HttpResponseBase:
    """Answer with what was asked for of the bytes; nothing is opened that is not sent."""
    wanted = _range(request, file)
    if wanted is not None and not wanted:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    length = {"Content-Length": str(file.size if wanted is None else len(wanted))}
    if wanted is not None:
        length["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{file.size}"
    status = 200 if wanted is None else 206
    if request.method == "HEAD":
        return HttpResponse(status=status, content_type=file.media_type, headers=length)
    opened = open_file(file)
    if wanted is None:
        return FileResponse(opened, content_type=file.media_type, headers=length)
    chunks = _chunks(opened, wanted)
    return StreamingHttpResponse(
        chunks, status=status, content_type=file.media_type, headers=length
    )


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
