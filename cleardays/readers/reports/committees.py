"""What the front of a report calls the body that meets, and how it says that it meets."""

import re

from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.vocabulary import vocabulary

_MEMBERS = re.compile(
    r"(?:the\s+)?(?:chair\w*\s+and\s+)?members\s+of(?:\s+the)?\s+", re.IGNORECASE
)


def is_called(text: str, names: tuple[str, ...]) -> bool:
    """Whether a line is the name of a body that meets or, by the other names, of a council."""
    words = vocabulary()
    if any(phrase in text.casefold() for phrase in words.lead_ins):
        return False
    is_council = names is words.councils
    if is_council and text.casefold().startswith(words.council_beginnings):
        return True
    if not is_council and (
        text.casefold().startswith(words.body_beginnings) or words.is_full_council(text)
    ):
        return True
    return words.ends_like(text, names) and not (is_council and len(text.split()) > 7)


def without_members(name: str, margin: Margin) -> str:
    """ "The Chair and Members of the Transport Committee" as the committee."""
    found = _MEMBERS.match(name)
    if found is None:
        return name
    margin.label(found.group())
    return name[found.end() :]


def convenes(section: Section) -> bool:
    """Whether a date is said as "Meeting to be held on ...", under the committee's name."""
    return section.heading is not None and "held" in section.heading.text.casefold()


def is_one_line(section: Section) -> bool:
    """Whether "Report of" and what follows are one line without a colon between them."""
    heading = section.heading
    return section.is_inline and heading is not None and ":" not in heading.text
