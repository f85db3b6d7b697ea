"""A national set of any size, the same for the same seed: areas, plans, measures, committees.

Each of ``areas`` local areas has an inspection with five findings, two plans of a hundred actions
with five updates each, five measures and a committee; what is asked of the site at 150 areas is
300 plans, 30,000 actions, 150,000 updates and 40,500 observations.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from cleardays.cli.prepare import prepare
from cleardays.cli.process import start_django, step

start_django()
prepare()

from bench.filling import fill
from bench.prose import Prose
from cleardays.record.log import Document
from cleardays.record.schemas.ask import AskDocument
from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.common import Link, OfficeCalendar
from cleardays.record.schemas.inspection import (
    AreaDocument,
    InspectionDocument,
    JudgementDocument,
    ResponsibleBody,
)
from cleardays.record.schemas.measure import (
    DefinitionDocument,
    MeasureDocument,
    ObservationDocument,
)
from cleardays.record.schemas.meeting import IssueDocument, MeetingDocument
from cleardays.record.schemas.plan import (
    ActionDocument,
    DateChangeDocument,
    EvidenceDocument,
    MilestoneDocument,
    PlanDocument,
    SupportDocument,
    TargetDocument,
    UpdateDocument,
    VoiceDocument,
)

FINDINGS, PLANS, ACTIONS, UPDATES, QUARTERS, ASKS = 5, 2, 100, 5, 18, 6
PLACES = ("own", "England", "Statistical neighbours")
FIRST_QUARTER = 2021 * 4
BEFORE, SINCE = timedelta(days=60), timedelta(days=10)
MET, MEETS = timedelta(days=30), timedelta(days=25)


class Nation:
    """Documents from a seed, as they stand around a day: committees met 30 days before it."""

    def __init__(self, areas: int, today: date, *, actions: int = ACTIONS, seed: int = 2023):
        self.areas, self.today, self.actions = areas, today, actions
        self.random = random.Random(seed)
        self.prose = Prose(self.random)
        self._in_force: list[PlanDocument] = []

    def before(self) -> Iterator[Document]:
        """Yield what was public when the committees met last."""
        for n in range(self.areas):
            yield self._committee(n)
            yield self._meeting(n, 1, self.today - MET)
            yield self._meeting(n, 2, self.today + MEETS)
            yield from (self._ask(n, k) for k in range(ASKS))
            yield self._inspection(n)
            yield from (self._measure(n, k) for k in range(1, FINDINGS + 1))
            plans = [self.plan(n, k) for k in range(1, PLANS + 1)]
            self._in_force.append(plans[-1])
            yield from plans

    def since(self) -> Iterator[Document]:
        """Yield the next version of each plan in force, after ``before`` has been read."""
        yield from map(self.moved_on, self._in_force)

    def plan(self, n: int, k: int) -> PlanDocument:
        """Return the kth plan of an area; only the last is in force."""
        is_last = k == PLANS
        inspection = Link(f"inspections/a{n}", f"Inspection of area {n}")
        return PlanDocument(
            ref=f"plans/a{n}-{k}",
            title=f"Improvement plan {k} of area {n}",
            kind="improvement",
            kind_name="Improvement plan",
            council=f"Council {n}",
            as_at=(self.today - BEFORE).isoformat(),
            state="accepted" if is_last else "superseded",
            answers=(inspection,),
            superseded_by=None if is_last else Link(f"plans/a{n}-{PLANS}", "The plan after it"),
            actions=tuple(self._action(n, place) for place in range(1, self.actions + 1)),
            voices=tuple(self._voice() for _ in range(4)),
            targets=tuple(
                TargetDocument(f"measures/a{n}-{m}", 50.0, "2022-01-01", 60.0, "2027-03-31")
                for m in range(1, FINDINGS + 1)
            ),
        )

    def moved_on(self, plan: PlanDocument) -> PlanDocument:
        """Return a plan's next version: of every ten actions one re-dated, one with another lead,
        two updated; one action dropped and one added."""
        moved = [self._moved(place, action) for place, action in enumerate(plan.actions)]
        new = replace(moved[0], ref=f"N{len(moved)}", title=self.prose.title(8))
        as_at = (self.today - SINCE).isoformat()
        return replace(plan, as_at=as_at, actions=(*moved[1:], new))

    def _moved(self, place: int, action: ActionDocument) -> ActionDocument:
        if place % 10 == 1:
            later = (date.fromisoformat(action.finish) + timedelta(days=60)).isoformat()
            moved = DateChangeDocument(
                "finish", action.finish, later, self._moment(), "Lead", self.prose.title(12)
            )
            return replace(action, finish=later, changes=(*action.changes, moved))
        if place % 10 == 2:
            return replace(action, lead="Interim director")
        if place % 10 in (3, 4):
            return replace(action, updates=(*action.updates[1:], self._update()))
        return action

    def _action(self, n: int, place: int) -> ActionDocument:
        start = self.today - timedelta(days=self.random.randrange(30, 700))
        finish = start + timedelta(days=self.random.randrange(60, 900))
        finding = place % FINDINGS + 1
        is_finished = place % 3 == 0 and finish < self.today
        return ActionDocument(
            ref=f"{finding}.{place}",
            title=self.prose.title(9),
            text=f"{self.prose.title(45)}.",
            areas=(f"inspections/a{n}#{finding}",),
            lead="Director of children’s services",
            lead_body=f"Council {n}",
            supporting=(SupportDocument(f"ICB {n}", self.prose.title(8)),),
            first_start=start.isoformat(),
            first_finish=(finish - timedelta(days=30)).isoformat(),
            start=start.isoformat(),
            finish=finish.isoformat(),
            started=start.isoformat() if place % 4 else "",
            finished=finish.isoformat() if is_finished else "",
            milestones=(self._milestone(start + (finish - start) / 2),),
            changes=(
                DateChangeDocument(
                    "finish",
                    (finish - timedelta(days=30)).isoformat(),
                    finish.isoformat(),
                    self._moment(),
                    "Lead",
                    self.prose.title(12),
                ),
            ),
            measures=(f"measures/a{n}-{finding}",),
            evidence=(EvidenceDocument(self.prose.title(6), "minutes", start.isoformat()),),
            evidence_axis="attached",
            updates=tuple(self._update() for _ in range(UPDATES)),
        )

    def _moment(self) -> str:
        return datetime.combine(self.today - BEFORE, datetime.min.time(), UTC).isoformat()

    def _milestone(self, day: date) -> MilestoneDocument:
        return MilestoneDocument("Half way", self.prose.title(8), day.isoformat(), day.isoformat())

    def _update(self) -> UpdateDocument:
        as_at = self.today - timedelta(days=self.random.randrange(60, 400))
        return UpdateDocument(as_at.isoformat(), "Lead", self.prose.title(35), self.prose.title(9))

    def _voice(self) -> VoiceDocument:
        said_on = (self.today - timedelta(days=200)).isoformat()
        return VoiceDocument(
            "Parent carer forum", said_on, self.prose.title(25), promised=self.prose.title(15)
        )

    def _inspection(self, n: int) -> InspectionDocument:
        return InspectionDocument(
            ref=f"inspections/a{n}",
            title=f"Inspection of area {n}",
            area_name=f"Area {n}",
            council=f"Council {n}",
            framework="send-2023",
            framework_name="Area SEND inspections, 2023",
            first_day="2024-02-05",
            published_on="2024-04-10",
            outcome="inconsistent",
            responsible=(ResponsibleBody(f"Council {n}", "Local authority"),),
            areas=tuple(self._finding(number) for number in range(1, FINDINGS + 1)),
        )

    def _finding(self, number: int) -> AreaDocument:
        judged = JudgementDocument("self", "The council itself", "some progress", "2025-06-01")
        return AreaDocument(
            number,
            "improvement",
            "Area for improvement",
            self.prose.title(12),
            f"{self.prose.title(40)}.",
            judgements=(judged,),
        )

    def _measure(self, n: int, k: int) -> MeasureDocument:
        definition = DefinitionDocument(
            *("", "Plans within 20 weeks", "Plans issued in time", "Plans issued"),
            *("%", "higher is better", "flow", "SEN2", "quarter", "under 5"),
        )
        rows = [
            self._observation(place if place != "own" else f"Area {n}", quarter)
            for place in PLACES
            for quarter in range(FIRST_QUARTER, FIRST_QUARTER + QUARTERS)
        ]
        return MeasureDocument(
            f"measures/a{n}-{k}",
            f"Measure {k} of area {n}",
            f"Council {n}",
            (definition,),
            tuple(rows),
            (f"inspections/a{n}#{k}",),
        )

    def _observation(self, place: str, quarter: int) -> ObservationDocument:
        counted, of = self.random.randrange(30, 70), 100.0
        period = f"Q{quarter % 4 + 1} {quarter // 4}"
        return ObservationDocument(place, period, float(counted), of, float(counted))

    def _committee(self, n: int) -> CommitteeDocument:
        name, kind = f"Scrutiny Committee {n}", "Overview and scrutiny committee"
        return CommitteeDocument(f"committees/a{n}", name, f"Council {n}", "scrutiny", kind, True)

    def _meeting(self, n: int, number: int, day: date) -> MeetingDocument:
        published = datetime.combine(day - timedelta(days=9), datetime.min.time(), UTC)
        name = f"Scrutiny Committee {n}"
        return MeetingDocument(
            ref=f"meetings/a{n}/{day.year}/{number}",
            committee_link=Link(f"committees/a{n}", name),
            council=f"Council {n}",
            name=name,
            date=day.isoformat(),
            time="10:30",
            precision="day",
            date_words="",
            place="Committee Room A",
            status="scheduled",
            sequence=0,
            is_bound_by_part_va=True,
            calendar=OfficeCalendar(),
            items=(),
            issues=(IssueDocument(1, "agenda", "Agenda", published.isoformat()),),
        )

    def _ask(self, n: int, k: int) -> AskDocument:
        asked_on = self.today - MET
        is_open = bool(k % 2)
        return AskDocument(
            ref=f"asks/a{n}-{k}",
            title=self.prose.title(8),
            council=f"Council {n}",
            committee_link=Link(f"committees/a{n}", f"Scrutiny Committee {n}"),
            meeting=Link(f"meetings/a{n}/{asked_on.year}/1", "The meeting"),
            asked_on=asked_on.isoformat(),
            kind="request",
            kind_name="Request for information",
            text=self.prose.title(25),
            asked_of=f"Council {n}",
            post="Director",
            state="open" if is_open else "answered",
            state_name="Open" if is_open else "Answered",
            due=(asked_on + timedelta(days=60)).isoformat(),
            answered_on="" if is_open else (self.today - SINCE).isoformat(),
        )


def main(areas: int) -> None:
    """Prepare the stores that the environment names and fill the record."""
    now = datetime.now(UTC)
    nation = Nation(areas, now.date())
    with step(f"Generating a nation of {areas} areas with {areas * PLANS} plans"):
        fill(nation.before(), now - BEFORE)
        fill(nation.since(), now - SINCE)


if __name__ == "__main__":
    main(int(sys.argv[1]))
