"""Charts, always with their key and with the figures in a table under them."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

from django import template
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.design.components.contract import Context
from cleardays.design.drawing import draw, sample_of_break, sample_of_line, sample_of_mark
from cleardays.design.plots import MARK_WORDS, Number, Plot

register = template.Library()

# Making Data Count's letters; the words beside them say what they mean.
LETTERS = {
    "COMMON": ("∿", "plain"),
    "IMPROVING_HIGH": ("H", "good"),
    "IMPROVING_LOW": ("L", "good"),
    "CONCERNING_HIGH": ("H", "bad"),
    "CONCERNING_LOW": ("L", "bad"),
    "HIGH": ("H", "note"),
    "LOW": ("L", "note"),
    "PASSES": ("P", "good"),
    "FAILS": ("F", "bad"),
    "HIT_AND_MISS": ("?", "plain"),
    "TOO_FEW": ("…", "plain"),
    "NO_TARGET": ("–", "plain"),
}


@register.simple_tag
def chart(*, plot: Plot, id: str) -> SafeString:
    """Show a chart with its key and its table; `id` is its own on the page."""
    return marks.fill(
        '<figure class="cd-chart" id="{}"><figcaption class="cd-chart__words">'
        '<strong class="cd-chart__title">{}</strong> {}</figcaption>{}'
        '<ul class="cd-chart__key" aria-label="Key">{}</ul>{}</figure>',
        id,
        plot.title,
        plot.summary,
        draw(plot, id),
        SafeString("".join([marks.fill("<li>{} {}</li>", *entry) for entry in _key(plot)])),
        _table(plot),
    )


def _table(plot: Plot) -> SafeString:
    """Set out the figures of a drawing; also on a phone as a table, since one reads down it."""
    numbers = range(1, len(plot.lines) + 2 + len(plot.extra))
    return marks.table(
        plot.title,
        _columns(plot),
        _rows(plot),
        numbers,
        "",
        is_named_above=True,
        as_cards=False,
    )


@register.inclusion_tag("ui/chart_verdicts.html")
def chart_verdicts(*, variation: StrEnum, assurance: StrEnum | None = None) -> Context:
    """Show what an XmR chart says of the latest figure, and whether the target will be met."""
    verdicts = [("Variation", variation), ("Assurance", assurance)]
    return {
        "verdicts": [(name, *LETTERS[found.name], str(found)) for name, found in verdicts if found]
    }


def _key(plot: Plot) -> list[tuple[SafeString, str]]:
    drawn = dict.fromkeys(
        mark for mark, value in zip(plot.marks, plot.values, strict=True) if value is not None
    )
    lines = dict.fromkeys((line.kind, _family(line.name)) for line in plot.lines)
    key = [(sample_of_mark(mark), MARK_WORDS[mark]) for mark in drawn]
    key += [(sample_of_line(kind), name) for kind, name in lines]
    if plot.breaks:
        key.append((sample_of_break(), "The definition changes: not to be compared across"))
    return key


def _family(name: str) -> str:
    """Upper and lower limit are one entry of the key."""
    for way in ("Upper limit", "Lower limit"):
        if name.startswith(way):
            return name.replace(way, "Limits")
    return name


def _columns(plot: Plot) -> list[str]:
    unit = f", {plot.unit}" if plot.unit else ""
    columns = ["Period", f"Figure{unit}", *(name for name, _ in plot.extra)]
    columns += [line.name for line in plot.lines]
    return [*columns, "What it says"] if plot.says else columns


def _rows(plot: Plot) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for place, (label, value) in enumerate(zip(plot.labels, plot.values, strict=True)):
        row = [label, in_figures(value), *(cells[place] for _, cells in plot.extra)]
        row += [in_figures(line.values[place]) for line in plot.lines]
        rows.append([*row, plot.says[place]] if plot.says else row)
    return rows


def in_figures(value: Number | None) -> str:
    """Write a figure to one decimal place at most, or that there is none."""
    if value is None:
        return "none"
    whole, _, part = (words := str(value)).partition(".")
    if len(whole) <= 3 and len(part) <= 1:  # nothing to round or to part
        return words.removesuffix(".0")
    return f"{Decimal(words):,.1f}".removesuffix(".0")
