"""Atom by the rules of RFC 4287."""

from datetime import datetime, timedelta

import pytest
from lxml import etree

from tests.factories.record import (
    WHEN,
    a_committee,
    a_meeting,
    a_report,
    changed,
    publish,
    recall,
)

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, address="/feed.atom"):
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(response.content)


def one(element, name):
    """Return the text of the only child of this name."""
    found = element.findall(ATOM + name)
    assert len(found) == 1, name
    return found[0].text


def entries(tree):
    return tree.findall(ATOM + "entry")


def test_the_feed_has_what_the_rules_ask(public, council, settings):
    tree = feed(public)

    assert tree.tag == ATOM + "feed"
    for name in ("id", "title", "updated"):
        assert one(tree, name)
    links = {link.get("rel"): link.get("href") for link in tree.findall(ATOM + "link")}
    assert links == {
        "self": f"{settings.SITE_URL}/feed.atom",
        "alternate": f"{settings.SITE_URL}/",
    }
    assert tree.find(f"{ATOM}author/{ATOM}name").text
    for entry in entries(tree):
        assert one(entry, "id").startswith(settings.SITE_URL)
        assert one(entry, "title")
        assert datetime.fromisoformat(one(entry, "updated")).tzinfo
        assert datetime.fromisoformat(one(entry, "published")).tzinfo
        assert entry.find(ATOM + "link").get("href") == one(entry, "id")


def test_ids_are_unique_and_the_newest_comes_first(public, council):
    tree = feed(public)

    ids = [one(entry, "id") for entry in entries(tree)]
    assert len(ids) == len(set(ids)) == 3
    assert ids[0].endswith(f"/{council.meeting.ref}/")
    assert one(tree, "updated") == one(entries(tree)[0], "updated")


def test_a_new_version_keeps_its_id_and_is_updated(public):
    report = a_report()
    publish(report)
    before = entries(feed(public))[0]
    publish(changed(report, title="Second"), at=WHEN + timedelta(days=1))

    after = entries(feed(public))[0]

    assert one(after, "id") == one(before, "id")
    assert one(after, "published") == one(before, "published")
    assert one(after, "updated") > one(before, "updated")


def test_a_recalled_paper_gives_its_reason_in_place_of_its_words(public):
    report = a_report(title="Somebody's name")
    publish(report)
    identity = one(entries(feed(public))[0], "id")
    recall(report.ref, "It named somebody")

    entry = entries(feed(public))[0]

    assert one(entry, "id") == identity
    assert one(entry, "title") == "Recalled: report"
    assert one(entry, "summary") == "It named somebody"


def test_a_committee_has_a_feed_of_its_own(public, council, settings):
    publish(a_committee(ref="committees/other", name="Other"))
    address = "/committees/scrutiny/feed.atom"

    tree = feed(public, address)

    assert one(tree, "id") == settings.SITE_URL + address
    assert len(entries(tree)) == 3
    assert "Other" not in etree.tostring(tree).decode()


def test_an_empty_feed_is_the_same_each_time(public):
    assert public.get("/feed.atom").content == public.get("/feed.atom").content
    assert entries(feed(public)) == []


def test_titles_are_text_whatever_is_in_them(public):
    publish(a_meeting(name="Roads <b>&</b> bridges"))

    assert one(entries(feed(public))[0], "title").startswith("Roads <b>&</b> bridges, 14 January")


@pytest.mark.parametrize(
    "address", ["/committees/none/feed.atom", "/committees/none/calendar.ics"]
)
def test_a_committee_that_is_none_has_no_feed(public, address):
    assert public.get(address).status_code == 404
