"""A part of a document: its words under a heading, found by search, compared between versions."""

import html
import re
from dataclasses import dataclass

BLOCK = re.compile(r"</?(?:p|h[1-6]|li|ul|ol|tr|table|caption|div|br|blockquote)\b[^>]*>", re.I)
CELL = re.compile(r"</(?:td|th)>", re.I)
TAG = re.compile(r"<[^>]*>")
SPACES = re.compile(r"[ \t\xa0]+")
LINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class Part:
    """``key`` names the same part in every version; ``anchor`` is its id on the page."""

    key: str
    heading: str
    text: str
    anchor: str


def plain_text(markup: str) -> str:
    """Return the words of sanitised HTML, a line for each block."""
    lines = TAG.sub("", CELL.sub(" ", BLOCK.sub("\n", markup)))
    return LINES.sub("\n", SPACES.sub(" ", html.unescape(lines))).strip()
