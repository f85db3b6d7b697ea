"""What came of what inspectors found, in short: what plans promise for it, and how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from cleardays.progress.actions import delivery_of
from cleardays.progress.summary import number_of
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.plan import ActionDocument, VoiceDocument
from cleardays.site import reading
from cleardays.site.following import ENDED, Counts, Stood, counts_mark, counts_of, today_words

NOT_BY_ACTIONS = "what it promises for this is not entered here action by action"


@dataclass(frozen=True)
class Promised:
    """What one plan promises for an area: how many actions, and how they stood on a day.

    Of a plan ``is_over`` that is the day of its last version; else it is today.
    """

    title: str
    href: str
    number: str
    counts: SafeString
    words: str
    is_over: bool
    on: date


@dataclass(frozen=True)
class CameOfIt:
    """What came of an inspection: promises by area, all actions in force, what families said."""

    of_areas: dict[int, list[Promised]]
    in_force: Counts
    number: int
    voices: list[VoiceDocument]


def came_of(inspection: str, areas: Iterable[int], today: date) -> CameOfIt:
    """Return what came of the areas of an inspection, from what is taken out of plans for them."""
    names = {f"{inspection}#{number}": number for number in areas}
    of_areas: dict[int, list[Promised]] = {}
    in_force: dict[tuple[str, str], Stood] = {}
    voices: dict[VoiceDocument, None] = {}
    for about, ref, body in reading.excerpts_about(names):
        promised, held = _promised(ref, body, today)
        if held:
            of_areas.setdefault(names[about], []).append(promised)
        if not promised.is_over:
            in_force |= {(ref, one.action.ref): one for one in held}
        voices |= dict.fromkeys(build(VoiceDocument, one) for one in body["voices"])
    known = [one for one in in_force.values() if not one.action.is_placeholder]
    return CameOfIt(of_areas, counts_of(known), len(known), list(voices))


def _promised(ref: str, body: reading.Plain, today: date) -> tuple[Promised, list[Stood]]:
    is_over = body["is_superseded"] or body.get("state", "").lower() in ENDED
    as_at = body.get("as_at", "")
    on = date.fromisoformat(as_at) if is_over and as_at else today
    held = [_stood(build(ActionDocument, one), on) for one in body["actions"]]
    known = [one for one in held if not one.action.is_placeholder]
    return (
        Promised(
            body["title"],
            f"/{ref}/",
            number_of(len(known), "action"),
            counts_mark(counts_of(known)),
            "" if known else NOT_BY_ACTIONS,
            is_over,
            on,
        ),
        held,
    )


def _stood(action: ActionDocument, on: date) -> Stood:
    """Say how an action stood; how late it is nobody asks here."""
    return Stood(action, delivery_of(action, on), "")


def sentence(found: CameOfIt, today: date) -> str:
    """Say how all that plans in force promise stands; "" where they promise nothing by actions."""
    if not found.number:
        return ""
    parts = "; ".join(f"{number} {words}" for words, _, number in found.in_force)
    actions = number_of(found.number, "action")
    return f"On {today_words(today)}, of {actions} promised in plans in force: {parts}."
