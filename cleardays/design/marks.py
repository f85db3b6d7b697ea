"""Marks within a line of words: tags, dates, files.

They are made here and not in templates, because the line's end of a template would part a word
from its comma, and because a page shows them by the hundred.
"""

from collections.abc import Iterable

from django.utils.html import format_html
from django.utils.safestring import SafeString


def tag(text: str, tone: str) -> SafeString:
    """Mark up a status word in a tone."""
    return format_html('<strong class="cd-tag cd-tag--{}">{}</strong>', tone, text)


def day(machine: str, words: str) -> SafeString:
    """Mark up a date; without a machine's form (a span has none) only the words."""
    if not machine:
        return format_html("<span>{}</span>", words)
    return format_html('<time datetime="{}">{}</time>', machine, words)


def file_link(href: str, text: str, facts: Iterable[str]) -> SafeString:
    """Mark up a link to a file with what is known of it, in brackets."""
    known = ", ".join(filter(None, facts))
    if not known:
        return format_html('<a class="cd-file" href="{}">{}</a>', href, text)
    return format_html(
        '<a class="cd-file" href="{}">{} <span class="cd-file__facts">({})</span></a>',
        href,
        text,
        known,
    )
