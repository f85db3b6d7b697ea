"""The meetings of the demonstration: those that were held, and the invented ones to come."""

from datetime import date, timedelta

from django.utils.timezone import localdate

from cleardays.cli.demonstration import story
from cleardays.cli.demonstration.people import Clock, Council
from cleardays.cli.demonstration.story import Coming, Item
from cleardays.workroom.meetings import actions as meetings
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.people.calendars import calendar_of
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.reports.models import Report

A_WEEK = timedelta(weeks=1)


def enter_held(council: Council, reports: dict[str, Report], clock: Clock) -> None:
    """Enter the meetings that were held, with what came of them."""
    officer = council.viewers["officer"]
    for told in story.held():
        meeting = meetings.create_meeting(
            council.committees[told.committee], day=told.day, by=officer, at=clock(), **told.facts
        )
        for item in told.items:
            added = _add(meeting, item, reports, council, clock)
            meetings.record_outcome(added, item.outcome, by=officer, at=clock())
        _publish(meeting, council, clock)


def invent_coming(council: Council, reports: dict[str, Report], clock: Clock) -> None:
    """Invent the meetings to come: one is published, the other waits for its release."""
    officer = council.viewers["officer"]
    for invented in story.coming():
        committee = council.committees[invented.committee]
        day = first_day(invented, localdate(clock()), committee.organisation)
        meeting = meetings.create_meeting(
            committee, day=day, is_invented=True, by=officer, at=clock(), **invented.facts
        )
        for item in invented.items:
            _invent(meeting, item, reports, council, clock)
        if invented.is_published:
            _publish(meeting, council, clock)
        else:
            meetings.ask_for_release(meeting, by=officer, at=clock())


def first_day(invented: Coming, today: date, council: Organisation) -> date:
    """Return the first such weekday so many weeks ahead on which the council works."""
    earliest = today + invented.weeks_ahead * A_WEEK
    day = earliest + timedelta(days=(invented.weekday - earliest.weekday()) % 7)
    calendar = calendar_of(council)
    while not calendar.is_working_day(day):
        day += A_WEEK
    return day


def _add(
    meeting: Meeting, item: Item, reports: dict[str, Report], council: Council, clock: Clock
) -> AgendaItem:
    officer = council.viewers["officer"]
    added = meetings.add_item(
        meeting,
        item.title,
        to_follow=item.to_follow,
        is_invented=meeting.is_invented,
        by=officer,
        at=clock(),
    )
    if item.report:
        meetings.attach_report(added, reports[item.report], by=officer, at=clock())
    return added


def _invent(
    meeting: Meeting, item: Item, reports: dict[str, Report], council: Council, clock: Clock
) -> None:
    added = _add(meeting, item, reports, council, clock)
    if secret := item.exempt:
        meetings.mark_exempt(
            added,
            private_title=secret.private_title,
            public_title=item.title,
            paragraphs=secret.paragraphs,
            reasoning=secret.reasoning,
            review_on=meeting.day + secret.review_weeks_after * A_WEEK,
            by=council.viewers["officer"],
            at=clock(),
        )


def _publish(meeting: Meeting, council: Council, clock: Clock) -> None:
    """Publish with the two people whom every publication needs."""
    meetings.release(meeting, by=council.viewers["deputy"], at=clock())
    meetings.publish(meeting, by=council.viewers["officer"], at=clock())
