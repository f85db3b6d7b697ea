"""LibreOffice kept within its limits."""

import time
from pathlib import Path

import pytest

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files import libreoffice


def _fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    """Put a program in LibreOffice's place, and return a file to convert."""
    command = tmp_path / "soffice"
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: str(command))
    source = tmp_path / "report.rtf"
    source.write_bytes(rb"{\rtf1 Words}")
    return source


def _code(source: Path) -> str:
    with pytest.raises(Unreadable) as caught, libreoffice.as_docx(source, "rtf"):
        pass
    return caught.value.code


def test_an_end_with_0_and_nothing_made_is_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _code(_fake(tmp_path, monkeypatch, "exit 0")) == "damaged"


def test_one_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = _fake(tmp_path, monkeypatch, "sleep 60 & sleep 60")
    monkeypatch.setattr(libreoffice, "_SECONDS", 0.5)
    begun = time.monotonic()

    assert _code(source) == "too-slow"
    assert time.monotonic() - begun < 20


def test_one_that_takes_too_much_memory_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _fake(tmp_path, monkeypatch, "sleep 60")
    monkeypatch.setattr(libreoffice, "_BYTES", 1000)

    assert _code(source) == "too-large-in-memory"


def test_it_gets_a_home_of_its_own_and_no_secret_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLEARDAYS_SECRET", "canary")
    seen = tmp_path / "seen"
    source = _fake(tmp_path, monkeypatch, f"env > {seen}; cat profile/user/*.xcu >> {seen}")

    _code(source)

    found = seen.read_text()
    assert "canary" not in found
    assert f"HOME={Path.home()}\n" not in found
    assert "DisableMacrosExecution" in found
