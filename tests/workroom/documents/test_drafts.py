"""A draft survives being kept as JSON."""

import json
from datetime import date

from cleardays.readers.blocks import Notice
from cleardays.readers.reports.draft import BackgroundPaper, Contact, Passage, ReportDraft
from cleardays.workroom.documents.drafts import as_plain, from_plain

FULL = ReportDraft(
    title="Lamps",
    committee="Lamps Committee",
    meeting_date=date(2018, 3, 5),
    electoral_divisions=("All Divisions",),
    appendices=("A",),
    contacts=(Contact("Officer", "01632 960001", "Post", "a@council.example"),),
    executive_summary=Passage("Dark", "<p>Dark</p>"),
    recommendations=(Passage("Mend", "Mend"),),
    background=Passage("Storm", "<p>Storm</p>"),
    consultations=Passage("Asked", "<p>Asked</p>"),
    implications={"Risk": Passage("Stumbling", "<p>Stumbling</p>")},
    background_papers=(BackgroundPaper("Map", "2017", "Office"),),
    background_papers_stated=True,
    part_ii_reason=Passage("None", "None"),
    labels=("Title",),
    unread=("Left over",),
    notices=(Notice("comment", "There were comments", 2),),
)


def test_a_full_draft_comes_back_as_it_went():
    assert from_plain(json.loads(json.dumps(as_plain(FULL)))) == FULL


def test_an_empty_draft_comes_back_as_it_went():
    assert from_plain(json.loads(json.dumps(as_plain(ReportDraft())))) == ReportDraft()
