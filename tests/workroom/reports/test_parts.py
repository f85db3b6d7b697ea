"""The parts as a value: nothing of a draft is lost, and nothing that waits may vanish."""

import dataclasses
from datetime import date

import pytest

from cleardays.readers.blocks import Notice
from cleardays.readers.reports.draft import BackgroundPaper, Contact, Passage, ReportDraft
from cleardays.workroom.reports.checks import latest
from cleardays.workroom.reports.parts import Parts, in_words, lost, of_draft, of_version, words
from tests.factories.reports import PARTS, make_report

DRAFT = ReportDraft(
    title="Lamps",
    committee="Lamps Committee",
    meeting_date=date(2018, 3, 5),
    electoral_divisions=("Bridge", "Castle"),
    appendices=("Appendix A",),
    contacts=(Contact("Ann Officer", "01632 960001", "Lamplighter", "lamps@council.example"),),
    executive_summary=Passage("Nine are dark", "<p>Nine are dark</p>"),
    recommendations=(Passage("Mend them", "<p>Mend them</p>"), Passage("Light < them")),
    background=Passage("A storm", "<p>A <strong>storm</strong></p>"),
    consultations=Passage("Shops were asked", "<p>Shops were asked</p>"),
    implications={"Risk": Passage("Stumbling", "<p>Stumbling</p>")},
    background_papers=(BackgroundPaper("Map", "2017", "Library"),),
    background_papers_stated=True,
    part_ii_reason=Passage("Paragraph three", "<p>Paragraph three</p>"),
    unread=("A stray passage",),
    notices=(Notice("comment", "There was a comment", 1),),
)


def all_words(draft):
    fields = dataclasses.asdict(draft)
    found = [draft.title, draft.committee, *draft.electoral_divisions, *draft.appendices]
    found += [value for row in fields["contacts"] for value in row.values()]
    found += [value for row in fields["background_papers"] for value in row.values()]
    passages = ("executive_summary", "background", "consultations", "part_ii_reason")
    found += [getattr(draft, name).text for name in passages]
    found += [one.text for one in draft.recommendations]
    found += [f"{heading} {one.text}" for heading, one in draft.implications.items()]
    return [*found, *draft.unread]


def test_every_word_of_a_draft_is_in_the_parts():
    kept = words(" ".join(in_words(of_draft(DRAFT)).values()))

    for passage in all_words(DRAFT):
        assert words(passage) in kept


def test_a_recommendation_is_kept_without_its_paragraph_and_with_its_signs_escaped():
    assert of_draft(DRAFT).recommendations == ("Mend them", "Light &lt; them")


def test_notices_go_with_the_parts():
    (notice,) = of_draft(DRAFT).notices

    assert notice == {"code": "comment", "message": "There was a comment", "count": 1}


def test_parts_survive_the_database(author, committee):
    parts = of_draft(DRAFT)

    report = make_report(author, committee, **vars(parts))

    assert of_version(latest(report)) == parts


@pytest.mark.parametrize(
    ("after", "gone"),
    [
        ({"background": "<p>A<br>stray, passage!</p>"}, []),
        ({"unread": ("A stray passage",)}, []),
        ({"title": "A stray passages"}, ["A stray passage"]),
        ({}, ["A stray passage"]),
    ],
)
def test_a_passage_is_kept_where_its_words_stand_together(after, gone):
    before = dataclasses.replace(PARTS, unread=("A stray passage",))

    assert [*lost(before, dataclasses.replace(PARTS, **after))] == gone


def test_every_piece_of_html_is_cleaned():
    attack = "<p>x<script>alert(1)</script></p>"
    names = ("executive_summary", "background", "consultations", "part_ii_reason")
    parts = Parts(
        **dict.fromkeys(names, attack),
        recommendations=(attack,),
        implications=(("Risk", attack),),
    )

    assert "script" not in str(parts.cleaned())
