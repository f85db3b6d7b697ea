"""What stands in the way of publishing: a sentence, its authority and what to do next."""

from dataclasses import dataclass

from cleardays.law.types import Breach, Rule


@dataclass(frozen=True)
class Obstacle:
    """One reason against. ``item_id`` or ``report_id`` is where the remedy is, else ``remedy``,
    the name of a page about the meeting.

    Only those with ``blocks`` stop anybody; the others are worth knowing before one goes on.
    """

    sentence: str
    authority: str = ""
    source: str = ""
    next_step: str = ""
    item_id: int | None = None
    report_id: int | None = None
    blocks: bool = True
    remedy: str = ""

    def __str__(self) -> str:
        """Return the reason with its authority in brackets and the next step after it."""
        authority = f" ({self.authority})" if self.authority else ""
        step = f". {self.next_step}" if self.next_step else ""
        return f"{self.sentence}{authority}{step}"


def under(
    rule: Rule, sentence: str, next_step: str = "", *, item_id: int | None = None, remedy: str = ""
) -> Obstacle:
    """Return an obstacle that rests on a rule of law."""
    return Obstacle(
        sentence,
        rule.authority,
        rule.url,
        next_step,
        item_id=item_id,
        blocks=rule.confidence == "C",
        remedy=remedy,
    )


def from_breach(
    breach: Breach | str,
    next_step: str = "",
    *,
    about: str = "",
    item_id: int | None = None,
    report_id: int | None = None,
    remedy: str = "",
) -> Obstacle:
    """Return an obstacle from what the law, or a report, finds wrong. ``about`` says where."""
    detail = breach if isinstance(breach, str) else breach.detail
    sentence = f"{about}: {detail[0].lower()}{detail[1:]}" if about else detail
    if isinstance(breach, str):
        return Obstacle(sentence, "", "", next_step, item_id, report_id, remedy=remedy)
    return Obstacle(
        sentence,
        breach.rule.authority,
        breach.rule.url,
        next_step,
        item_id,
        report_id,
        breach.blocks,
        remedy,
    )
