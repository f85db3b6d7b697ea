"""A council of any size, the same for the same seed: documents straight into the record."""

import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from cleardays.cli.prepare import prepare
from cleardays.cli.process import start_django, step

start_django()
prepare()

from bench.addresses import COMMITTEES, meeting_ref
from bench.filling import fill
from bench.prose import Prose
from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.common import FileLink, Link, OfficeCalendar
from cleardays.record.schemas.meeting import IssueDocument, ItemDocument, MeetingDocument
from cleardays.record.schemas.report import ReportDocument

FIRST_DAY = date(2010, 1, 4)
RECORDED_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class Generator:
    """Documents from a seed. ``meetings`` of ``items`` items; every meeting's first item has its
    report as a document of its own, the others link to it, so that size grows with meetings."""

    def __init__(self, meetings: int, items: int = 10, seed: int = 2018) -> None:
        self.meetings, self.items = meetings, items
        self.random = random.Random(seed)
        self.prose = Prose(self.random)

    def documents(self) -> Iterator[CommitteeDocument | MeetingDocument | ReportDocument]:
        """Yield committees, then each meeting's report and the meeting."""
        committees = [self._committee(n) for n in range(COMMITTEES)]
        yield from committees
        for n in range(self.meetings):
            committee = committees[n % COMMITTEES]
            day = FIRST_DAY + timedelta(days=(n * 6000) // self.meetings)
            report = self._report(n, committee, day)
            yield report
            yield self._meeting(n, committee, day, report)

    def _committee(self, n: int) -> CommitteeDocument:
        return CommitteeDocument(
            ref=f"committees/c{n}",
            name=f"{self.prose.title(2)} Committee {n}",
            council="Bench Council",
            kind="scrutiny",
            kind_name="Overview and scrutiny committee",
            is_bound_by_part_va=True,
            purpose=self.prose.title(20),
        )

    def _report(self, n: int, committee: CommitteeDocument, day: date) -> ReportDocument:
        return ReportDocument(
            ref=f"reports/r{n}",
            title=self.prose.title(),
            council=committee.council,
            committee_link=Link(committee.ref, committee.name),
            meeting_date=day.isoformat(),
            electoral_divisions=("All Divisions",),
            executive_summary=self.prose.paragraph(),
            recommendations=(self.prose.title(20), self.prose.title(20)),
            background=self.prose.paragraph() * 3,
            background_papers_stated=True,
        )

    def _meeting(
        self, n: int, committee: CommitteeDocument, day: date, report: ReportDocument
    ) -> MeetingDocument:
        published = datetime.combine(day - timedelta(days=9), datetime.min.time(), UTC)
        return MeetingDocument(
            ref=meeting_ref(n),
            committee_link=Link(committee.ref, committee.name),
            council=committee.council,
            name=committee.name,
            date=day.isoformat(),
            time="10:30",
            precision="day",
            date_words="",
            place="Committee Room A",
            status="scheduled",
            sequence=0,
            is_bound_by_part_va=True,
            calendar=OfficeCalendar(),
            items=tuple(self._item(k, report) for k in range(1, self.items + 1)),
            issues=(IssueDocument(1, "agenda", "Agenda", published.isoformat()),),
        )

    def _item(self, number: int, report: ReportDocument) -> ItemDocument:
        sha256 = f"{self.random.getrandbits(256):064x}"
        file = FileLink(
            "pdf", "The report as a PDF", "report.pdf", sha256, "application/pdf", 90000, 6
        )
        return ItemDocument(
            number=str(number),
            title=self.prose.title(),
            report=Link(report.ref, report.title),
            report_version=1,
            files=(file,),
            papers_added_in=1,
        )


def main(meetings: int) -> None:
    """Prepare the stores that the environment names and fill the record."""
    with step(f"Generating a council of {meetings:,} meetings"):
        fill(Generator(meetings).documents(), RECORDED_AT)


if __name__ == "__main__":
    main(int(sys.argv[1]))
