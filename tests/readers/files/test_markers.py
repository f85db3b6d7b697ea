"""Numbers and bullets that are printed in the text."""

import pytest

from cleardays.readers.blocks import Kind
from cleardays.readers.files.markers import Depths, as_item, split_marker
from cleardays.readers.files.spans import Span, block


@pytest.mark.parametrize(
    "marker",
    [
        "i.",
        "iv)",
        "(ii)",
        "1.",
        "12)",
        "(3)",
        "a)",
        "(b)",
        "A)",
        "1.2",
        "3.4.1",
        "•",
        "-",
        "–",
        "II.",
    ],
)
def test_a_printed_marker_is_taken_off(marker: str) -> None:
    found = split_marker(f"{marker} The words")

    assert found is not None
    assert (found.text, found.rest) == (marker, "The words")


@pytest.mark.parametrize(
    "line",
    [
        "2018. The year",
        "31 January 2018",
        "3.5 million pounds",
        "e.g. this one",
        "A. Smith said",
        "-5 degrees",
        "i",
        "1.",
        "mix. The",
        "County Hall",
    ],
)
def test_what_only_looks_like_a_marker_is_left(line: str) -> None:
    assert split_marker(line) is None


def test_depth_follows_the_markers_that_are_open() -> None:
    depths = Depths()
    markers = ["1.", "a)", "i)", "ii)", "b)", "2.", "2.1", "2.1.1"]

    found = [depths.of(split_marker(f"{marker} Words")) for marker in markers]

    assert found == [1, 2, 3, 3, 2, 1, 2, 3]


def test_i_after_h_is_a_letter() -> None:
    depths = Depths()

    found = [depths.of(split_marker(f"{marker} Words")) for marker in ("g)", "h)", "i)", "j)")]

    assert found == [1, 1, 1, 1]


def test_the_marker_is_taken_out_of_the_html_inside_its_tags() -> None:
    plain = block(Kind.PARAGRAPH, [Span("1. ", bold=True), Span("Note it")])

    item = as_item(plain, split_marker(plain.text), 1)

    assert item.html == "Note it"
