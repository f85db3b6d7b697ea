"""The lines of a report's front that no label stands over: a committee, a date, the title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.appendices import Appendices
from cleardays.readers.reports.committees import is_called
from cleardays.readers.reports.contacts import read_contacts
from cleardays.readers.reports.dates import Found, find_date
from cleardays.readers.reports.draft import Contact
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.titles import (
    choose,
    is_mark,
    without_item_number,
    without_mark_beside,
)
from cleardays.readers.reports.tokens import is_contact_line
from cleardays.readers.reports.vocabulary import vocabulary

_BESIDE_DATE = re.compile(
    r"""(?<!\w)(?:date|time|meeting|of|held|on|to|be|the|at|in|public|private|from|start|commencing|noon
    |\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m)?)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_SHORT_FOR_WHOLE = frozenset({"authority", "board"})  # "Meeting of the Authority"
_LONGEST_NAME = 14  # words in a committee's name


@dataclass
class Front:
    """The fields of a report's front; of each date whether a label calls it the meeting's."""

    title: str = ""
    committee: str = ""
    meeting_date: date | None = None
    divisions: list[str] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    dates: list[tuple[bool, Found]] = field(default_factory=list)


class FreeLines:
    """Reads lines into the front; of those that nothing else is, one is the title."""

    def __init__(self, front: Front, margin: Margin, appendices: Appendices) -> None:
        self._front = front
        self._margin = margin
        self._appendices = appendices
        self._councils: list[Block] = []

    def read(self, blocks: Sequence[Block], before_meeting: int) -> None:
        """Read the lines; ``before_meeting`` is the place of that before "Meeting to be held"."""
        found = ((index, self._line(block)) for index, block in enumerate(blocks))
        lines = [(index, line) for index, line in found if line is not None]
        candidates = [each for each in lines if not self._says_again(each[1])]
        self._name_committee(candidates)
        if not self._front.committee:
            self._take_committee([c for c in candidates if c[0] == before_meeting], candidates)
        self._take_council()
        if self._front.title:
            self._margin.leave(*(block for _, block in candidates))
        elif candidates:
            may_be_plain = bool(self._front.committee and self._front.dates)
            self._front.title = choose(candidates, self._margin, may_be_plain=may_be_plain)

    def _says_again(self, line: Block) -> bool:
        """Take a line that repeats what a label gave, or that has no word in it at all."""
        known = {self._front.title.casefold(), self._front.committee.casefold()}
        is_spare = line.text.casefold() in known or not re.search(r"[^\W\d_]", line.text)
        if is_spare:
            self._margin.label_blocks(line)
        return is_spare

    def _take_committee(
        self, chosen: Sequence[tuple[int, Block]], candidates: list[tuple[int, Block]]
    ) -> None:
        """Take the line before "Meeting to be held on ...", whatever the body is called."""
        for candidate in chosen:
            self._front.committee = joined([candidate[1]], self._margin).strip(" ,:–—-")
            candidates.remove(candidate)

    def _take_council(self) -> None:
        """Let an authority that is named meet itself where nothing says which body of it does."""
        named = self._front.committee.casefold()
        for council in self._councils:
            is_whole = not named or (
                named in _SHORT_FOR_WHOLE and council.text.casefold().endswith(f" {named}")
            )
            if is_whole:
                self._margin.label(self._front.committee)
                self._front.committee = joined([council], self._margin).strip(" ,:–—-")
                named = self._front.committee.casefold()
            else:
                self._margin.label_blocks(council)

    def _line(self, block: Block) -> Block | None:
        """Read what an unlabelled line says of itself; give back one that may be a title."""
        if block.kind is Kind.TABLE:
            self._margin.leave(block)
            return None
        rest = self._appendices.take(block)
        if rest is None:
            return None
        rest = without_mark_beside(rest, self._margin)
        if is_mark(rest.text):
            self._margin.label_blocks(rest)
        elif is_contact_line(rest.text):
            self._front.contacts += read_contacts([rest], self._margin)
        else:
            return without_item_number(self._undated(rest), self._margin)
        return None

    def _undated(self, block: Block) -> Block | None:
        """A line without its date, if the date is a meeting's and not part of a title."""
        found = find_date(block.text)
        if found is None:
            return block
        beside = f"{block.text[: found.start]} {block.text[found.end :]}"
        if not re.search(r"\w", _BESIDE_DATE.sub("", beside)):
            self._front.dates.append((False, found))
            self._margin.label_blocks(block)
            return None
        if vocabulary().ends_like(block.text[: found.start], vocabulary().meeting_bodies):
            names = without_date(block, self._front, self._margin)
            self._margin.label(block.marker if block.is_marker_printed else "")
            return names[0] if names else None
        return block

    def _name_committee(self, candidates: list[tuple[int, Block]]) -> None:
        """Take the committee's name and the council's out of the lines that may be a title."""
        words = vocabulary()
        for names, is_body in ((words.meeting_bodies, True), (words.councils, False)):
            for candidate in list(candidates):
                text = candidate[1].text
                if len(text.split()) > _LONGEST_NAME or not is_called(text, names):
                    continue
                if len(candidates) < 2 and not self._front.title:
                    return
                if is_body and not self._front.committee:
                    self._front.committee = joined([candidate[1]], self._margin).strip(" ,:–—-")
                    candidates.remove(candidate)
                elif not is_body:
                    self._councils.append(candidate[1])
                    candidates.remove(candidate)


def joined(blocks: Sequence[Block | None], margin: Margin, separator: str = " ") -> str:
    """The words of lines as one; printed numbers go to the labels."""
    kept = [block for block in blocks if block is not None]
    margin.label(*(block.marker for block in kept if block.is_marker_printed))
    return separator.join(block.text.replace("\n", " ") for block in kept)


def without_date(block: Block, front: Front, margin: Margin) -> list[Block]:
    """A line of a committee's name; the date beside it is the meeting's."""
    found = find_date(block.text)
    if found is None:
        return [block]
    front.dates.append((False, found))
    text = block.text
    before, after = text[: found.start].rstrip(" ,–—-:("), text[found.end :]
    trail = re.search(r"(?:(?<!\w)(?:on|held|to be|meeting|date)\W*)+$", before)
    cut = trail.start() if trail else len(before)
    margin.label(text[cut : found.end] + after)
    return [Block(Kind.PARAGRAPH, before[:cut].strip(" ,–—-:("))] if before[:cut] else []
