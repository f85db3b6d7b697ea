"""The people of the council of the leak test, and what they do, by the actions of the workroom."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from django.test import TestCase

from cleardays.door.drain import drain
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.roles import RoleName
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts import actions as accounts
from cleardays.workroom.accounts.models import User
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.meetings import actions as meetings
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.people import actions as people
from cleardays.workroom.people.models import Committee, Organisation
from cleardays.workroom.reports import actions as reports
from cleardays.workroom.reports.models import Report
from cleardays.workroom.reports.parts import Parts
from tests.factories.meetings import NOTICE
from tests.leaks.canaries import Words

# The clock of the tests; everything was done in the hours before, each deed in its own moment.
NOW = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
MORNING = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
COMING, DRAFTED, PAST = date(2026, 3, 24), date(2031, 1, 7), date(2018, 3, 5)
SETTING_UP = Viewer(
    "Clear Days", everywhere=frozenset({Permission.MANAGE_BODIES, Permission.MANAGE_USERS})
)
ITEM = "meetings.AgendaItem"


def days_from(first: date) -> Iterator[date]:
    """Yield a day for each meeting."""
    return (first + timedelta(days=number) for number in count())


@dataclass
class House:
    """A council with one committee, and a clock that moves on with each deed."""

    canaries: Words
    robins: Words
    committee: Committee
    clerk: Viewer
    deputy: Viewer
    author: Viewer
    clearer: Viewer
    moments: Iterator[int] = field(default_factory=count)
    coming: Iterator[date] = field(default_factory=lambda: days_from(COMING))
    drafted: Iterator[date] = field(default_factory=lambda: days_from(DRAFTED))
    past: Iterator[date] = field(default_factory=lambda: days_from(PAST))

    @classmethod
    def open(cls, canaries: Words, robins: Words) -> "House":
        """Enter the council, its committee, and whoever works there."""
        name, purpose, note = (
            robins.word(f"people.Committee.{one}", "the committee")
            for one in ("name", "purpose", "note")
        )
        council = people.create_organisation("Lampton Borough Council", by=SETTING_UP, at=NOW)
        committee = people.create_committee(
            council, f"Lamps Committee {name}", slug="lamps", by=SETTING_UP, at=NOW
        )
        changed = {"purpose": f"Looks after {purpose}.", "note": f"Known for {note}."}
        sources = [f"https://example.org/{robins.word('people.Committee.sources', 'it')}"]
        people.change_committee(committee, sources=sources, by=SETTING_UP, at=NOW, **changed)
        posts = {"clerk": "democratic-services", "deputy": "democratic-services"}
        posts |= {"author": "author", "clearer": "clearer"}
        staff = {
            post: enter(post, role, council, canaries, committee=committee)
            for post, role in posts.items()
        }
        return cls(canaries, robins, committee, **staff)

    def now(self) -> datetime:
        """Return the next moment: what is published goes out in its order."""
        return MORNING + timedelta(seconds=next(self.moments))

    def at(self, day: date) -> datetime:
        """Return the morning of a day, for what is only done then."""
        return datetime.combine(day, MORNING.timetz())

    def user(self, who: Viewer) -> User:
        return User.objects.get(pk=who.user_id)

    def signed(self, who: Viewer, signature: str) -> Viewer:
        """Return the same person under a name of its own, so that what they sign can be told."""
        return replace(who, name=f"Officer {self.canaries.word(signature, 'a signature')}")

    def file(self, content: bytes, name: str) -> StoredFile:
        return documents.keep_file([content], name, by=self.author, at=self.now())

    def report(self, parts: Parts, *, original: StoredFile | None = None) -> Report:
        """Begin a report."""
        by = self.signed(self.author, "reports.ReportVersion.made_by")
        why = self.canaries.word("reports.ReportVersion.why", "every first version")
        return reports.create(
            self.committee, parts, original=original, why=why, by=by, at=self.now()
        )

    def cleared(self, report: Report) -> Report:
        """Take a report through clearance."""
        reports.submit_for_clearance(report, by=self.author, at=self.now())
        return reports.clear(report, by=self.clearer, at=self.now())

    def appendix(self, report: Report, label: str, title: str, content: bytes, name: str, **more):
        if more.get("exempt_under"):
            why = self.canaries.word("reports.Appendix.exempt_reasoning", "an exempt appendix")
            more["reasoning"] = f"Bidders must not learn of {why}."
        given = reports.NewAppendix(label, title, [content], name, **more)
        added = reports.add_appendix(report, given, by=self.author, at=self.now())
        if not more.get("exempt_under"):
            return added
        found = [self.canaries.word("reports.Appendix.obstacles", "an exempt appendix")]
        return reports.note_obstacles(added, found, by=self.author, at=self.now())

    def meeting(self, day: date, **details: Any) -> Meeting:
        said = {**NOTICE, **details}
        return meetings.create_meeting(
            self.committee, day=day, by=self.clerk, at=self.now(), **said
        )

    def item(self, meeting: Meeting, title: str, report: Report | None = None) -> AgendaItem:
        return meetings.add_item(meeting, title, report=report, by=self.clerk, at=self.now())

    def agenda(self, report: Report | None = None, **details: Any) -> Meeting:
        """Publish a meeting with one item."""
        meeting = self.meeting(next(self.coming), **details)
        self.item(meeting, "More lamps", self.cleared(report) if report else None)
        self.publish(meeting)
        return meeting

    def publish(self, meeting: Meeting, note: str | None = None) -> None:
        """Let the deputy release and the clerk publish what there is."""
        meetings.release(meeting, note=note, by=self.deputy, at=self.now())
        by = self.signed(self.clerk, "meetings.AgendaVersion.published_by")
        meetings.publish(meeting, by=by, at=self.now())
        meeting.refresh_from_db()

    def carry(self) -> None:
        """Let the door carry out what waits; what it does at the end of a transaction as well."""
        with TestCase.captureOnCommitCallbacks(using="record", execute=True):
            drain()


def enter(
    post: str,
    role: str,
    organisation: Organisation,
    canaries: Words,
    *,
    committee: Committee | None = None,
    name: str = "",
) -> Viewer:
    """Enter a user who has an address that nobody outside is told, nor the post if unnamed."""
    name = name or canaries.word("accounts.User.post", post)
    email = canaries.word("accounts.User.email", post)
    user, _ = accounts.create_user(
        f"{email}@council.example",
        f"{name} officer",
        organisation,
        password=f"a long enough password for {post}",
        by=SETTING_UP,
        at=NOW,
    )
    canaries.watch("accounts.User.password", post, User.objects.get(pk=user.pk).password)
    accounts.give_role(
        user, RoleName(role), committee=committee, since=PAST, by=SETTING_UP, at=NOW
    )
    return viewer_of(user, NOW.date())
