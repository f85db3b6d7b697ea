"""The refusals that more than one reader gives, each a line that says what to do next."""

from cleardays.readers.blocks import Unreadable


def damaged() -> Unreadable:
    """A file that is cut off or broken."""
    return Unreadable(
        "damaged",
        "This file is damaged or was not uploaded whole: open it, save it again and try that.",
    )


def password_protected() -> Unreadable:
    """A file that cannot be opened without a password."""
    return Unreadable(
        "password-protected",
        "This file is protected by a password: take the password off and try again.",
    )


def carries_macros() -> Unreadable:
    """A file with programs in it."""
    return Unreadable(
        "macro",
        "This file carries macros: save it in a format without them (.docx, .xlsx).",
    )


def without_words(*, has_pictures: bool) -> Unreadable:
    """A file with no words in it: a scan, or nothing at all."""
    if has_pictures:
        return Unreadable(
            "no-text",
            "This file is pictures without text: it needs text recognition (OCR) first.",
        )
    return Unreadable("empty", "This file has no words in it: choose another file.")


def too_large() -> Unreadable:
    """A file that would take too much memory."""
    return Unreadable(
        "too-large-in-memory",
        "This file unpacks to more than can be read safely: take out pictures or split it.",
    )


def too_slow() -> Unreadable:
    """A file that takes too long."""
    return Unreadable(
        "too-slow", "This file takes too long to read: take out pictures or split it."
    )


def crashed() -> Unreadable:
    """A file that ended the process that read it."""
    return Unreadable(
        "crashed",
        "This file stops the program that reads it: open it, save it under a new name, try that.",
    )
