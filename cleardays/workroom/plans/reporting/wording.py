"""Days, counts and tables of a report, as the HTML that its parts hold."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape

from django.conf import settings
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from cleardays.progress.evidence import EvidenceAxis

EVIDENCE = {
    EvidenceAxis.NONE: "nothing claimed",
    EvidenceAxis.CLAIMED: "claimed, nothing to show",
    EvidenceAxis.ATTACHED: "attached, not checked",
    EvidenceAxis.CHECKED: "checked by somebody else",
    EvidenceAxis.PUBLISHED: "published and checked",
}


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a titled table as HTML; nothing where it has no rows. A cell may be a ``linked``."""
    if not rows:
        return ""
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join(
        f"<tr>{''.join(f'<td>{conditional_escape(cell)}</td>' for cell in row)}</tr>"
        for row in rows
    )
    return (
        f"<h3>{escape(title)}</h3><table><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def linked(words: str, ref: str) -> SafeString:
    """Return words that lead to a page of the public site, for a cell of a table."""
    return format_html('<a href="{}/{}/">{}</a>', settings.SITE_URL, ref, words)


def with_total(counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """Return counts as rows, and below them what they make together."""
    rows = [(f"{word[:1].upper()}{word[1:]}", str(number)) for word, number in counts.items()]
    return [*rows, ("All", str(sum(counts.values())))]


def paragraphs(words: Iterable[str]) -> str:
    return "".join(f"<p>{escape(one)}</p>" for one in words)


def day_words(day: date) -> str:
    return f"{day:%-d %B %Y}"


def iso_words(text: str) -> str:
    return day_words(date.fromisoformat(text)) if text else "no date"
