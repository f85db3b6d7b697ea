"""The page of search."""

import pytest

from cleardays.record.followers.search import follow
from tests.factories.record import a_report, publish, recall
from tests.site.words import text


def test_a_word_finds_the_report_and_is_shown_in_its_place(public, council):
    follow()

    page = public.get("/search/?q=weakness")

    assert f'href="/{council.report.ref}/#summary"' in page.content.decode()
    assert "The inspectors found <mark>weaknesses</mark>" in page.content.decode()
    assert "1 result" in text(page)


def test_before_there_is_an_index_it_is_said_that_it_is_being_built(public, council):
    page = public.get("/search/?q=weakness")

    assert page.status_code == 200
    assert "Search is being built" in text(page)


def test_nothing_found_says_what_to_do(public, council):
    follow()

    assert "Nothing was found." in text(public.get("/search/?q=unicorn"))


def test_a_committee_can_be_chosen(public, council):
    follow()

    here = text(public.get("/search/?q=weakness&committee=committees/scrutiny"))
    there = text(public.get("/search/?q=weakness&committee=committees/none"))

    assert "1 result" in here
    assert "0 results" in there


def test_what_was_recalled_is_not_found_even_by_an_index_that_lags(public, council):
    follow()
    recall(council.report.ref)

    page = public.get("/search/?q=weakness").content.decode()

    assert council.report.ref not in page


def test_what_was_typed_is_kept_and_escaped(public, council):
    follow()

    page = public.get('/search/?q="><script>alert(1)</script>').content.decode()

    assert "<script>alert" not in page
    assert "&quot;&gt;&lt;script&gt;" in page


def test_markup_in_a_paper_is_not_markup_in_a_result(public):
    publish(a_report(background="<p>aardvark &lt;img src=x&gt;</p>"))
    follow()

    assert "<img" not in public.get("/search/?q=aardvark").content.decode()


@pytest.mark.parametrize("query", ["page=0", "page=x", "page=99999999", "committee=%00", "q=%00"])
def test_what_cannot_be_meant_does_no_harm(public, council, query):
    follow()

    assert public.get(f"/search/?q=weakness&{query}").status_code == 200


def test_many_results_are_paged(public):
    for number in range(21):
        publish(a_report(background=f"<p>aardvark {number}</p>"))
    follow()

    page = public.get("/search/?q=aardvark")

    assert "21 results" in text(page)
    assert "page=2&amp;q=aardvark" in page.content.decode()
