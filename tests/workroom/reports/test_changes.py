"""What changed, word by word."""

import dataclasses

from cleardays.workroom.reports.changes import Piece, changes_between
from tests.factories.reports import PARTS


def test_the_same_parts_have_no_changes():
    assert changes_between(PARTS, PARTS) == []


def test_a_changed_word_is_shown_within_its_line():
    after = dataclasses.replace(PARTS, background="<p>Ten lamps are dark.</p>")

    (change,) = changes_between(PARTS, after)

    assert change.name == "Background and advice"
    assert change.lines == (
        (Piece("removed", "Nine"), Piece("added", "Ten"), Piece("same", " lamps are dark.")),
    )


def test_lines_that_stayed_are_left_out():
    before = dataclasses.replace(PARTS, background="<p>One.</p><p>Two.</p>")
    after = dataclasses.replace(PARTS, background="<p>One.</p><p>Two.</p><p>Three.</p>")

    (change,) = changes_between(before, after)

    assert change.lines == ((Piece("added", "Three."),),)


def test_every_word_of_both_versions_is_in_the_pieces_of_a_changed_line():
    before = dataclasses.replace(PARTS, title="The lamps of the High Street")
    after = dataclasses.replace(PARTS, title="New lamps for the Low Street")

    (change,) = changes_between(before, after)

    def told(*kinds):
        return "".join(piece.text for piece in change.lines[0] if piece.kind in kinds)

    assert told("same", "removed") == before.title
    assert told("same", "added") == after.title
