"""What was found in a file, and the committee that it names."""

import pytest

from cleardays.readers.reports.draft import Passage, ReportDraft
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports.found import found_in, meant, named

LAMPS, DRAINS = Committee(name="The Bins & Lamps Committee"), Committee(name="Drains Committee")


def test_what_is_there_is_counted_and_what_is_not_is_said_to_be_missing():
    draft = ReportDraft(background=Passage("Three small words"), background_papers_stated=True)

    found = dict(found_in(draft))

    assert found["Background and advice"] == "3 words"
    assert found["Background papers"] == "None, as the report says"
    assert found["Title"] == "Not found"


@pytest.mark.parametrize(
    ("name", "committee"),
    [
        ("BINS AND LAMPS COMMITTEE", LAMPS),
        ("Drains Committee", DRAINS),
        ("Lamps Committee", None),
        ("", None),
    ],
)
def test_a_committee_is_known_by_its_name_however_written(name, committee):
    assert named(name, [LAMPS, DRAINS]) is committee


def test_the_only_committee_is_the_one_meant():
    assert named("Something else", [LAMPS]) is LAMPS


def test_the_committee_on_whose_meeting_a_file_was_dropped_is_meant_before_the_one_it_names():
    lamps, drains = Committee(pk=1, name="Lamps"), Committee(pk=2, name="Drains")

    assert meant(Upload(committee_id=2), "Lamps", [lamps, drains]) is drains
    assert meant(Upload(committee_id=3), "Lamps", [lamps, drains]) is lamps
    assert meant(Upload(), "Lamps", [lamps, drains]) is lamps
