"""Charts as SVG: a drawing that says the same in black and white, and that the sheet colours.

What the drawing needs to be read stands in its attributes, since a PDF takes no style sheet into
an SVG; the classes add colour and, on a phone, larger words.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from math import ceil, floor, log10

from django.utils.safestring import SafeString, mark_safe

from cleardays.design.plots import LineKind, Mark, Number, Plot, PlotLine

WIDTH, HEIGHT = 480, 270
TOP, RIGHT, BOTTOM = 14, 14, 34
WORD = 13  # the size of words; on a phone the sheet makes them LARGE
LARGE = 19
LETTER = 0.56  # of its size, a figure's width

DASHES: dict[LineKind, str] = {
    "middle": "",
    "limit": "7 5",
    "target": "14 4 3 4",
    "trajectory": "2 4",
    "first": "11 4",
    "second": "5 3",
    "third": "1 3",
}
# Drawn from where it stands: what stands for a figure, and for a comparator's.
SHAPES: dict[str, str] = {
    "plain": "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "provisional": "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "improving": "m0-7.5l6.5 7.5l-6.5 7.5l-6.5-7.5z",
    "concerning": "m-5.5-5.5h11v11h-11z",
    "high": "m0-6.5l6.5 11.5h-13z",
    "low": "m0 6.5l6.5-11.5h-13z",
    "first": "m-3.5-3.5h7v7h-7z",
    "second": "m0-4.5l4.5 8h-9z",
    "third": "m-4-4l8 8m0-8l-8 8",
}
Points = Sequence[str | None]
HOLLOW = frozenset({"provisional", "first", "second", "third"})


class Scale:
    """Where a value stands in the drawing, and the round numbers at its side."""

    def __init__(self, plot: Plot) -> None:
        values = [float(v) for row in _rows(plot) for v in row if v is not None] or [0.0, 1.0]
        self.step, self.low, self.high = round_numbers(min(values), max(values), plot.unit == "%")
        count = round((self.high - self.low) / self.step)
        places = max(0, -floor(log10(self.step)))
        self.marks = [
            (value, f"{value:,.{places}f}")
            for value in (self.low + self.step * number for number in range(count + 1))
        ]
        self.left = 10 + LARGE * LETTER * max(len(words) for _, words in self.marks)
        across = (WIDTH - RIGHT - self.left - 20) / max(1, len(plot.labels) - 1)
        self.across, first = across, self.left + 10
        self.xs = [round(first + place * across, 1) for place in range(len(plot.labels))]
        self.up = (HEIGHT - BOTTOM - TOP) / (self.high - self.low)

    def y(self, value: Number) -> float:
        return round(HEIGHT - BOTTOM - (float(value) - self.low) * self.up, 1)

    def points(self, values: Sequence[Number | None]) -> Points:
        """Return where each value stands, as a path has it ("x y"); None where there is none."""
        foot, low, up = HEIGHT - BOTTOM, self.low, self.up
        return [
            None if value is None else f"{x} {foot - (float(value) - low) * up:.1f}"
            for x, value in zip(self.xs, values, strict=True)
        ]


def round_numbers(low: float, high: float, is_percentage: bool) -> tuple[float, float, float]:
    """Choose a step of 1, 2 or 5 and ends that hold all values: (step, low, high).

    The axis begins at zero where that costs at most half of the height.
    """
    if 0 < low <= high - low:
        low = 0.0
    # A difference in the last of sixteen digits is none that can be drawn.
    least = max(abs(high) * 1e-9, 1e-12)
    spread = next((one for one in (high - low, abs(high)) if one > least), 1.0)
    rough = max(spread / 4, 1e-300)  # no power of ten is smaller than the smallest float
    power = 10 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
    bottom, top = floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step
    if bottom == top:
        bottom, top = bottom - (step if low > 0 or low < 0 else 0), top + step
    if is_percentage and high <= 100 < top:
        top = 100.0 if (100 - bottom) % step < 1e-9 else top
    return step, bottom, top


def _rows(plot: Plot) -> list[Sequence[Number | None]]:
    return [plot.values, *(line.values for line in plot.lines)]


def draw(plot: Plot, id: str) -> SafeString:
    """Draw a chart as inline SVG with its title and description; ``id`` is its own on the page."""
    scale, name = Scale(plot), escape(id)
    parts = [
        f'<svg class="cd-chart__drawing" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-labelledby="{name}-title {name}-words" font-family="sans-serif"'
        f' font-size="{WORD}" fill="none" stroke-width="1.5">'
        f'<title id="{name}-title">{escape(plot.title)}</title>'
        f'<desc id="{name}-words">{escape(plot.summary)}</desc>',
        *_axis(scale),
        *_ticks(plot, scale),
        *(_break(scale, place) for place in plot.breaks),
    ]
    for line in plot.lines:
        parts += _line(line, (*plot.breaks, *plot.steps), scale)
    points = scale.points(plot.values)
    parts.append(
        f'<path class="cd-chart__figures" stroke="#000" stroke-width="2.25" d="'
        f'{_path(points, plot.breaks)}"/>'
    )
    for kind in dict.fromkeys(plot.marks):
        alike = [point for mark, point in zip(plot.marks, points, strict=True) if mark == kind]
        parts += _shapes(kind, alike)
    return mark_safe("".join([*parts, "</svg>"]))  # noqa: S308 - words are escaped above


def _axis(scale: Scale) -> Iterator[str]:
    for value, words in scale.marks:
        y = scale.y(value)
        yield (
            f'<path class="cd-chart__rule" stroke="#999" stroke-width=".75"'
            f' d="M{scale.left:.1f} {y}H{WIDTH - RIGHT}"/>'
            f'<text class="cd-chart__word" fill="#000" text-anchor="end"'
            f' x="{scale.left - 5:.1f}" y="{y + 4.5:.1f}">{words}</text>'
        )


def _ticks(plot: Plot, scale: Scale) -> Iterator[str]:
    """Label the foot, from the last period back, as often as large words have room."""
    if not plot.ticks:
        return
    room = max(map(len, plot.ticks)) * LARGE * LETTER + 8
    every = max(1, ceil(room / scale.across)) if len(plot.ticks) > 1 else 1
    half = room / 2 - 4
    for place in range(len(plot.ticks) - 1, -1, -every):
        x = scale.xs[place]
        anchor = "end" if x + half > WIDTH else "start" if x - half < 0 else "middle"
        at = WIDTH - 5.0 if anchor == "end" else x
        yield (
            f'<path class="cd-chart__rule" stroke="#999" d="M{x} {HEIGHT - BOTTOM}v5"/>'
            f'<text class="cd-chart__word" fill="#000" text-anchor="{anchor}" x="{at:.1f}"'
            f' y="{HEIGHT - 10}">{escape(plot.ticks[place])}</text>'
        )


def _break(scale: Scale, place: int) -> str:
    x = (scale.xs[place - 1] + scale.xs[place]) / 2
    return (
        f'<path class="cd-chart__break" stroke="#000" stroke-dasharray="1 4"'
        f' d="M{x:.1f} {TOP - 8}V{HEIGHT - BOTTOM}"/>'
    )


def _line(line: PlotLine, breaks: Sequence[int], scale: Scale) -> Iterator[str]:
    points = scale.points(line.values)
    yield (
        f'<path class="cd-chart__line cd-chart__line--{line.kind}" stroke="#000"'
        f'{_dashes(line.kind)} d="{_path(points, breaks)}"/>'
    )
    if line.kind in SHAPES:
        yield from _shapes(line.kind, points)


def _dashes(kind: LineKind) -> str:
    return f' stroke-dasharray="{DASHES[kind]}"' if DASHES[kind] else ""


def _path(points: Points, breaks: Sequence[int]) -> str:
    """Join the points; a missing one parts the line, and so does a new definition."""
    stretches: list[list[str]] = [[]]
    for place, point in enumerate(points):
        if point is None or place in breaks:
            stretches.append([])
        if point is not None:
            stretches[-1].append(point)
    return "".join([f"M{'L'.join(stretch)}" for stretch in stretches if stretch])


def _shapes(kind: str, points: Points) -> Iterator[str]:
    """Draw the same shape at each of these points, in one path: a chart has a hundred of them."""
    fill, shape = "#fff" if kind in HOLLOW else "#000", SHAPES[kind]
    if drawn := "".join([f"M{point}{shape}" for point in points if point]):
        yield (
            f'<path class="cd-chart__mark cd-chart__mark--{kind}" fill="{fill}" stroke="#000"'
            f' d="{drawn}"/>'
        )


@cache
def sample_of_line(kind: LineKind) -> SafeString:
    """Draw a piece of a line for the key."""
    shape = "".join(_shapes(kind, ["22 8"])) if kind in SHAPES else ""
    return _sample(
        f'<path class="cd-chart__line cd-chart__line--{kind}" stroke="#000"{_dashes(kind)}'
        f' d="M2 8H42"/>{shape}'
    )


@cache
def sample_of_mark(kind: Mark) -> SafeString:
    """Draw what stands for a figure, on a piece of its line, for the key."""
    line = '<path class="cd-chart__figures" stroke="#000" stroke-width="2.25" d="M2 8H42"/>'
    return _sample(line + "".join(_shapes(kind, ["22 8"])))


def sample_of_break() -> SafeString:
    """Draw the sign of a break for the key."""
    return _sample(
        '<path class="cd-chart__break" stroke="#000" stroke-dasharray="1 4" d="M22 1V15"/>'
    )


def _sample(content: str) -> SafeString:
    return mark_safe(  # noqa: S308 - no words in it
        '<svg class="cd-chart__sample" viewBox="0 0 44 16" width="44" height="16" fill="none"'
        f' stroke-width="1.5" aria-hidden="true">{content}</svg>'
    )
