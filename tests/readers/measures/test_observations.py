"""Observations by CSV: the template, every fault by its cell, nothing half-loaded."""

from datetime import date
from decimal import Decimal

import pytest

from cleardays.progress.measures.series import Finality
from cleardays.readers.measures.observations import read_observations, template

HEAD = "measure,area,period,numerator,denominator,value,status,source,retrieved,replaces"
GOOD = "waits,,2024-12,30,60,50,provisional,Trust return,2025-01-20,yes"


def read(*rows, head=HEAD):
    return read_observations("\n".join([head, *rows]).encode())


def test_the_template_that_is_offered_is_read_without_a_fault():
    found = read_observations(template().encode())

    assert found.faults == ()
    assert [row.area for row in found.rows] == ["", "England"]
    assert found.rows[0].observation.denominator == 1718


def test_a_row_becomes_an_observation():
    (row,) = read(GOOD).rows

    assert (row.row, row.measure, row.replaces) == (2, "waits", True)
    assert row.observation.period.label == "December 2024"
    assert row.observation.value == 50
    assert row.observation.finality is Finality.PROVISIONAL
    assert row.observation.retrieved_on == date(2025, 1, 20)
    assert row.observation.source == "Trust return"


def test_columns_may_stand_in_any_order_and_capitals():
    (row,) = read("2024,waits,5", head="Period,Measure,Value").rows

    assert row.observation.value == Decimal(5)


def test_a_marker_says_why_there_is_no_figure():
    (row,) = read("waits,,2024,,,c").rows

    assert (row.observation.value, row.observation.marker) == (None, "suppressed")


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (",,2024,,,5", "A2", "which measure"),
        ("waits,,2019-20,,,5", "C2", "2019-20 school year"),
        ("waits,,2024,3%,,5", "D2", "no percentage"),
        ("waits,,2024,,-4,5", "E2", "below zero"),
        ("waits,,2024,,,about five", "F2", "no number"),
        ("waits,,2024,,,", "F2", "say why"),
        ("waits,,2024,,,5,draft", "G2", "provisional"),
        ("waits,,2024,,,5,,,yesterday", "I2", "2025-06-26"),
        ("waits,,2024,,,5,,,31/2/2025", "I2", "no day"),
        ("waits,,2024,,,5,,,,maybe", "J2", "'yes' or 'no'"),
    ],
)
def test_a_fault_names_its_cell_and_what_to_write(row, cell, words):
    found = read(row)

    assert [fault.cell for fault in found.faults] == [cell]
    assert words in found.faults[0].sentence
    assert found.rows == ()


def test_one_faulty_row_keeps_all_rows_out_and_every_fault_is_told():
    found = read(GOOD, "waits,,20xx,,,five", "waits,,2023,,,5")

    assert found.rows == ()
    assert [fault.cell for fault in found.faults] == ["C3", "F3"]


def test_the_same_period_twice_is_a_fault():
    found = read(GOOD, GOOD)

    assert found.faults[0].cell == "C3"
    assert "Row 2" in found.faults[0].sentence


def test_a_measure_with_and_without_its_sign_is_a_fault():
    found = read("waits,,2023,,,54%", "waits,,2024,,,0.55", "other,,2024,,,7")

    assert [fault.cell for fault in found.faults] == ["F3"]
    assert "same unit" in found.faults[0].sentence


@pytest.mark.parametrize(
    ("head", "cell", "words"),
    [
        ("measure,value", "", "'period'"),
        (HEAD + ",colour", "K1", "'colour'"),
        (HEAD + ",area", "K1", "twice"),
    ],
)
def test_columns_that_are_wrong_are_named(head, cell, words):
    found = read(GOOD, head=head)

    assert found.faults[0].cell == cell
    assert words in found.faults[0].sentence


def test_a_file_without_rows_says_so():
    assert "no row" in read().faults[0].sentence


def test_a_file_that_is_no_csv_is_one_fault():
    assert "workbook" in read_observations(b"PK\x03\x04").faults[0].sentence
