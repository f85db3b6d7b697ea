"""The ruled lines of a PDF page, from whatever way its producer drew them."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from dataclasses import dataclass
from importlib import import_module
from itertools import islice, pairwise
from typing import Any

pdfium: Any = import_module("pypdfium2.raw")  # its many names are made at run time

THIN = 3.0  # points: a filled box thinner than this is a line to the eye
SHORT = 5.0  # points: no line of a table is shorter; a dot of a dotted one is
JOIN = 3.0  # points: lines nearer than this meet
MOST_SEGMENTS = 4000  # a drawing with more is a picture, not a table
MOST_PATHS = 20_000  # on one page: what is drawn after them is a picture
MOST_DEPTH = 4

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Rule:
    """A straight line: ``at`` its height (or its x when upright), from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Ruling:
    """The level and the upright lines of one page, in points from its bottom left corner."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer  # noqa: N806
    return (
        a * A + b * C,
        a * B + b * D,
        c * A + d * C,
        c * B + d * D,
        e * A + f * C + E,
        e * B + f * D + F,
    )


def _matrix(item: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, byref(m)):
        return IDENTITY
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _paths(page: Any) -> Iterator[tuple[Any, Matrix]]:
    count = pdfium.FPDFPage_CountObjects(page)
    found = [(pdfium.FPDFPage_GetObject(page, i), IDENTITY, 0) for i in range(count)]
    while found:
        item, outer, depth = found.pop()
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, _times(_matrix(item), outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MOST_DEPTH:
            inner = _times(_matrix(item), outer)
            parts = range(pdfium.FPDFFormObj_CountObjects(item))
            found += [(pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1) for i in parts]


def _strokes(path: Any, matrix: Matrix) -> list[list[Point]]:
    """Return the path's straight subpaths as lists of points; curved ones are left out."""
    count = pdfium.FPDFPath_CountSegments(path)
    if not 2 <= count <= MOST_SEGMENTS:
        return []
    a, b, c, d, e, f = matrix
    subpaths: list[list[Point]] = []
    x, y = c_float(), c_float()
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return []
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            subpaths.append([])
        if subpaths:
            subpaths[-1].append(point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                subpaths[-1].append(subpaths[-1][0])
    return [points for points in subpaths if len(points) > 1]


def _is_stroked(path: Any) -> bool:
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    return bool(stroke.value)


def _box(points: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _frames(boxes: list[tuple[float, float, float, float]]) -> Iterator[list[Point]]:
    """Yield the outline of every box that holds another within a border's width."""
    for outer, inner in pairwise(boxes):
        if all(0 < abs(o - i) <= THIN for o, i in zip(outer, inner, strict=True)):
            x0, y0, x1, y1 = outer
            yield [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]


def _edges(path: Any, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    subpaths = _strokes(path, matrix)
    if _is_stroked(path):
        outlines = subpaths
    else:
        boxes = [_box(points) for points in subpaths]
        outlines = list(_frames(boxes))
        for x0, y0, x1, y1 in boxes:
            if x1 - x0 <= THIN or y1 - y0 <= THIN:
                yield (x0, y0), (x1, y1)
    for points in outlines:
        yield from pairwise(points)


def _meet(one: Rule, other: Rule) -> bool:
    near = abs(one.at - other.at) <= THIN / 2
    return near and one.start <= other.end + JOIN and one.end >= other.start - JOIN


def _near(rule: Rule, merged: list[Rule]) -> Iterator[Rule]:
    for last in reversed(merged):
        if rule.at - last.at > THIN:
            return
        yield last


def _merged(rules: list[Rule]) -> tuple[Rule, ...]:
    """Join the pieces and dots that many producers draw a line in; what stays short is none."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.at, r.start)):
        last = next((m for m in _near(rule, merged) if _meet(m, rule)), None)
        if last is None:
            merged.append(rule)
        else:
            merged.remove(last)
            merged.append(Rule(last.at, min(rule.start, last.start), max(rule.end, last.end)))
    return tuple(rule for rule in merged if rule.end - rule.start > SHORT)


def ruling_of(page: Any) -> Ruling:
    """Return the ruled lines of an open pypdfium2 page."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for path, matrix in islice(_paths(page.raw), MOST_PATHS):
        for (x0, y0), (x1, y1) in _edges(path, matrix):
            width, height = abs(x1 - x0), abs(y1 - y0)
            if height <= THIN:
                level.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            if width <= THIN:
                upright.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return Ruling(_merged(level), _merged(upright))
