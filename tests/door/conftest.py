"""An improvement lead who keeps measures."""

import pytest

from cleardays.workroom.plans import actions
from tests.factories.plans import AT, make_lead, seen_by


@pytest.fixture
def lead():
    return make_lead()


@pytest.fixture
def by(lead):
    return seen_by(lead)


@pytest.fixture
def make(by):
    """A function from a definition to a measure."""
    return lambda definition: actions.create_measure(
        definition["name"], [definition], by=by, at=AT
    )
