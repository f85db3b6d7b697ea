"""One line of the table: what was asked, what was measured."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """A measured figure beside the one asked for; ``limit`` None where none was."""

    what: str
    measured: float
    unit: str
    limit: float | None = None

    @property
    def verdict(self) -> str:
        if self.limit is None:
            return ""
        return "met" if self.measured <= self.limit else "MISSED"

    def row(self) -> str:
        """Return the figure as a row of a Markdown table."""
        limit = "" if self.limit is None else f"{self.limit:g} {self.unit}"
        return f"| {self.what} | {limit} | {self.measured:.3g} {self.unit} | {self.verdict} |"


def report(figures: list[Figure]) -> None:
    """Print figures for the process that asked for them."""
    print(json.dumps([asdict(figure) for figure in figures]))
