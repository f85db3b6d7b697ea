"""Contacts in every shape a council prints them."""

import docx
import pytest

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.files import read_file
from cleardays.readers.reports.contacts import read_contacts, without_repeats
from cleardays.readers.reports.draft import Contact
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.read import read_report
from tests.readers.reports.typed import read_typed


def read(*lines):
    return read_contacts([Block(Kind.PARAGRAPH, line, line) for line in lines], Margin())


@pytest.mark.parametrize(
    "number",
    [
        "01632960123", "01632 960123", "(01632) 960 123", "01632-960-123", "+44 1632 960123",
        "+44 (0)20 7946 0123", "020 7946 0123", "0300 123 4567", "07700 900123",
        "01632 960123 ext 45", "01632 960 123 Ext: 45",
    ],
)  # fmt: skip
def test_a_telephone_number_of_any_uk_shape_is_kept_as_printed(number):
    assert read(f"Lee Poole, Tel: {number}, Clerk") == [Contact("Lee Poole", number, "Clerk", "")]


def test_a_post_in_brackets_stands_behind_a_name():
    assert read("Lee Poole (Head of Service)") == [Contact("Lee Poole", "", "Head of Service", "")]


def test_a_second_name_is_a_second_contact():
    found = read("Lee Poole, 01632 960001", "Ash Kettle, 01632 960002")

    assert [contact.name for contact in found] == ["Lee Poole", "Ash Kettle"]


def test_labels_say_what_follows_them():
    margin = Margin()
    line = "Name: Poole; Post: Clerk; Email: clerk@wold.example"

    found = read_contacts([Block(Kind.PARAGRAPH, line, line)], margin)

    assert found == [Contact("Poole", "", "Clerk", "clerk@wold.example")]
    assert margin.labels == ["Name:", "Post:", "Email"]


def test_not_applicable_is_no_contact():
    assert read("N/A") == []


def test_a_team_beside_a_name_is_no_second_person():
    line = "Lee Poole, 01632 960001, Policy Officer, Highways Area East, lee.poole@council.example"

    assert read(line) == [
        Contact(
            "Lee Poole",
            "01632 960001",
            "Policy Officer, Highways Area East",
            "lee.poole@council.example",
        )
    ]


def test_a_second_person_after_and_has_her_own_number():
    line = "Lee Poole, 01632 960001, Clerk, lee@c.example and Sam Hart, 01632 960002, Solicitor"

    assert read(line) == [
        Contact("Lee Poole", "01632 960001", "Clerk", "lee@c.example"),
        Contact("Sam Hart", "01632 960002", "Solicitor", ""),
    ]


def test_a_contact_named_again_is_a_label_the_second_time():
    margin = Margin()
    whole = Contact("Lee Poole", "01632 960001", "Clerk", "lee@c.example")

    kept = without_repeats([whole, Contact("Lee Poole", "", "", "lee@c.example")], margin)

    assert kept == [whole]
    assert margin.labels == ["Lee Poole", "lee@c.example"]


def test_a_column_for_each_contact_is_read_downwards(tmp_path):
    document = docx.Document()
    document.add_paragraph("Report to the Schools Cabinet Committee")
    document.add_heading("A second form of entry", 1)
    document.add_heading("Summary", 2)
    document.add_paragraph("One school is to grow.")
    document.add_heading("Contact details", 2)
    rows = [
        ("Report Author:", "Relevant Director:"),
        ("Lee Poole", "Sam Hart"),
        ("Area Officer", "Director of Education"),
        ("01632 960001", "01632 960002"),
    ]
    grid = document.add_table(len(rows), 2)
    for row, words in zip(grid.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = words
    path = tmp_path / "report.docx"
    document.save(str(path))

    draft = read_report(read_file(path))

    assert draft.contacts == (
        Contact("Lee Poole", "01632 960001", "Area Officer", ""),
        Contact("Sam Hart", "01632 960002", "Director of Education", ""),
    )


def test_one_person_named_twice_is_one_contact():
    first = Contact("Lee Poole", "", "Clerk", "")
    second = Contact("Lee Poole", "01632 960001", "", "clerk@wold.example")

    assert without_repeats([first, second], Margin()) == [
        Contact("Lee Poole", "01632 960001", "Clerk", "clerk@wold.example")
    ]


def test_who_answers_for_a_report_is_not_asked_where_another_can_be_reached():
    found = read_typed("""\
        Report to: Quarry Panel
        Title: Dust
        Executive Director: Ash Kettle, Executive Director of Place
        Report author: Lee Poole, Clerk, 01632 960001
        Summary
        In short.
        """)

    assert [contact["name"] for contact in found["contacts"]] == ["Lee Poole"]


def test_an_address_is_given_to_the_one_whose_name_it_has():
    found = read_typed("""\
        Report to: Quarry Panel
        Title: Dust
        Report of: Lee Poole, Head of Mines
        1. Summary
        In short.
        2. Background papers
        None
        Contact: lee.poole@wold.example
        """)

    assert found["contacts"] == [
        {
            "name": "Lee Poole",
            "telephone": None,
            "post": "Head of Mines",
            "email": "lee.poole@wold.example",
        }
    ]


def test_a_director_whose_number_is_given_is_a_contact_too():
    found = read_typed("""\
        Report to: Quarry Panel
        Title: Dust
        Summary
        In short.
        Contact details
        Report Author:
        Lee Poole, Clerk
        01632 960001
        Relevant Director:
        Ash Kettle, Director of Place
        01632 960002
        """)

    assert [contact["telephone"] for contact in found["contacts"]] == [
        "01632 960001",
        "01632 960002",
    ]


def test_a_dash_inside_a_post_is_a_part_of_it():
    assert read("Lee Poole, Principal Engineer – Drainage, 01632 960001") == [
        Contact("Lee Poole", "01632 960001", "Principal Engineer – Drainage", "")
    ]


def test_an_address_on_the_next_line_tells_a_team_from_a_second_person():
    found = read("Lee Poole, 01632 960001, Breaks Manager, Start Well", "lee.poole@a.example")

    assert found == [
        Contact("Lee Poole", "01632 960001", "Breaks Manager, Start Well", "lee.poole@a.example")
    ]


def test_a_label_alone_has_its_value_on_the_next_line():
    found = read("Lee Poole lee.poole@a.example", "Job title:", "Head of Fleet")

    assert found == [Contact("Lee Poole", "", "Head of Fleet", "lee.poole@a.example")]
