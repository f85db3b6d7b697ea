"""The words of a document, part by part."""

from cleardays.record.schemas.parts import parts_of, plain_text
from tests.factories.record import (
    a_committee,
    a_file,
    a_judgement,
    a_measure,
    a_meeting,
    a_plan,
    a_report,
    an_action,
    an_area,
    an_ask,
    an_inspection,
    an_item,
    an_observation,
)


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


def test_an_inspection_gives_what_was_found_and_what_is_due():
    area = an_area(judgements=(a_judgement("Not sufficient"),), is_confirmed=False)

    parts = {part.heading: part.text for part in parts_of(an_inspection(areas=(area,)))}

    assert "Not sufficient" in parts["Area for priority action 1"]
    assert "Not confirmed" in parts["Area for priority action 1"]
    assert "took over from Clinical group" in parts["Responsible"]
    assert "Submit the priority action plan" in parts["What is due"]


def test_each_action_of_a_plan_is_a_part_known_by_its_reference():
    plan = a_plan(actions=(an_action("B7", "Hire assessors"),))

    (part,) = (part for part in parts_of(plan) if part.key == "action B7")

    assert part.text.startswith("Hire assessors\nHead of inclusion, Borough Council")


def test_a_measure_gives_figures_and_never_what_is_suppressed():
    hidden = an_observation(value=None, numerator=None, denominator=None, why="fewer than 5")

    parts = {part.key: part.text for part in parts_of(a_measure(observations=(hidden,)))}

    assert parts["figures"] == "The borough, 2024-12, fewer than 5"
    assert "Plans made in time" in parts["definitions"]


def test_an_ask_gives_question_and_answer():
    words = {part.key: part.text for part in parts_of(an_ask(answer="Here they are."))}

    assert words["text"].startswith("The committee asks")
    assert words["answer"] == "Here they are."
