"""Ways around: navigation, lists of pages, search, buttons."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.design.components.contract import BUTTONS, Context, one_of
from cleardays.design.values import Link

register = template.Library()


@register.inclusion_tag("ui/nav_link.html")
def nav_link(*, text: str, href: str, current: bool = False) -> Context:
    """One entry of the main navigation."""
    return {"text": text, "href": href, "current": current}


@register.simple_tag
def breadcrumbs(*, trail: Iterable[Link]) -> SafeString:
    """Show the way back up; the page itself is its heading and is left out."""
    return marks.crumbs((link.text, link.href) for link in trail)


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
    kind = one_of(kind, BUTTONS)
    return {"text": text, "href": href, "kind": kind, "name": name, "value": value}
