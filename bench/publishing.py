"""Publishing a meeting of twenty items and sixty files, and a thousand publications verified."""

import os
import random
import tempfile
import time
import uuid
from datetime import UTC, datetime, timedelta

os.environ["CLEARDAYS_DATA"] = tempfile.mkdtemp(prefix="cleardays-bench-")

from cleardays.cli.prepare import prepare
from cleardays.cli.process import start_django

start_django()
prepare()

from bench.council import Generator
from bench.prose import Prose
from bench.table import Figure, report
from cleardays.door.ahead import render_ahead
from cleardays.door.drain import drain
from cleardays.record.log import append
from cleardays.record.models import Entry
from cleardays.record.verify import verify
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts.models import User
from cleardays.workroom.meetings import actions as meetings
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.people.models import Committee, Organisation
from cleardays.workroom.reports import actions as reports
from cleardays.workroom.reports.parts import Parts

ITEMS, APPENDICES, PUBLICATIONS = 20, 2, 1_000
AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
WORDS = Prose(random.Random(3))


def officer(name: str, council: Organisation) -> Viewer:
    user = User.objects.create_user(f"{name}@bench.example", None, post=name, organisation=council)
    return Viewer(name, user.pk, everywhere=frozenset(Permission))


def meeting_with_papers(committee: Committee, first: Viewer, second: Viewer) -> Meeting:
    """Call a meeting; give each item a cleared report with appendices, every file another."""
    day = (AT + timedelta(days=30)).date()
    notice = {"time": AT.time(), "place": "Town Hall"}
    meeting = meetings.create_meeting(committee, day=day, by=first, at=AT, **notice)
    for n in range(ITEMS):
        parts = Parts(
            title=f"{WORDS.title()} {n}",
            recommendations=(f"<p>{WORDS.title(20)}</p>",),
            background=WORDS.paragraph() * 4,
            background_papers_stated=True,
        )
        paper = reports.create(committee, parts, by=first, at=AT)
        for k in range(APPENDICES):
            pieces = [f"street,lamps\n{WORDS.title(40)},{n * APPENDICES + k}\n".encode()]
            new = reports.NewAppendix(f"Appendix {k + 1}", "Figures", pieces, f"{n}-{k}.csv")
            reports.add_appendix(paper, new, by=first, at=AT)
        reports.submit_for_clearance(paper, by=first, at=AT)
        reports.clear(paper, by=second, at=AT)
        paper.refresh_from_db()
        meetings.add_item(meeting, parts.title, report=paper, by=first, at=AT)
    return meeting


def publishing() -> list[Figure]:
    """Time the click and the door; the PDFs were made ahead by the worker, as in life."""
    council = Organisation.objects.create(name="Bench Council", slug="bench")
    committee = Committee.objects.create(organisation=council, name="Bench", slug="bench")
    first, second = officer("First officer", council), officer("Second officer", council)
    meeting = meeting_with_papers(committee, first, second)
    began = time.perf_counter()
    while render_ahead():
        pass
    ahead = time.perf_counter() - began
    meetings.release(meeting, by=second, at=AT)
    began = time.perf_counter()
    meetings.publish(meeting, by=first, at=AT)
    clicked = time.perf_counter() - began
    drain()
    whole = time.perf_counter() - began
    published = Entry.objects.filter(doc_type="report").count()
    if published != ITEMS:
        raise RuntimeError(f"{published} of {ITEMS} reports were published")
    return [
        Figure(f"publishing {ITEMS} items with {ITEMS * (APPENDICES + 1)} files", whole, "s", 1),
        Figure("of which the officer waits", clicked, "s"),
        Figure(f"the {ITEMS} PDFs, made ahead by the worker", ahead, "s"),
    ]


def verifying() -> list[Figure]:
    """Time a walk over a record of a thousand publications in a row, each on its own."""
    papers = (one for one in Generator(PUBLICATIONS).documents() if one.doc_type == "report")
    began = time.perf_counter()
    for paper in papers:
        append(paper, origin=uuid.uuid4(), at=AT)
    appended = time.perf_counter() - began
    began = time.perf_counter()
    verdict = verify()
    walked = time.perf_counter() - began
    if not verdict.is_sound or verdict.entries < PUBLICATIONS:
        raise RuntimeError(f"{verdict.entries} entries: {verdict.problem}")
    return [
        Figure(f"verifying {verdict.entries:,} publications with their files", walked, "s", 2),
        Figure(f"{PUBLICATIONS:,} publications in a row", appended, "s"),
    ]


if __name__ == "__main__":
    report([*publishing(), *verifying()])
