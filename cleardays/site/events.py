"""Dated facts of a case, as its pages tell them in the order of time."""

from dataclasses import dataclass, field
from textwrap import shorten

from django.utils.safestring import SafeString

from cleardays.design.dates import in_words, moment
from cleardays.design.marks import short_address
from cleardays.design.values import Source
from cleardays.record.schemas.inspection import EventDocument, InspectionDocument
from cleardays.site.addresses import absolute

TABLE_COLUMNS = (
    "day", "precision", "in_words", "kind", "title", "words", "is_confirmed", "sources_differ",
    "how_known", "page", "sources", "came_of_it",
)  # fmt: skip
LONGEST_OUTCOME = 320  # characters
# How much of a day to show that is not exact; its words say the rest.
SHOWN = {"day": "", "about": "month"}


@dataclass(frozen=True)
class Event:
    """A dated fact: ``day`` is ISO, "" where only ``when`` says something of it.

    ``differs`` says what sources say differently, ``note`` how it is known, ``came`` what
    came of it, ``asks`` what a committee asked at it.
    """

    day: str
    kind: str
    title: str
    href: str = ""
    when: str = ""
    words: str = ""
    link: str = ""
    precision: str = ""
    is_confirmed: bool = True
    differs: str = ""
    note: str = ""
    sources: tuple[Source, ...] = field(default=())
    asks: tuple[SafeString, ...] = field(default=())
    came: tuple[str, ...] = field(default=())

    @property
    def came_in_short(self) -> list[str]:
        """What came of it, each by its beginning: the page of the meeting has the whole."""
        return [shorten(words, LONGEST_OUTCOME, placeholder=" …") for words in self.came]

    @property
    def when_words(self) -> str:
        """What is known of the day, unless that is just what the day says."""
        if not self.day:
            return self.when
        return "" if self.when == in_words(moment(self.day).cut(self.precision)) else self.when


def from_outside(inspection: InspectionDocument, area: int = 0) -> list[Event]:
    """Return what happened outside, oldest first: of the whole case, or of one area by number."""
    rows = [one for one in inspection.events if area in (0, one.area)]
    return [_told(one) for one in sorted(rows, key=lambda one: one.day)]


def _told(one: EventDocument) -> Event:
    return Event(
        one.day,
        one.kind_name,
        one.title,
        when=one.date_words,
        words=one.words,
        precision=SHOWN.get(one.precision, one.precision),
        is_confirmed=one.is_confirmed,
        differs=one.differs,
        note=one.note,
        sources=tuple(source_of(text) for text in one.sources),
    )


def source_of(text: str, says: str = "") -> Source:
    """Return a source as pages show it; ``says`` is what it says where sources differ."""
    is_address = text.startswith("http")
    return Source(short_address(text) if is_address else text, text if is_address else "", says)


def table_row(event: Event) -> tuple[object, ...]:
    """Return a fact for a table, under ``TABLE_COLUMNS``."""
    return (
        event.day,
        event.precision or "day",
        event.when,
        event.kind,
        event.title,
        event.words,
        event.is_confirmed,
        event.differs,
        event.note,
        absolute(event.href) if event.href else "",
        [source.href or source.text for source in event.sources],
        list(event.came),
    )
