"""What a reader reads of a page."""

import html
import re

INLINE = re.compile(r"</?(?:time|span|strong|a|ins|del|mark|code)\b[^>]*>")


def text(response):
    """Return the words of a page, its spaces made one."""
    markup = INLINE.sub("", response.content.decode())
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup))).strip()
