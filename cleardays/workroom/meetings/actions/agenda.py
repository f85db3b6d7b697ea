"""Adding, ordering and changing the items of an agenda."""

from datetime import datetime

from django.db import transaction
from django.db.models import Case, F, Value, When
from django.utils.timezone import localdate

from cleardays.law.notice import CLEAR_DAYS, OPEN_PAPERS, is_late
from cleardays.law.wording import clear_days_in_words
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.meetings.locking import hold, hold_item, refuse_before_held
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.meetings.recording import record_change, record_place
from cleardays.workroom.people.calendars import calendar_of
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.engine import Refused

FOR_ORDER = "numbers run on past items of every kind"
OUT_OF_THE_WAY = 10_000
LONGEST = 500


@transaction.atomic
def add_item(
    meeting: Meeting,
    title: str,
    *,
    by: Viewer,
    at: datetime,
    report: Report | None = None,
    to_follow: bool = False,
    is_invented: bool = False,
) -> AgendaItem:
    """Add an item at the end. On a published agenda it is an addition, and due for an issue."""
    held = hold(meeting, Permission.EDIT_AGENDA, by=by)
    if report:
        _require_seen(report, by)
    item = AgendaItem(report=report, to_follow=to_follow and not report, is_invented=is_invented)
    append(held, item, title)
    said = f"added item {item.position}, “{item.public_title}”"
    record_change("add-item", held, said, by=by, at=at)
    if report:
        record_place(report, held, is_on=True, by=by, at=at)
    return item


@transaction.atomic
def late_item(
    meeting: Meeting,
    title: str,
    *,
    chair: str,
    special_circumstances: str,
    by: Viewer,
    at: datetime,
) -> AgendaItem:
    """Add one that the chair holds urgent for special circumstances (s 100B(4)(b))."""
    held = hold(meeting, Permission.EDIT_AGENDA, by=by)
    if held.state == Meeting.State.DRAFT and not held.is_entered_later:
        raise Refused("The agenda is not published yet: add the item in the ordinary way")
    _refuse_urgency(held, chair, special_circumstances)
    _refuse_what_is_in_time(held, "Add it to the agenda as an ordinary item", at)
    item = AgendaItem(urgency_chair=chair.strip(), urgency_reason=special_circumstances.strip())
    append(held, item, title)
    record_change(
        "add-late-item",
        held,
        f"added late item {item.position}, “{item.public_title}”, held urgent by {chair.strip()}",
        by=by,
        at=at,
        reason=special_circumstances,
    )
    return item


@transaction.atomic
def accept_as_urgent(
    item: AgendaItem, *, chair: str, special_circumstances: str, by: Viewer, at: datetime
) -> AgendaItem:
    """Record the chair's special circumstances for an item, or its paper, that comes late."""
    held = hold_item(item, Permission.EDIT_AGENDA, by=by)
    _refuse_urgency(held.meeting, chair, special_circumstances)
    _refuse_what_is_in_time(held.meeting, "The item needs no such reason", at)
    held.urgency_chair, held.urgency_reason = chair.strip(), special_circumstances.strip()
    held.save(update_fields=["urgency_chair", "urgency_reason"])
    said = f"recorded that {held.urgency_chair} holds item {held.position} urgent"
    record_change(
        "accept-as-urgent", held.meeting, said, by=by, at=at, reason=special_circumstances
    )
    return held


@transaction.atomic
def move_item(item: AgendaItem, to: int, *, by: Viewer, at: datetime) -> AgendaItem:
    """Move an item to a place, counted from 1. What is published keeps its number."""
    held = hold_item(item, Permission.EDIT_AGENDA, by=by)
    order = list(AgendaItem.objects.unrestricted(because=FOR_ORDER).on(held.meeting))
    fixed = sum(1 for one in order if one.added_in)
    if held.added_in:
        raise Refused(
            f"Item {held.position} is published and keeps its number: take items in another order"
            " at the meeting itself"
        )
    place = min(max(to, fixed + 1), len(order))
    if place == held.position:
        return held
    before = held.position
    _renumber(held.meeting, [one.pk for one in order], held.pk, place)
    held.position = place
    direction = "up" if place < before else "down"
    said = f"moved item {before} {direction} to {place}, “{held.public_title}”"
    record_change("move-item", held.meeting, said, by=by, at=at)
    return held


@transaction.atomic
def change_item(
    item: AgendaItem,
    *,
    by: Viewer,
    at: datetime,
    public_title: str | None = None,
    to_follow: bool | None = None,
    reason: str = "",
) -> AgendaItem:
    """Change an item's public title, or whether its report is to follow."""
    held = hold_item(item, Permission.EDIT_AGENDA, by=by)
    title = held.public_title if public_title is None else titled(public_title)
    follows = held.to_follow if to_follow is None else to_follow
    if (title, follows) == (held.public_title, held.to_follow):
        return held
    if held.added_in and not reason.strip():
        raise Refused(f"Item {held.position} is published: say why it changes")
    if follows and held.report_id:
        raise Refused(f"Item {held.position} has its report: nothing is to follow")
    said = []
    if title != held.public_title:
        said.append(f"changed the title of item {held.position} to “{title}”")
    if follows != held.to_follow:
        words = "to follow" if follows else "no longer to follow"
        said.append(f"marked the report for item {held.position} as {words}")
    held.public_title, held.to_follow = title, follows
    held.save(update_fields=["public_title", "to_follow"])
    record_change("change-item", held.meeting, " and ".join(said), by=by, at=at, reason=reason)
    return held


@transaction.atomic
def remove_item(item: AgendaItem, *, by: Viewer, at: datetime) -> None:
    """Take an item off an agenda that has not been published with it."""
    held = hold_item(item, Permission.EDIT_AGENDA, by=by)
    if held.added_in:
        raise Refused(
            f"Item {held.position} is published and stays on the agenda: say in its title or its"
            " outcome that it was withdrawn"
        )
    said = f"took item {held.position} off, “{held.public_title}”"
    meeting, place = held.meeting, held.position
    everything = AgendaItem.objects.unrestricted(because=FOR_ORDER)
    everything.filter(pk=held.pk).delete()
    following = everything.filter(meeting=meeting, position__gt=place).order_by("position")
    for one in following:
        everything.filter(pk=one.pk).update(position=F("position") - 1)
    record_change("remove-item", meeting, said, by=by, at=at)
    if held.report:
        record_place(held.report, meeting, is_on=False, by=by, at=at)


@transaction.atomic
def attach_report(item: AgendaItem, report: Report, *, by: Viewer, at: datetime) -> AgendaItem:
    """Put a report on an item. The same report may be on many agendas."""
    held = hold_item(item, Permission.EDIT_AGENDA, by=by)
    _require_seen(report, by)
    if held.report_id == report.pk:
        return held
    if held.report:
        record_place(held.report, held.meeting, is_on=False, by=by, at=at)
    held.report, held.to_follow = report, False
    held.save(update_fields=["report", "to_follow"])
    said = f"put a report on item {held.position}, “{held.public_title}”"
    record_change("attach-report", held.meeting, said, by=by, at=at, after={"report": report.slug})
    record_place(report, held.meeting, is_on=True, by=by, at=at)
    return held


@transaction.atomic
def detach_report(item: AgendaItem, *, by: Viewer, at: datetime) -> AgendaItem:
    """Take a report off an item again, if it was not published there."""
    held = hold_item(item, Permission.EDIT_AGENDA, by=by)
    if held.report is None:
        return held
    if held.added_in and held.is_open and held.report.is_published:
        raise Refused(
            f"The report for item {held.position} is published: recall it if it may not be"
        )
    report, before = held.report, {"report": held.report.slug}
    held.report = None
    held.save(update_fields=["report"])
    said = f"took the report off item {held.position}"
    record_change("detach-report", held.meeting, said, by=by, at=at, before=before)
    record_place(report, held.meeting, is_on=False, by=by, at=at)
    return held


@transaction.atomic
def record_outcome(item: AgendaItem, outcome: str, *, by: Viewer, at: datetime) -> AgendaItem:
    """Record what was resolved. It is public with the next issue."""
    held = hold_item(item, Permission.EDIT_AGENDA, by=by)
    if not held.added_in and not held.meeting.is_entered_later:
        raise Refused("Publish the agenda with this item before recording what was resolved")
    refuse_before_held(held.meeting, "resolved", at)
    said = f"{'changed' if held.outcome else 'recorded'} the outcome of item {held.position}"
    held.outcome = outcome.strip()
    held.save(update_fields=["outcome"])
    record_change("record-outcome", held.meeting, said, by=by, at=at)
    return held


def append(meeting: Meeting, item: AgendaItem, title: str) -> None:
    """Give a new item the next number, whatever stands before it."""
    everything = AgendaItem.objects.unrestricted(because=FOR_ORDER).on(meeting)
    item.meeting, item.public_title = meeting, titled(title)
    item.position = everything.count() + 1
    item.save()


def titled(title: str) -> str:
    """Return a title on one line; refuse one that is empty or does not fit."""
    words = " ".join(title.split())
    if not words:
        raise Refused("Give the item a title")
    if len(words) > LONGEST:
        raise Refused(f"Keep the title of an item to {LONGEST} characters")
    return words


def _require_seen(report: Report, by: Viewer) -> None:
    if not Report.objects.visible_to(by).filter(pk=report.pk).exists():
        raise NotAllowed(f"{by.name} may not use that report")


def _refuse_urgency(meeting: Meeting, chair: str, special_circumstances: str) -> None:
    if meeting.committee.kind == Committee.Kind.EXECUTIVE:
        raise Refused(
            "An executive takes no late item on its chair's word (SI 2012/2089, regs 10–11): use"
            " the general exception or special urgency"
        )
    if not chair.strip():
        raise Refused(
            "Say which chair of the meeting, by post, holds this urgent (Local Government Act"
            " 1972, s.100B(4)(b))"
        )
    if not special_circumstances.strip():
        raise Refused(
            "Record the special circumstances that make this urgent, for the minutes (Local"
            " Government Act 1972, s.100B(4)(b))"
        )


def _refuse_what_is_in_time(meeting: Meeting, instead: str, at: datetime) -> None:
    """Refuse urgency for what can still be public in time: nobody has to hold it urgent."""
    if meeting.is_entered_later or not meeting.committee.is_bound_by_part_va:
        return
    calendar = calendar_of(meeting.committee.organisation)
    if is_late(localdate(at), meeting.day, calendar, convened=meeting.convened_on):
        return
    raise Refused(
        f"This is not late: published today it is public {clear_days_in_words(CLEAR_DAYS)} before"
        f" the meeting, or from when that was called ({OPEN_PAPERS.authority}). {instead}"
    )


def _renumber(meeting: Meeting, order: list[int], moved: int, place: int) -> None:
    """Write the new places in two steps, as no two items may stand in one place meanwhile."""
    order.remove(moved)
    order.insert(place - 1, moved)
    items = AgendaItem.objects.unrestricted(because=FOR_ORDER).filter(meeting=meeting)
    items.update(position=F("position") + OUT_OF_THE_WAY)
    places = [When(pk=key, then=Value(number)) for number, key in enumerate(order, 1)]
    items.update(position=Case(*places))
