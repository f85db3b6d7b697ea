"""What can be wrong in the rows of a plan, each said of its cell with what to write."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleardays.readers.plans.columns import BY_NAME
from cleardays.readers.plans.days import NoDay, read_day
from cleardays.readers.plans.table import Fault, PlanRow

# A line of the column Milestones: day | step | test | met on.
PARTS = 4


@dataclass(frozen=True)
class Milestone:
    """A milestone as a line of its column says it; days are ISO, ``met_on`` may be ""."""

    due: str
    label: str
    test: str
    met_on: str = ""

    @property
    def line(self) -> str:
        """Return the line that says it."""
        return " | ".join(filter(None, (self.due, self.label, self.test, self.met_on)))


def milestone(line: str) -> Milestone:
    """Read a line; NoDay or ValueError where it is none."""
    parts = [part.strip() for part in line.split("|")]
    if not 3 <= len(parts) <= PARTS or not all(parts[:3]):
        raise ValueError(f"“{line}” is not a day, a step and a test, with | between them")
    due = read_day(parts[0])
    met_on = read_day(parts[3]) if len(parts) == PARTS else ""
    return Milestone(due, parts[1], parts[2], met_on)


def faults_of_rows(rows: Sequence[PlanRow]) -> Iterator[Fault]:
    """Yield every fault of the rows, one by one and between them."""
    seen: dict[str, tuple[str, str]] = {}
    for row in rows:
        yield from _needed(row)
        yield from _too_long(row)
        yield from _dates(row)
        yield from _lists(row)
        if row.ref and row.ref in seen:
            sheet, cell = seen[row.ref]
            where = cell if sheet == row.sheet else f"{sheet} {cell}"
            wrong = f"The reference {row.ref} stands in {where} already"
            yield row.fault("ref", wrong, _of_its_own(row.ref))
        seen.setdefault(row.ref, (row.sheet, row.cells.get("ref", "")))


def _of_its_own(ref: str) -> str:
    write = "Give each action a reference of its own"
    is_number = re.fullmatch(r"\d+\.\d", ref) is not None
    return f"{write}; for {ref}0, format the column as text" if is_number else write


def _needed(row: PlanRow) -> Iterator[Fault]:
    for name in ("ref", "title"):
        if not row.values.get(name):
            column = BY_NAME[name]
            wrong = f"There is no “{column.head}” in this row"
            yield row.fault(name, wrong, column.hint.rstrip("."))


def _too_long(row: PlanRow) -> Iterator[Fault]:
    for name, value in row.values.items():
        most = BY_NAME[name].most
        if most and len(value) > most:
            yield row.fault(name, f"It has {len(value)} characters", f"Keep it to {most}")


def _dates(row: PlanRow) -> Iterator[Fault]:
    for early, late in (("start", "finish"), ("started", "finished")):
        first, then = (str(row.values.get(name, "")) for name in (early, late))
        if first and then and then < first:
            wrong = f"“{BY_NAME[late].head}” is before “{BY_NAME[early].head}”"
            yield row.fault(late, wrong, "Put one of the two right")
    if row.values.get("finished") and not row.values.get("started") and "started" in row.cells:
        write = "Write when it began, too"
        yield row.fault("started", "It is finished and nothing says when it started", write)
    if (
        row.values.get("stop_reason")
        and row.cells.get("stopped")
        and not row.values.get("stopped")
    ):
        yield row.fault("stopped", "It says why it stopped, and not when", "Write the day")
    if row.values.get("stopped") and not row.values.get("stop_reason"):
        wrong = "It is stopped and nothing says why"
        yield row.fault("stop_reason" if "stop_reason" in row.cells else "stopped", wrong,
                        "Write the reason under “Why it stopped”")  # fmt: skip


def _lists(row: PlanRow) -> Iterator[Fault]:
    for ref in row.values.get("depends_on", ()):
        if ref == row.ref:
            yield row.fault("depends_on", "It would wait for itself", "Name another action")
    for line in row.values.get("milestones", ()):
        try:
            milestone(line)
        except (NoDay, ValueError) as why:
            write = "Such as: 31/01/2026 | All lamps lit | A walk after dark"
            yield row.fault("milestones", str(why), write)
