"""Settings read from the environment, failing with the name of the variable that is wrong."""

import os
from collections.abc import Collection
from pathlib import Path

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


class WrongSetting(ValueError):
    """A variable of the environment holds what cannot be used; the message names it."""


def text(name: str, default: str = "") -> str:
    """Return the variable, or the default where it is not set."""
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    """Return a yes or no; anything else stops the start with the variable's name."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in TRUE | FALSE:
        return value.lower() in TRUE
    raise WrongSetting(f"{name} is {value!r}: say yes or no")


def choice(name: str, options: Collection[str], default: str) -> str:
    """Return one of the options; anything else stops the start with the variable's name."""
    value = text(name) or default
    if value in options:
        return value
    raise WrongSetting(f"{name} is {value!r}: say {', '.join(options)}")


def number(name: str, default: int) -> int:
    """Return a whole number; anything else stops the start with the variable's name."""
    value = os.environ.get(name) or str(default)
    if value.isdecimal():
        return int(value)
    raise WrongSetting(f"{name} is {value!r}: give a whole number")


def upload_limit() -> int:
    """Return how many bytes a file may have that somebody gives."""
    return number("CLEARDAYS_MAX_UPLOAD_MB", 100) * 1024 * 1024


def folder(name: str, default: Path) -> Path:
    """Return a folder as an absolute path."""
    return Path(os.environ.get(name) or default).resolve()


def made_folder(name: str, default: Path) -> Path:
    """Return a folder that is there: made now if need be."""
    path = folder(name, default)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise WrongSetting(
            f"{name} is {path}, which cannot be made: {problem.strerror}"
        ) from problem
    return path


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]
