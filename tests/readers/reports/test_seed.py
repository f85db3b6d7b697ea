"""The report that this software was begun for, from its file to its parts."""

from datetime import date

import pytest

from cleardays.readers.files import read_file
from cleardays.readers.reports.as_json import as_json
from cleardays.readers.reports.draft import Passage
from cleardays.readers.reports.read import read_report
from tests.readers.reports.words import assert_every_word_once

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def reading(corpus):
    (path,) = (corpus / "seed").glob("*.txt")
    return read_file(path)


@pytest.fixture(scope="module")
def draft(reading):
    return read_report(reading)


def test_its_front_is_read(draft):
    assert draft.title == "Joint Local Area SEND Inspection in Lancashire"
    assert draft.committee == "Children's Services Scrutiny Committee"
    assert draft.meeting_date == date(2018, 1, 31)
    assert draft.electoral_divisions == ("All Divisions",)
    assert draft.appendices == ("Appendix 'A'",)


def test_its_contact_has_name_post_telephone_and_address(draft):
    (contact,) = draft.contacts

    assert len(contact.name.split()) == 2
    assert contact.post.endswith("Democratic Services Officer")
    assert contact.telephone.startswith("01772")
    assert contact.email.endswith("@lancashire.gov.uk")


def test_its_recommendations_stand_without_numbers_and_lead_in(draft):
    first, second = draft.recommendations

    assert first.text.startswith("Note and comment")
    assert second.text.startswith("Consider areas")
    assert second.html == f"<p>{second.text}</p>"


def test_its_prose_is_in_its_place(draft):
    assert len(draft.executive_summary.text.split("\n")) == 1
    assert draft.executive_summary.text.split()[0] == "The"
    assert len(draft.background.text.split("\n")) == 4
    assert draft.background.html.count("<p>") == 4


def test_what_it_says_is_not_applicable_is_nothing(draft):
    assert draft.consultations == Passage()
    assert draft.part_ii_reason == Passage()
    assert draft.background_papers == ()
    assert draft.background_papers_stated


def test_its_one_implication_is_read(draft):
    assert {name: len(p.text.split()) for name, p in draft.implications.items()} == {
        "Risk management": 7
    }


def test_nothing_is_unread_and_every_word_is_once(reading, draft):
    assert draft.unread == ()
    assert draft.notices == ()
    assert_every_word_once(reading, draft)


def test_as_json_it_has_nulls_and_lists(draft):
    found = as_json(draft)

    assert found["meeting_date"] == "2018-01-31"
    assert found["consultations"] is None
    assert found["part_ii_reason"] is None
    assert found["background_papers"] == found["unread"] == []
