"""Targets of plans, and the way there."""

from datetime import date
from decimal import Decimal

from cleardays.progress.measures.series import Dated, Target
from cleardays.progress.measures.targets import target_faults
from tests.progress.measures.figures import SHARE


def on(year, value):
    return Dated(Decimal(value), date(year, 12, 31))


def codes(target):
    return [fault.code for fault in target_faults(target, SHARE)]


def test_a_target_with_its_baseline_and_its_way_is_in_order():
    assert codes(Target(on(2026, 80), on(2023, 20), (on(2024, 40), on(2025, 60)))) == []
    assert codes(Target(on(2026, 5), on(2023, 20), (on(2024, 20), on(2025, 10)))) == []


def test_a_target_without_baseline_is_found():
    assert codes(Target(on(2026, 80))) == ["target without baseline"]


def test_a_point_past_the_target_itself_is_found():
    target = Target(on(2026, 60), on(2023, 20), (on(2024, 50), on(2025, 65)))

    assert codes(target) == ["trajectory past the target"]
    assert "65, past the target of 60" in target_faults(target, SHARE)[0].sentence


def test_a_way_that_goes_backwards_is_found():
    assert codes(Target(on(2026, 60), on(2023, 20), (on(2024, 50), on(2025, 40)))) == [
        "trajectory the wrong way"
    ]
    assert codes(Target(on(2026, 60), on(2023, 20), (on(2024, 10),))) == [
        "trajectory the wrong way"
    ]


def test_dates_that_are_not_in_order_are_found():
    assert codes(Target(on(2022, 60), on(2023, 20))) == ["dates out of order"]
    assert codes(Target(on(2026, 60), on(2023, 20), (on(2026, 50),))) == ["dates out of order"]


def test_a_target_over_a_hundred_per_cent_is_found():
    assert codes(Target(on(2026, 110), on(2023, 20))) == ["over 100 %"]
