"""Where lines of a text run on."""

from cleardays.readers.files.wrapping import Wrapping

_WRAPPED = (
    "The council agreed that the plan should be brought back to the meeting in\n"
    "the autumn, with the figures that had been asked for."
)


def test_the_width_is_found_where_full_lines_go_on_in_lower_case() -> None:
    assert Wrapping.of(_WRAPPED).width == 73


def test_short_lines_that_stand_alone_are_not_broken_text() -> None:
    assert Wrapping.of("County Hall\nPreston\nLancashire").width == 0


def test_a_marker_begins_a_new_paragraph_in_broken_text() -> None:
    lines = [*_WRAPPED.split("\n"), "1. First of all"]

    paragraphs = [text for text in Wrapping.of(_WRAPPED).join(lines) if text]

    assert paragraphs == [_WRAPPED.replace("\n", " "), "1. First of all"]


def test_a_number_that_belongs_to_the_word_before_it_begins_no_item() -> None:
    lines = [
        _WRAPPED.split("\n")[0],
        "The strategy that the council agreed last year is set out at its Appendix",
        "2. It was read.",
    ]

    paragraphs = [text for text in Wrapping.of(_WRAPPED).join(lines[1:]) if text]

    assert paragraphs == [f"{lines[1]} 2. It was read."]
