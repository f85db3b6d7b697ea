"""What stands against a report before it can be cleared."""

import pytest

from cleardays.workroom.reports.checks import faults_of, latest
from tests.factories.reports import make_report


def faults(author, committee, **changed):
    return [str(fault) for fault in faults_of(latest(make_report(author, committee, **changed)))]


def test_nothing_stands_against_a_whole_report(author, committee):
    assert faults(author, committee) == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"title": " "}, "title"),
        ({"recommendations": ()}, "say why the report asks for none"),
        ({"background_papers_stated": False}, "may not be blank"),
        ({"unread": ("One.", "Two.")}, "2 passages wait"),
    ],
)
def test_each_fault_says_what_to_do(author, committee, changed, words):
    (fault,) = faults(author, committee, **changed)

    assert words in fault


def test_listed_papers_need_no_word_that_there_are_none(author, committee):
    papers = ({"paper": "A map", "date": "", "contact": ""},)

    assert faults(author, committee, background_papers=papers) == []


def test_a_paper_without_a_title_is_a_fault(author, committee):
    papers = ({"paper": " ", "date": "2017", "contact": ""},)

    assert "no title" in faults(author, committee, background_papers=papers)[0]
