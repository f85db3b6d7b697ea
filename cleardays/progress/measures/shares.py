"""Percentages: what they give away of the counts behind them."""

from collections.abc import Sequence
from decimal import Decimal

from cleardays.progress.measures.suppression import Suppressed, suppress
from cleardays.progress.measures.tables import TOTAL, Release, SmallNumbers, Table, with_totals


def suppress_share(
    numerator: int,
    denominator: int,
    rule: SmallNumbers,
    history: Sequence[Release] = (),
) -> Suppressed:
    """Hide what would give away a small numerator, or a small remainder, of a share.

    The cells are ("", "counted"), ("", "others") and the denominator ("", TOTAL). The percentage
    may be shown only where the numerator and the denominator are: see ``may_show_share``.
    """
    if not 0 <= numerator <= denominator:
        raise ValueError("The numerator of a share lies between zero and its denominator.")
    cells = {("", "counted"): numerator, ("", "others"): denominator - numerator}
    table = with_totals(cells, column_totals=False)
    return suppress(_one_row(table), rule, history)


def _one_row(table: Table) -> Table:
    """Of a single row the total of totals says the same as its total: only one is printed."""
    return Table(table.counts, table.unpublished | {(TOTAL, TOTAL)})


def may_show_share(found: Suppressed) -> bool:
    """Say whether a percentage may be shown: it gives its numerator away, and its denominator."""
    shown = found.shown
    return shown[("", "counted")] is not None and shown[("", TOTAL)] is not None


def share(found: Suppressed, places: int = 1) -> Decimal | None:
    """Work out the percentage, or None where it is hidden or there is nothing to divide by."""
    shown = found.shown
    part, whole = shown[("", "counted")], shown[("", TOTAL)]
    if part is None or not whole:
        return None
    return round(Decimal(100) * part / whole, places)
