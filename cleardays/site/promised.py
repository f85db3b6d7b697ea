"""What came of what inspectors found, in short: what plans promise for it, and how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.progress.actions import day
from cleardays.progress.delivery import Dates, Delivery, delivery
from cleardays.progress.summary import number_of
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.plan import VoiceDocument
from cleardays.site import reading
from cleardays.site.following import Counts, counts_mark, counts_of, read_on, today_words

NOT_BY_ACTIONS = "what it promises for this is not entered here action by action"


class Counted(NamedTuple):
    """How an action stood on a day; ``areas`` are the numbers of those that it is for."""

    areas: list[str]
    is_placeholder: bool
    state: Delivery


@dataclass(frozen=True)
class CameOfIt:
    """What came of an inspection: promises by area, all actions in force, what families said."""

    of_areas: dict[int, list[SafeString]]
    in_force: Counts
    number: int
    voices: list[VoiceDocument]


def came_of(inspection: str, areas: Iterable[int], today: date) -> CameOfIt:
    """Return what came of the areas of an inspection, from what is taken out of plans for it."""
    of_areas: dict[int, list[SafeString]] = {number: [] for number in areas}
    in_force: list[Counted] = []
    voices: dict[VoiceDocument, None] = {}
    said = reading.excerpts(inspection)
    for ref in sorted(said, key=lambda ref: said[ref].get("as_at", ""), reverse=True):
        body = said[ref]
        is_over, on = read_on(body, today)
        held = [_counted(one, on) for one in body["actions"]]
        for number, promises in of_areas.items():
            if found := [one for one in held if str(number) in one.areas]:
                promises.append(_promised(ref, body, found, is_over, on))
        if not is_over:
            in_force += _known(held)
        voices |= dict.fromkeys(build(VoiceDocument, one) for one in body["voices"])
    return CameOfIt(of_areas, counts_of(in_force), len(in_force), list(voices))


def _counted(one: list[Any], on: date) -> Counted:
    areas, is_placeholder, days = one
    return Counted(areas, is_placeholder, delivery(Dates(None, None, *map(day, days)), on))


def _known(held: Iterable[Counted]) -> list[Counted]:
    return [one for one in held if not one.is_placeholder]


def _promised(
    ref: str, body: reading.Plain, held: list[Counted], is_over: bool, on: date
) -> SafeString:
    """Say what a plan promises for an area, and how it stands; of one that is over, as at when."""
    known = _known(held)
    stood = marks.fill(", as it stood {}", marks.day(on.isoformat(), today_words(on)))
    return marks.fill(
        '<a href="/{}/">{}</a>{}: {}',
        ref,
        body["title"],
        stood if is_over else "",
        _counts(known) if known else NOT_BY_ACTIONS,
    )


def _counts(known: list[Counted]) -> SafeString:
    return marks.fill("{}: {}", number_of(len(known), "action"), counts_mark(counts_of(known)))


def sentence(found: CameOfIt, today: date) -> str:
    """Say how all that plans in force promise stands; "" where they promise nothing by actions."""
    if not found.number:
        return ""
    parts = "; ".join(f"{number} {words}" for words, _, number in found.in_force)
    actions = number_of(found.number, "action")
    return f"On {today_words(today)}, of {actions} promised in plans in force: {parts}."
