"""Which columns of figures are the share, what is counted, and out of what: told by arithmetic."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from cleardays.readers.measures.cells import Figure, NoNumber, figure

# Of what a figure may be a share: of 100, of 1, of 1,000 or 10,000; and what rounding may hide.
SCALES = (
    (100, Decimal("0.6")),
    (1, Decimal("0.006")),
    (1000, Decimal("0.6")),
    (10_000, Decimal("0.6")),
)
Cells = Sequence[str]


class Unsure(ValueError):
    """Columns that could be more than one thing."""


def name_columns(
    unknown: Mapping[int, Cells], shares: Sequence[int], value: Cells | None
) -> dict[int, str]:
    """Return which of the unknown columns is numerator, denominator or value, by its place.

    ``shares`` are those that have a percent sign, ``value`` is the column of the figure where it
    is known already: then only two that make it are taken. Unsure where it is anybody's guess.
    """
    counts = [at for at, cells in unknown.items() if at not in shares and _are_figures(cells)]
    if value is None and len(shares) == 1:
        value = unknown[shares[0]]
    elif value is None and (shares or len(counts) != 1):
        raise Unsure
    if value is None:
        return {counts[0]: "value"}
    found = [
        (top, bottom)
        for top, bottom in permutations(counts, 2)
        if _make(unknown[top], unknown[bottom], value)
    ]
    if len(found) > 1:
        raise Unsure
    named = {at: name for pair in found for at, name in zip(pair, PARTS, strict=True)}
    return named | dict.fromkeys(shares[:1], "value")


PARTS = ("numerator", "denominator")


def _figures(cells: Cells) -> list[Figure]:
    return [figure(cell) for cell in cells]


def _are_figures(cells: Cells) -> bool:
    try:
        return any(one.value is not None for one in _figures(cells))
    except NoNumber:
        return False


def _make(top: Cells, bottom: Cells, value: Cells) -> bool:
    """Say whether two columns of counts make the shares of a third, wherever all three are."""
    try:
        rows = zip(_figures(top), _figures(bottom), _figures(value), strict=True)
        whole = [
            (one.value, of.value, made.value)
            for one, of, made in rows
            if one.value is not None and of.value and made.value is not None
        ]
    except NoNumber:
        return False
    return bool(whole) and any(
        all(abs(scale * one / of - made) <= near for one, of, made in whole)
        for scale, near in SCALES
    )
