"""Sizes of files in words."""

import pytest

from cleardays.design.sizes import in_bytes


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (120_400, "120 kB"),
        (2_400_000, "2.4 MB"),
        (57_200_000, "57 MB"),
        (3_000_000_000, "3.0 GB"),
    ],
)
def test_a_size_is_said_as_people_read_it(size, words):
    assert in_bytes(size) == words


def test_nothing_is_a_thousand_of_a_smaller_unit():
    assert in_bytes(999_999) == "1.0 MB"
