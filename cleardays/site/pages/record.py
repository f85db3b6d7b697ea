"""The record itself: what it is, how to prove it, every entry of it."""

import json
from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cleardays.record.chain import canonical, plain
from cleardays.record.linking import CHAINED
from cleardays.record.models import Content, Entry, Head
from cleardays.site.data import open_to_all
from cleardays.site.ways import HOME, RECORD

ENTRIES_A_PAGE = 50
# Shown on the page for everybody to run; a test runs it too.
CHECKER = """\
import hashlib, json, sys

prev = "0" * 64
for line in sys.stdin:
    entry = json.loads(line)
    told, follows = entry.pop("hash"), entry.pop("prev")
    text = json.dumps([entry, prev], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if follows != prev or hashlib.sha256(text.encode()).hexdigest() != told:
        sys.exit(f"Entry {entry['seq']} does not hold")
    prev = told
print("The chain holds. Its end is", prev)
"""
BATCH = 500


def index(request: HttpRequest) -> HttpResponse:
    """Say what the record is, and page through it, newest first."""
    head = Head.objects.filter(pk=1).first() or Head()
    entries = Paginator(Entry.objects.order_by("-seq"), ENTRIES_A_PAGE)
    page = entries.get_page(request.GET.get("page"))
    context = {
        "head": head,
        "page": page,
        "checker": CHECKER,
        "trail": HOME,
        "section": "record",
    }
    return render(request, "site/record.html", context)


def entry(request: HttpRequest, seq: int) -> HttpResponse:
    """Show one entry with everything that is chained."""
    one = get_object_or_404(Entry, seq=seq)
    context = {
        "entry": one,
        "has_content": Content.objects.filter(seq=seq).exists(),
        "facts": [(name, _code(value)) for name, value in plain(_chained(one)).items()],
        "trail": RECORD,
        "section": "record",
    }
    return render(request, "site/entry.html", context)


def _code(value: Any) -> SafeString:
    """Show a value as it is hashed, in a face in which every character counts."""
    return format_html("<code>{}</code>", json.dumps(value, ensure_ascii=False))


def content(request: HttpRequest, seq: int) -> HttpResponse:
    """Give what an entry published, with its salt; 410 when it was recalled."""
    one = get_object_or_404(Entry, seq=seq)
    kept = Content.objects.filter(seq=seq).first()
    if kept is None:
        answer = {"seq": seq, "error": "What this entry published has been recalled."}
        return open_to_all(HttpResponse(json.dumps(answer), "application/json", 410))
    # The text as it was hashed, byte for byte: put together here, not parsed and written again.
    head = json.dumps({"seq": seq, "salt": kept.salt, "content_hash": one.content_hash})
    text = f'{head[:-1]}, "content": {kept.body}}}'
    return open_to_all(HttpResponse(text, "application/json; charset=utf-8"))


def log(request: HttpRequest) -> StreamingHttpResponse:
    """Give the whole chain, a line for each entry; ``?after=SEQ`` goes on from there."""
    after = request.GET.get("after", "0")
    if not after.isdecimal() or len(after) > 18:
        raise Http404("after is the number of an entry")
    response = StreamingHttpResponse(_lines(int(after)), "application/jsonl; charset=utf-8")
    head = Head.objects.filter(pk=1).first() or Head()
    response["ETag"] = f'"{head.hash}-{int(after)}"'
    return open_to_all(response)


def _lines(after: int) -> Iterator[str]:
    while batch := list(Entry.objects.filter(seq__gt=after).order_by("seq")[:BATCH]):
        yield "".join(_line(one) for one in batch)
        after = batch[-1].seq


def _line(one: Entry) -> str:
    return canonical({**plain(_chained(one)), "prev": one.prev, "hash": one.hash}) + "\n"


def _chained(one: Entry) -> dict[str, Any]:
    return {name: getattr(one, name) for name in CHAINED}
