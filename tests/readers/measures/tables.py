"""Tables of figures as text, read, and what was read of them in few words."""

from cleardays.readers.measures.strangers import read_figures

PLANS, BACKLOG = "Plans in 20 weeks", "Backlog"


def read(text, encoding="utf-8", **chosen):
    return read_figures(text.encode(encoding), known=(PLANS, BACKLOG), **chosen)


def figures(imported):
    """Return (value, numerator, denominator) by measure and period, or the marker alone."""
    assert imported.faults == ()
    return {
        (row.measure, row.observation.period.label, row.area): row.observation.marker
        or tuple(
            None if part is None else float(part)
            for part in (
                row.observation.value,
                row.observation.numerator,
                row.observation.denominator,
            )
        )
        for row in imported.rows
    }


def of(measure, **periods):
    return {(measure, label.replace("_", " "), ""): found for label, found in periods.items()}
