"""The life of an ask: open, answered, accepted by the committee; reopened or withdrawn."""

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.workflow.engine import Transition, Workflow

State = Ask.State

ASK = Workflow[Ask](
    Transition(
        name="answer",
        label="Answer",
        sources=frozenset({State.OPEN, State.ANSWERED}),
        target=State.ANSWERED,
        permission=Permission.ASK,
        done="answered what the committee asked for",
    ),
    Transition(
        name="accept",
        label="Record that the committee accepted the answer",
        sources=frozenset({State.ANSWERED}),
        target=State.ACCEPTED,
        permission=Permission.ASK,
        done="recorded that the committee accepted the answer",
    ),
    Transition(
        name="reopen",
        label="Open it again",
        sources=frozenset({State.ANSWERED, State.ACCEPTED, State.WITHDRAWN}),
        target=State.OPEN,
        permission=Permission.ASK,
        done="opened it again",
        needs_reason=True,
    ),
    Transition(
        name="withdraw",
        label="Record that the committee withdrew it",
        sources=frozenset({State.OPEN, State.ANSWERED}),
        target=State.WITHDRAWN,
        permission=Permission.ASK,
        done="recorded that the committee withdrew it",
        needs_reason=True,
    ),
    committee=lambda ask: ask.committee_id,
)
