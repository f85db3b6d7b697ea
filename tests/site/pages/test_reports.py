"""The page of a report has all of its parts."""

import re

import pytest

from cleardays.record.schemas.common import Link
from tests.factories.record import a_report, publish
from tests.site.words import text


@pytest.fixture
def page(public, council):
    return public.get(f"/{council.report.ref}/")


@pytest.mark.parametrize(
    "words",
    [
        "Inspection of services for children with special needs",
        "All Divisions",
        "14 January 2026",
        "The inspectors found weaknesses.",
        "Note the findings.",
        "Ask for an action plan.",
        "The visit Inspectors came in November.",
        "Parents were asked.",
        "Risk management Some risk.",
        "Inspection letter",
        "Head of Inclusion",
        "inclusion@council.example",
        "Version 1",
    ],
)
def test_the_page_has_every_part(page, words):
    assert words in text(page)


def test_every_part_in_the_contents_is_on_the_page(page):
    markup = page.content.decode()
    for anchor in re.findall(r'href="#([a-z-]+)"', markup):
        assert f'id="{anchor}"' in markup


def test_background_papers_that_are_none_are_said_to_be_none(public):
    report = a_report(background_papers=(), background_papers_stated=True)
    publish(report)

    assert "Background papers None." in text(public.get(f"/{report.ref}/"))


def test_what_is_exempt_is_named_and_where_it_was_considered_is_linked(public):
    report = a_report(
        exempt_appendices=("Appendix B: prices",),
        considered_at=(Link("meetings/scrutiny/2026/1", "Scrutiny, 14 January"),),
        part_ii_reason="<p>Prices are confidential.</p>",
    )
    publish(report)

    page = public.get(f"/{report.ref}/")

    assert "Not public Appendix B: prices" in text(page)
    assert "Prices are confidential." in text(page)
    assert 'href="/meetings/scrutiny/2026/1/"' in page.content.decode()


def test_machines_read_a_report(page):
    markup = page.content.decode()

    assert '"@type": "Report"' in markup
    assert '"encodingFormat": "application/pdf"' in markup
