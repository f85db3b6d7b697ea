"""Putting a letter into the letterbox, which needs no right to read it."""

from cleardays.letterbox.models import Letter


def put(letter: Letter) -> None:
    """Insert a letter. Its key is made here, so that nothing has to come back from the store."""
    letter.save(force_insert=True)
