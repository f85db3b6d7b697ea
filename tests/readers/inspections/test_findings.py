"""Rows of findings, and what is doubtful about one."""

from dataclasses import replace

from tests.readers.inspections.paper import (
    COUNTY,
    FERRY,
    IMPROVEMENTS,
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
