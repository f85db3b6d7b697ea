"""What an action changes, found and put into words, in the same way for every noun."""

from collections.abc import Collection, Mapping
from datetime import date, time
from typing import Any

from django.db.models import Model

SHORT = 60


def found_in(obj: Model, wanted: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return what would change, each as (before, after)."""
    return {
        name: (getattr(obj, name), new)
        for name, new in wanted.items()
        if getattr(obj, name) != new
    }


def put_in(obj: Model, changes: Mapping[str, tuple[Any, Any]]) -> None:
    """Give the object what it is to have; whether that may be is for its action to ask."""
    for name, (_, after) in changes.items():
        setattr(obj, name, after)


def in_words(changes: Mapping[str, tuple[Any, Any]], *, private: Collection[str] = ()) -> str:
    """Say what changed; long fields and ``private`` ones by their name alone."""
    return ", ".join(
        _one(name, before, after, is_private=name in private)
        for name, (before, after) in changes.items()
    )


def as_details(
    changes: Mapping[str, tuple[Any, Any]], *, private: Collection[str] = ()
) -> dict[str, dict[str, Any]]:
    """Return ``before`` and ``after`` as the journal keeps them, without the private ones."""
    kept = {name: pair for name, pair in changes.items() if name not in private}
    return {
        "before": {name: _plain(before) for name, (before, _) in kept.items()},
        "after": {name: _plain(after) for name, (_, after) in kept.items()},
    }


def _one(name: str, before: Any, after: Any, *, is_private: bool) -> str:
    words = name.replace("_", " ")
    if is_private or isinstance(after, bool | list) or len(_said(after)) > SHORT:
        return f"the {words}"
    if before in (None, ""):
        return f"the {words} to {_said(after)}"
    return f"the {words} from {_said(before)[:SHORT]} to {_said(after) or 'nothing'}"


def _said(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value or "")


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | list | int) else str(value or "")
