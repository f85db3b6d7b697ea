"""The calendar of a council that closes on no day of its own, and the marker that names a rule.

"K11", "A6", "test 3" and so on in the ids of these tests number the worked values, rules and
acceptance tests in the survey of the law from which the rules were written down.
"""

import pytest

from cleardays.law.calendar import Calendar


def pytest_configure(config):
    config.addinivalue_line("markers", "proves(*codes): the rules of law that a test proves")


@pytest.fixture(scope="session")
def england():
    return Calendar.england()
