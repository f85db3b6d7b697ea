"""Putting what was unread into its place, without losing a word."""

import pytest

from cleardays.workroom.reports.editing import put
from cleardays.workroom.reports.forms import PLACES
from cleardays.workroom.reports.parts import in_words, words
from tests.factories.reports import PARTS

PASSAGE = "Lamps < £9\nand posts"


@pytest.mark.parametrize("place", PLACES)
def test_a_passage_is_whole_wherever_it_is_put(place):
    placed = put(PARTS, PASSAGE, place, "Because")

    assert words(PASSAGE) in words(" ".join(in_words(placed).values()))
    assert in_words(placed)["Title"] == PARTS.title


@pytest.mark.parametrize("place", ["background", "recommendations", "implications"])
def test_signs_in_a_passage_are_escaped(place):
    assert "&lt; £9" in str(getattr(put(PARTS, PASSAGE, place, ""), place))


def test_what_is_left_out_is_kept_with_the_reason():
    assert put(PARTS, PASSAGE, "left_out", "A footer").left_out == (
        {"text": PASSAGE, "why": "A footer"},
    )


def test_a_passage_made_a_paper_states_the_papers():
    assert put(PARTS, PASSAGE, "background_papers", "").background_papers_stated
