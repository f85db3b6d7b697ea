"""Values that several public documents share."""

from dataclasses import dataclass

# What lists and calendars show of a document, kept beside it so that they need not read it whole.
Summary = dict[str, str | int | bool]


@dataclass(frozen=True)
class FileLink:
    """A public file. ``role`` is "pdf" (made here from the parts), "original" or "appendix".

    ``description`` says what it shows, for those who cannot see it.
    """

    role: str
    title: str
    name: str
    sha256: str
    media_type: str
    size: int
    pages: int | None = None
    description: str = ""


@dataclass(frozen=True)
class Link:
    """Another public document, by ref, with the words to show for it."""

    ref: str
    title: str


@dataclass(frozen=True)
class OfficeCalendar:
    """What the council does not count as a working day, as it stood at publication."""

    closures: tuple[tuple[str, str], ...] = ()
    counts_saturdays: bool = False
