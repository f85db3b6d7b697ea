"""Dates that moved later, in a report: how often, how far, and why, as the ledger has it."""

from collections.abc import Sequence

from cleardays.progress.lists import slipped
from cleardays.workroom.plans.reporting.wording import iso_words, table
from cleardays.workroom.plans.snapshot import ActionSnapshot

HEADS = ("Action", "Date", "First agreed", "Now", "Moved later", "Days", "Reason last given")


def slippage_in_words(actions: Sequence[ActionSnapshot]) -> str:
    """Return a table of the starts and finishes that moved later, most often first."""
    rows = [
        (
            f"{one.action.ref} {one.action.title}",
            one.field,
            iso_words(_first(one.action, one.field)),
            iso_words(getattr(one.action, one.field)),
            f"{one.slippage.times} \u00d7",
            str(one.slippage.days),
            _reason(one.action, one.field),
        )
        for one in slipped(actions)
    ]
    return table("Dates that moved later", HEADS, rows)


def _first(action: ActionSnapshot, field: str) -> str:
    return action.first_start if field == "start" else action.first_finish


def _reason(action: ActionSnapshot, field: str) -> str:
    reasons = [one.reason for one in action.changes if one.field == field and not one.milestone]
    return reasons[-1] if reasons else ""
