"""The public, reading everything: each link followed, each address tried, each byte looked at."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import product
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve
from django.urls.resolvers import RoutePattern

from cleardays.record.models import Current, Entry, PublicFile
from cleardays.record.schemas.loading import SCHEMAS
from cleardays.site.addresses import REFS
from cleardays.site.pages.trouble import LISTS
from cleardays.site.spreadsheets import SHEETS
from cleardays.site.tables import FORMS
from tests.leaks.canaries import Words
from tests.leaks.looking import texts_of

SITE_URLS = "cleardays.config.urls_site"
# Where a stranger begins, and what no page links to.
BEGINNINGS = (
    *("/", "/robots.txt", "/sitemap.xml", "/feed.atom", "/calendar.ics", "/healthz"),
    *("/inspections/", "/plans/", "/asks/"),
    *("/calendar/", "/committees/", "/record/", "/record/?page=2", "/record/log.jsonl"),
    *("/record/log.jsonl?after=3", "/data/", "/data/meeting.json", "/data/report.json?after=2"),
    *("/search/", "/search/?q=lamps", "/search/?q=lamps&committee=committees/lamps"),
    *("/letters/", "/letters/?page=/", "/letters/thanks/"),
)
IN_MARKUP = re.compile(r"""(?:href|src|action|content|cite|srcset)="([^"]*)\"""")
IN_FEEDS = re.compile(r"<(?:id|loc|link)>([^<]*)</")
DOCUMENT = re.compile(rf"\b(?:{REFS})\b")
MOST = 5000


@dataclass(frozen=True, order=True)
class Sighting:
    """A word that somebody outside has seen: where it was planted, and the address it stood at."""

    place: str
    address: str


@dataclass
class Crawl:
    """One reading of the whole site. ``statuses`` and ``routes`` say how far it went."""

    client: Client
    canaries: Words
    robins: Words
    sightings: set[Sighting] = field(default_factory=set)
    heard: set[str] = field(default_factory=set)
    statuses: dict[str, int] = field(default_factory=dict)
    routes: set[str] = field(default_factory=set)

    def follow(
        self, beginnings: Iterable[str] = BEGINNINGS, *, to_the_end: bool = True
    ) -> "Crawl":
        """Read these pages and all that can be reached from them, or up to the first sighting."""
        waiting = deque(beginnings)
        while waiting and (to_the_end or not self.sightings):
            address = waiting.popleft()
            if address not in self.statuses:
                waiting.extend(links_in(self.read(address), address))  # a redirect's target too
            assert len(self.statuses) < MOST, "the site goes on for ever"
        return self

    def read(self, address: str) -> str:
        """Read one page in each way that there is; return its text."""
        response = self.client.get(address)
        body = self.look(response, address)
        self.statuses[address] = response.status_code
        if response.status_code in (200, 302):
            self.routes.add(resolve(urlsplit(address).path, SITE_URLS).route)
        if etag := response.headers.get("ETag"):
            self.look(self.client.head(address), f"HEAD {address}")
            headers = {"If-None-Match": etag}
            self.look(self.client.get(address, headers=headers), f"unchanged {address}")
        text = body.decode("utf-8", "replace")
        return f'{text}<a href="{response["Location"]}">' if "Location" in response else text

    def look(self, response: HttpResponseBase, address: str) -> bytes:
        """Look at everything in an answer; return its body."""
        body = b"".join(response) if response.streaming else response.content
        headers = "\n".join(f"{name}: {value}" for name, value in response.items())
        spoken = (headers, str(response.cookies), getattr(response, "reason_phrase", ""))
        # Part of a file is nothing that can be unpacked.
        texts = [body] if response.status_code == 206 else texts_of(body)
        for text in (*(one.encode() for one in spoken), *texts):
            places = self.canaries.places(self.canaries.seen_in(text))
            self.sightings |= {Sighting(place, address) for place in places}
            self.heard |= self.robins.seen_in(text)
        return body


def links_in(text: str, address: str) -> Iterator[str]:
    """Yield the address of everything on this site that a page, a feed or data points to."""
    pointed = [*IN_MARKUP.findall(text), *IN_FEEDS.findall(text)]
    pointed += re.findall(rf'{re.escape(settings.SITE_URL)}/[^\s"<>\\]*', text)
    for link in map(unescape, pointed):
        if link.startswith(("/", "?", ".", settings.SITE_URL)):
            yield from _here(urljoin(f"{settings.SITE_URL}{address}", link))
    yield from (f"/{ref}/" for ref in DOCUMENT.findall(text))
    yield from _files_in(text)


def _here(link: str) -> Iterator[str]:
    parts = urlsplit(link)
    if link.startswith(settings.SITE_URL) and not parts.path.startswith("/static/"):
        yield (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _files_in(text: str) -> Iterator[str]:
    """Yield the files that data names by their hash and name."""
    for name, sha256 in re.findall(r'"name": ?"([^"]*)"[^}]*?"sha256": ?"(\w{64})"', text):
        yield f"/files/{sha256}/{quote(name)}"


def routes(urls: str = SITE_URLS) -> set[str]:
    """Return every address pattern of the site; those that are regular expressions left out."""

    def inside(patterns: Iterable, prefix: str) -> Iterator[str]:
        for one in patterns:
            route = f"{prefix}{one.pattern}"
            if not isinstance(one, URLPattern):
                yield from inside(one.url_patterns, route)
            elif isinstance(one.pattern, RoutePattern):
                yield route

    return set(inside(get_resolver(urls).url_patterns, ""))


def every_address(
    refs: Iterable[str], hashes: Iterable[str], actions: Iterable[str]
) -> Iterator[str]:
    """Yield every address of every pattern with everything that could stand in it.

    ``refs`` and ``hashes`` are of what is not public; what is, is taken from the record. Of
    ``actions`` the references, public or not. A KeyError names what a new pattern has in it: say
    here what that could be.
    """
    public = Current.objects.values_list("ref", flat=True)
    known = sorted({*public, *refs})
    numbers = range(1, max(Entry.objects.values_list("version", flat=True)) + 2)
    could_be = {
        "ref": known,
        "doc_type": [*SCHEMAS, "user", "letter"],
        "sha256": sorted({*PublicFile.objects.values_list("pk", flat=True), *hashes}),
        "reference": sorted(actions),
        "form": FORMS,
        "seq": range(Entry.objects.count() + 2),
        "year": [2018, 2026, 2031],
        "number": numbers,
        "before": numbers,
        "after": numbers,
    }
    for route in sorted(routes()):
        kind = f"{route.partition('/')[0]}/"
        could_be["slug"] = [ref.removeprefix(kind) for ref in known if ref.startswith(kind)]
        could_be["name"] = {"plans/": LISTS, "data/": SHEETS}.get(kind, ["paper"])
        names = re.findall(r"<(?:\w+:)?(\w+)>", route)
        for values in product(*(could_be[name] for name in names)):
            address = f"/{route}"
            for name, value in zip(names, values, strict=True):
                address = re.sub(rf"<(?:\w+:)?{name}>", str(value), address)
            yield address
