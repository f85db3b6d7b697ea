"""Hyphens, bullets and paragraphs put back as they were meant."""

from collections import Counter

import pytest

from cleardays.readers.inspections.page import Line, Page, Word
from cleardays.readers.inspections.prose import (
    Vocabulary,
    blocks_of,
    has_room,
    is_bullet,
    join_lines,
    opens_with_marker,
    paragraphs_of,
    sentences_of,
    vocabulary_of,
)
from cleardays.readers.inspections.ruling import Ruling

WORDS = Vocabulary(Counter(["harbour", "tide", "well-kept", "time", "table", "sea", "wall"]))


def line(text: str, y: float, x0: float = 10.0, page: int = 1, gap: float = 3.0) -> Line:
    """Set ``text`` with five points a letter; the first word ``gap`` points from the second."""
    words, x = [], x0
    for number, word in enumerate(text.split()):
        words.append(Word(word, x, x + 5 * len(word), y))
        x += 5 * len(word) + (gap if number == 0 else 3.0)
    return Line(tuple(words), page)


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("har-", "bour", "harbour"),  # the document knows the whole
        ("well-", "kept", "well-kept"),  # the document writes it with a hyphen
        ("sea-", "wall", "sea-wall"),  # both halves are words of the document
        ("multi-", "storey", "multi-storey"),  # a prefix that keeps its hyphen
        ("lan-", "terns", "lanterns"),  # neither half is a word
        ("Stoke-on-", "Mere", "Stoke-on-Mere"),  # capitals are never joined
        ("time\u00ad", "table", "timetable"),  # a soft hyphen always goes
    ],
)
def test_a_hyphen_at_a_line_end_stays_only_where_it_belongs(left, right, whole):
    assert WORDS.join(left, right) == whole


def test_lines_become_running_text():
    texts = ["The har-", "bour lies and/", "or sleeps", "at night."]

    assert join_lines(texts, WORDS) == "The harbour lies and/or sleeps at night."


def test_words_cut_at_a_line_end_are_not_in_the_vocabulary():
    words = (*line("the lan-", 40).words, *line("terns are lit", 28).words)

    vocabulary = vocabulary_of([Page(1, 100, 100, words, Ruling((), ()))])

    assert set(vocabulary.words) == {"the", "are", "lit"}


@pytest.mark.parametrize("mark", ["•", "◼", "▪", "\uf0b7", "–", "*"])
def test_marks_that_open_list_items_are_known(mark):
    assert is_bullet(mark)


@pytest.mark.parametrize("text", ["a", "7", "‘", "(", "ab", "£"])
def test_other_marks_open_no_list_item(text):
    assert not is_bullet(text)


def test_a_number_that_stands_apart_opens_a_list_item_and_another_does_not():
    assert opens_with_marker([line("1. Leaders should row", 10, gap=14)])
    assert not opens_with_marker([line("2. This line is wrapped", 10)])


def test_bullets_and_what_follows_them_become_paragraphs():
    lines = [
        line("Leaders should:", 60),
        line("• row at dawn and", 48, x0=20),
        line("at dusk", 36, x0=29),
        line("They should also rest.", 24),
    ]

    paragraphs = paragraphs_of(lines, 200, WORDS)

    assert [(p.text, p.is_bullet) for p in paragraphs] == [
        ("Leaders should:", False),
        ("row at dawn and at dusk", True),
        ("They should also rest.", False),
    ]


def test_a_wide_gap_and_a_short_last_line_part_paragraphs():
    wide = [line("Row at dawn and", 60), line("rest", 48), line("Then row", 26)]
    short = [line("Row at dawn.", 60), line("Then rest until the bell rings", 48)]

    assert [len(block.lines) for block in blocks_of(wide, 90)] == [2, 1]
    assert [len(block.lines) for block in blocks_of(short, 160)] == [1, 1]


def test_a_line_has_room_when_the_next_word_would_have_fitted():
    first, second = line("Row at dawn.", 60), line("Then rest", 48)

    assert has_room(first, second, right=100)
    assert not has_room(first, second, right=88)


def test_sentences_end_before_capitals():
    text = "They row at 6.30 a.m. daily. Then ‘they’ rest. (Some sing.) It rains."

    assert sentences_of(text) == [
        "They row at 6.30 a.m. daily.",
        "Then ‘they’ rest.",
        "(Some sing.) It rains.",
    ]
    assert sentences_of("") == []


def test_a_name_cut_short_ends_no_sentence():
    text = "NHS St. Mere ICB began. Dr. Wyke and Mrs. Fen row on the last. They rest."

    assert len(sentences_of(text)) == 3


def test_a_document_that_never_breaks_words_keeps_its_hyphens():
    never = Vocabulary(Counter(["tide"]), hyphenates=False)

    assert never.join("lan-", "terns") == "lan-terns"
    assert WORDS.join("lan-", "terns") == "lanterns"


@pytest.mark.parametrize(("left", "right"), [("up-to-", "date"), ("out-of-", "area")])
def test_words_with_two_hyphens_keep_both(left, right):
    assert WORDS.join(left, right) == left + right


def test_broken_words_that_are_known_whole_show_that_a_document_hyphenates():
    lines = [line("a lantern or lan-", 60), line("tern and well-", 48), line("kept", 36)]
    page = Page(1, 100, 100, tuple(w for ln in lines for w in ln.words), Ruling((), ()))

    assert vocabulary_of([page]).hyphenates
    assert not vocabulary_of([Page(1, 100, 100, lines[1].words, Ruling((), ()))]).hyphenates
