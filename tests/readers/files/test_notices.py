"""What is said of each thing found."""

import pytest

from cleardays.readers.blocks import Notice
from cleardays.readers.files.notices import CODES, notice


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_notice_is_a_sentence_for_one_and_for_several(code: str) -> None:
    one, several = [*notice(code, 1), *notice(code, 7)]

    assert one.message.endswith(".")
    assert several.message.endswith(".")
    assert "{" not in one.message + several.message


def test_nothing_found_is_nothing_said_and_the_count_is_told() -> None:
    assert list(notice("comment", 0)) == []
    said = next(notice("comment", 3))
    assert isinstance(said, Notice)
    assert said.message.startswith("3 comments")
