"""What was read, as text: every word of the parts is there."""

import re

import pytest

from cleardays.cli.report_listing import listing
from cleardays.readers.blocks import Notice, Reading
from cleardays.readers.reports.draft import BackgroundPaper, Contact, Passage, ReportDraft

DRAFT = ReportDraft(
    title="Lamps",
    committee="Lamps Committee",
    contacts=(Contact(name="Lamp Officer", email="lamps@council.example"),),
    executive_summary=Passage("Nine lamps are dark. " * 20),
    recommendations=(Passage("Mend them."), Passage("Light them.")),
    background=Passage("A storm.\nAnother storm."),
    implications={"Risk": Passage("Stumbling")},
    background_papers=(BackgroundPaper("A map", "2017", "Library"),),
    unread=("A stray passage",),
    notices=(Notice("comment", "2 comments were left out.", 2),),
)


@pytest.fixture
def shown():
    return listing("lamps.txt", Reading("text/plain", ()), DRAFT)


def test_no_word_of_a_part_is_missing(shown):
    words = " ".join(shown.split())

    for text in (
        "Lamps Committee",
        "Lamp Officer, lamps@council.example",
        ("Nine lamps are dark. " * 20).strip(),
        "1. Mend them.",
        "2. Light them.",
        "Implications: Risk Stumbling",
        "A map, 2017, Library",
        "- A stray passage",
        "- 2 comments were left out.",
    ):
        assert text in words


def test_no_line_is_wider_than_a_page(shown):
    assert max(map(len, shown.split("\n"))) <= 100


def test_what_is_missing_is_said_to_be(shown):
    assert re.search(r"^Meeting +not found$", shown, re.MULTILINE)
