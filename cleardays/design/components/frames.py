"""Frames around content, and the frame of the page itself."""

from functools import cache

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cleardays.design.components.contract import TONES, one_of, wrapped

register = template.Library()


@register.simple_tag(takes_context=True)
def kept(context: Context, part: str, *, section: str = "") -> SafeString:
    """Show a part that is the same on every page of a section: filled once in a process."""
    return _filled(part, section, tuple(context["house"].items()))


@cache
def _filled(part: str, section: str, house: tuple[tuple[str, object], ...]) -> SafeString:
    return render_to_string(part, {"section": section, "house": dict(house)})


@register.simple_block_tag
def panel(content: SafeString, *, title: str, id: str = "") -> SafeString:
    """Frame some content under a heading."""
    return wrapped("panel", content, title=title, id=id)


@register.simple_block_tag
def notice(content: SafeString, *, title: str, tone: str = "note", id: str = "") -> SafeString:
    """Say something that must not be missed; the heading says what kind of thing it is."""
    return wrapped("notice", content, title=title, tone=one_of(tone, TONES), id=id)


@register.simple_block_tag
def reveal(content: SafeString, *, summary: str, open: bool = False) -> SafeString:
    """Keep what few readers need one press away."""
    return wrapped("reveal", content, summary=summary, open=open)


@register.simple_block_tag
def nothing_yet(content: SafeString, *, title: str) -> SafeString:
    """Say that there is nothing here, and inside it what to do about that."""
    return wrapped("nothing_yet", content, title=title)


@register.simple_block_tag
def columns(content: SafeString, *, label: str) -> SafeString:
    """Set two or three `column`s beside each other where the screen is wide enough."""
    return wrapped("columns", content, label=label)


@register.simple_block_tag
def column(content: SafeString, *, title: str, scroll: bool = False) -> SafeString:
    """One of the columns; `scroll` keeps a long original within the window."""
    return wrapped("column", content, title=title, scroll=scroll)
