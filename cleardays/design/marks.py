"""Marks that a page shows by the hundred, or that every page shows: tags, dates, files, agendas.

They are made here and not in templates, because that is several times as fast, and because the
line's end of a template would part a word from its comma.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.formats import localize
from django.utils.safestring import SafeString
from django.utils.text import slugify

from cleardays.design.values import Link


def fill(markup: str, *values: object) -> SafeString:
    """Put values into markup, escaped unless they are markup themselves.

    As Django's format_html, but for texts that are there already and not lazy: four times as fast.
    """
    safe = [one if isinstance(one, SafeString) else escape(str(one)) for one in values]
    return SafeString(markup.format(*safe))


def tag(text: str, tone: str) -> SafeString:
    """Mark up a status word in a tone."""
    return fill('<strong class="cd-tag cd-tag--{}">{}</strong>', tone, text)


def day(machine: str, words: str) -> SafeString:
    """Mark up a date; without a machine's form (a span has none) only the words."""
    if not machine:
        return fill("<span>{}</span>", words)
    return fill('<time datetime="{}">{}</time>', machine, words)


def file_link(href: str, text: str, facts: Iterable[str]) -> SafeString:
    """Mark up a link to a file with what is known of it, in brackets."""
    known = ", ".join(filter(None, facts))
    if not known:
        return fill('<a class="cd-file" href="{}">{}</a>', href, text)
    return fill(
        '<a class="cd-file" href="{}">{} <span class="cd-file__facts">({})</span></a>',
        href,
        text,
        known,
    )


def meeting(
    leaf: tuple[str, str, str], href: str, title: str, facts: SafeString, note: SafeString
) -> SafeString:
    """Mark up one meeting of a list: a leaf of the calendar, its title, when and where, a note."""
    head, middle, foot = leaf
    return fill(
        '<article class="cd-meeting"><p class="cd-leaf" aria-hidden="true">'
        '<span class="cd-leaf__head">{}</span> <span class="cd-leaf__middle{}">{}</span>'
        ' <span class="cd-leaf__foot">{}</span></p><div class="cd-meeting__what">'
        '<h3 class="cd-meeting__title"><a href="{}">{}</a></h3>'
        '<p class="cd-meeting__facts">{}</p>{}</div></article>',
        head,
        " cd-leaf__middle--word" if len(middle) > 2 else "",
        middle,
        foot,
        href,
        title,
        facts,
        fill('<p class="cd-meeting__note">{}</p>', note) if note else "",
    )


def crumbs(trail: Iterable[tuple[str, str]]) -> SafeString:
    """Mark up the way back up: texts with where they lead."""
    links = "".join(fill('<li><a href="{}">{}</a></li>', href, text) for text, href in trail)
    return SafeString(
        '<nav class="cd-crumbs" aria-label="Breadcrumb">'
        f'<ol class="cd-crumbs__list">{links}</ol></nav>'
    )


def stamp(said: SafeString, version: int, href: str) -> SafeString:
    """Mark up as at when a page is, in which version, and where to see what changed."""
    return fill(
        '<p class="cd-stamp"><span>{}</span> '
        '<span class="cd-stamp__version">Version {}</span>{}</p>',
        said,
        version,
        fill(' <a href="{}">See what changed</a>', href) if href else "",
    )


def certificate(word: SafeString, sentence: str, content: SafeString, proof: str) -> SafeString:
    """Mark up a notice certificate; ``proof`` is where to learn how to check it."""
    return fill(
        '<section class="cd-certificate"><h2 class="cd-certificate__title">Notice certificate</h2>'
        '<p class="cd-certificate__verdict">{}</p><p>{}</p>{}{}</section>',
        word,
        sentence,
        content,
        fill('<p><a href="{}">How to check this for yourself</a></p>', proof) if proof else "",
    )


def agenda(label: str, items: SafeString) -> SafeString:
    """Mark up the items of an agenda in their order."""
    return fill('<ol class="cd-agenda" aria-label="{}">{}</ol>', label, items)


def agenda_item(
    number: str | int, title: str, href: str, reasons: SafeString, content: SafeString
) -> SafeString:
    """Mark up one item of an agenda; ``reasons`` stand between its title and its papers."""
    return fill(
        '<li class="cd-item{}" id="item-{}"><span class="cd-item__number">'
        '<span class="govuk-visually-hidden">Item </span>{}</span><div class="cd-item__what">'
        '<h3 class="cd-item__title">{}</h3>{}{}</div></li>',
        " cd-item--exempt" if "cd-item__exempt" in reasons else "",
        _anchor(str(number)),
        number,
        fill('<a href="{}">{}</a>', href, title) if href else title,
        reasons,
        content,
    )


@lru_cache(maxsize=256)
def _anchor(number: str) -> str:
    """Agendas have the same numbers, and a slug takes longer than the rest of the item."""
    return slugify(number)


def item_reason(kind: str, word: str, tone: str, sentence: str) -> SafeString:
    """Mark up why an item is added or kept from the public: ``kind`` is "added" or "exempt"."""
    return fill('<p class="cd-item__{}">{} {}</p>', kind, tag(word, tone), sentence)


def bullets(lines: Iterable[object]) -> SafeString:
    """Mark up lines as a list."""
    return SafeString(f"<ul>{''.join(f'<li>{_safe(line)}</li>' for line in lines)}</ul>")


def facts(rows: Iterable[tuple[object, object, Link | None]]) -> SafeString:
    """Mark up keys with their values, and where a value can be changed."""
    return fill('<dl class="cd-facts">{}</dl>', SafeString("".join([_fact(*row) for row in rows])))


def _fact(key: object, value: object, change: Link | None) -> str:
    hidden = fill('<span class="govuk-visually-hidden"> {}</span>', key)
    link = ' <a class="cd-facts__change" href="{}">{}{}</a>'
    return fill(
        '<div class="cd-facts__row"><dt>{}</dt><dd>{}{}</dd></div>',
        key,
        SafeString(_safe(value)),
        fill(link, change.href, change.text, hidden) if change else "",
    )


@dataclass(frozen=True)
class Frame:
    """The attributes of a table's parts."""

    table: str
    group: str = ""
    row: str = ""
    head: str = ""
    row_head: str = ""
    cell: str = ""


LONGEST_ADDRESS = 40
WIDE = 4  # columns, from which on a phone shows no table but cards
PLAIN = Frame('class="cd-table"')
STACKED = Frame(
    'class="cd-table cd-table--cards" role="table"',
    ' role="rowgroup"',
    ' role="row"',
    ' role="columnheader"',
    ' role="rowheader"',
    ' role="cell"',
)


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    numbers: Collection[int],
    empty: str,
    *,
    is_named_above: bool = False,
    as_cards: bool = True,
) -> SafeString:
    """Mark up a table in a frame that scrolls; ``empty`` is said across it when it has no rows.

    A wide one is laid out on a phone as a card for each row, unless not ``as_cards``: it says its
    roles, which a browser forgets of what is not laid out as a table. ``is_named_above`` hides a
    caption that only repeats the heading before it.
    """
    is_wide = as_cards and len(columns) >= WIDE
    frame = STACKED if is_wide else PLAIN
    heads = "".join(
        f'<th scope="col"{frame.head}{_kind(place, numbers)}>{escape(head)}</th>'
        for place, head in enumerate(columns)
    )
    cells = [
        f"<td{frame.cell}{_label(head) if is_wide else ''}{_kind(place, numbers)}>%s</td>"
        for place, head in enumerate(columns)
    ]
    cells[0] = f'<th scope="row"{frame.row_head}{_kind(0, numbers)}>%s</th>'
    # Rows are filled by the hundred: "%" takes two thirds of what format() does.
    row_markup = f"<tr{frame.row}>{''.join(cells)}</tr>"
    body = "".join([row_markup % tuple(map(_safe, row)) for row in rows])
    return fill(
        '<div class="cd-scroll" role="group" tabindex="0" aria-label="{}"><table {}>'
        "<caption{}>{}</caption><thead{}><tr{}>{}</tr></thead><tbody{}>{}</tbody></table></div>",
        caption,
        SafeString(frame.table),
        SafeString(' class="govuk-visually-hidden"' if is_named_above else ""),
        caption,
        SafeString(frame.group),
        SafeString(frame.row),
        SafeString(heads),
        SafeString(frame.group),
        SafeString(body) or fill('<tr><td colspan="{}">{}</td></tr>', len(columns), empty),
    )


def _label(head: str) -> str:
    """Repeat a column's head for a card; its "%" are doubled, since the markup is filled."""
    return f' data-label="{escape(head)}"'.replace("%", "%%")


def short_address(address: str) -> str:
    """Return a web address as a link shows it: without its scheme, and cut where it is long."""
    bare = address.partition("://")[2].removeprefix("www.").rstrip("/") or address
    return bare if len(bare) <= LONGEST_ADDRESS else f"{bare[: LONGEST_ADDRESS - 1]}…"


def authority(words: str, source: str) -> SafeString:
    """Name the authority of a rule, and link where it was read: that is not always the statute."""
    if not source.startswith(("https://", "http://")):
        return fill("{}", words)
    host = source.partition("://")[2].partition("/")[0].removeprefix("www.")
    link = '{} (<a href="{}" rel="nofollow noopener noreferrer">read at {}</a>)'
    return fill(link, words, source, host)


def _kind(place: int, numbers: Collection[int]) -> str:
    return ' class="cd-number"' if place in numbers else ""


def _safe(value: object) -> str:
    """Escape what is not markup; say numbers and dates as a template would."""
    if isinstance(value, str):
        return value if isinstance(value, SafeString) else escape(value)
    return escape(str(localize(value)))
