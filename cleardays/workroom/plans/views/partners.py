"""What passes between a body and who keeps the plan, as deeds: a table like ``offers``.

A body proposes dates for its own action; who keeps the plan approves them or sends them back, and
takes its updates or sends them back. Who keeps the plan moves dates without proposing.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.forms import Form

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.forms.proposal import ApproveForm, ProposeForm, SendBackForm
from cleardays.workroom.plans.models import Action, Milestone, Proposal, Update
from cleardays.workroom.plans.views import doing
from cleardays.workroom.plans.views.offers import Deed, is_open

Shown = list[tuple[str, str]]
PROPOSED = "Proposed. Nothing moves until the improvement lead approves it."
SENT_BACK = "Sent back. It stands on the first page of the body that sent it."


def propose(field: str) -> Callable[..., object]:
    """Propose another date."""

    def do(thing: Action | Milestone, data: doing.Data, *, by: Viewer, at: datetime) -> object:
        return actions.propose_date(thing, field, **data, by=by, at=at)

    return do


def waits(proposal: Proposal) -> bool:
    """Say whether it has no answer yet."""
    return proposal.state == Proposal.State.WAITING


def approver(proposal: Proposal, viewer: Viewer) -> dict[str, Any]:
    """Let the form begin with who approves."""
    return {"approver": viewer.name}


def proposed(one: Proposal) -> Shown:
    """Say what was proposed, for who answers it."""
    shown = [
        ("Which date", one.what),
        ("As it stands", _day(one.old)),
        ("Proposed", _day(one.new)),
        ("By", f"{one.by}, {one.body}, on {one.at:%-d %B %Y}"),
        ("Why", one.reason),
        ("What the delay does to families", one.effect),
    ]
    return [(head, words) for head, words in shown if words]


def said(one: Update) -> Shown:
    """Say what an update says, for who takes it or sends it back."""
    shown = [
        ("By", f"{one.by}, {one.body}, as at {_day(one.as_at)}"),
        ("How it is getting on", one.words),
        ("What comes next", one.next_step),
    ]
    return [(head, words) for head, words in shown if words]


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "no date"


ACTION: Mapping[str, Deed] = {
    "propose-start": Deed(
        "Propose another start",
        ProposeForm,
        propose("start"),
        for_all=True,
        for_followers=False,
        fits=lambda one: is_open(one) and not one.started,
        begin=lambda one: {"new": one.start},
        button="Propose it",
        done=PROPOSED,
    ),
    "propose-finish": Deed(
        "Propose another finish",
        ProposeForm,
        propose("finish"),
        for_all=True,
        for_followers=False,
        fits=is_open,
        begin=lambda one: {"new": one.finish},
        button="Propose it",
        done=PROPOSED,
    ),
}
MILESTONE: Mapping[str, Deed] = {
    "propose": Deed(
        "Propose another date",
        ProposeForm,
        propose("due"),
        for_all=True,
        for_followers=False,
        fits=lambda one: not one.met_on and is_open(one.action),
        begin=lambda one: {"new": one.due},
        button="Propose it",
        done=PROPOSED,
    ),
}
PROPOSAL: Mapping[str, Deed] = {
    "approve": Deed(
        "Approve the date",
        ApproveForm,
        doing.with_data(actions.approve_date),
        fits=waits,
        needs=approver,
        shows=proposed,
        button="Approve it: the date moves",
        done="Approved. The public reads it in the ledger from the next version on.",
    ),
    "return": Deed(
        "Send it back",
        SendBackForm,
        doing.with_data(actions.return_date),
        fits=waits,
        shows=proposed,
        button="Send it back",
        done=SENT_BACK,
    ),
    "withdraw": Deed(
        "Withdraw it",
        Form,
        doing.with_data(actions.withdraw_date),
        for_all=True,
        for_followers=False,
        fits=waits,
        shows=proposed,
        button="Withdraw it",
    ),
}
UPDATE: Mapping[str, Deed] = {
    "take": Deed(
        "Take it into the next version",
        Form,
        doing.with_data(actions.take_update),
        fits=lambda one: one.state != Update.State.PUBLISHED,
        shows=said,
        button="Take it",
        done="Taken. The public reads it from the next version on.",
    ),
    "return": Deed(
        "Send it back",
        SendBackForm,
        doing.with_data(actions.return_update),
        fits=lambda one: one.state == Update.State.DRAFT,
        shows=said,
        button="Send it back",
        done=SENT_BACK,
    ),
}
