"""Readers in a process of their own: what happens when one goes wrong."""

import ctypes
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cleardays.readers.blocks import Kind, Reading, Unreadable
from cleardays.readers.files.processes import session_of
from cleardays.readers.sandbox import measure, read_safely, run_safely
from tests.readers.files.makers import make_docx, paragraph


def _echo(path: Path, *, extra: str = "") -> tuple[str, str]:
    sys.stdout.write("this must not get into the answer")
    return path.name, extra


def _crash(path: Path) -> None:
    ctypes.string_at(0)


def _fail(path: Path) -> None:
    raise ZeroDivisionError


def _hang(path: Path) -> None:
    subprocess.Popen(["sleep", "60"], start_new_session=False)
    path.write_text(str(os.getpid()))
    time.sleep(60)


def _spin(path: Path) -> None:
    while True:
        pass


def _hoard(path: Path) -> int:
    return len(bytearray(400 * 1024 * 1024))


def _refuse(path: Path) -> None:
    raise Unreadable("empty", "Nothing in it.")


class _Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def _send_code(path: Path) -> _Evil:
    return _Evil()


class _ByName:
    """Pickled as Python before 3.11.4 pickles a member of an enumeration."""

    def __init__(self, of: type, name: str) -> None:
        self.of, self.name = of, name

    def __reduce__(self) -> tuple[object, tuple[type, str]]:
        return getattr, (self.of, self.name)


def _send_member(path: Path) -> _ByName:
    return _ByName(Kind, "PARAGRAPH")


def _send_method(path: Path) -> _ByName:
    return _ByName(Reading, "__init__")


def _code(function: object, path: Path, **limits: float) -> str:
    with pytest.raises(Unreadable) as caught:
        run_safely(function, path, **limits)
    return caught.value.code


def test_a_file_is_read_as_without_the_sandbox(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "report.docx", paragraph("Words"))

    assert read_safely(path).blocks[0].text == "Words"


def test_options_and_results_go_through_and_what_is_printed_does_not(tmp_path: Path) -> None:
    assert run_safely(_echo, tmp_path / "name", extra="x") == ("name", "x")


def test_a_reader_may_be_given_by_its_whole_name(tmp_path: Path) -> None:
    named = f"{_echo.__module__}.{_echo.__name__}"

    assert run_safely(named, tmp_path / "name", extra="x") == ("name", "x")


def test_a_refusal_comes_through_with_its_code_and_words(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="Nothing in it") as caught:
        run_safely(_refuse, tmp_path)

    assert caught.value.code == "empty"


def test_a_segmentation_fault_is_a_refusal(tmp_path: Path) -> None:
    assert _code(_crash, tmp_path) == "crashed"


def test_an_error_of_ours_is_a_refusal_and_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert _code(_fail, tmp_path) == "crashed"
    assert "ZeroDivisionError" in caplog.text


def test_a_reader_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    path = tmp_path / "pid"

    assert _code(_hang, path, seconds=6) == "too-slow"
    time.sleep(0.2)
    assert session_of(int(path.read_text())) == []


def test_a_reader_that_spins_is_ended(tmp_path: Path) -> None:
    assert _code(_spin, tmp_path, seconds=1) == "too-slow"


def test_a_reader_that_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    assert _code(_hoard, tmp_path, megabytes=200) == "too-large-in-memory"


def test_a_child_that_was_taken_over_cannot_make_us_run_its_code(tmp_path: Path) -> None:
    assert _code(_send_code, tmp_path) == "crashed"


def test_members_of_enumerations_come_through_from_every_python(tmp_path: Path) -> None:
    assert run_safely(_send_member, tmp_path) is Kind.PARAGRAPH  # type: ignore[comparison-overlap]


def test_nothing_but_members_of_enumerations_comes_by_its_name(tmp_path: Path) -> None:
    assert _code(_send_method, tmp_path) == "crashed"


def test_the_time_and_memory_are_measured(tmp_path: Path) -> None:
    done = measure(_echo, tmp_path / "name")

    assert 0 < done.seconds < 30
    assert done.peak_bytes > 5_000_000


def test_the_child_does_not_load_django() -> None:
    code = "import cleardays.readers.sandbox, sys; print('django' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
