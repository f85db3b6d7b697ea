"""Every public page of the demonstration is there, leads somewhere, and tells no secret."""

import pytest

from tests.cli.demo.conftest import on_the_site

SECRETS = (
    "Three offers for short breaks compared",
    "business affairs of the three bidders",
    "398,000",
    "two parents have to leave then",
    "What the Committee asked for, and what came of it (invented)",
    "Waiting for an autism assessment",
    "are the figures for March in yet",
    "who rings families that wait",
)
PAGES = """
import json
from django.test import Client
from pypdfium2 import PdfDocument
from cleardays.record.models import Current
client = Client(SERVER_NAME="localhost")
paths = ["/", "/calendar/", "/committees/", "/record/", "/feed.atom", "/calendar.ics",
         "/search/?q=offers", "/search/?q=bidder", "/search/?q=invented"]
for row in Current.objects.all():
    paths += [f"/{row.ref}/", f"/{row.ref}/versions/", f"/{row.ref}/index.json"]
    if row.doc_type == "meeting":
        paths.append(f"/{row.ref}/notice/")
    for file in json.loads(row.body).get("files", []):
        paths.append(f"/files/{file['sha256']}/{file['name']}")
def words(answer):
    content = answer.getvalue() if answer.streaming else answer.content
    if answer["Content-Type"] == "application/pdf":
        return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(content))
    return content.decode()
answers = {path: client.get(path) for path in paths}
print(json.dumps({path: [a.status_code, words(a)] for path, a in answers.items()}))
"""
DEAD_LINKS = """
import json, re
from html import unescape
from urllib.parse import urldefrag, urljoin
from django.test import Client
client, origin = Client(SERVER_NAME="localhost"), "http://localhost/"
led_by, to_do, dead = {origin: ""}, [origin], []
while to_do:
    address = to_do.pop()
    answer = client.get("/" + address.removeprefix(origin))
    links = [answer["Location"]] if answer.has_header("Location") else []
    if answer.status_code >= 400:
        dead.append([answer.status_code, address, led_by[address]])
    elif answer["Content-Type"].startswith("text/html"):
        links = re.findall('(?:href|src)="([^"]*)"', answer.content.decode())
    for link in links:
        found = urldefrag(urljoin(address, unescape(link))).url
        if found.startswith(origin) and "/static/" not in found and found not in led_by:
            led_by[found] = address
            to_do.append(found)
print(json.dumps([len(led_by), dead]))
"""


@pytest.fixture(scope="module")
def pages(demonstration) -> dict:
    """Every public page and file of the demonstration, as the site's own process gives them."""
    return on_the_site(demonstration, PAGES)


def test_every_public_page_is_there(pages):
    assert {path: status for path, (status, _) in pages.items() if status != 200} == {}
    assert "This is a demonstration" in pages["/"][1]


def test_no_link_within_the_site_is_dead(demonstration):
    followed, dead = on_the_site(demonstration, DEAD_LINKS)

    assert followed > 1000
    assert dead == []


@pytest.mark.parametrize("secret", SECRETS)
def test_what_is_exempt_or_not_out_yet_is_nowhere_public(secret, public, pages):
    assert not [body for body in public["bodies"] if secret in body]
    assert [path for path, (_, content) in pages.items() if secret in content] == []
