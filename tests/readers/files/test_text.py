"""Plain text: encodings, paragraphs, printed lists, and what Word leaves in it."""

from pathlib import Path

from cleardays.readers.blocks import Kind
from cleardays.readers.files.text import read_text, text_blocks
from tests.readers.files.makers import seen


def test_each_line_is_a_paragraph_where_lines_are_as_long_as_paragraphs() -> None:
    long = "The committee considered the report at length. " * 6
    text = f"Title of it\nMeeting of 3 May\n{long}\n{long}"

    assert len(list(text_blocks(text))) == 4


def test_lines_broken_at_a_width_are_joined_to_paragraphs() -> None:
    text = (
        "The panel met in the spring and found that nothing had been done about\n"
        "the delays, which it regretted, and asked that the action plan be well-\n"
        "founded and complete.\n\n"
        "It then considered the second paper of the day, which had been sent to\n"
        "all members.\n"
    )

    blocks = tuple(text_blocks(text))

    assert seen(blocks) == [
        "The panel met in the spring and found that nothing had been done about the delays, "
        "which it regretted, and asked that the action plan be well-founded and complete.",
        "It then considered the second paper of the day, which had been sent to all members.",
    ]


def test_printed_markers_become_items_and_keep_their_marker() -> None:
    text = "The Cabinet is asked to:\ni. Note the plan; and\nii. Agree it.\n\n• First\n- Second"

    blocks = list(text_blocks(text))

    assert [(b.kind, b.marker, b.is_marker_printed, b.is_ordered) for b in blocks[1:]] == [
        (Kind.ITEM, "i.", True, True),
        (Kind.ITEM, "ii.", True, True),
        (Kind.ITEM, "•", True, False),
        (Kind.ITEM, "-", True, False),
    ]


def test_tab_led_cells_become_a_table_and_a_tab_led_line_alone_a_paragraph() -> None:
    text = (
        "\tBackground Papers\n\n\tPaper\n\tDate\n\tContact\n\n\tPlan\n\t3 May\n\t\n\n"
        "\tReason for it\n\nNA\n"
    )

    blocks = tuple(text_blocks(text))

    assert seen(blocks) == [
        "Background Papers",
        "Paper|Date|Contact / Plan|3 May|",
        "Reason for it",
        "NA",
    ]
    assert all(cell.is_header for cell in blocks[1].rows[0])
    assert not any(cell.is_header for cell in blocks[1].rows[1])


def test_field_codes_are_taken_out_and_accounted_for(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text('Write to HYPERLINK "mailto:a@b.example" a@b.example today.')

    reading = read_text(path)

    assert reading.blocks[0].text == "Write to a@b.example today."
    assert reading.dropped_words == ("HYPERLINK", '"mailto:a@b.example"')
    assert [(notice.code, notice.count) for notice in reading.notices] == [("field-code", 1)]


def test_a_line_break_of_word_stays_inside_its_paragraph() -> None:
    blocks = list(text_blocks("County Hall\x0bPreston"))

    assert (blocks[0].text, blocks[0].html) == ("County Hall\nPreston", "County Hall<br>Preston")


def test_the_report_that_the_project_began_with_is_read(corpus: Path) -> None:
    path = next((corpus / "seed").glob("*.txt"))

    blocks = read_text(path).blocks

    tables = [block for block in blocks if block.kind is Kind.TABLE]
    assert seen(tuple(tables)) == ["Paper|Date|Contact/Tel / NA||"]
    assert [block.marker for block in blocks if block.kind is Kind.ITEM] == ["i.", "ii."]
