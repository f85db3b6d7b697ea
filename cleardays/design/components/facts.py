"""Facts, and lists of things that stand for something."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.design.components.contract import TONES, Context, one_of, wrapped
from cleardays.design.components.words import day
from cleardays.design.dates import leaf, moment
from cleardays.design.prose import framed
from cleardays.design.values import HistoryLine, Source

register = template.Library()


@register.simple_tag
def summary_list(*, rows: Iterable[Sequence[Any]]) -> SafeString:
    """Show keys with values: rows of (key, value) or (key, value, Link to change it)."""
    return marks.facts((row[0], row[1], row[2] if len(row) > 2 else None) for row in rows)


@register.simple_tag
def data_table(
    *,
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    numbers: Sequence[int] = (),
    empty: str = "Nothing to show.",
    is_named_above: bool = False,
    as_cards: bool = True,
) -> SafeString:
    """Show a table; the first cell heads its row; `numbers` are columns of figures, from 0.

    One that `is_named_above`, by the heading before it, hides the caption that would repeat it.
    One not `as_cards` stays a table on a phone, for figures that one reads down.
    """
    return marks.table(
        caption,
        columns,
        rows,
        numbers,
        empty,
        is_named_above=is_named_above,
        as_cards=as_cards,
    )


@register.simple_tag
def bullets(lines: Iterable[object]) -> SafeString:
    """List lines that are all words, or marks made already."""
    return marks.bullets(lines)


@register.inclusion_tag("ui/history.html")
def history(*, lines: Sequence[HistoryLine]) -> Context:
    """Tell what was done to a thing, newest first, in plain sentences."""
    return {"lines": lines}


@register.inclusion_tag("ui/prose.html")
def prose(html: str) -> Context:
    """Show sanitised HTML of a report; wide tables scroll by themselves."""
    return {"html": framed(html)}


@register.simple_tag
def meeting_entry(  # noqa: PLR0913 - named in templates only, each with a default but three
    *,
    href: str,
    title: str,
    at: date | datetime | str,
    precision: str = "",
    place: str = "",
    note: str = "",
    status: str = "",
    tone: str = "plain",
) -> SafeString:
    """One meeting in a list: a leaf of the calendar, the committee, the place, how it stands."""
    when = day(at, precision=precision, weekday=True, time=True)
    where = marks.fill('<span class="cd-meeting__place">{}</span>', place) if place else ""
    mark = marks.fill("{} ", marks.tag(status, one_of(tone, TONES))) if status else ""
    return marks.meeting(
        leaf(moment(at).cut(precision)),
        href,
        title,
        marks.fill("{}{}", when, where),
        marks.fill("{}{}", mark, note),
    )


@register.inclusion_tag("ui/search_result.html")
def search_result(*, href: str, title: str, words: str = "", facts: str = "") -> Context:
    """One thing found; `words` is markup with the words found in `mark`."""
    return {"href": href, "title": title, "words": words, "facts": facts}


@register.simple_block_tag
def agenda(content: SafeString, *, label: str = "Agenda") -> SafeString:
    """Hold agenda items in their order."""
    return marks.agenda(label, content)


@register.simple_block_tag
def agenda_item(
    content: SafeString,
    *,
    number: str | int,
    title: str,
    href: str = "",
    exempt_under: str = "",
    added: str = "",
) -> SafeString:
    """One item: number, title, and inside it its papers; `exempt_under` names the paragraph."""
    reasons = SafeString()
    if added:
        reasons += marks.item_reason("added", "Added", "note", added)
    if exempt_under:
        reasons += marks.item_reason("exempt", "Not public", "warning", exempt_under)
    return marks.agenda_item(number, title, href, reasons, content)


@register.simple_block_tag
def timeline(content: SafeString, *, label: str) -> SafeString:
    """Hold dated facts in their order."""
    return wrapped("timeline", content, label=label)


@register.simple_block_tag
def timeline_entry(
    content: SafeString,
    *,
    on: date | datetime | str,
    title: str,
    precision: str = "",
    until: date | datetime | str | None = None,
    kind: str = "",
    sources: Sequence[Source] = (),
) -> SafeString:
    """One dated fact with its sources; sources that say different things are shown to differ."""
    differing = [source for source in sources if source.says]
    return wrapped(
        "timeline_entry",
        content,
        on=on,
        until=until,
        precision=precision,
        title=title,
        kind=kind,
        sources=sources,
        differ=len(differing) > 1,
    )
