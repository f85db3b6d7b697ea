"""A real Chromium against a live server of each side; visibly skipped where there is none.

`page` fails its test for every script error, refused resource (the content policy holds here as it
does in production) and request to anybody else. `checks.py` holds what to assert about a page.
"""

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.test import Client, override_settings
from playwright.sync_api import Error, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from cleardays.config.sides import SITE
from tests.browser import checks
from tests.browser.editor import FORM

HERE = Path(__file__).parent
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHEET = checks.ROOT / "cleardays/design/static/design/dist/site.css"


def pytest_collection_modifyitems(items):
    """Mark everything here, so that `-m "not browser"` leaves it out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def _static_files_as_built(tmp_path_factory):
    """Serve the files as they are built now, not as they were last collected."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    storages = {**settings.STORAGES, "staticfiles": plain}
    with override_settings(STORAGES=storages, STATIC_ROOT=tmp_path_factory.mktemp("static")):
        yield


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium, else Playwright's own, else a skip that says what is missing."""
    if not SHEET.exists():
        pytest.skip("the style sheet is not built: npm ci && npm run build")
    if not checks.AXE.exists():
        pytest.skip("axe-core is not installed: npm ci")
    system = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=system, args=FLAGS)
        except Error as fault:
            pytest.skip(f"no Chromium could be started: {fault.message.splitlines()[0]}")
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(params=["with-script"])
def context(request, browser):
    """A fresh visitor. Parametrise indirectly with "without-script" to turn JavaScript off."""
    scripts = request.param == "with-script"
    visitor = browser.new_context(java_script_enabled=scripts, locale="en-GB")
    visitor.set_default_timeout(10_000)
    yield visitor
    visitor.close()


def watch(page: Page) -> list[str]:
    """Write down what goes wrong on a page while it is used."""
    faults: list[str] = []

    def requested(request):
        if urlsplit(request.url).hostname not in {"localhost", "127.0.0.1", None}:
            faults.append(f"asked somebody else: {request.url}")

    page.on("console", lambda said: said.type == "error" and faults.append(said.text))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("request", requested)
    return faults


@pytest.fixture
def page(context):
    """A page that may do nothing wrong."""
    opened = context.new_page()
    faults = watch(opened)
    yield opened
    opened.close()
    assert faults == []


@pytest.fixture
def axe():
    """A function that fails with what axe finds on a page."""
    return checks.assert_accessible


@pytest.fixture
def no_horizontal_scroll():
    """A function that fails when a page is wider than its window."""
    return checks.assert_no_horizontal_scroll


@pytest.fixture
def tab_through():
    """A function that walks a page with the Tab key and returns where it rested."""
    return checks.tab_through


@pytest.fixture
def shoot():
    """A function that saves a page at 360, 768 and 1280 pixels in var/screenshots."""
    return checks.shoot


class SiteRequest(WSGIRequest):
    """A request to the public side, whatever addresses the tests' own settings name."""

    urlconf = SITE.urls


class SiteHandler(WSGIHandler):
    """The public side: its own middleware and addresses."""

    request_class = SiteRequest

    def load_middleware(self, is_async=False):
        """Load what the site's process would."""
        with override_settings(MIDDLEWARE=list(SITE.middleware)):
            super().load_middleware(is_async)


@pytest.fixture(scope="session")
def _site_server(django_db_setup):
    """One server for all tests, so that no browser is still talking to it when it stops."""
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = lambda application: StaticFilesHandler(SiteHandler())
    server.start()
    yield server
    server.stop()


@pytest.fixture
def site_server(transactional_db, _site_server):
    """A live server of the public side; `live_server` is the workroom's."""
    return _site_server


@pytest.fixture
def sign_in(context, live_server):
    """A function that signs a user in to the workroom, for every page of this visitor."""

    def signed(user):
        client = Client()
        client.force_login(user)
        context.add_cookies(
            [
                {"name": name, "value": morsel.value, "url": live_server.url}
                for name, morsel in client.cookies.items()
            ]
        )

    return signed


@pytest.fixture
def advice(page, live_server):
    """The editor on the page that shows every field."""
    page.goto(live_server + FORM)
    return page.locator("#fresh_advice")
