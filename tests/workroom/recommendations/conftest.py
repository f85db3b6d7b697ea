"""A board that was asked something by the committee, and its officer."""

import pytest

from tests.factories.asks import make_ask, make_asked
from tests.factories.people import make_council


@pytest.fixture
def board():
    return make_council(name="Lampshire Health Board", kind="nhs")


@pytest.fixture
def partner(board):
    """The officer of the board who answers."""
    return make_asked(board)


@pytest.fixture
def ask(clerk, deputy, committee, board):
    return make_ask(clerk, deputy, committee, board)
