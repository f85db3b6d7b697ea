"""One thing that waits for somebody, as the page shows it, and the parts that it is shown in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cleardays.design.dates import in_words, moment

SHOWN = 20
SOON = 14  # days: what is due in two weeks needs somebody now


@dataclass(frozen=True)
class Waiting:
    """A link, what to know of it, and how it stands; ``tone`` supports the words of ``status``."""

    href: str
    title: str
    facts: str = ""
    status: str = ""
    tone: str = "plain"


@dataclass(frozen=True)
class Part:
    """Things of one kind under a heading; ``more`` leads to the whole list where it is cut."""

    heading: str
    waiting: Sequence[Waiting]
    more: str = ""
    more_text: str = "See all"

    def __bool__(self) -> bool:
        return bool(self.waiting)

    @property
    def is_cut(self) -> bool:
        return len(self.waiting) >= SHOWN


def due_in_words(due: date | None, today: date) -> tuple[str, str]:
    """Say when something is due, and in which tone; ("", "plain") where no day is known."""
    if due is None:
        return "", "plain"
    days = (due - today).days
    if days < 0:
        return f"{-days} {'day' if days == -1 else 'days'} overdue", "bad"
    if days == 0:
        return "Due today", "warning"
    tone = "warning" if days <= SOON else "plain"
    return f"Due {in_words(moment(due))}", tone
