"""Short ways to write figures down in tests."""

from decimal import Decimal

from cleardays.progress.measures.periods import parse_period
from cleardays.progress.measures.series import Definition, Kind, Observation, Polarity, Unit


def numbers(*values):
    return [Decimal(str(value)) for value in values]


def seen(period, value, numerator=None, denominator=None, **rest):
    """One observation: a period in words, a value, and perhaps the counts behind it."""
    as_decimal = [None if one is None else Decimal(str(one)) for one in (value, numerator, denominator)]  # fmt: skip  # noqa: E501
    rest.setdefault("reference", f"{period} {value}")
    return Observation(
        period=parse_period(period),
        value=as_decimal[0],
        numerator=as_decimal[1],
        denominator=as_decimal[2],
        **rest,
    )


def months(*values, start=1, **rest):
    """Observations for months of 2024 in turn, from the given one; later ones are in 2025."""
    return [
        seen(f"{2024 + (at - 1) // 12}-{(at - 1) % 12 + 1:02}", value, **rest)
        for at, value in enumerate(values, start=start)
    ]


SHARE = Definition(
    "Plans in 20 weeks", "in 20 weeks", "issued", unit=Unit.PERCENT, polarity=Polarity.UP
)
COUNT = Definition("Children waiting", "children waiting", polarity=Polarity.DOWN, kind=Kind.POINT)
