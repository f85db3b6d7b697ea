import pytest

from cleardays.workroom.inspections.naming import likeliest, means_the_same
from cleardays.workroom.people.models import Organisation


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("NHS Wyke and Mere area ICB", "NHS Wyke and Mere Integrated Care Board (ICB)"),
        ("NHS Mere", "Mere Integrated Care Board"),
        ("Mere Council", "The London Borough of Mere"),
        ("Wyke & Mere Council", "Wyke and Mere City Council"),
        ("CfM", "Care for Mere (CfM)"),
    ],
)
def test_names_of_one_body_are_known_as_one(name, other):
    assert means_the_same(name, other)
    assert means_the_same(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Mere City Council", "Mereshire County Council"),
        ("Mere Council", "NHS Mere ICB"),
        ("NHS England", "NHS Mere"),
        ("NHS Mere CCG", "NHS Mere ICB"),
        ("Mere NHS Trust", "NHS Mere ICB"),
        ("local authority", "Council"),
    ],
)
def test_bodies_that_only_sound_alike_are_two(name, other):
    assert not means_the_same(name, other)


def test_what_was_named_above_comes_before_what_is_entered_and_that_before_what_is_new():
    entered = [Organisation(pk=7, name="Mere Council")]

    assert likeliest("Mere Council", ["Mere Borough Council"], entered) == "same-0"
    assert likeliest("Mere Council", ["NHS Mere"], entered) == "7"
    assert likeliest("NHS Wyke", [], entered) == "new-nhs"
    assert likeliest("Care for Mere", [], entered) == ""
