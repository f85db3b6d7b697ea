"""Shares of 1 in a file, where the measure's are of 100."""

import pytest

from cleardays.readers.measures.strangers import read_figures
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.measured.units import in_per_cent
from tests.factories.plans import AT

SHARE = {
    "valid_from": "2000-01-01", "name": "Lit", "numerator": "lit", "denominator": "all",
    "unit": "%",
}  # fmt: skip


def taken(by, text, **changes):
    measure = actions.create_measure("Lamps lit", [SHARE | changes], by=by, at=AT)
    known = {"lamps lit": measure}
    return in_per_cent(read_figures(text.encode(), source="Own", known=known), known)


def values(imported):
    return [float(row.observation.value) for row in imported.rows]


def test_shares_of_one_become_per_cent_where_their_counts_say_so(by):
    found = taken(
        by, "Month,KPI,Num,Den,Value\nApr-24,Lamps lit,46,88,0.523\nMay-24,Lamps lit,9,9,1\n"
    )

    assert values(found) == [52.3, 100]
    assert "taken as per cent" in found.left_out[0]


def test_without_counts_they_are_asked_about_in_their_cells(by):
    found = taken(by, "Month,Lamps lit\nApr-24,0.523\nMay-24,0.5\n")

    assert [fault.cell for fault in found.faults] == ["B2", "B3"]
    assert "0.523 may be 0.523 % or 52.3 %" in found.faults[0].sentence


@pytest.mark.parametrize(
    "text",
    [
        "Month,Lamps lit\nApr-24,0.5%\nMay-24,0.2%\n",
        "Month,KPI,Num,Den,Value\nApr-24,Lamps lit,5,1000,0.5\n",
        "Month,Lamps lit\nApr-24,0.5\nMay-24,41\n",
    ],
)
def test_what_is_below_one_per_cent_stays_so(by, text):
    assert values(taken(by, text))[0] == 0.5


def test_a_measure_of_weeks_keeps_its_averages(by):
    found = taken(by, "Month,KPI,Num,Den,Value\nApr-24,Lamps lit,46,88,0.523\n", unit="weeks")

    assert values(found) == [0.523]
