"""Where the name of one public body ends and the next begins. All names are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.readers.inspections.bodies import (
    core,
    is_body,
    names_in_cell,
    spelled_out,
    split_bodies,
)
from cleardays.readers.inspections.page import Line, Word
from cleardays.readers.inspections.prose import vocabulary_of

NOTHING_KNOWN = vocabulary_of([])


@pytest.mark.parametrize(
    ("words", "known", "names"),
    [
        (
            "Wyke County Council, the NHS Wyke and East Fenmark Integrated Care Board (ICB) and"
            " NHS Mere and Marsh ICB",
            (),
            (
                "Wyke County Council",
                "NHS Wyke and East Fenmark Integrated Care Board (ICB)",
                "NHS Mere and Marsh ICB",
            ),
        ),
        (
            "The London Borough of Mere and Marsh and North East Fenmark Integrated Care Board",
            ("Mere and Marsh",),
            (
                "London Borough of Mere and Marsh",
                "North East Fenmark Integrated Care Board",
            ),
        ),
        (
            "London Borough of Mere and Marsh and NHS Fenmark ICB",
            ("Mere & Marsh",),
            ("London Borough of Mere and Marsh", "NHS Fenmark ICB"),
        ),
        (
            "Mere and Wyke City Council and Fenmark, Mereshire, and Wyke ICB",
            (),
            ("Mere and Wyke City Council", "Fenmark, Mereshire, and Wyke ICB"),
        ),
        (
            "Mere Borough Council, Mere Children First and Fenmark and North Wyke ICB",
            ("NHS Fenmark and North Wyke Integrated Care Board",),
            ("Mere Borough Council", "Mere Children First", "Fenmark and North Wyke ICB"),
        ),
        (
            "NHS Fenmark and Mere and Mere Council",
            ("NHS Fenmark and Mere ICB", "Mere"),
            ("NHS Fenmark and Mere", "Mere Council"),
        ),
        (
            "the NHS South Fenmark Integrated Care Board (ICB), the local authority and CfM",
            (),
            ("NHS South Fenmark Integrated Care Board (ICB)", "local authority", "CfM"),
        ),
        ("NHS England and Wyke Council", (), ("NHS England", "Wyke Council")),
        ("Wyke Council; NHS Wyke ICB", (), ("Wyke Council", "NHS Wyke ICB")),
        ("", (), ()),
    ],
)
def test_a_list_of_bodies_is_split_into_their_names(words, known, names):
    assert split_bodies(words, known) == names


PLACES = st.lists(
    st.sampled_from(["Mere", "Wyke", "Fenmark", "Marsh", "Upper Holm"]), min_size=1, max_size=3
)
KINDS = st.sampled_from(["Council", "County Council", "ICB", "Integrated Care Board (ICB)"])


@given(st.lists(st.tuples(PLACES, KINDS), min_size=1, max_size=3))
def test_names_joined_by_commas_and_a_last_and_come_apart_again(parts):
    names = [f"{' and '.join(dict.fromkeys(places))} {kind}" for places, kind in parts]
    words = ", ".join(names[:-1]) + (" and " if names[1:] else "") + names[-1]

    assert split_bodies(words) == tuple(names)


@pytest.mark.parametrize("name", ["Wyke Council", "NHS Wyke", "Care for Mere (CfM)", "Wyke ICB"])
def test_names_of_public_bodies_are_known_by_their_form(name):
    assert is_body(name)


@pytest.mark.parametrize("name", ["Leaders", "On 1 July", "Homes and the Wyke ICB", "2 Councils"])
def test_other_words_are_no_names_of_bodies(name):
    assert not is_body(name)


def test_spellings_of_one_board_have_one_core():
    spellings = (
        "NHS Wyke and Mere ICB",
        "Wyke & Mere Integrated Care Board (ICB)",
        "Wyke and Mere",
    )

    assert {core(name) for name in spellings} == {"wyke and mere"}


def test_initials_are_spelled_out_where_the_text_explains_them():
    text = "The company, called Care for Mere (CfM), provides services."

    assert spelled_out("CfM", text) == "Care for Mere (CfM)"
    assert spelled_out("XyZ", text) is None


def line(text: str, x1: float, y: float) -> Line:
    words = text.split()
    step = x1 / len(words)
    return Line(tuple(Word(w, n * step, (n + 1) * step - 3, y) for n, w in enumerate(words)), 1)


def test_names_on_lines_of_their_own_are_parted_where_there_was_room_for_more():
    lines = [line("Wyke County Council", 60, 40), line("Mere ICB", 30, 28)]

    assert names_in_cell(lines, 100, NOTHING_KNOWN) == "Wyke County Council; Mere ICB"


def test_a_name_that_fills_its_line_goes_on_on_the_next():
    lines = [line("Wyke County Council, Mere", 98, 40), line("and Marsh ICB", 30, 28)]

    assert names_in_cell(lines, 100, NOTHING_KNOWN) == "Wyke County Council, Mere and Marsh ICB"


def test_names_on_full_lines_of_their_own_are_parted_where_each_is_a_body():
    lines = [
        line("Wyke County Council", 99, 52),
        line("Mere and Marsh", 98, 40),
        line("ICB", 9, 28),
    ]

    assert names_in_cell(lines, 100, NOTHING_KNOWN) == "Wyke County Council; Mere and Marsh ICB"


def test_the_end_of_a_long_name_is_no_body_of_its_own():
    lines = [line("Wyke Health Care NHS Trust", 99, 40), line("Partnership Board", 30, 28)]

    assert "; " not in names_in_cell(lines, 100, NOTHING_KNOWN)


def test_a_company_known_by_its_initials_ends_where_they_end():
    names = split_bodies("Mere Council, Care for All (CfA) and Mere ICB")

    assert names == ("Mere Council", "Care for All (CfA)", "Mere ICB")


def test_a_fragment_of_a_word_is_no_plain_name():
    assert not is_body("West Northamptonshir e Council")
    assert is_body("Bank of Mere Trust")


def test_a_borough_on_a_full_line_ends_before_a_body_of_the_nhs():
    lines = [line("London Borough of Mere", 99, 40), line("NHS Marsh ICB", 60, 28)]

    assert names_in_cell(lines, 100, NOTHING_KNOWN) == "London Borough of Mere; NHS Marsh ICB"


def test_an_nhs_trust_with_a_place_before_it_is_one_name():
    lines = [line("South Mere and the Marsh", 99, 40), line("NHS Foundation Trust", 60, 28)]

    assert "; " not in names_in_cell(lines, 100, NOTHING_KNOWN)


def test_a_board_on_its_own_line_ends_a_company_that_fills_the_line_above():
    lines = [line("Wyke Children First", 99, 40), line("NHS Marsh ICB", 70, 28)]

    assert names_in_cell(lines, 100, NOTHING_KNOWN) == "Wyke Children First; NHS Marsh ICB"


def test_a_trust_cut_before_its_last_word_is_one_name():
    lines = [line("Mere and Wyke Hospitals NHS Foundation", 60, 40), line("Trust", 20, 28)]

    assert "; " not in names_in_cell(lines, 100, NOTHING_KNOWN)


def test_a_trust_named_for_children_goes_on_on_the_next_line():
    lines = [line("Wyke Hospital for Children", 99, 40), line("NHS Foundation Trust", 70, 28)]

    assert "; " not in names_in_cell(lines, 100, NOTHING_KNOWN)


@pytest.mark.parametrize("name", ["Wyke Children First NHS Mere ICB", "NHS Wyke and Mere Council"])
def test_two_bodies_run_together_are_no_plain_name(name):
    assert not is_body(name)


@pytest.mark.parametrize("mark", ["/", " / ", " & "])
def test_a_slash_or_an_ampersand_is_between_two_bodies(mark):
    assert split_bodies(f"Wyke Council{mark}Mere ICB") == ("Wyke Council", "Mere ICB")


def test_an_ampersand_inside_a_name_cuts_nothing():
    names = split_bodies("Wyke & Mere Council & NHS Wyke & Mere ICB")

    assert names == ("Wyke & Mere Council", "NHS Wyke & Mere ICB")


def test_the_isles_belong_to_the_name_of_a_board_that_also_covers_them():
    names = split_bodies("Wyke Council and NHS Wyke and the Isles of Mere Integrated Care Board")

    assert names == ("Wyke Council", "NHS Wyke and the Isles of Mere Integrated Care Board")


def test_a_council_of_isles_is_not_part_of_a_board():
    names = split_bodies("NHS Wyke ICB and the Isle of Mere Council")

    assert names == ("NHS Wyke ICB", "Isle of Mere Council")
