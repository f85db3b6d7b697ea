"""What changed, readable."""

from hypothesis import given
from hypothesis import strategies as st

from cleardays.site.comparison import MOST_COMPARED, compare, word_changes
from tests.factories.record import a_meeting, a_report, an_item, changed

words = st.lists(st.sampled_from(["one", "two", "three", "four.", "\n"]), max_size=30).map(
    " ".join
)


@given(words, words)
def test_the_pieces_hold_every_word_of_both(old, new):
    pieces = word_changes(old, new)

    kept_or_removed = "".join(piece.text for piece in pieces if piece.kind != "added")
    kept_or_added = "".join(piece.text for piece in pieces if piece.kind != "removed")
    assert (kept_or_removed, kept_or_added) == (old, new)


def test_a_long_stretch_that_stayed_is_left_out_and_counted():
    same = " ".join(str(number) for number in range(1000))

    pieces = word_changes(f"{same} old", f"{same} new")

    assert [piece.kind for piece in pieces] == ["same", "skipped", "same", "removed", "added"]
    assert "words that did not change" in pieces[1].text


def test_texts_too_long_to_compare_word_by_word_are_shown_whole():
    number = int(MOST_COMPARED**0.5) + 1
    old = " ".join(f"a{n}" for n in range(number))
    new = " ".join(f"b{n}" for n in range(number))

    assert [piece.kind for piece in word_changes(old, new)] == ["removed", "added"]


def test_only_parts_that_differ_are_shown():
    report = a_report()
    other = changed(report, consultations="", title="New title")

    changes = [(part.heading, part.change) for part in compare(report, other)]

    assert changes == [("Title", "changed"), ("Consultations", "removed")]


def test_an_item_that_moved_keeps_its_words_and_says_its_old_number():
    meeting = a_meeting(items=(an_item("1", "Apologies"), an_item("2", "Minutes")))
    other = changed(
        meeting,
        items=(an_item("1", "Apologies"), an_item("2", "Flood"), an_item("3", "Minutes")),
    )

    changes = [(part.heading, part.change) for part in compare(meeting, other)]

    assert changes == [("Item 2", "added"), ("Item 3 (Item 2)", "changed")]


def test_documents_that_are_the_same_have_no_changes():
    report = a_report()

    assert compare(report, report) == []


def test_the_last_word_is_the_same_when_lines_come_after_it():
    pieces = word_changes("one area", "one area\nmore")

    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("same", "one area"),
        ("added", "\nmore"),
    ]
