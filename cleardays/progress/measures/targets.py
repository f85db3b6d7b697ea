"""What is wrong with the target of a plan, and with its way there."""

from collections.abc import Sequence
from datetime import date

from cleardays.progress.measures.faults import Fault
from cleardays.progress.measures.series import Definition, Target, Unit


def target_faults(target: Target, definition: Definition) -> list[Fault]:
    """Check a plan's target: a baseline, dates in order, no point past the target or backwards."""
    baseline = target.baseline
    if baseline is None:
        return [
            Fault(
                "target without baseline",
                "",
                f"The target of {target.target.value} has no baseline.",
                "Say what the figure was, and on which day, when the plan was made.",
            )
        ]
    is_up = target.target.value >= baseline.value
    faults = _points_past(target, is_up) + _points_backwards(target, is_up)
    dates = [baseline.on, *(one.on for one in target.trajectory), target.target.on]
    if dates != sorted(set(dates)):
        faults.append(_dates_out_of_order(dates))
    if definition.unit is Unit.PERCENT and not 0 <= target.target.value <= 100:
        sentence = f"A target of {target.target.value} % cannot be met."
        faults.append(Fault("over 100 %", "", sentence, "Set one between 0 and 100."))
    return faults


def _points_past(target: Target, is_up: bool) -> list[Fault]:
    wanted = target.target.value
    return [
        Fault(
            "trajectory past the target",
            _day(point.on),
            f"The way to the target stands at {point.value}, past the target of {wanted} itself.",
            "Correct the point, or set the target where the plan means to end.",
        )
        for point in target.trajectory
        if (point.value > wanted if is_up else point.value < wanted)
    ]


def _points_backwards(target: Target, is_up: bool) -> list[Fault]:
    points = sorted(target.trajectory, key=lambda one: one.on)
    before = target.baseline
    faults = []
    for point in points:
        if before and (point.value < before.value if is_up else point.value > before.value):
            faults.append(
                Fault(
                    "trajectory the wrong way",
                    _day(point.on),
                    f"The way to the target goes from {before.value} to {point.value}, away from"
                    f" {target.target.value}.",
                    "Correct the point, or say why things are meant to get worse first.",
                )
            )
        before = point
    return faults


def _dates_out_of_order(dates: Sequence[date]) -> Fault:
    return Fault(
        "dates out of order",
        "",
        f"Baseline, points and target are dated {', '.join(map(_day, dates))}.",
        "Give each a day of its own, each later than the one before.",
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
