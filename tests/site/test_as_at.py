"""As at when a list is."""

from datetime import date

import pytest

from tests.factories.record import a_committee, publish
from tests.site.words import text


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch):
    monkeypatch.setattr("cleardays.site.as_at.localdate", lambda: date(2026, 2, 3))


@pytest.mark.parametrize(
    "address",
    [
        *("/asks/", "/calendar/", "/committees/", "/inspections/", "/measures/", "/plans/"),
        "/committees/scrutiny/meetings/",
    ],
)
def test_a_list_says_as_at_when_and_up_to_which_entry(public, address):
    publish(a_committee())

    page = public.get(address)

    assert "As at 3 February 2026, up to entry 1 of the record" in text(page)
    assert 'href="/record/1/"' in page.text


def test_a_list_of_an_empty_record_names_no_entry(public):
    words = text(public.get("/plans/"))

    assert "As at 3 February 2026" in words
    assert "up to entry" not in words
