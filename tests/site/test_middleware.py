"""What holds for every page: ETags, the page cache, no cookie, reading only."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connections
from django.test.utils import CaptureQueriesContext

from cleardays.record.followers.search import follow
from cleardays.site.middleware import KeptPage, PageCache
from tests.factories.record import WHEN, a_report, changed, publish, recall

ADDRESSES = (
    "/",
    "/calendar/",
    "/calendar/2026/1/",
    "/committees/",
    "/committees/scrutiny/",
    "/committees/scrutiny/meetings/",
    "/committees/scrutiny/feed.atom",
    "/committees/scrutiny/calendar.ics",
    "/committees/scrutiny/index.json",
    "/{meeting}/",
    "/{meeting}/index.json",
    "/{meeting}/notice/",
    "/{meeting}/calendar.ics",
    "/{meeting}/versions/",
    "/{meeting}/versions/1/",
    "/{report}/",
    "/{report}/versions/",
    "/{report}/changes/1-2/",
    "/search/",
    "/search/?q=inspection&committee=committees/scrutiny",
    "/record/",
    "/record/1/",
    "/record/1/content.json",
    "/record/log.jsonl",
    "/data/",
    "/data/meeting.json",
    "/feed.atom",
    "/calendar.ics",
    "/files/{file}/report.pdf",
    "/letters/",
    "/letters/thanks/",
    "/about/",
    "/accessibility/",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-1.xml",
)


def read(client, address):
    """Get a page and read it to its end, so that what it opened is closed."""
    response = client.get(address)
    b"".join(response)
    return response


@pytest.fixture
def address(council):
    """A function that fills in the refs of the council."""
    publish(changed(council.report, title="Second version"))
    follow()
    return lambda text: text.format(
        meeting=council.meeting.ref,
        report=council.report.ref,
        file=council.report.files[0].sha256,
    )


@pytest.mark.parametrize("text", ADDRESSES)
def test_each_address_answers_with_an_etag_and_sets_no_cookie(public, address, text):
    response = read(public, address(text))

    assert response.status_code == 200
    assert response["ETag"].startswith('"')
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert "Set-Cookie" not in response.headers
    assert response["Server"] == "Clear Days"
    assert "geolocation=()" in response["Permissions-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("text", ADDRESSES)
def test_who_has_it_already_is_sent_nothing(public, address, text):
    etag = read(public, address(text))["ETag"]

    response = public.get(address(text), headers={"If-None-Match": etag})

    assert response.status_code == 304
    assert b"".join(response) == b""


@pytest.mark.parametrize("text", ADDRESSES)
def test_head_says_the_same_and_sends_nothing(public, address, text):
    whole = public.get(address(text))
    size = len(b"".join(whole))

    response = public.head(address(text))

    assert response.status_code == 200
    assert b"".join(response) == b""
    assert response["ETag"] == whole["ETag"]
    assert response.get("Content-Length", str(size)) == str(size)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_the_site_is_for_reading(public, council, method):
    response = getattr(public, method)(f"/{council.meeting.ref}/")

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


def test_a_page_is_new_as_soon_as_anything_is_published(public, council):
    before = public.get(f"/{council.report.ref}/")
    publish(changed(council.report, title="Second version"))

    after = public.get(f"/{council.report.ref}/", headers={"If-None-Match": before["ETag"]})

    assert after.status_code == 200
    assert "Second version" in after.content.decode()


def test_a_page_is_new_with_a_new_day(public, council):
    with time_machine.travel("2026-01-14 12:00", tick=False):
        before = public.get("/committees/scrutiny/").content.decode()
    with time_machine.travel("2026-01-15 12:00", tick=False):
        after = public.get("/committees/scrutiny/").content.decode()

    assert "Past meetings" not in before
    assert "Past meetings" in after


def test_a_kept_page_costs_one_query(public, council):
    kept = public.get(f"/{council.meeting.ref}/").content

    with CaptureQueriesContext(connections["record"]) as queries:
        again = public.get(f"/{council.meeting.ref}/")

    assert len(queries) <= 2  # the test client makes the middleware anew with each request
    assert again.content == kept


def test_a_tombstone_is_410_and_not_found_is_not_kept(public, council):
    recall(council.report.ref)

    assert public.get(f"/{council.report.ref}/").status_code == 410
    missing = public.get("/reports/nothing/")
    assert (missing.status_code, missing["Cache-Control"]) == (404, "no-store")


def test_the_cache_keeps_what_was_used_last_within_its_bytes():
    cache = PageCache(most_bytes=25)
    for number in range(3):
        cache.put((1, 1, f"/{number}/"), KeptPage(200, (), b"0123456789"))
        cache.get((1, 1, "/0/"))

    assert cache.get((1, 1, "/0/")) is not None
    assert cache.get((1, 1, "/1/")) is None
    assert cache.get((1, 1, "/2/")) is not None


def test_putting_a_page_again_counts_its_bytes_once():
    cache = PageCache(most_bytes=25)
    for _ in range(5):
        cache.put((1, 1, "/a/"), KeptPage(200, (), b"0123456789"))
    cache.put((1, 1, "/b/"), KeptPage(200, (), b"0123456789"))

    assert cache.get((1, 1, "/a/")) is not None


def test_the_key_of_a_page_is_the_end_of_the_log():
    cache = PageCache()
    cache.put((1, 1, "/a/"), KeptPage(200, (), b"old"))

    assert cache.get((2, 1, "/a/")) is None


def test_publishing_after_a_while_is_seen_in_the_record_itself(public, council):
    entries = public.get("/record/").content.decode()
    publish(a_report(), at=WHEN + timedelta(days=1))

    assert public.get("/record/").content.decode() != entries
