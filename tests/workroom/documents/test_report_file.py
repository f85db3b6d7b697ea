"""A stranger's file is read in a process of its own."""

import pytest

from cleardays.readers.blocks import Unreadable
from cleardays.workroom.documents.report_file import read_report_file
from tests.factories.documents import REPORT


def test_the_blocks_and_the_parts_come_back_together(tmp_path):
    file = tmp_path / "lamps.txt"
    file.write_text(REPORT)

    reading, draft = read_report_file(file)

    assert reading.media_type == "text/plain"
    assert draft.committee == "Bins and Lamps Committee"


def test_a_refusal_comes_back_as_one(tmp_path):
    (tmp_path / "empty.txt").touch()

    with pytest.raises(Unreadable) as refusal:
        read_report_file(tmp_path / "empty.txt")
    assert refusal.value.code == "empty"
