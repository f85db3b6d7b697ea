"""Components for pages: one function here, one template of the same name in `templates/ui` (or a
mark within a line, in `marks`).

The signature is the contract: a missing or misspelt argument fails when the template is
compiled, not silently when it is shown. README.md of this room lists them.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.design.dates import in_words, leaf, moment, qualified, span_in_words
from cleardays.design.forms import errors_of
from cleardays.design.prose import framed
from cleardays.design.sizes import in_bytes
from cleardays.design.values import HistoryLine, Link, Refusal, Source, StripDay

register = template.Library()
register.filter("size", in_bytes)

Context = dict[str, Any]
TONES = frozenset({"plain", "good", "warning", "bad", "note"})
TONE_OF_LEVEL = {"success": "good", "warning": "warning", "error": "bad"}
BUTTONS = frozenset({"primary", "secondary", "warning"})


def _one_of(value: str, allowed: frozenset[str]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(sorted(allowed))}")
    return value


def _wrapped(name: str, content: SafeString, **context: object) -> SafeString:
    return render_to_string(f"ui/{name}.html", {"content": content, **context})


@register.filter
def level_tone(level_tag: str) -> str:
    """Give the tone for the level of one of Django's messages."""
    return TONE_OF_LEVEL.get(level_tag, "note")


# Words and marks


@register.simple_tag
def tag(text: str, *, tone: str = "plain") -> SafeString:
    """Show a short status word; the word says it, the tone only supports it."""
    return marks.tag(text, _one_of(tone, TONES))


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


@register.inclusion_tag("ui/stamp.html")
def stamp(
    *,
    at: date | datetime | str | None,
    version: int = 1,
    href: str = "",
    by: str = "",
    entered_at: date | datetime | str | None = None,
) -> Context:
    """Say as at when, in which version; `entered_at` when it was published elsewhere before.

    Then `at` is what somebody states, or None where nobody says since when.
    """
    return {"at": at, "version": version, "href": href, "by": by, "entered_at": entered_at}


@register.inclusion_tag("ui/progress.html")
def progress(*, done: int, total: int, label: str) -> Context:
    """Show how many of how many, as words first and a bar after."""
    return {"done": done, "total": total, "label": label}


# Ways around


@register.inclusion_tag("ui/nav_link.html")
def nav_link(*, text: str, href: str, current: bool = False) -> Context:
    """One entry of the main navigation."""
    return {"text": text, "href": href, "current": current}


@register.inclusion_tag("ui/breadcrumbs.html")
def breadcrumbs(*, trail: Iterable[Link]) -> Context:
    """Show the way back up; the page itself is its heading and is left out."""
    return {"trail": trail}


@register.inclusion_tag("ui/contents.html")
def contents(*, links: Sequence[Link], title: str = "On this page") -> Context:
    """List the parts of a long page; `level` 3 is set under 2."""
    return {"links": links, "title": title}


@register.inclusion_tag("ui/tab_links.html")
def tab_links(*, label: str, links: Sequence[Link]) -> Context:
    """Switch between pages that show the same thing in other ways."""
    return {"label": label, "links": links}


@register.inclusion_tag("ui/pagination.html")
def pagination(*, page: Page[Any], query: str = "") -> Context:
    """Step through a long list; `query` is what else is in the address, already encoded."""
    return {"page": page, "query": f"&{query}" if query else ""}


@register.inclusion_tag("ui/search_box.html")
def search_box(
    *, action: str, query: str = "", label: str = "Search", name: str = "q", big: bool = False
) -> Context:
    """A search form that needs no script; `big` on the page of results itself."""
    return {"action": action, "query": query, "label": label, "name": name, "big": big}


@register.inclusion_tag("ui/button.html")
def button(
    *, text: str, href: str = "", kind: str = "primary", name: str = "", value: str = ""
) -> Context:
    """A button that submits its form, or a link that looks like one when given `href`."""
    kind = _one_of(kind, BUTTONS)
    return {"text": text, "href": href, "kind": kind, "name": name, "value": value}


# Facts


@register.inclusion_tag("ui/summary_list.html")
def summary_list(*, rows: Iterable[Sequence[Any]]) -> Context:
    """Show keys with values: rows of (key, value) or (key, value, Link to change it)."""
    return {"rows": [(row[0], row[1], row[2] if len(row) > 2 else None) for row in rows]}


@register.inclusion_tag("ui/data_table.html")
def data_table(
    *,
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    numbers: Sequence[int] = (),
    empty: str = "Nothing to show.",
) -> Context:
    """Show a table; the first cell heads its row; `numbers` are columns of figures, from 0."""
    heads = [(head, place in numbers) for place, head in enumerate(columns)]
    body = [[(cell, place in numbers) for place, cell in enumerate(row)] for row in rows]
    return {"caption": caption, "heads": heads, "body": body, "empty": empty}


@register.inclusion_tag("ui/history.html")
def history(*, lines: Sequence[HistoryLine]) -> Context:
    """Tell what was done to a thing, newest first, in plain sentences."""
    return {"lines": lines}


@register.inclusion_tag("ui/prose.html")
def prose(html: str) -> Context:
    """Show sanitised HTML of a report; wide tables scroll by themselves."""
    return {"html": framed(html)}


@register.inclusion_tag("ui/meeting_entry.html")
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
) -> Context:
    """One meeting in a list: a leaf of the calendar, the committee, the place, how it stands."""
    return {
        "href": href,
        "title": title,
        "at": at,
        "precision": precision,
        "leaf": leaf(moment(at).cut(precision)),
        "place": place,
        "note": note,
        "status": status,
        "tone": _one_of(tone, TONES),
    }


@register.inclusion_tag("ui/search_result.html")
def search_result(*, href: str, title: str, words: str = "", facts: str = "") -> Context:
    """One thing found; `words` is markup with the words found in `mark`."""
    return {"href": href, "title": title, "words": words, "facts": facts}


@register.inclusion_tag("ui/day_strip.html")
def day_strip(*, days: Sequence[StripDay], sentence: str) -> Context:
    """Count clear days before the reader's eyes; the sentence says the same in words."""
    return {"days": days, "sentence": sentence}


# Law and the record


@register.inclusion_tag("ui/error_summary.html")
def error_summary(*, form: BaseForm) -> Context:
    """Say at the top of a page what is wrong in its form, each with a link to the field."""
    return {"errors": errors_of(form)}


@register.inclusion_tag("ui/refusals.html")
def refusals(*, refused: Sequence[Refusal], title: str = "This cannot be done yet") -> Context:
    """Say why not, by what authority, and what to do next."""
    return {"refused": refused, "title": title}


@register.inclusion_tag("ui/tombstone.html")
def tombstone(
    *,
    title: str,
    reason: str,
    recalled_at: date | datetime | str,
    published_at: date | datetime | str | None = None,
    reference: str = "",
) -> Context:
    """Stand where a paper was that has been recalled."""
    return {
        "title": title,
        "reason": reason,
        "recalled_at": recalled_at,
        "published_at": published_at,
        "reference": reference,
    }


@register.simple_block_tag
def certificate(
    content: SafeString, *, verdict: str, sentence: str, tone: str = "plain", proof: str = ""
) -> SafeString:
    """Certify what was public when; inside it the facts, `proof` is where to check them."""
    tone = _one_of(tone, TONES)
    return _wrapped(
        "certificate", content, verdict=verdict, sentence=sentence, tone=tone, proof=proof
    )


# Frames


@register.simple_block_tag
def panel(content: SafeString, *, title: str, id: str = "") -> SafeString:
    """Frame some content under a heading."""
    return _wrapped("panel", content, title=title, id=id)


@register.simple_block_tag
def notice(content: SafeString, *, title: str, tone: str = "note", id: str = "") -> SafeString:
    """Say something that must not be missed; the heading says what kind of thing it is."""
    return _wrapped("notice", content, title=title, tone=_one_of(tone, TONES), id=id)


@register.simple_block_tag
def reveal(content: SafeString, *, summary: str, open: bool = False) -> SafeString:
    """Keep what few readers need one press away."""
    return _wrapped("reveal", content, summary=summary, open=open)


@register.simple_block_tag
def nothing_yet(content: SafeString, *, title: str) -> SafeString:
    """Say that there is nothing here, and inside it what to do about that."""
    return _wrapped("nothing_yet", content, title=title)


@register.simple_block_tag
def columns(content: SafeString, *, label: str) -> SafeString:
    """Set two or three `column`s beside each other where the screen is wide enough."""
    return _wrapped("columns", content, label=label)


@register.simple_block_tag
def column(content: SafeString, *, title: str, scroll: bool = False) -> SafeString:
    """One of the columns; `scroll` keeps a long original within the window."""
    return _wrapped("column", content, title=title, scroll=scroll)


@register.simple_block_tag
def agenda(content: SafeString, *, label: str = "Agenda") -> SafeString:
    """Hold agenda items in their order."""
    return _wrapped("agenda", content, label=label)


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
    return _wrapped(
        "agenda_item",
        content,
        number=number,
        title=title,
        href=href,
        exempt_under=exempt_under,
        added=added,
    )


@register.simple_block_tag
def timeline(content: SafeString, *, label: str) -> SafeString:
    """Hold dated facts in their order."""
    return _wrapped("timeline", content, label=label)


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
    return _wrapped(
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
