"""What the front of a report calls the body that meets, and how it says that it meets."""

from cleardays.readers.reports.section import Section
from cleardays.readers.reports.vocabulary import vocabulary


def is_called(text: str, names: tuple[str, ...]) -> bool:
    """Whether a line is the name of a body that meets or, by the other names, of a council."""
    words = vocabulary()
    is_council = names is words.councils
    if is_council and text.casefold().startswith(words.council_beginnings):
        return True
    if not is_council and (
        text.casefold().startswith(words.body_beginnings) or words.is_full_council(text)
    ):
        return True
    return words.ends_like(text, names) and not (is_council and len(text.split()) > 7)


def convenes(section: Section) -> bool:
    """Whether a date is said as "Meeting to be held on ...", under the committee's name."""
    return section.heading is not None and "held" in section.heading.text.casefold()


def is_one_line(section: Section) -> bool:
    """Whether "Report of" and what follows are one line without a colon between them."""
    heading = section.heading
    return section.is_inline and heading is not None and ":" not in heading.text
