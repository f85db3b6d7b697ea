"""Health, robots, maps, errors."""

import pytest
from django.db import DatabaseError, connections
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from lxml import etree

from cleardays.config.sides import SITE
from cleardays.site.pages import errors
from cleardays.site.pages.plain import LISTS
from tests.factories.record import an_inspection, publish
from tests.site.words import text

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_health_says_the_end_of_the_log(public, council):
    assert public.get("/healthz").json() == {"ok": True, "head": 3}


def test_health_says_when_the_record_cannot_be_read(public, monkeypatch):
    def broken():
        raise DatabaseError("gone")

    monkeypatch.setattr("cleardays.site.pages.plain.head_seq", broken)

    response = public.get("/healthz")

    assert (response.status_code, response.json()) == (503, {"ok": False})


def test_robots_may_read_everything_but_searches(public, settings):
    lines = public.get("/robots.txt").content.decode().splitlines()

    assert "Disallow: /search/" in lines
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in lines


def test_the_maps_name_every_page_once(public, council, settings, monkeypatch):
    monkeypatch.setattr("cleardays.site.pages.plain.PAGES_A_MAP", 2)
    index = etree.fromstring(public.get("/sitemap.xml").content)

    found = []
    for where in index.iter(MAP + "loc"):
        part = etree.fromstring(public.get(where.text.removeprefix(settings.SITE_URL)).content)
        found += [loc.text for loc in part.iter(MAP + "loc")]

    refs = ("committees/scrutiny", council.report.ref, council.meeting.ref)
    pages = [f"/{ref}/" for ref in refs] + ["/committees/scrutiny/since/"]
    assert sorted(found) == sorted(settings.SITE_URL + page for page in (*pages, *LISTS))
    assert public.get("/sitemap-9.xml").status_code == 404


def test_a_page_that_is_not_there_says_where_to_go_on(public):
    response = public.get("/nothing/here/")

    assert response.status_code == 404
    assert "There is no page here" in text(response)
    assert 'href="/calendar/"' in response.content.decode()


def test_an_address_without_its_last_slash_leads_on(public, council):
    response = public.get(f"/{council.meeting.ref}")

    assert (response.status_code, response["Location"]) == (301, f"/{council.meeting.ref}/")


@pytest.mark.parametrize("page", [errors.failed, lambda r: errors.not_found(r, Exception())])
def test_the_pages_of_errors_ask_no_database(rf, page):
    with (
        override_settings(ROOT_URLCONF=SITE.urls),
        CaptureQueriesContext(connections["record"]) as queries,
    ):
        response = page(rf.get("/"))

    assert len(queries) == 0
    assert response.status_code in (404, 500)


def test_what_goes_wrong_is_said_without_a_traceback(public, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("secret words")

    monkeypatch.setattr("cleardays.site.pages.front.find", broken)
    public.raise_request_exception = False

    response = public.get("/")

    assert response.status_code == 500
    assert "That is our fault" in text(response)
    assert "secret words" not in response.content.decode()


@pytest.mark.parametrize("address", ["/about/", "/accessibility/", "/data/"])
def test_pages_of_words_have_one_heading_and_a_description(public, address):
    page = public.get(address).content.decode()

    assert page.count("<h1>") == 1
    assert '<meta name="description" content="' in page
    assert '<meta name="description" content="">' not in page


def test_the_words_of_inspections_are_told_in_plain_english(public):
    words = text(public.get("/words/"))

    for word in ("EHC plan, or EHCP", "Area for priority action", "Integrated care board"):
        assert word in words


def test_the_maps_name_each_area_that_inspectors_found(public, settings):
    publish(an_inspection())

    page = public.get("/sitemap-1.xml").content.decode()

    assert f"{settings.SITE_URL}/inspections/borough-2025/areas/1/" in page
    assert f"{settings.SITE_URL}/inspections/borough-2025/timeline/" in page


def test_every_list_in_the_maps_is_a_page(public, council):
    assert {public.get(path).status_code for path in LISTS} == {200}
