"""Rows of findings, and what is doubtful about one."""

from dataclasses import replace

import pytest

from cleardays.readers.inspections.findings import PASSED, UNHEADED
from tests.readers.inspections.paper import (
    COUNTY,
    FERRY,
    IMPROVEMENTS,
    INCONSISTENT,
    MAST,
    READING,
    UPPER,
    WHOLE,
)

SHORT = replace(WHOLE, filler=5)


def doubts(draft) -> list[tuple[str, str]]:
    return [(doubt.field, doubt.why) for doubt in draft.unsure]


def test_a_cell_without_a_responsible_body_is_doubted(read):
    draft = read(replace(SHORT, priority=(("", FERRY), (UPPER, READING))))

    assert draft.priority_actions[0].responsible == ()
    assert doubts(draft) == [("priority_actions[0].responsible", "No responsible body is named.")]


def test_what_is_not_plainly_a_body_is_doubted(read):
    draft = read(replace(SHORT, priority=((f"{COUNTY} and all who care", READING),)))

    assert draft.unsure[0].field == "priority_actions[0].responsible"
    assert draft.unsure[0].words.endswith("all who care")


def test_initials_that_the_report_spells_out_are_a_name(read):
    said = f"{COUNTY} (SWCC) and {UPPER} are responsible for planning and commissioning."

    draft = read(replace(SHORT, partnership=said, priority=(("SWCC", READING), ("ABC", MAST))))

    assert [doubt.words for doubt in draft.unsure] == ["ABC"]


def test_bullets_are_kept_apart_and_their_marks_left_out(read):
    draft = read(replace(SHORT, priority=((UPPER, FERRY),)))

    paragraphs = draft.priority_actions[0].paragraphs
    assert [p.is_bullet for p in paragraphs] == [False, True, True]
    assert paragraphs[1].text == "the first boat leaves before the tide turns"


def test_a_row_that_ends_inside_a_sentence_is_doubted(read):
    draft = read(replace(SHORT, improvements=("Leaders should count the oars and", MAST)))

    assert doubts(draft) == [("improvements[0]", "The row ends inside a sentence.")]


def test_words_in_the_section_outside_the_table_are_doubted(read):
    rows = "".join(f"<tr><td>{MAST}</td></tr>")
    markup = f"<p>Leaders have begun on this.</p><table>{rows}</table>"

    draft = read(replace(SHORT, improvements=(), html={"improvements": markup}))

    assert [f.text for f in draft.improvements] == [MAST]
    assert draft.unsure[0].words == "Leaders have begun on this."


def test_a_stray_bullet_after_the_table_is_nothing(read):
    rows = "".join(f"<tr><td>{row}</td></tr>" for row in (MAST, READING))
    markup = f"<table>{rows}</table><p>◼</p>"

    draft = read(replace(SHORT, improvements=(), html={"improvements": markup}))

    assert [f.text for f in draft.improvements] == [MAST, READING]
    assert draft.unsure == ()


def test_a_heading_that_the_framework_does_not_know_ends_the_section(read):
    after = "<h2>Annex: how inspectors worked</h2><p>They walked along the quay.</p>"

    draft = read(replace(SHORT, details=(), after=after))

    assert len(draft.improvements) == len(IMPROVEMENTS)
    assert "These words stand outside the table." not in [doubt.why for doubt in draft.unsure]


@pytest.mark.parametrize(
    "words", ["There are no areas for priority action.", "None", "No areas were identified"]
)
def test_a_section_that_says_there_is_none_has_no_rows_and_no_doubt(read, words):
    html = {"priority": f"<p>{words}</p>"}

    draft = read(replace(SHORT, outcome=INCONSISTENT, priority=(), html=html))

    assert draft.priority_actions == ()
    assert draft.unsure == ()


def test_a_table_of_bodies_under_an_unknown_heading_is_read_and_doubted(read):
    heads = {
        "priority_heading": "What comes first",
        "priority_head": ("Responsible bodies", "What to do"),
    }

    draft = read(replace(SHORT, priority=((UPPER, READING),), **heads))

    assert [finding.text for finding in draft.priority_actions] == [READING]
    assert ("priority_actions", UNHEADED) in doubts(draft)


def test_a_table_that_no_heading_leads_to_is_named(read):
    heads = {"improvement_heading": "What could be better", "improvement_head": ()}

    draft = read(replace(SHORT, **heads))

    assert draft.improvements == ()
    assert ("improvements", PASSED) in doubts(draft)


def test_a_number_beside_each_row_is_no_part_of_it(read):
    rows = tuple((f"{n}.", text) for n, text in enumerate((MAST, READING), 1))

    draft = read(
        replace(SHORT, improvement_head=("No.", "Areas for improvement"), improvements=rows)
    )

    assert [finding.text for finding in draft.improvements] == [MAST, READING]
    assert [finding.responsible for finding in draft.improvements] == [(), ()]
