"""The charts on the page of components are what the arithmetic makes of their figures."""

from decimal import Decimal

from cleardays.design.chart_samples import LATEST, REPAIRS, charts
from cleardays.progress.measures.series import Polarity
from cleardays.progress.measures.spc import run_chart, xmr


def test_the_sample_says_what_its_figures_say():
    found = xmr([*REPAIRS, *LATEST], Polarity.UP, target=Decimal(62))

    limits = found.points[-1].limits
    sample = charts()
    lines = {line.name: line.values[0] for line in sample["xmr"].lines}
    assert [round(one, 1) for one in (limits.mean, limits.upper, limits.lower)] == [
        lines["Mean"], lines["Upper limit"], lines["Lower limit"],
    ]  # fmt: skip
    assert [point.variation.name for point in found.points] == [
        {"plain": "COMMON", "improving": "IMPROVING_HIGH", "concerning": "CONCERNING_LOW"}[mark]
        for mark in sample["xmr"].marks
    ]
    assert sample["variation"].name == found.variation.name
    assert sample["assurance"].name == found.assurance.name
    assert run_chart(REPAIRS[:10]).median == sample["run"].lines[0].values[0]
