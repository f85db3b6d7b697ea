"""Cells of figures as people and departments write them."""

from decimal import Decimal

import pytest

from cleardays.readers.measures.cells import NoNumber, figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", "1234"), ("46.4", "46.4"), (" 46.4 % ", "46.4"), ("£1,200.50", "1200.50"),
        ("-3", "-3"), ("0", "0"), ("1234567", "1234567"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written(text, value):
    assert figure(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("z", "not applicable"), ("c", "suppressed"), ("x", "not available"),
        (" ~ ", "suppressed"),
        ("low", "more than nothing, and rounds to it"), ("..", "not available"), ("", ""),
    ],
)  # fmt: skip
def test_a_marker_is_no_number_and_says_why(text, meaning):
    assert (figure(text).value, figure(text).marker) == (None, meaning)


@pytest.mark.parametrize("text", ["12,34", "about 5", "1.2.3", "5-10", "1e5", "NaN", "=1+1", "٣"])
def test_what_is_neither_is_refused(text):
    with pytest.raises(NoNumber):
        figure(text)


def test_a_percent_sign_is_noticed():
    assert figure("5%").has_percent_sign
    assert not figure("5").has_percent_sign


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[c]", "suppressed"),
        ("[z]", "not applicable"),
        ("[low]", "more than nothing, and rounds to it"),
    ],
)
def test_the_symbols_of_government_statistics_stand_in_brackets(text, said):
    assert figure(text).marker == said
