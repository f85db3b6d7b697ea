"""Meetings on their way: made by actions, so that only possible states are tested."""

from datetime import UTC, date, datetime, time

from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from tests.factories.people import make_committee
from tests.factories.reports import make_cleared_report

# A Tuesday; the agenda is due on the Monday of the week before, five clear days earlier.
DAY = date(2026, 3, 17)
EARLY = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
IN_TIME = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
TOO_LATE = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)
AFTER = datetime(2026, 3, 18, 10, 0, tzinfo=UTC)

# What the public notice of a meeting has to say besides its day.
NOTICE = {"time": time(10, 30), "place": "Lampton House"}

PRIVATE = {"private_title": "Lease of the mill to Quillfeather", "public_title": "A lease"}
GROUNDS = {
    **PRIVATE,
    "paragraphs": [3],
    "reasoning": "The price would suffer.",
    "review_on": date(2027, 3, 1),
}


def seen_by(user):
    """Return the viewer that the user is in the time of these tests."""
    return viewer_of(user, IN_TIME.date())


def make_meeting(clerk, committee, *items, day=DAY, at=EARLY, **details) -> Meeting:
    """Call a meeting with items of these titles."""
    said = {**NOTICE, **details}
    meeting = actions.create_meeting(committee, day=day, by=seen_by(clerk), at=at, **said)
    for title in items:
        actions.add_item(meeting, title, by=seen_by(clerk), at=at)
    return meeting


def items_of(meeting) -> list[AgendaItem]:
    return list(AgendaItem.objects.unrestricted(because="a test looks").on(meeting))


def fresh(meeting) -> Meeting:
    return Meeting.objects.unrestricted(because="a test looks").get(pk=meeting.pk)


def publish(meeting, clerk, deputy, at=IN_TIME) -> Meeting:
    """Let the deputy release and the clerk publish what there is."""
    actions.release(meeting, by=seen_by(deputy), at=at)
    actions.publish(fresh(meeting), by=seen_by(clerk), at=at)
    return fresh(meeting)


def make_published(clerk, deputy, committee, *items, **details) -> Meeting:
    titles = items or ("Apologies",)
    return publish(make_meeting(clerk, committee, *titles, **details), clerk, deputy)


def attach(item, author, clearer, clerk, at=EARLY, **parts):
    """Put a cleared report of the author's on the item, and return it."""
    report = make_cleared_report(author, clearer, item.meeting.committee, **parts)
    actions.attach_report(item, report, by=seen_by(clerk), at=at)
    return report


def make_executive():
    return make_committee(kind="executive", name="Cabinet")
