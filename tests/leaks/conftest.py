"""One council for the whole folder, in a transaction that is rolled back at its end."""

import shutil
from contextlib import ExitStack

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings

from tests.conftest import SiteClient
from tests.leaks.council import Council, build
from tests.leaks.house import NOW

STORES = ("default", "record", "letterbox")
FOLDERS = ("PRIVATE_FILES", "PUBLIC_FILES", "RENDERINGS", "SEARCH_INDEX")


@pytest.fixture(scope="package")
def council(django_db_setup, django_db_blocker, tmp_path_factory) -> Council:
    """The council, which every test of the folder sees as it was built.

    Nothing is committed: the record lets nobody delete, so it could not be tidied away.
    """
    data = tmp_path_factory.mktemp("council")
    folders = {name: data / name for name in FOLDERS}
    hasher = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        stack.enter_context(override_settings(PASSWORD_HASHERS=hasher, STATIC_ROOT=data))
        stack.enter_context(override_settings(**folders))
        stack.enter_context(time_machine.travel(NOW))
        for store in STORES:
            stack.enter_context(transaction.atomic(using=store))
        yield build(SiteClient())
        for store in STORES:
            transaction.set_rollback(True, using=store)


@pytest.fixture(autouse=True)
def _own_data(council, tmp_path, settings):
    """Give each test copies of the council's public folders, to spoil as it likes."""
    for name in FOLDERS:
        folder = getattr(settings, name)
        if folder.exists():
            shutil.copytree(folder, tmp_path / name)
        setattr(settings, name, tmp_path / name)
