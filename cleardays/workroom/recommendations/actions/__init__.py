"""Everything that changes an ask. Each action is one transaction with one audit record."""

from cleardays.workroom.recommendations.actions.answering import answer
from cleardays.workroom.recommendations.actions.asking import record_ask
from cleardays.workroom.recommendations.actions.recalling import publish_again, recall
from cleardays.workroom.recommendations.actions.settling import accept, reopen, withdraw

__all__ = [
    "accept",
    "answer",
    "publish_again",
    "recall",
    "record_ask",
    "reopen",
    "withdraw",
]
