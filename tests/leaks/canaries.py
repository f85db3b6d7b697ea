"""Words that stand in one place and nowhere else, so that a sighting says what has leaked.

A canary stands where the public must never see it. Its opposite, a robin, stands where the public
must be able to read it: a crawl that sees no robin has not looked.
"""

import re
from collections.abc import Iterable
from hashlib import sha256

# No letter of a stem follows it, so that a word cannot begin inside another.
LETTERS = "abcdefghijklmnop"
LENGTH = 10


class Words:
    """Words of one kind, each with the place that it was planted in."""

    def __init__(self, stem: str) -> None:
        self._pattern = re.compile(f"{stem}[{LETTERS}]{{{LENGTH}}}".encode())
        self._stem = stem
        self._places: dict[str, str] = {}

    def word(self, field: str, occasion: str) -> str:
        """Make the word for a field ("app.Model.field") on an occasion ("a draft meeting")."""
        place = f"{field} of {occasion}"
        digest = sha256(place.encode()).hexdigest()
        made = self._stem + "".join(LETTERS[int(figure, 16)] for figure in digest[:LENGTH])
        assert self._places.setdefault(made, place) == place
        return made

    def watch(self, field: str, occasion: str, value: str) -> str:
        """Look for a value as well that no word can be put into, such as a hash or a key."""
        assert len(value) > LENGTH, f"{value!r} of {field} is too short to be a sighting"
        self._places[value.lower()] = f"{field} of {occasion}"
        return value

    def seen_in(self, text: bytes) -> set[str]:
        """Return those that stand in a text, however they are written."""
        lowered = text.lower()
        found = {match.decode() for match in self._pattern.findall(lowered)}
        watched = (value for value in self._places if not value.startswith(self._stem))
        return found | {value for value in watched if value.encode() in lowered}

    def place_of(self, word: str) -> str:
        """Return where a word was planted."""
        return self._places.get(word, "a word that nobody remembers planting")

    def places(self, words: Iterable[str]) -> list[str]:
        """Return where these were planted, in order."""
        return sorted(map(self.place_of, words))

    def all(self) -> list[str]:
        """Return every word made so far, without the values that are only watched."""
        return [word for word in self._places if word.startswith(self._stem)]
