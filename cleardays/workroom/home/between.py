"""What passes between a body and who keeps a plan: what came back, which dates are proposed."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.home.waiting import SHOWN, Part, Waiting
from cleardays.workroom.plans.models import Action, Proposal, Update
from cleardays.workroom.plans.models.seeing import follows, works_for

NEWS = timedelta(days=14)  # what was taken or approved is news so long; what came back stays
Sent = Update | Proposal


def sent_back(viewer: Viewer, today: date) -> Part:
    """Return what the viewer's body sent and what became of it, what came back first.

    What came back stays until the body sends something newer of the kind, or the action is over.
    """
    body = works_for(viewer)
    if body is None or follows(viewer):
        return Part("", ())
    updates = _answered(Update.objects.visible_to(viewer).filter(body=body), today)
    proposals = _answered(Proposal.objects.visible_to(viewer).filter(body=body), today)
    rows = [*_newest(updates), *_newest(proposals)]
    rows = [one for one in rows if _counts(one, today)]
    rows.sort(key=lambda one: one.answered_at or one.at, reverse=True)
    rows.sort(key=lambda one: one.state != "returned")
    return Part("What became of what you sent", [_told(one) for one in rows[:SHOWN]])


def proposed(viewer: Viewer) -> Part:
    """Return the dates that bodies proposed and that nobody has answered."""
    rows = Proposal.objects.visible_to(viewer).filter(state=Proposal.State.WAITING)
    rows = rows.select_related("action", "body", "milestone").order_by("at", "pk")
    found = [
        Waiting(
            f"{one.action.get_absolute_url()}#proposals",
            f"{one.action.ref} {one.action.title}",
            f"{one}, proposed by {one.by}, {one.body}",
        )
        for one in (rows[:SHOWN] if follows(viewer) else ())
    ]
    return Part("Dates proposed, for you to approve or send back", found)


def _answered(rows: QuerySet[Sent], today: date) -> QuerySet[Sent]:
    """Return what was sent on actions of which there may be something to tell, newest first."""
    since = today - NEWS - timedelta(days=1)
    tells = rows.filter(Q(state="returned") | Q(answered_at__date__gte=since)).order_by()
    told = rows.filter(action__in=tells.values("action"))
    return told.select_related("action").order_by("-at", "-pk")


def _newest(rows: QuerySet[Sent]) -> Iterator[Sent]:
    """Yield the newest update of each action, and the newest proposal for each date."""
    seen: set[tuple[object, ...]] = set()
    for one in rows:
        about = (one.action_id, getattr(one, "field", ""), getattr(one, "milestone_id", None))
        if about not in seen:
            seen.add(about)
            yield one


def _counts(one: Sent, today: date) -> bool:
    if one.answered_at is None or one.state == Proposal.State.WITHDRAWN:
        return False
    if one.state == "returned":
        return not _is_over(one.action)
    return localdate(one.answered_at) >= today - NEWS


def _is_over(action: Action) -> bool:
    return bool(action.finished or action.stopped or action.carried_forward)


def _told(one: Sent) -> Waiting:
    action = one.action
    is_date = isinstance(one, Proposal)
    what = f"Your date, {one}" if isinstance(one, Proposal) else f"Your update of {_day(one.at)}"
    facts = f"{what}. {one.answered_by}, {_day(one.answered_at)}"
    place = "proposals" if is_date else "updates"
    status, tone = _status(one)
    return Waiting(
        f"{action.get_absolute_url()}#{place}",
        f"{action.ref} {action.title}",
        f"{facts}: “{one.answer}”" if one.answer else facts,
        status,
        tone,
    )


def _status(one: Sent) -> tuple[str, str]:
    if one.state == "returned":
        return "Sent back to you", "warning"
    if isinstance(one, Proposal):
        return "Approved", "good"
    return ("Public" if one.shown_in else "Taken, in the next version"), "good"


def _day(at: datetime | None) -> str:
    return f"{localdate(at):%-d %B %Y}" if at else ""
