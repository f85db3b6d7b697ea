"""How an area stands on the four axes, each in a sentence: none of them decides another.

Delivery is worked out from dates, evidence from what there is to look at, impact from measures;
a judgement is each judge's own (inspections domain, 3.4).
"""

from collections.abc import Sequence
from datetime import date

from cleardays.progress.axes import UNFINISHED
from cleardays.progress.axes import evidence_words as evidence_counted
from cleardays.progress.axes import impact_words as impact_counted
from cleardays.progress.evidence import EvidenceAxis
from cleardays.progress.measures.impact import Impact, ImpactFound
from cleardays.progress.summary import number_of
from cleardays.record.schemas.inspection import JudgementDocument
from cleardays.site.following import (
    Stood,
    open_ended_words,
    short_day,
    split_by,
    tally,
    today_words,
)

STAND_INS = "What the plan promises for this is not entered here action by action."
UNMEASURED = "Not known: no public measure of this has both a baseline and a target."
UNJUDGED = "Nobody has judged this area since."
NOT_SHOWN = "Not public."
NO_PLAN = "No plan in force names this area."


def delivery_words(in_force: Sequence[Stood], on: date) -> str:
    """Count how the actions of the plans in force stand; the counts make the total."""
    held = _known(in_force)
    if not held:
        return STAND_INS if in_force else NO_PLAN
    counts = tally(held)
    day, open_ended = today_words(on), open_ended_words(one.action for one in held)
    if len(counts) > 1:
        parts = "; ".join(f"{number} {state}" for state, number in counts)
        return f"On {day}, of {number_of(len(held), 'action')} promised: {parts}. {open_ended}"
    who = "the one action" if len(held) == 1 else f"each of the {len(held)} actions"
    return f"On {day}, {who} promised is {counts[0][0]}. {open_ended}"


def evidence_words(in_force: Sequence[Stood]) -> str:
    """Count what there is to show for what is said to be finished."""
    if not in_force:
        return NO_PLAN
    held = _known(in_force)
    finished = [one for one in held if one.state.is_finished]
    if not finished:
        return UNFINISHED if held else NOT_SHOWN
    return evidence_counted([EvidenceAxis(one.action.evidence_axis) for one in finished])


def impact_words(found: Sequence[ImpactFound]) -> str:
    """Count what the public measures of an area say."""
    is_known = any(one.impact is not Impact.NO_BASELINE for one in found)
    return impact_counted(found) if is_known else UNMEASURED


def judgement_words(judgements: Sequence[JudgementDocument]) -> str:
    """Say each judge's newest judgement, or that nobody has judged."""
    by_judge = split_by(judgements, lambda one: one.judge_name)
    return " ".join(_newest(judge, said) for judge, said in by_judge.items()) or UNJUDGED


def _newest(judge: str, said: Sequence[JudgementDocument]) -> str:
    last = max(one.on for one in said)
    newest = [one for one in said if one.on == last]
    values = dict.fromkeys(one.value for one in newest)
    when = next((one.on_words for one in newest if one.on_words), "") or short_day(last)
    doubt = "" if all(one.is_confirmed for one in newest) else "not confirmed"
    known = ", ".join(filter(None, (when, doubt)))
    words = f"{judge}: {' or '.join(values)}"
    return f"{words} ({known})." if known else f"{words}."


def _known(held: Sequence[Stood]) -> list[Stood]:
    """Leave out placeholders: nothing but how they stand is known of them."""
    return [one for one in held if not one.action.is_placeholder]
