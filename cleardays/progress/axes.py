"""The axes beside delivery, each in a sentence: none of them decides another.

Evidence is what there is to look at, impact what measures say, a judgement each judge's own
(inspections domain, 3.4).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cleardays.progress.evidence import SAID, EvidenceAxis
from cleardays.progress.measures.impact import Impact, ImpactFound

UNFINISHED = "Nothing is said to be finished yet."
UNMEASURED = "Not known: no measure has both a baseline and a target."
UNJUDGED = "Nobody has judged what it answers."


@dataclass(frozen=True)
class Judged:
    """What one judge said of one thing on a day; ``on_words`` where no exact day is known."""

    judge: str
    about: str
    value: str
    on: date
    on_words: str = ""
    is_confirmed: bool = True


def evidence_words(finished: Sequence[EvidenceAxis]) -> str:
    """Count what there is to show for what is said to be finished."""
    if not finished:
        return UNFINISHED
    counts = Counter(finished)
    parts = (f"{counts[axis]} {SAID[axis]}" for axis in reversed(EvidenceAxis) if counts[axis])
    return f"Of {len(finished)} finished: {'; '.join(parts)}."


def impact_words(found: Iterable[ImpactFound]) -> str:
    """Count what the measures say; of one without a baseline or a target nothing can be said."""
    judged = [one for one in found if one.impact is not Impact.NO_BASELINE]
    if not judged:
        return UNMEASURED
    if len(judged) == 1:
        words = judged[0].words
        return f"{words[:1].upper()}{words[1:]}, by the one measure that has a target."
    counts = Counter(one.impact for one in judged)
    parts = "; ".join(f"{counts[one]} {one}" for one in Impact if counts[one])
    return f"Of {len(judged)} measures with a target: {parts}."


def judgement_words(judged: Iterable[Judged]) -> str:
    """Say each judge's newest judgement of each thing, counted; judges are never mixed."""
    newest: dict[str, dict[str, Judged]] = {}
    for one in sorted(judged, key=lambda one: one.on):
        newest.setdefault(one.judge, {})[one.about] = one
    return " ".join(_of(judge, list(said.values())) for judge, said in newest.items()) or UNJUDGED


def _of(judge: str, said: Sequence[Judged]) -> str:
    last = max(said, key=lambda one: one.on)
    when = last.on_words or f"{last.on.day} {last.on:%B %Y}"
    doubt = "" if all(one.is_confirmed for one in said) else ", not confirmed"
    if len(said) == 1:
        return f"{judge}: {last.value} ({when}{doubt})."
    counts = Counter(one.value for one in said)
    parts = ", ".join(f"{number} {value}" for value, number in counts.most_common())
    return f"{judge}: {parts} (last {when}{doubt})."
