"""Settings from the environment: a default where nothing is set, the name where it is wrong."""

from functools import partial
from pathlib import Path

import pytest

from cleardays.config.environment import (
    WrongSetting,
    choice,
    flag,
    folder,
    made_folder,
    number,
    upload_limit,
    words,
)

NAME = "CLEARDAYS_SOMETHING"


@pytest.fixture
def given(monkeypatch):
    """A function that sets the variable."""
    return partial(monkeypatch.setenv, NAME)


@pytest.mark.parametrize(
    ("said", "meant"), [("yes", True), ("ON", True), ("0", False), ("", False)]
)
def test_yes_and_no_may_be_said_in_several_ways(given, said, meant):
    given(said)

    assert flag(NAME, default=not meant) is meant


def test_what_is_not_set_is_as_by_default():
    assert flag(NAME, default=True)
    assert number(NAME, 7) == 7
    assert choice(NAME, ("a", "b"), "b") == "b"
    assert words(NAME, "x, y") == ["x", "y"]


def test_a_list_is_separated_by_commas(given):
    given(" democracy.example , ,workroom.example")

    assert words(NAME) == ["democracy.example", "workroom.example"]


def test_a_folder_is_the_same_wherever_one_stands(given, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    given("data")

    assert folder(NAME, Path("other")) == tmp_path / "data"


def test_a_folder_is_made(given, tmp_path):
    given(str(tmp_path / "a" / "b"))

    assert made_folder(NAME, tmp_path).is_dir()


def test_the_limit_of_uploads_is_in_megabytes(monkeypatch):
    monkeypatch.setenv("CLEARDAYS_MAX_UPLOAD_MB", "3")

    assert upload_limit() == 3 * 1024 * 1024


@pytest.mark.parametrize(
    ("read", "said", "remedy"),
    [
        (flag, "perhaps", "say yes or no"),
        (lambda name: number(name, 1), "many", "give a whole number"),
        (lambda name: number(name, 1), "-1", "give a whole number"),
        (lambda name: choice(name, ("site", "all"), "all"), "both", "say site, all"),
        (lambda name: made_folder(name, Path()), "/proc/nobody", "cannot be made"),
    ],
)
def test_what_is_wrong_is_named_with_what_to_say_instead(given, read, said, remedy):
    given(said)

    with pytest.raises(WrongSetting, match=f"^{NAME} is .*{said}.*{remedy}"):
        read(NAME)
