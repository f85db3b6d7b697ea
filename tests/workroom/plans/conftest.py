"""A council that leads a plan, an NHS body beside it, and who works for each."""

import pytest

from tests.factories.people import make_council
from tests.factories.plans import make_action, make_lead, make_plan, make_worker, seen_by


@pytest.fixture
def council():
    return make_council(name="Lampshire County Council")


@pytest.fixture
def icb():
    return make_council(name="Lampshire Health Board", kind="nhs")


@pytest.fixture
def lead(council):
    """The improvement lead of the council, as a user."""
    return make_lead(council)


@pytest.fixture
def second(council):
    """A second improvement lead: the other pair of eyes."""
    return make_lead(council, "Deputy Improvement Lead")


@pytest.fixture
def partner(icb):
    """An officer of the health board."""
    return make_worker("Health Programme Lead", icb)


@pytest.fixture
def by(lead):
    return seen_by(lead)


@pytest.fixture
def plan(lead):
    return make_plan(lead)


@pytest.fixture
def action(plan, lead):
    return make_action(plan, lead)
