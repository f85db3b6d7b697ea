"""Every public page: an ETag, a place in the page cache, no cookie, and nothing but reading."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import cast

from csp.utils import build_policy
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.timezone import localdate

from cleardays.site.reading import head_seq

Key = tuple[int, int, str]

SAFE = ("GET", "HEAD")
MAY_POST = "/letters/"
CACHEABLE = (200, 410)
CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=300"
NOTHING_ALLOWED = "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()"
# These follow from more than the record and the day, or are too large to keep.
UNCACHED = ("/search/", "/files/", "/letters/", "/healthz", "/record/log.jsonl", "/static/")
PAGE_CACHE_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class KeptPage:
    """A page as it was answered."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def response(self) -> HttpResponse:
        """Answer with it once more."""
        response = HttpResponse(self.body, status=self.status)
        for name, value in self.headers:
            response[name] = value
        return response


class PageCache:
    """Pages in memory, the least lately used leaving first when there are too many bytes."""

    def __init__(self, most_bytes: int = PAGE_CACHE_BYTES) -> None:
        self._most_bytes, self._bytes = most_bytes, 0
        self._pages: OrderedDict[Key, KeptPage] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> KeptPage | None:
        """Return a page, which counts as using it."""
        with self._lock:
            if page := self._pages.get(key):
                self._pages.move_to_end(key)
            return page

    def put(self, key: Key, page: KeptPage) -> None:
        """Keep a page."""
        with self._lock:
            if old := self._pages.pop(key, None):
                self._bytes -= len(old.body)
            self._pages[key] = page
            self._bytes += len(page.body)
            while self._bytes > self._most_bytes:
                _, gone = self._pages.popitem(last=False)
                self._bytes -= len(gone.body)


class PageMiddleware:
    """What is public follows from the end of the log and the day: with the address, the key.

    A page is hashed once for its ETag; who has it already gets 304 and no body.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response
        self._cache = PageCache()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from the cache or the view, then settle headers, 304 and HEAD."""
        is_allowed = request.method in SAFE or request.path == MAY_POST
        response = self._kept_or_made(request) if is_allowed else HttpResponseNotAllowed(SAFE)
        _settle_headers(response)
        if request.method not in SAFE:
            return response
        response = _unless_known(request, response)
        return _without_body(response) if request.method == "HEAD" else response

    def _kept_or_made(self, request: HttpRequest) -> HttpResponseBase:
        if not _is_cacheable(request):
            return _with_etag(self._get_response(request))
        key = (head_seq(), localdate().toordinal(), request.get_full_path())
        if page := self._cache.get(key):
            return page.response()
        response = _with_etag(self._get_response(request))
        if isinstance(response, HttpResponse) and response.status_code in CACHEABLE:
            headers = tuple(response.headers.items())
            self._cache.put(key, KeptPage(response.status_code, headers, response.content))
        return response


def _is_cacheable(request: HttpRequest) -> bool:
    """Say whether to keep a page: not what an arbitrary query could fill the memory with."""
    if request.path.startswith(UNCACHED):
        return False
    page = request.GET.get("page", "")
    return not request.GET or (len(request.GET) == 1 and page.isdecimal())


def _with_etag(response: HttpResponseBase) -> HttpResponseBase:
    if not isinstance(response, HttpResponse) or response.status_code != 200:
        return response
    # SHA-256 is done in hardware: a third of what BLAKE2 takes for a page.
    digest = hashlib.sha256(response.content).hexdigest()
    response.setdefault("ETag", f'"{digest[:32]}"')
    return response


def _unless_known(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Answer 304 to who has this already."""
    made = cast(HttpResponse, response)  # a stream's headers are all that is looked at
    known = get_conditional_response(request, etag=response.get("ETag"), response=made)
    return known or response


def _settle_headers(response: HttpResponseBase) -> None:
    response.cookies.clear()
    if "Cache-Control" not in response:
        is_lasting = response.status_code in (*CACHEABLE, 301)
        response["Cache-Control"] = CACHE_CONTROL if is_lasting else "no-store"
    response["Content-Security-Policy"] = _policy()
    response["Permissions-Policy"] = NOTHING_ALLOWED
    response["Server"] = "Clear Days"  # or the web server puts its own name here


@cache
def _policy() -> str:
    """Return what a page may load: put together once, as it is the same for every page."""
    return build_policy()


def _without_body(response: HttpResponseBase) -> HttpResponseBase:
    """Keep the length that GET would have, and send nothing of it."""
    if isinstance(response, HttpResponse):
        response.setdefault("Content-Length", str(len(response.content)))
        response.content = b""
        return response
    return HttpResponse(status=response.status_code, headers=dict(response.headers))
