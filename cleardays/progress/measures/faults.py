"""A fault of a figure, in a sentence that says what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """What is wrong, with which figure (its period's label, or ""), and what to do next."""

    code: str
    period: str
    sentence: str
    next_step: str

    @property
    def words(self) -> str:
        """The whole of it, in the order in which one reads it."""
        where = f"{self.period}: " if self.period else ""
        return f"{where}{self.sentence} {self.next_step}"
