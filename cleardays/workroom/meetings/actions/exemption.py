"""Keeping an item from the public, and opening it again. Private words never reach the journal."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NotRequired, TypedDict, Unpack

from django.db import transaction

from cleardays.law.exclusion import Secrecy
from cleardays.law.exemption import (
    PUBLIC_INTEREST,
    NotAParagraph,
    may_every_member_see,
    paragraph,
)
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.meetings.actions.agenda import append, titled
from cleardays.workroom.meetings.locking import hold, hold_item
from cleardays.workroom.meetings.models import AgendaItem, Exemption, Meeting
from cleardays.workroom.meetings.recording import record_change
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.engine import Refused

FOR_DECISION = "a decision ends the one before it"


class Titles(TypedDict):
    """The title for those who may see it, and the one for everybody."""

    private_title: str
    public_title: str


class Grounds(Titles):
    """Why an item is exempt.

    ``paragraphs`` are numbers of Schedule 12A, ``reasoning`` weighs the public interest (para 10),
    ``review_on`` is when to ask again. ``is_negotiation`` says that it holds terms of a contract
    under negotiation, which members see only on a need to know; so it is unless denied.
    ``only_for`` are the members of the committee, by post, who need to know; none named is all.
    """

    paragraphs: Collection[str | int]
    reasoning: str
    review_on: NotRequired[date | None]
    is_negotiation: NotRequired[bool]
    only_for: NotRequired[Collection[str]]


@transaction.atomic
def mark_exempt(
    item: AgendaItem, *, by: Viewer, at: datetime, **grounds: Unpack[Grounds]
) -> AgendaItem:
    """Keep an item exempt under Schedule 12A: by which paragraphs, on what reasoning."""
    held = hold_item(item, Permission.MARK_EXEMPT, by=by)
    by.require(Permission.SEE_EXEMPT, held.meeting.committee_id)
    _refuse_if_published(held)
    _exempt(held, grounds, by=by, at=at)
    said = f"marked item {held.position} exempt under paragraph {held.exempt_under}"
    record_change("mark-exempt", held.meeting, said, by=by, at=at)
    return held


@transaction.atomic
def add_exempt_item(
    meeting: Meeting, *, by: Viewer, at: datetime, **grounds: Unpack[Grounds]
) -> AgendaItem:
    """Add an item that is exempt from the start: its private title is never an open one."""
    held = hold(meeting, Permission.MARK_EXEMPT, by=by)
    by.require(Permission.EDIT_AGENDA, held.committee_id)
    item = AgendaItem()
    append(held, item, grounds["public_title"])
    _exempt(item, grounds, by=by, at=at)
    said = f"added item {item.position}, exempt under paragraph {item.exempt_under}"
    record_change("add-exempt-item", item.meeting, said, by=by, at=at)
    return item


@transaction.atomic
def mark_confidential(
    item: AgendaItem, *, secrecy: Secrecy, by: Viewer, at: datetime, **titles: Unpack[Titles]
) -> AgendaItem:
    """Keep an item as confidential information (s 100A(3)): no vote and no weighing."""
    held = hold_item(item, Permission.MARK_EXEMPT, by=by)
    by.require(Permission.SEE_EXEMPT, held.meeting.committee_id)
    _refuse_if_published(held)
    if not secrecy.is_confidential:
        raise Refused("Say which law: a government department's terms, or an enactment or order")
    _end_decision(held, at)
    held.is_confidential, held.exempt_under = True, ""
    _decide(held, titles, paragraphs="", reasoning=str(secrecy), by=by, at=at)
    record_change(
        "mark-confidential",
        held.meeting,
        f"marked item {held.position} confidential",
        by=by,
        at=at,
    )
    return held


@transaction.atomic
def mark_open(item: AgendaItem, *, reason: str, by: Viewer, at: datetime) -> AgendaItem:
    """Open an item again. Its report stays exempt until somebody opens that as well."""
    held = hold_item(item, Permission.MARK_EXEMPT, by=by)
    by.require(Permission.SEE_EXEMPT, held.meeting.committee_id)
    if held.is_open:
        return held
    if not reason.strip():
        raise Refused("Say why this no longer has to be kept from the public")
    _end_decision(held, at)
    held.exempt_under, held.is_confidential = "", False
    held.save(update_fields=["exempt_under", "is_confidential"])
    record_change(
        "mark-open", held.meeting, f"marked item {held.position} open", by=by, at=at, reason=reason
    )
    return held


def _exempt(item: AgendaItem, grounds: Grounds, *, by: Viewer, at: datetime) -> None:
    numbers = _numbers(grounds["paragraphs"])
    if not grounds["reasoning"].strip():
        raise Refused(
            "Say why the public interest in keeping this exempt outweighs that in disclosing"
            f" ({PUBLIC_INTEREST.authority})"
        )
    is_negotiation = grounds.get("is_negotiation", True)
    to_all = may_every_member_see(numbers, is_negotiation=is_negotiation)
    posts = list(dict.fromkeys(filter(None, map(_on_one_line, grounds.get("only_for", ())))))
    if posts and to_all.value:
        raise Refused(
            f"The law opens this to every member ({to_all.rule.authority}): name no posts for it"
        )
    _end_decision(item, at)
    item.exempt_under, item.is_confidential = ",".join(map(str, numbers)), False
    decision = _decide(
        item, grounds, paragraphs=item.exempt_under, reasoning=grounds["reasoning"], by=by, at=at
    )
    decision.review_on = grounds.get("review_on")
    decision.is_negotiation = is_negotiation
    decision.is_open_to_members = to_all.value
    decision.only_for = "\n".join(["", *posts, ""]) if posts else ""
    changed = ["review_on", "is_negotiation", "is_open_to_members", "only_for"]
    decision.save(update_fields=changed)


def _on_one_line(post: str) -> str:
    return " ".join(post.split())


def _decide(
    item: AgendaItem,
    titles: Titles,
    *,
    paragraphs: str,
    reasoning: str,
    by: Viewer,
    at: datetime,
) -> Exemption:
    """Write the decision, and hold the item's report back with it."""
    private, public = titled(titles["private_title"]), titled(titles["public_title"])
    if private.casefold() == public.casefold():
        raise Refused("Give the item a public title of its own, which gives nothing exempt away")
    item.public_title = public
    item.save(update_fields=["public_title", "exempt_under", "is_confidential"])
    _hold_back_report(item, by=by, at=at)
    return Exemption.objects.create(
        item=item,
        private_title=private,
        paragraphs=paragraphs,
        public_interest_reasoning=reasoning.strip(),
        decided_by=by.name,
        decided_at=at,
    )


def _hold_back_report(item: AgendaItem, *, by: Viewer, at: datetime) -> None:
    """Mark the report exempt as its item is; one that is already keeps its own paragraphs."""
    report = item.report
    if report is None or report.is_exempt:
        return
    reports = Report.objects.unrestricted(because="it is held back with its item")
    reports.filter(pk=report.pk).update(is_exempt=True, exempt_under=item.exempt_under)
    said = "marked the report as exempt, with the agenda item that it is on"
    log.record("mark-report", report, said, by=by, at=at, committee_id=report.committee_id)


def _numbers(paragraphs: Collection[str | int]) -> list[int]:
    try:
        numbers = sorted({paragraph(number) for number in paragraphs})
    except NotAParagraph as why:
        raise Refused(str(why)) from why
    if not numbers:
        raise Refused("Name the paragraph of Schedule 12A under which this is exempt")
    return numbers


def _end_decision(item: AgendaItem, at: datetime) -> None:
    everything = Exemption.objects.unrestricted(because=FOR_DECISION)
    everything.in_force().filter(item=item).update(ended_at=at)


def _refuse_if_published(item: AgendaItem) -> None:
    """What is public is not made secret by a mark: it has to be recalled first."""
    if item.is_open and item.added_in and item.report and item.report.is_published:
        raise Refused(
            f"The report for item {item.position} is already public: recall the report first, then"
            " mark the item"
        )
