"""Which figures to hide besides the small ones, so that no sum through time gives those away."""

from collections.abc import Collection, Sequence

from cleardays.progress.measures.sums import Layer, Leak, Piece, first_leak
from cleardays.progress.measures.tables import SmallNumbers

MOST_TRIED = 12


def hide_besides(
    layers: Sequence[Layer],
    shown: Collection[str],
    fixed: Collection[str],
    rule: SmallNumbers,
) -> set[str]:
    """Return the references, of those ``shown``, that have to be hidden; few and small ones.

    ``fixed`` are public already and cannot be hidden. ValueError where hiding all others would
    not do.
    """
    hidden: set[str] = set()
    while (found := first_leak(layers, set(shown) - hidden, rule)) is not None:
        ways = _ways_out(*found, layers, set(shown) - hidden - set(fixed))
        if not ways:
            raise ValueError("What is public already gives a small number away.")
        best = (
            one for one in ways[:MOST_TRIED] if _mends(one, found, layers, rule, shown, hidden)
        )
        hidden.add(next(best, ways[0]))
    return _needed(layers, shown, hidden, rule)


def _ways_out(
    layer: Layer, leak: Leak, layers: Sequence[Layer], free: Collection[str]
) -> list[str]:
    """Return what may be hidden against a leak: those within it first, the smallest first.

    A zero is hidden only where a hidden figure may be a zero.
    """
    may_be = {
        one.reference: one
        for one in layer.pieces
        if one.reference in free and one.count >= layer.lowest
    }
    ours = [one for one in may_be.values() if {one.start, one.end} <= leak.days]
    within = [one for one in ours if leak.start <= one.start and one.end <= leak.end]
    is_running = len({one.start for one in layer.pieces}) == 1
    last = [one for one in ours if is_running and one.end == leak.end]
    ordered = [one for part in (within, last, ours) for one in sorted(part, key=_cost)]
    # What was worked out elsewhere may be why: anything of the same kind then helps.
    others = (
        one.reference
        for each in layers
        if each.kind == layer.kind
        for one in each.pieces
        if one.reference in free and one.count >= each.lowest
    )
    return list(dict.fromkeys([*(one.reference for one in ordered), *sorted(others)]))


def _cost(piece: Piece) -> tuple[int, int, str]:
    return (piece.count, piece.length, piece.reference)


def _mends(
    one: str,
    found: tuple[Layer, Leak],
    layers: Sequence[Layer],
    rule: SmallNumbers,
    shown: Collection[str],
    hidden: Collection[str],
) -> bool:
    after = first_leak(layers, set(shown) - set(hidden) - {one}, rule)
    return after is None or (after[0], after[1].start, after[1].end) != (
        found[0],
        found[1].start,
        found[1].end,
    )


def _needed(
    layers: Sequence[Layer], shown: Collection[str], hidden: set[str], rule: SmallNumbers
) -> set[str]:
    """Show again what need not be hidden, the largest first."""
    counts = {one.reference: one.count for each in layers for one in each.pieces}
    for one in sorted(hidden, key=lambda each: (-counts[each], each)):
        if first_leak(layers, set(shown) - (hidden - {one}), rule) is None:
            hidden = hidden - {one}
    return hidden
