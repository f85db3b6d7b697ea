"""How a text file is coded, where it does not say."""

import pytest

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.encoding import decode


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_every_encoding_that_windows_writes_is_read(encoding: str) -> None:
    text = "The Chair’s report – £5 for the café"

    assert decode(text.encode(encoding)) == text


def test_bytes_that_nobody_can_tell_are_refused() -> None:
    with pytest.raises(Unreadable, match="save it again as UTF-8"):
        decode(bytes(range(128, 256)) * 40)
