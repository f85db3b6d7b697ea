"""The words of a document, part by part."""

from cleardays.record.schemas.parts import parts_of, plain_text
from tests.factories.record import a_committee, a_file, a_meeting, a_report, an_item


def test_plain_text_has_a_line_for_each_block_and_no_markup():
    markup = "<h3>One &amp; two</h3><ul><li>three</li><li>fo<b>ur</b></li></ul><p>a<br>b</p>"

    assert plain_text(markup) == "One & two\nthree\nfour\na\nb"


def test_table_cells_stay_apart():
    assert plain_text("<table><tr><td>a</td><td>b</td></tr></table>") == "a b"


def test_a_report_gives_the_words_of_every_part():
    words = " ".join(part.text for part in parts_of(a_report(files=(a_file(),))))

    for expected in ("weaknesses", "Note the findings", "The visit", "Parents", "Some risk"):
        assert expected in words
    assert "Inspection letter" in words
    assert "inclusion@council.example" in words


def test_a_meeting_gives_its_items_with_what_is_kept_from_the_public():
    item = an_item("5", "A contract", exempt_paragraphs=(3,))

    parts = {part.heading: part.text for part in parts_of(a_meeting(items=(item,)))}

    assert parts["Item 5"] == "A contract\nNot public: paragraph 3"


def test_a_committee_without_dates_has_no_part_for_them():
    assert "Dates" not in {part.heading for part in parts_of(a_committee())}
