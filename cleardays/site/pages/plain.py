"""Pages that say one thing: about, accessibility, health, robots, the map of the site."""

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from cleardays.record.models import Current
from cleardays.site.addresses import absolute
from cleardays.site.reading import bodies_by_ref, head_seq
from cleardays.site.ways import HOME

PAGES_A_MAP = 10_000
LISTS = (
    "/",
    "/calendar/",
    "/committees/",
    "/inspections/",
    "/plans/",
    "/measures/",
    "/asks/",
    "/words/",
    "/about/",
    "/data/",
)


def about(request: HttpRequest) -> HttpResponse:
    """Say what this site is."""
    return render(request, "site/about.html", {"trail": HOME, "section": "about"})


def words(request: HttpRequest) -> HttpResponse:
    """Say what the words mean that inspectors, plans and committees use."""
    return render(request, "site/words.html", {"trail": HOME, "section": "about"})


def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how accessible it is, and whom to tell when it is not."""
    return render(request, "site/accessibility.html", {"trail": HOME, "section": "about"})


def health(request: HttpRequest) -> HttpResponse:
    """Say whether the record can be read, for whoever watches over the server."""
    try:
        answer, status = {"ok": True, "head": head_seq()}, 200
    except DatabaseError:
        answer, status = {"ok": False}, 503
    return JsonResponse(answer, status=status, headers={"Cache-Control": "no-store"})


def robots(request: HttpRequest) -> HttpResponse:
    """Let robots read everything but searches."""
    lines = ["User-agent: *", "Disallow: /search/", f"Sitemap: {absolute('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), "text/plain; charset=utf-8")


def site_map(request: HttpRequest) -> HttpResponse:
    """List the maps, each of so many entries of the record."""
    maps = range(1, head_seq() // PAGES_A_MAP + 2)
    context = {"maps": [absolute(f"/sitemap-{number}.xml") for number in maps]}
    return render(request, "site/sitemaps.xml", context, "application/xml; charset=utf-8")


def part_of_map(request: HttpRequest, number: int) -> HttpResponse:
    """List the pages whose current version is among these entries, and those made of them."""
    if not 1 <= number <= head_seq() // PAGES_A_MAP + 1:
        raise Http404("There is no such map")
    seqs = ((number - 1) * PAGES_A_MAP, number * PAGES_A_MAP)
    rows = Current.objects.filter(seq__gte=seqs[0], seq__lt=seqs[1], is_recalled=False)
    pages = [
        (absolute(f"/{ref}/{part}"), at)
        for ref, kind, at in rows.order_by("seq").values_list("ref", "doc_type", "recorded_at")
        for part in _parts(ref, kind)
    ]
    lists = [absolute(path) for path in LISTS] if number == 1 else []
    context = {"pages": pages, "lists": lists}
    return render(request, "site/sitemap.xml", context, "application/xml; charset=utf-8")


def _parts(ref: str, kind: str) -> list[str]:
    """Return what follows the address of a document for each page that is made of it."""
    if kind == "committee":
        return ["", "since/"]
    if kind != "inspection":
        return [""]
    areas = [area["number"] for area in bodies_by_ref([ref])[ref]["areas"]]
    return ["", "timeline/", *(f"areas/{number}/" for number in areas)]
