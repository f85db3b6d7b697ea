"""Contacts in every shape a council prints them."""

import pytest

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.contacts import read_contacts
from cleardays.readers.reports.draft import Contact
from cleardays.readers.reports.margin import Margin


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
