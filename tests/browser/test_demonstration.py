"""Every page of the demonstration, as a phone, a keyboard and a screen reader meet it."""

import re
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser import checks
from tests.cli.serving import answer, free_port
from tests.demonstration import environment

PASSWORD = "five-clear-days"
# Whose pages are looked at: together they may open every page of the workroom.
ROLES = ("officer", "author", "member", "administrator")
# Of pages that differ by a number only, so many are looked at.
ENOUGH = 2
NOT_PAGES = re.compile(
    r"\.(ics|atom|csv|json|jsonl|xlsx|xml|txt|pdf)$|^/files/|^/documents/files/|/logout/"
    # These have walks of their own: test_inspections.py, test_plans.py.
    r"|^/(inspections|plans|measures|asks)/|/since/$"
)


@dataclass(frozen=True)
class Demonstration:
    """The addresses of its two sides."""

    site: str
    workroom: str


@pytest.fixture(scope="module")
def demonstration(demonstration_folder) -> Iterator[Demonstration]:
    """The demonstration as `make demo` serves it, on ports of its own."""
    site, workroom = free_port(), free_port()
    ports = ("--site-port", str(site), "--workroom-port", str(workroom))
    with subprocess.Popen(
        [sys.executable, "-m", "cleardays", "demo", *ports],
        env=environment(demonstration_folder),
        stdout=subprocess.DEVNULL,
    ) as running:
        try:
            answer(site, seconds=180)
            answer(workroom, "/account/login/", seconds=30)
            yield Demonstration(f"http://127.0.0.1:{site}", f"http://127.0.0.1:{workroom}")
        finally:
            running.terminate()
            running.wait(30)


def shape(path: str) -> str:
    """Return a path with what tells one page of a kind from another taken out."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+", "N", path)


def pages_from(page: Page, start: str) -> Iterator[str]:
    """Go to every page that links lead to; of each shape a few."""
    waiting, known, seen = deque([start]), {start}, {}
    while waiting:
        address = waiting.popleft()
        kind = shape(urlsplit(address).path)
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] > ENOUGH:
            continue
        response = page.goto(address)
        assert response is not None
        assert response.status < 400, f"{address} answers {response.status}"
        yield address
        for href in page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)"):
            link = urldefrag(urljoin(address, href)).url
            same = urlsplit(link).netloc == urlsplit(start).netloc
            if same and link not in known and not NOT_PAGES.search(urlsplit(link).path):
                known.add(link)
                waiting.append(link)


def faults_of(page: Page, start: str) -> list[str]:
    """Look at every page from a start; return what axe and the ruler find, and how many pages."""
    faults, count = [], 0
    for address in pages_from(page, start):
        count += 1
        for look in (checks.assert_accessible, checks.assert_no_horizontal_scroll):
            try:
                look(page)
            except AssertionError as fault:
                faults.append(f"{address}\n{fault}")
    assert count > 5, f"only {count} pages were found from {start}"
    return faults


def sign_in(page: Page, demonstration: Demonstration, who: str) -> None:
    page.goto(f"{demonstration.workroom}/account/login/")
    page.fill("input[name=login]", f"{who}@demo.example")
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{demonstration.workroom}/")


def test_every_public_page_is_accessible_and_fits_a_phone(page, context, demonstration):
    assert faults_of(page, f"{demonstration.site}/") == []
    assert context.cookies() == []


@pytest.mark.parametrize("who", ROLES)
def test_every_page_of_the_workroom_is_accessible_and_fits_a_phone(page, demonstration, who):
    sign_in(page, demonstration, who)

    assert faults_of(page, f"{demonstration.workroom}/") == []


def test_the_papers_of_the_next_meeting_are_two_taps_away_on_a_phone(page, demonstration):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{demonstration.site}/")

    page.locator("main h3 a").first.click()
    page.locator("main .cd-item a").first.click()

    assert "/reports/" in page.url
    assert page.get_by_role("heading", name="Recommendations").count() == 1


def test_a_report_is_reached_by_keyboard_alone(page, demonstration):
    page.goto(f"{demonstration.site}/")
    for wanted in ("Scrutiny Committee", ""):
        place = "main h3 a" if wanted else "main .cd-item a"
        target = page.locator(place).first.get_attribute("href")
        for _ in range(60):
            page.keyboard.press("Tab")
            focused = page.evaluate("document.activeElement.getAttribute('href')")
            if focused == target:
                break
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{target}")

    assert "/reports/" in page.url


def test_a_word_is_found_in_its_report_with_the_word_shown(page, demonstration):
    page.goto(f"{demonstration.site}/")
    page.get_by_role("searchbox").first.fill("autism")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")

    assert "autism" in page.locator("mark").first.inner_text().lower()


@pytest.mark.parametrize("context", ["without-script"], indirect=True)
def test_an_officer_works_without_script(page, demonstration):
    sign_in(page, demonstration, "officer")
    page.get_by_role("link", name="Meetings").first.click()
    page.locator("main a").first.click()

    assert page.get_by_role("heading", level=1).count() == 1
    assert "/account/" not in page.url
