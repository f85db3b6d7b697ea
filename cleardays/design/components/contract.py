"""What components ask of their arguments, and how those around content are filled."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

Context = dict[str, Any]
TONES = frozenset({"plain", "good", "warning", "bad", "note"})
TONE_OF_LEVEL = {"success": "good", "warning": "warning", "error": "bad"}
BUTTONS = frozenset({"primary", "secondary", "warning"})


def one_of(value: str, allowed: frozenset[str]) -> str:
    """Return the value; ValueError, with what is allowed, for another."""
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(sorted(allowed))}")
    return value


def wrapped(name: str, content: SafeString, **context: object) -> SafeString:
    """Fill the template of a component around some content."""
    return render_to_string(f"ui/{name}.html", {"content": content, **context})
