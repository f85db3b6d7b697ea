"""The table of what came of every file of a folder."""

from pathlib import Path

import pytest

from cleardays.readers.corpus import main
from tests.readers.files.makers import make_docx, paragraph


def test_every_file_has_its_line_and_the_totals_follow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_docx(tmp_path / "a.docx", paragraph("Words"))
    (tmp_path / "b.txt").write_bytes(b"")

    code = main([str(tmp_path)])

    printed = capsys.readouterr().out
    assert code == 0
    assert "[1/2] a.docx application/vnd" in printed
    assert "[2/2] b.txt  refused: empty" in printed
    assert "2  files" in printed


def test_a_file_that_crashes_its_reader_fails_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Words")
    monkeypatch.setattr("cleardays.readers.corpus.read_file", _crash)

    assert main([str(tmp_path)]) == 1
    assert "refused: crashed" in capsys.readouterr().out


def _crash(path: Path) -> None:
    raise ZeroDivisionError


def test_a_folder_without_files_is_an_error_that_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "name folders" in capsys.readouterr().err
