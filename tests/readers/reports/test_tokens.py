"""Lines of contacts cut into what each stretch of them is."""

import pytest

from cleardays.readers.reports.tokens import begins_with_person, tokens


def kinds(line):
    return [(token.kind, token.text) for token in tokens(line) if token.text]


def test_a_directorate_keeps_its_last_word():
    assert kinds("Lee Poole, Environment Directorate")[1] == ("post", "Environment Directorate")


def test_strokes_part_a_name_from_its_office_and_number():
    assert kinds("Lee Poole/Office of the Clerk/(01632) 960001") == [
        ("name", "Lee Poole"),
        ("post", "Office of the Clerk"),
        ("telephone", "(01632) 960001"),
    ]


def test_labels_one_after_the_other_are_no_part_of_a_post():
    assert kinds("Head of Mines Contact Details: Tel: 01632 960001") == [
        ("post", "Head of Mines"),
        ("label", "Contact Details"),
        ("label", "Tel"),
        ("telephone", "01632 960001"),
    ]


@pytest.mark.parametrize(
    ("line", "is_person"),
    [
        ("Lee Poole, Clerk, 01632 960001", True),
        ("Minutes of the Panel, Lee Poole, 01632 960001", False),
        ("Lee Poole on slate", False),
    ],
)
def test_a_line_of_a_person_is_told_from_a_paper_with_somebody_to_ask(line, is_person):
    assert begins_with_person(line) is is_person


@pytest.mark.parametrize("name", ["Officer One", "Officer B", "Author 2"])
def test_a_person_without_a_name_is_no_post(name):
    assert kinds(f"{name}, Senior Officer") == [("name", name), ("post", "Senior Officer")]
