"""Fixtures for every test: the three stores, named people, a client for each side."""

import os
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from django.test import Client, override_settings

from cleardays.config.sides import SITE
from tests.demonstration import loaded
from tests.factories.accounts import make_user
from tests.factories.people import make_committee
from tests.scheduling import Together, longest_first

# Pages need the stores; law, progress and readers must do without.
WITHOUT_STORES = (
    *("tests/law/", "tests/progress/", "tests/readers/"),
    *("tests/architecture/", "tests/design/"),
)


def pytest_collection_modifyitems(config, items):
    """Give each test that is not pure all three stores, each in its own transaction."""
    for item in items:
        where = item.path.relative_to(config.rootpath).as_posix()
        if not where.startswith(WITHOUT_STORES) and not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.django_db(databases="__all__"))
    items.sort(key=longest_first)


def pytest_xdist_make_scheduler(config, log):
    """Deal the tests out as tests/scheduling.py says."""
    return Together(config, log)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real input that CLEARDAYS_CORPUS names; visibly skipped without it."""
    folder = os.environ.get("CLEARDAYS_CORPUS")
    if not folder:
        pytest.skip("CLEARDAYS_CORPUS is not set")
    return Path(folder)


@pytest.fixture(scope="module")
def demonstration_folder(tmp_path_factory) -> Path:
    """A copy of the loaded demonstration, which is loaded once for all processes."""
    own = tmp_path_factory.getbasetemp()
    common = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return copytree(loaded(common), tmp_path_factory.mktemp("copy") / "demonstration")


@pytest.fixture(autouse=True)
def _own_data(tmp_path, settings):
    """Keep files and indexes of each test in a folder of its own; hash passwords cheaply."""
    settings.PRIVATE_FILES = tmp_path / "private-files"
    settings.PUBLIC_FILES = tmp_path / "public-files"
    settings.RENDERINGS = tmp_path / "renderings"
    settings.SEARCH_INDEX = tmp_path / "search-index"
    settings.STATIC_ROOT = tmp_path  # WhiteNoise warns of a folder that is not there
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


class SiteClient(Client):
    """A member of the public: every request meets the site's own middleware and addresses."""

    def request(self, **request):
        with override_settings(ROOT_URLCONF=SITE.urls, MIDDLEWARE=list(SITE.middleware)):
            return super().request(**request)


@pytest.fixture
def public() -> SiteClient:
    """Pat Public, who holds nothing and signs in nowhere."""
    return SiteClient()


@pytest.fixture
def committee():
    return make_committee()


@pytest.fixture
def clerk(committee):
    """The democratic services officer of the committee, as a user."""
    return make_user("Democratic Services Officer", committee, "democratic-services")


@pytest.fixture
def deputy(committee):
    """A second officer of the committee: the other pair of eyes."""
    return make_user("Deputy Democratic Services Officer", committee, "democratic-services")


@pytest.fixture
def author(committee):
    return make_user("Head of Inclusion", committee, "author")


@pytest.fixture
def member(committee):
    return make_user("Member of the committee", committee, "member")


@pytest.fixture
def viewer():
    """A function from a user to the Viewer of today."""
    from cleardays.workroom.accounts.viewers import viewer_of

    return lambda user, day=date(2026, 1, 5): viewer_of(user, day)


@pytest.fixture
def signed_in():
    """A function from a user to a workroom client that is signed in as them."""

    def client_of(user):
        client = Client()
        client.force_login(user)
        return client

    return client_of
