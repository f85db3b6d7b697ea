"""Older Word documents and Rich Text, through LibreOffice."""

from pathlib import Path

import pytest

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.libreoffice import find_libreoffice
from cleardays.readers.files.oldword import read_doc, read_rtf
from tests.readers.files.makers import seen

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed"),
]


def test_rich_text_is_read_without_what_is_deleted_or_hidden(tmp_path: Path) -> None:
    path = tmp_path / "report.rtf"
    path.write_bytes(
        rb"{\rtf1\ansi{\*\revtbl{Unknown;}{Post;}}\pard Kept {\b bold} "
        rb"{\revised\revauth1 added }{\deleted\revauthdel1 canary }{\v canary }end\par}"
    )

    reading = read_rtf(path)

    assert seen(reading.blocks) == ["Kept bold added end"]
    assert reading.media_type == "application/rtf"
    codes = {notice.code for notice in reading.notices}
    assert {"tracked-insertion", "tracked-deletion", "hidden-text", "rebuilt"} <= codes


@pytest.mark.parametrize(
    ("name", "code"),
    [("SimpleMacro.doc", "macro"), ("password_tika_binaryrc4.doc", "password-protected")],
)
def test_a_doc_is_looked_into_before_libreoffice_sees_it(
    corpus: Path, name: str, code: str
) -> None:
    path = next((corpus / "office").glob(f"*{name}"))

    with pytest.raises(Unreadable) as caught:
        read_doc(path)

    assert caught.value.code == code


def test_a_doc_with_tracked_changes_is_read_with_what_was_added_only(corpus: Path) -> None:
    path = next((corpus / "office").glob("*testWORD_features.doc"))

    codes = {notice.code: notice.count for notice in read_doc(path).notices}

    assert (codes["tracked-deletion"], codes["comment"], codes["hidden-text"]) == (3, 2, 2)
