"""Pictures that are whole, and show all that they hold."""

import pytest

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.shown.picture import look_at_picture
from tests.readers.files.office import jpeg, png


def codes(tmp_path, raw):
    path = tmp_path / "original"
    path.write_bytes(raw)
    return [each.code for each in look_at_picture(path).notices]


@pytest.mark.parametrize("raw", [png(), png((b"pHYs", b"\0" * 9)), jpeg(), jpeg((0xEE, b"Adobe"))])
def test_a_picture_with_nothing_beside_its_points(tmp_path, raw):
    assert codes(tmp_path, raw) == []


@pytest.mark.parametrize(
    "raw",
    [
        png((b"tEXt", b"Author\0Quill")),
        png((b"mkBT", b"all its layers")),
        png(tail=b"PK a whole archive"),
        jpeg((0xE1, b"Exif\0\0")),
        jpeg((0xE2, b"MPF\0 another picture")),
        jpeg((0xFE, b"taken at home")),
        jpeg(tail=b"PK a whole archive"),
    ],
)
def test_a_picture_that_holds_more_than_it_shows(tmp_path, raw):
    assert codes(tmp_path, raw) == ["picture-data"]


@pytest.mark.parametrize("raw", [png()[:-14], jpeg()[:-2], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
def test_a_picture_that_is_cut_off_is_damaged(tmp_path, raw):
    with pytest.raises(Unreadable) as refused:
        codes(tmp_path, raw)
    assert refused.value.code == "damaged"
