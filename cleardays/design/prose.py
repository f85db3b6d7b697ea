"""Frames for the tables of other people's HTML, so that a wide one scrolls and not the page."""

import re
from html import unescape

from django.utils.html import escape, strip_tags
from django.utils.safestring import SafeString, mark_safe

TABLE = re.compile(r"<table\b.*?</table>", re.IGNORECASE | re.DOTALL)
CAPTION = re.compile(r"<caption\b[^>]*>(.*?)</caption>", re.IGNORECASE | re.DOTALL)


def framed(html: str) -> SafeString:
    """Put each table into a frame that a keyboard can scroll, named by its caption.

    The HTML has been sanitised when it was stored (nh3); nothing of it is changed here.
    """
    count = 0

    def frame(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        caption = CAPTION.search(found[0])
        name = unescape(strip_tags(caption[1])).strip() if caption else f"Table {count}"
        opening = f'<div class="cd-scroll" role="group" tabindex="0" aria-label="{escape(name)}">'
        return f"{opening}{found[0]}</div>"

    return mark_safe(TABLE.sub(frame, html))  # noqa: S308 - sanitised before it was stored
