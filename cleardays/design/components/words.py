"""What is said of a thing: status, date, file, version, progress."""

from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.design.components.contract import TONE_OF_LEVEL, TONES, Context, one_of
from cleardays.design.dates import clock_in_words, in_words, moment, qualified, span_in_words
from cleardays.design.sizes import in_bytes

When = date | datetime | str
MOST_DAYS = 2048  # pages say the same days again and again

register = template.Library()
register.filter("size", in_bytes)
register.filter("clock", clock_in_words)


register.filter("short_address", marks.short_address)


@register.simple_tag
def tag(text: str, *, tone: str = "plain") -> SafeString:
    """Show a short status word; the word says it, the tone only supports it."""
    return marks.tag(text, one_of(tone, TONES))


@register.simple_tag
def day(
    value: date | datetime | str,
    *,
    until: date | datetime | str | None = None,
    precision: str = "",
    weekday: bool = False,
    time: bool = False,
) -> SafeString:
    """Show a date no more exact than it is known; `until` makes it a span."""
    return _day(value, until, precision, weekday, time)


@lru_cache(maxsize=MOST_DAYS)
def _day(value: When, until: When | None, precision: str, weekday: bool, time: bool) -> SafeString:
    start = moment(value).cut(precision)
    if until:
        words = span_in_words(start, moment(until))
    else:
        words = in_words(start, weekday=weekday, time=time)
    machine = "" if until else start.machine
    return marks.day(machine, qualified(words, precision))


@register.simple_tag
def file_link(
    *, href: str, text: str, kind: str, size: int = 0, pages: int = 0, note: str = ""
) -> SafeString:
    """Link to a file and say what it is before it is opened: kind, size in bytes, pages."""
    facts = [kind, in_bytes(size) if size else "", _count(pages, "page") if pages else "", note]
    return marks.file_link(href, text, facts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@register.simple_tag
def stamp(
    *,
    at: When | None,
    version: int = 1,
    href: str = "",
    by: str = "",
    entered_at: When | None = None,
    is_later: bool = False,
) -> SafeString:
    """Say as at when, in which version; `entered_at` when it was published elsewhere before.

    Then `at` is what somebody states, or None where nobody says since when; of a version that
    `is_later` it is the day of the first.
    """
    if at and entered_at and is_later:
        said = marks.fill(
            "First stated as published {}; this version entered here {}", day(at), day(entered_at)
        )
    elif at and entered_at:
        said = marks.fill("Stated as published {}; entered here {}", day(at), day(entered_at))
    elif entered_at:
        said = marks.fill("Entered here later, {}", day(entered_at))
    else:
        said = marks.fill("Published {}", day(at or "", time=True))
    return marks.stamp(marks.fill("{} by {}", said, by) if by else said, version, href)


@register.inclusion_tag("ui/progress.html")
def progress(*, done: int, total: int, label: str) -> Context:
    """Show how many of how many, as words first and a bar after."""
    return {"done": done, "total": total, "label": label}


@register.filter
def level_tone(level_tag: str) -> str:
    """Give the tone for the level of one of Django's messages."""
    return TONE_OF_LEVEL.get(level_tag, "note")
