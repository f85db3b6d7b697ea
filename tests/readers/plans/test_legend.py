"""The legend that a file brings."""

import pytest

from cleardays.readers.plans.legend import is_legend, legend_of
from cleardays.readers.plans.sheets import Grid


@pytest.mark.parametrize("name", ["Legend", "KEY", "RAG key", "Status definitions"])
def test_a_legend_is_known_by_its_name(name):
    assert is_legend(Grid(name, []))


@pytest.mark.parametrize("name", ["Plan", "Key actions", "Keyboard"])
def test_another_sheet_is_none(name):
    assert not is_legend(Grid(name, []))


@pytest.mark.parametrize("first", [["Colour", "Meaning"], ["RAG rating", "What it means"], []])
def test_words_and_meanings_are_kept_with_heads_or_without(first):
    grid = Grid("Key", [first, ["Our words"], ["Red", "Late"], ["Blue", None, "Done"]])

    assert legend_of([grid]) == {"Red": "Late", "Blue": "Done"}


def test_an_empty_legend_is_none():
    assert legend_of([Grid("Legend", [["Word or colour", "What it means"]])]) is None


def test_without_a_legend_there_is_none():
    assert legend_of([Grid("Plan", [["Red", "Late"]])]) is None
