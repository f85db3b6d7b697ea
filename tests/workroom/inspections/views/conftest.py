"""An improvement lead, signed in."""

import pytest

from tests.factories.accounts import make_user


@pytest.fixture
def lead(committee):
    return make_user("Improvement Lead", committee, "improvement-lead")


@pytest.fixture
def client(lead, signed_in):
    return signed_in(lead)
