"""A plan of five hundred actions: its spreadsheet taken in, a version published, two compared."""

import json
import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ["CLEARDAYS_DATA"] = tempfile.mkdtemp(prefix="cleardays-bench-")

from cleardays.cli.prepare import prepare
from cleardays.cli.process import start_django

start_django()
prepare()

from bench.nation import Nation
from bench.prose import Prose
from bench.table import Figure, report
from cleardays.door.drain import drain
from cleardays.readers.plans import read_plan, to_xlsx
from cleardays.record.changes import of_plans
from cleardays.record.log import body_of
from cleardays.record.models import Entry
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts.models import User
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.actions.adding import Why
from cleardays.workroom.plans.models import Action, Plan, PlanFile

Row = dict[str, str | list[str]]
ACTIONS, UPDATED = 500, 100
AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
TODAY = AT.date()
WHY = Why("The bench moves it", "The board")
WORDS = Prose(random.Random(5))


def officer(name: str, council: Organisation) -> Viewer:
    user = User.objects.create_user(f"{name}@bench.example", None, post=name, organisation=council)
    return Viewer(name, user.pk, everywhere=frozenset(Permission), organisation_id=council.pk)


def rows() -> list[Row]:
    """Return a plan as officers keep it, an action a row."""
    made: list[Row] = []
    for n in range(ACTIONS):
        start = TODAY + timedelta(days=n % 90)
        finish = (start + timedelta(days=120)).isoformat()
        made.append(
            {
                "ref": f"{n % 5 + 1}.{n}",
                "title": WORDS.title(9),
                "text": WORDS.title(45),
                "lead": "Director of children’s services",
                "lead_body": "Bench Council",
                "start": start.isoformat(),
                "finish": finish,
                "milestones": [f"{finish} | All of it | {WORDS.title(6)} |"],
            }
        )
    return made


def moved(sent: PlanFile) -> list[Row]:
    """Return the rows that were sent out, the finish of every fifth a month later."""
    back: list[Row] = []
    for n, row in enumerate(sent.table["values"].values()):
        later = date.fromisoformat(row["finish"]) + timedelta(days=30)
        back.append({**row, "finish": later.isoformat()} if n % 5 == 0 else row)
    return back


def taken_in(plan: Plan, book: bytes, by: Viewer) -> None:
    """Do what the page does with a file: read it, compare it, accept it."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(book)
        file.flush()
        table = read_plan(Path(file.name))
    kept = actions.take_in(plan, table, "plan.xlsx", by=by, at=AT)
    actions.accept_import(kept, choices={}, why=WHY, by=by, at=AT)


def published(plan: Plan, as_at: date, first: Viewer, second: Viewer) -> None:
    """Do what the pages and the door do with a version: release it, publish it, carry it over."""
    at = datetime.combine(as_at, AT.timetz())
    actions.release(plan, as_at, by=second, at=at)
    actions.publish_version(plan, by=first, at=at)
    drain()


def measure() -> list[Figure]:
    """Return the figures of a plan on its way in and out, and of two versions compared."""
    council = Organisation.objects.create(name="Bench Council", slug="bench")
    first, second = officer("First officer", council), officer("Second officer", council)
    plan = actions.create_plan(council, "improvement", "The plan", by=first, at=AT)
    new = to_xlsx(rows(), title="The plan")
    came = timed(lambda: taken_in(plan, new, first))
    _update(plan, first)
    out = timed(lambda: published(plan, TODAY, first, second))
    sent = actions.export_plan(plan, by=first, at=AT)
    again = to_xlsx(moved(sent), title="The plan", export=str(sent.pk))
    back = timed(lambda: taken_in(plan, again, first))
    once_more = timed(lambda: published(plan, TODAY + timedelta(days=1), first, second))
    versions = Entry.objects.filter(doc_type="plan").count()
    if versions != 2:
        raise RuntimeError(f"{versions} of 2 versions were published")
    return [
        Figure(f"taking in a spreadsheet of {ACTIONS} actions", came, "s", 2),
        Figure(f"taking it in again, {ACTIONS // 5} actions moved", back, "s", 2),
        Figure(f"publishing a plan of {ACTIONS} actions", out, "s", 2),
        Figure("publishing its next version", once_more, "s", 2),
        Figure(f"comparing two versions of {ACTIONS} actions", _compared() * 1000, "ms", 50),
    ]


def _update(plan: Plan, by: Viewer) -> None:
    everything = Action.objects.unrestricted(because="the bench writes of many")
    for action in everything.of(plan)[:UPDATED]:
        written = actions.write_update(action, WORDS.title(35), by=by, at=AT)
        actions.take_update(written, by=by, at=AT)


def _compared() -> float:
    """Compare two versions of a plan with five updates an action; the best of five times."""
    nation = Nation(1, TODAY, actions=ACTIONS)
    before = nation.plan(0, 2)
    pair = [json.loads(body_of(plan)) for plan in (before, nation.moved_on(before))]
    return min(timed(lambda: of_plans(*pair)) for _ in range(5))


def timed(deed: Callable[[], object]) -> float:
    """Return the wall seconds that a deed takes."""
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


if __name__ == "__main__":
    report(measure())
