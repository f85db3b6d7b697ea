"""May it be published now? The questions of the law about time, and of the second pair of eyes.

The button and the deed ask the same functions, through ``meetings.workflow``.
"""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.timezone import localdate

from cleardays.law.calendar import Calendar
from cleardays.law.executive import EXECUTIVE_PAPERS
from cleardays.law.late_items import TO_FOLLOW, Urgency, breaches_of_late_item
from cleardays.law.notice import (
    NOTICE_OF_MEETING,
    OPEN_PAPERS,
    SHORTER_NOTICE,
    breaches_of_notice,
)
from cleardays.law.types import Rule
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.difference import Change
from cleardays.workroom.meetings.models import Meeting, Release
from cleardays.workroom.meetings.obstacles import Obstacle, from_breach, under
from cleardays.workroom.meetings.proof import Proof, digest_of, noted
from cleardays.workroom.meetings.snapshot import ItemSnapshot
from cleardays.workroom.people.calendars import calendar_of
from cleardays.workroom.people.models import Committee

LATE_AGENDA = (
    "Move the meeting, or if it was called later than that, say on which day it was called and"
    " publish at shorter notice."
)
LATE_ITEM = "Record the chair's special circumstances for it, or leave it for the next meeting."
LATE_DAY = "Choose a later day, or say on which day the meeting was called."


def papers_rule(committee: Committee) -> Rule:
    """Return the rule by which a committee's agenda is due."""
    is_executive = committee.kind == Committee.Kind.EXECUTIVE
    return EXECUTIVE_PAPERS if is_executive else OPEN_PAPERS


def faults_of_notice(proof: Proof, at: datetime, *, convened: date | None) -> Iterator[Obstacle]:
    """Yield what would be late. ``convened`` is the day of calling, on the short route only."""
    meeting = proof.meeting
    if meeting.is_entered_later:
        if meeting.day >= localdate(at):
            yield Obstacle(
                "Only a meeting already held can be entered later; this one is still to come",
                next_step="Take off what is stated of an earlier publication.",
            )
        return
    if not meeting.committee.is_bound_by_part_va:
        return
    calendar = calendar_of(meeting.committee.organisation)
    if proof.before is None:
        yield from _late_agenda(meeting, calendar, localdate(at), convened)
        return
    for change in proof.changes:
        yield from _late_change(change, proof, calendar, localdate(at), convened)


def _late_agenda(
    meeting: Meeting, calendar: Calendar, today: date, convened: date | None
) -> Iterator[Obstacle]:
    rule = papers_rule(meeting.committee)
    found = breaches_of_notice(today, meeting.day, calendar, convened=convened, rule=rule)
    yield from (from_breach(breach, LATE_AGENDA, remedy="call") for breach in found)


def _late_change(
    change: Change, proof: Proof, calendar: Calendar, today: date, convened: date | None
) -> Iterator[Obstacle]:
    """Yield why one change comes too late: a new day, a late item, a paper nobody announced."""
    meeting = proof.meeting
    rule = NOTICE_OF_MEETING if change.brings == "day" else papers_rule(meeting.committee)
    found = breaches_of_notice(today, meeting.day, calendar, convened=convened, rule=rule)
    if not found or not change.brings:
        return
    if change.brings == "day":
        yield from (from_breach(breach, LATE_DAY, remedy="call") for breach in found)
    elif change.item is not None:
        yield from _late_in_item(change, change.item, proof)


def _late_in_item(change: Change, item: ItemSnapshot, proof: Proof) -> Iterator[Obstacle]:
    key = next(one.pk for one in proof.items if str(one.position) == item.number)
    urgency = Urgency(item.urgency_chair, bool(item.urgency_chair), item.urgency_reason)
    is_urgent = not breaches_of_late_item(urgency)
    if change.brings == "item" and not is_urgent:
        for breach in breaches_of_late_item(urgency):
            yield from_breach(breach, LATE_ITEM, about=f"Item {item.number}", item_id=key)
    if change.brings == "papers" and not is_urgent and _was(item, proof):
        yield from _late_paper(item, key, proof)


def _was(item: ItemSnapshot, proof: Proof) -> ItemSnapshot | None:
    """Return the item as it is public now, if it is."""
    known = proof.before.items if proof.before else ()
    return next((one for one in known if one.number == item.number), None)


def _late_paper(item: ItemSnapshot, key: int, proof: Proof) -> Iterator[Obstacle]:
    """Let a paper through that was announced to follow, with a warning; refuse any other."""
    before = _was(item, proof)
    if before and before.to_follow:
        sentence = f"The report for item {item.number} follows the agenda late, as was announced"
        step = "The public certificate will show how late."
        yield under(TO_FOLLOW, sentence, step, item_id=key)
        return
    sentence = f"A paper for item {item.number} is late, and was not announced as to follow"
    yield under(papers_rule(proof.meeting.committee), sentence, LATE_ITEM, item_id=key)


def faults_of_shorter_notice(proof: Proof, at: datetime) -> Iterator[Obstacle]:
    """Yield what is wrong with a meeting called at shorter notice (s 100A(6)(a))."""
    convened = proof.meeting.convened_on
    if convened is None:
        sentence = "Nothing says on which day this meeting was called"
        step = "Say on which day, and why, it was called."
        yield under(SHORTER_NOTICE, sentence, step, remedy="call")
        return
    yield from faults_of_notice(proof, at, convened=convened)


def release_for(proof: Proof, releases: list[Release]) -> Release | None:
    """Return the first of the releases that is of exactly this proof."""
    matching = (
        one for one in releases if one.digest == digest_of(noted(proof.snapshot, one.note))
    )
    return next(matching, None)


def releases_of(meeting: Meeting) -> list[Release]:
    """Return the releases of a meeting, newest first."""
    everything = Release.objects.unrestricted(because="the post of the releaser is shown")
    return list(everything.filter(meeting=meeting).select_related("by").order_by("-at", "-pk"))


def faults_of_release(proof: Proof, viewer: Viewer) -> Iterator[Obstacle]:
    """Yield why no second person has released exactly this."""
    releases = releases_of(proof.meeting)
    others = [release for release in releases if release.by_id != viewer.user_id]
    if release_for(proof, others):
        return
    step = "Ask a second officer to read and release it."
    if release_for(proof, releases):
        sentence = "You released this yourself, and two people see every publication"
        yield Obstacle(sentence, next_step="Ask another officer to publish it.")
    elif releases and _is_newer(releases[0], proof):
        who = releases[0].by.post
        yield Obstacle(f"Something changed after {who} released it", next_step=step)
    else:
        yield Obstacle("No second person has released it", next_step=step)


def _is_newer(release: Release, proof: Proof) -> bool:
    """Say whether a release came after what is public now."""
    if proof.before is None:
        return True
    return release.at > datetime.fromisoformat(proof.before.issues[-1].at)
