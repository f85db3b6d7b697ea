"""Search over everything public, with the words shown in their place."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe

from cleardays.design.dates import in_words, moment
from cleardays.record.followers.finding import PAGE, Found, Hit, find
from cleardays.record.followers.index import NotBuilt
from cleardays.site.addresses import is_ref
from cleardays.site.reading import listed, standing
from cleardays.site.wording import KIND_NAMES

# Nobody reads further, and no robot should be able to ask for it.
MOST_PAGES = 50


@dataclass(frozen=True)
class ShownHit:
    """A thing found as the page shows it; ``words`` is markup that finding has escaped."""

    href: str
    title: str
    facts: str
    words: SafeString


def show(request: HttpRequest) -> HttpResponse:
    """Answer a search; without words, offer one."""
    typed = request.GET.get("q", "").replace("\0", " ").strip()
    committee = request.GET.get("committee", "")
    committee = committee if is_ref(committee) else ""
    number = _page_number(request.GET.get("page", ""))
    context = {
        "typed": typed,
        "committee": committee,
        "committees": listed(standing("committee").order_by("title")),
        "section": "search",
    }
    try:
        found = find(typed, committee=committee, page=number)
    except NotBuilt:
        return render(request, "site/search.html", {**context, "is_being_built": True})
    return render(
        request, "site/search.html", {**context, **_shown(found, typed, committee, number)}
    )


def _page_number(text: str) -> int:
    return min(max(int(text), 1), MOST_PAGES) if text.isdecimal() and len(text) < 6 else 1


def _shown(found: Found, typed: str, committee: str, number: int) -> dict[str, object]:
    countable = range(min(found.total, MOST_PAGES * PAGE))
    query = urlencode({"q": typed, "committee": committee} if committee else {"q": typed})
    return {
        "found": found,
        "hits": [_hit(hit) for hit in found.hits],
        "page": Paginator(countable, PAGE).get_page(number),
        "query": query,
    }


def _hit(hit: Hit) -> ShownHit:
    day = str(hit.summary.get("date_words") or (in_words(moment(hit.day)) if hit.day else ""))
    facts = [
        KIND_NAMES.get(hit.doc_type, ""),
        str(hit.summary.get("committee", "")),
        day,
        hit.heading,
    ]
    anchor = f"#{hit.anchor}" if hit.anchor and hit.anchor != "main" else ""
    return ShownHit(
        href=f"/{hit.ref}/{anchor}",
        title=hit.title,
        facts=", ".join(dict.fromkeys(filter(None, facts))),
        words=mark_safe(hit.words),  # noqa: S308 - escaped by finding, apart from its own marks
    )
