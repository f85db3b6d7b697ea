"""What looks like a person's name where a post should stand."""

import pytest

from cleardays.workroom.people.posts import name_in, warning_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Jane Smith", "Jane Smith"),
        ("Seán O’Neill", "Seán O’Neill"),
        ("Anne-Marie van Dyke", ""),  # "van" has no capital: better no warning than many
        ("J. McDonald", "J. McDonald"),
        ("Mrs Okonkwo", "Mrs Okonkwo"),
        ("Cllr. Priya Patel", "Cllr. Priya Patel"),
        ("Head of Inclusion (Jane Smith)", "Jane Smith"),
        ("Jane Smith, Head of Inclusion", "Jane Smith"),
        ("Jane Smith / Omar Khan", "Jane Smith"),
        ("Head of Inclusion - Jane Mary Smith", "Jane Mary Smith"),
    ],
)
def test_a_name_is_seen(words, name):
    assert name_in(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Head of Inclusion",
        "Chief Executive",
        "Deputy Director",
        "SEND Improvement Lead",
        "Director of Children's Services",
        "Designated Clinical Officer, Integrated Care Board",
        "Principal Social Worker",
        "Health Programme Lead",
        "Cabinet Member for Children",
        "Virtual School Headteacher",
        "Commissioning Manager (ICB)",
        "Occupational Therapy",
        "Public Health",
        "ICB / LA",
        "To Be Confirmed",
        "DCS",
        "Lead",
        "Speech and Language Therapist",
        "Parent Carer Forum",
    ],
)
def test_a_post_is_none(words):
    assert name_in(words) == ""


def test_the_warning_names_what_it_saw():
    assert warning_of("Jane Smith") == (
        "“Jane Smith” looks like a person's name: the public plan gives posts"
    )
    assert warning_of("Head of Lamps") == ""
