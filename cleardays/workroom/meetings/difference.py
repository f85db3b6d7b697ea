"""What changed between two published agendas, in sentences that the public may read.

It compares snapshots, which hold public words only, so that a sentence cannot say more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cleardays.law.wording import list_in_words
from cleardays.workroom.meetings.snapshot import AppendixSnapshot, ItemSnapshot, MeetingSnapshot

FACTS = {
    "title": "title",
    "day": "date",
    "date_words": "date",
    "time": "time",
    "place": "place",
    "note": "note",
    "date_note": "note on the date",
    "convened_on": "day on which it was called",
    "is_special": "kind of meeting",
    "is_invented": "mark of invention",
    "stated_published_on": "stated day of publication",
    "stated_source": "source of the stated publication",
    "sources": "list of sources",
}
LONG = {"note", "date_note", "sources", "is_invented"}


@dataclass(frozen=True)
class Change:
    """One difference. ``is_addition`` tells a supplement from a correction.

    ``brings`` says what the law must time: "item", "papers", "day", or nothing. ``sentence`` never
    quotes a title that was taken back; ``detail`` does, for officers.
    """

    sentence: str
    is_addition: bool = False
    brings: str = ""
    item: ItemSnapshot | None = None
    detail: str = ""


def changes_between(before: MeetingSnapshot | None, after: MeetingSnapshot) -> tuple[Change, ...]:
    """Return what differs, meeting first, then item by item; everything where nothing was."""
    if before is None:
        return tuple(change for item in after.items for change in _new_item(item))
    known = {item.number: item for item in before.items}
    found = [*_facts(before, after)]
    for item in after.items:
        found += _new_item(item) if item.number not in known else _item(known[item.number], item)
    return tuple(found)


def in_a_note(changes: tuple[Change, ...]) -> str:
    """Put the changes into one line, as the public note of an issue."""
    return " ".join(change.sentence for change in changes)[:500]


def _facts(before: MeetingSnapshot, after: MeetingSnapshot) -> Iterator[Change]:
    if before.status != after.status:
        yield Change(f"The meeting is {after.status}.")
    for field, words in FACTS.items():
        old, new = getattr(before, field), getattr(after, field)
        if old == new:
            continue
        brings = "day" if field == "day" else ""
        if field in LONG or not isinstance(new, str):
            yield Change(f"The {words} changed.")
        elif not old:
            yield Change(f"The {words} was added: {new}.", True, brings)
        else:
            yield Change(f"The {words} changed from {old} to {new or 'nothing'}.", False, brings)


def _new_item(item: ItemSnapshot) -> Iterator[Change]:
    yield Change(f"Item {item.number} added: {item.public_title}.", True, "item", item)
    if item.report_id:
        yield Change(f"The report for item {item.number} came with it.", True, "papers", item)


def _item(before: ItemSnapshot, after: ItemSnapshot) -> Iterator[Change]:
    name = f"item {after.number}"
    if before.public_title != after.public_title:
        detail = f"From “{before.public_title}” to “{after.public_title}”."
        yield Change(f"The title of {name} changed.", detail=detail)
    if _standing(before) != _standing(after):
        yield Change(f"{name.capitalize()} is now {_standing(after)}.")
    yield from _papers(before, after, name)
    if before.outcome != after.outcome:
        said = "recorded" if not before.outcome else "changed"
        yield Change(f"The outcome of {name} was {said}.", not before.outcome)
    if _urgency(before) != _urgency(after):
        first = not before.urgency_reason
        yield Change(f"The chair's reasons for taking {name} late were recorded.", first)


def _papers(before: ItemSnapshot, after: ItemSnapshot, name: str) -> Iterator[Change]:
    if before.report_id != after.report_id:
        yield _other_report(before, after, name)
    elif before.report_version_id != after.report_version_id:
        yield Change(f"The report for {name} was corrected.")
    elif before.to_follow != after.to_follow:
        said = "will follow" if after.to_follow else "is no longer to follow"
        yield Change(f"The report for {name} {said}.")
    had = {appendix.label: appendix for appendix in before.appendices}
    has = {appendix.label: appendix for appendix in after.appendices}
    if added := [label for label in has if label not in had]:
        is_open = any(not has[label].exempt_under for label in added)
        words = f"{list_in_words(added)} for {name} added."
        yield Change(words, True, "papers" if is_open else "", after)
    if gone := [label for label in had if label not in has]:
        yield Change(f"{list_in_words(gone)} for {name} taken off.")
    for label in had.keys() & has.keys():
        if _paper(had[label]) != _paper(has[label]):
            yield Change(f"{label} for {name} changed.", False, "", after)


def _other_report(before: ItemSnapshot, after: ItemSnapshot, name: str) -> Change:
    if before.report_id is None:
        return Change(f"The report for {name} was added.", True, "papers", after)
    if after.report_id is None:
        return Change(f"The report for {name} was taken off.")
    return Change(f"The report for {name} was replaced by another.", False, "papers", after)


def _urgency(item: ItemSnapshot) -> tuple[str, str]:
    return item.urgency_chair, item.urgency_reason


def _paper(appendix: AppendixSnapshot) -> tuple[str, tuple[int, ...], str, str]:
    return appendix.public_title, appendix.exempt_under, appendix.sha256, appendix.description


def _standing(item: ItemSnapshot) -> str:
    if item.is_confidential:
        return "confidential"
    if item.exempt_under:
        numbers = list_in_words([str(number) for number in item.exempt_under])
        plural = "s" if len(item.exempt_under) > 1 else ""
        return f"exempt under paragraph{plural} {numbers} of Schedule 12A"
    return "open"
