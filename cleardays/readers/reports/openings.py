"""Where a part of a report begins: a heading, a label, or a label with its value in one line."""

import re
from dataclasses import dataclass, replace

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.acceptance import Acceptance
from cleardays.readers.reports.headings import ends_sentence, looks_like_heading, number_of
from cleardays.readers.reports.manner import Manner
from cleardays.readers.reports.papers import has_heads
from cleardays.readers.reports.pieces import bold_edges, is_all_bold, piece, with_number_apart
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.tokens import begins_with_person, is_contact_line
from cleardays.readers.reports.vocabulary import (
    FIELDS,
    IMPLICATIONS,
    NARRATIVES,
    SUMMARIES,
    Part,
    vocabulary,
)

_INLINE = re.compile(r"([^:\n]{2,160}?)\s*(?:([:?])|\s([–—-])\s)\s*(?=\S)")
# "Financial consequences – capital: none": the dash is the label's own.
_BEFORE_COLON = re.compile(r"([^:\n]{2,90}\s[–—-]\s[^:\n]{2,60})\s*(:)()\s*(?=\S)")
_ABSENT = re.compile(r"(\S.*?\S)\s+(?:N/?A|None|NONE|Nil)\.?")
_LONGEST_LINE = 4000  # characters; a longer paragraph is prose, whatever it begins with
_LONGEST_FRONT_LINE = 600
_ASKS = re.compile(
    r"(?:[\w’']+\s){1,9}(?:is|are)\s(?:therefore\s)?(?:asked|recommended|invited|requested)\s"
)
_EXEMPT = re.compile(r"\b(?:not for publication|exempt|confidential)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\b(?:paragraphs?|categor(?:y|ies))\s+\(?\d", re.IGNORECASE)
_TITLED = re.compile(r"(?:appendix|annexe?)\s+\W?\w{1,3}\W?\s?[:–—-]\s", re.IGNORECASE)
_SIDE_BY_SIDE = frozenset(
    {Part.MEETING_DATE, Part.DIVISIONS, Part.COMMITTEE, Part.MARK, Part.ELSEWHERE}
)


@dataclass(frozen=True)
class Opening:
    """The beginning of a part: its heading or label as printed, and the value beside it."""

    part: Part
    heading: Block | None
    rest: Block | None
    whole: Block


class Openings:
    """Finds openings, knowing what of the report has been seen so far."""

    def __init__(self, manner: Manner, acceptance: Acceptance) -> None:
        self._manner = manner
        self._accepts = acceptance
        self._words = vocabulary()

    def find(self, block: Block, current: Section, last_number: int = 0) -> Opening | None:
        """The opening that this line is, if it is one where it stands."""
        if current.part is Part.APPENDIX_BODY or block.kind is Kind.TABLE:
            return None
        if self._accepts.is_front and _tells_exemption(block.text):
            return Opening(Part.PART_II_REASON, None, block, block)
        if names_appendix(block):
            return None
        if len(block.text) > _LONGEST_LINE:
            return None
        if block.kind is Kind.ITEM and not self._is_numbered_heading(block, current, last_number):
            return None
        return (
            self._whole(block, current)
            or self._inline(block, current)
            or self._absent(block, current)
            or self._prefixed(block, current)
            or self._lead_in(block, current)
            or self._person(block, current)
        )

    def begins_recommendation(self, block: Block) -> bool:
        """Whether a line reads as a recommendation or the words before a list of them."""
        first = re.match(r"\W*(\w+)", block.text)
        return bool(first and first.group(1).casefold() in self._words.begins) or any(
            phrase in block.text.casefold() for phrase in self._words.lead_ins
        )

    def _is_numbered_heading(self, block: Block, current: Section, last_number: int) -> bool:
        if not block.is_ordered or _is_listed(block, current):
            return False
        if current.part is not Part.RECOMMENDATIONS:
            is_lettered = re.fullmatch(r"\W*[a-z]{1,4}\W*", block.marker)
            return not is_lettered or self._names_implication(block, current)
        number = number_of(block)
        if looks_like_heading(block) or number == last_number + 1 > 1:
            return True
        return number == 1 and last_number == 0 and _is_said(current)

    def _names_implication(self, block: Block, current: Section) -> bool:
        """Whether "(a) Legal" under "Implications" is one of them rather than a point."""
        is_name = block.text[:1].isupper() and not ends_sentence(block.text)
        is_among = current.part in IMPLICATIONS
        return is_among and is_name and Part.IMPLICATION in self._words.parts_of(block.text)

    def _whole(self, block: Block, current: Section) -> Opening | None:
        for line in (with_number_apart(block), block):
            if line is None:
                continue
            for part in self._whole_parts(line.text):
                if part is Part.CONTACT and is_contact_line(line.text):
                    continue  # it has its value in it: "For details contact Lee Poole on 01632"
                part_here = self._accepts.whole(part, line, current)
                if part_here:
                    return Opening(part_here, line, None, line)
        return None

    def _whole_parts(self, text: str) -> list[Part]:
        """What a whole line may name; "Background papers: the plan" names only with its label."""
        label, colon, value = text.partition(":")
        if not (colon and value.strip()):
            return self._words.parts_of(text)
        inner = self._words.parts_of(value)
        return [
            part for part in self._words.parts_of(label) if part in inner and part not in FIELDS
        ]

    def _inline(self, block: Block, current: Section) -> Opening | None:
        finds = (pattern.match(block.text) for pattern in (_INLINE, _BEFORE_COLON))
        opened = (self._labelled(block, found, current) for found in finds if found)
        return next((opening for opening in opened if opening), None) or self._bold(block, current)

    def _bold(self, block: Block, current: Section) -> Opening | None:
        """A field of the front whose label only stands out in bold: "**Wards** All"."""
        end = bold_edges(block)[0] if self._accepts.is_front else 0
        label, rest = piece(block, 0, end), piece(block, end)
        for part in self._words.parts_of(label.text) if end else ():
            if part in FIELDS and self._accepts.inline(part, label, rest, current):
                return Opening(part, label, _without_marker(rest), block)
        return None

    def _labelled(self, block: Block, found: re.Match[str], current: Section) -> Opening | None:
        label, rest = piece(block, 0, found.end()), piece(block, found.end())
        is_one = block.kind is Kind.HEADING and not self._words.is_absent(rest.text)
        for part in self._words.parts_of(found.group(1)):
            if found.group(3) and not self._accepts.after_dash(part, label):
                continue
            if is_one and part is Part.IMPLICATION and self._accepts.whole(part, block, current):
                return Opening(part, block, None, block)  # "Resources: staff and property"
            if self._accepts.inline(part, label, rest, current):
                return Opening(part, label, _without_marker(rest), block)
        return None

    def _absent(self, block: Block, current: Section) -> Opening | None:
        """A heading and the word that there is nothing under it, run into one line."""
        found = _ABSENT.fullmatch(block.text)
        if found is None:
            return None
        heading = piece(block, 0, found.end(1))
        opening = self._whole(heading, current)
        if opening is None or opening.part in NARRATIVES:
            return None
        return replace(opening, rest=_without_marker(piece(block, found.end(1))), whole=block)

    def _prefixed(self, block: Block, current: Section) -> Opening | None:
        is_front = self._accepts.is_front
        may_be = is_front or is_contact_line(block.text)
        found = self._words.prefix_of(block.text) if may_be else None
        if found is None or not (is_front or found[0] is Part.CONTACT):
            return None
        part, end = found
        if part is Part.PART_II_REASON:
            return Opening(part, None, block, block)
        label, rest = piece(block, 0, end), piece(block, end)
        if part is Part.MARK and len(rest.text.split()) > 2:
            return None
        if part in {Part.DIVISIONS, Part.CONTACT} and not rest.text[:1].isupper():
            return None
        return Opening(part, label, _without_marker(rest) if rest.text else None, block)

    def _person(self, block: Block, current: Section) -> Opening | None:
        """A name and a number beneath "Further information and background papers"."""
        if current.part is not Part.BACKGROUND_PAPERS or has_heads(current.blocks):
            return None
        is_person = block.kind is Kind.PARAGRAPH and begins_with_person(block.text)
        return Opening(Part.CONTACT, None, block, block) if is_person else None

    def _lead_in(self, block: Block, current: Section) -> Opening | None:
        """ "The Committee is asked to:" where no heading says that recommendations begin."""
        if (
            self._manner.has_recommendations
            or Part.RECOMMENDATIONS in self._accepts.seen
            or self._accepts.is_front
        ):
            return None
        text = block.text.casefold()
        if not any(phrase in text for phrase in self._words.lead_ins):
            return None
        if current.part in NARRATIVES | set(SUMMARIES) and text.endswith(":"):
            return Opening(Part.RECOMMENDATIONS, block, None, block)
        if current.part in SUMMARIES and _ASKS.match(text):
            return Opening(Part.RECOMMENDATIONS, None, block, block)
        return None


def _tells_exemption(text: str) -> bool:
    """ "Appendix 2 is not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A" """
    is_short = len(text) <= _LONGEST_LINE
    return is_short and bool(_EXEMPT.search(text) and _PARAGRAPH.search(text))


def _is_listed(block: Block, current: Section) -> bool:
    """Whether a numbered line goes on with a list, or is the first after words with a colon."""
    number = number_of(block)
    if not current.blocks or not number or block.is_bold:
        return False
    last = current.blocks[-1]
    if last.kind is Kind.ITEM:
        return number_of(last) + 1 == number > 1 and not last.is_bold
    return number == 1 and last.text.rstrip().endswith(":")


def _is_said(recommendations: Section) -> bool:
    """Whether recommendations were made in whole sentences, so that "1." begins no list."""
    said = recommendations.blocks
    is_listed = any(block.kind is Kind.ITEM for block in said)
    return bool(said) and not is_listed and said[-1].text.rstrip().endswith(".")


def labels_within(text: str) -> list[int]:
    """Where labels of fields begin inside a line that begins with one itself."""
    first = text.partition(":")
    if (
        not first[1]
        or len(text) > _LONGEST_FRONT_LINE
        or not set(vocabulary().parts_of(first[0])) & _SIDE_BY_SIDE
    ):
        return []
    places: list[int] = []
    for colon in list(re.finditer(":", text))[1:]:
        before = text[len(first[0]) + 1 : colon.start()]
        words = list(re.finditer(r"\S+", before))[-4:]
        for word in words:
            label = before[word.start() :]
            is_label = set(vocabulary().parts_of(label)[:1]) & _SIDE_BY_SIDE
            place = len(first[0]) + 1 + word.start()
            if is_label and label[:1].isupper() and not _has_no_value(before[: word.start()]):
                places.append(place)
                break
    return places


def _has_no_value(before: str) -> bool:
    """Whether no value stands before a label, so that both are one label."""
    return not re.search(r"\w", before)


def names_appendix(block: Block) -> bool:
    """Whether a line begins with the name of an appendix: "Appendix 2 - Map"."""
    return bool(re.match(r"(appendix|annexe?)\s+\W?\w{1,3}\b", block.text, re.IGNORECASE))


def _without_marker(block: Block) -> Block:
    kind = Kind.PARAGRAPH if block.kind in {Kind.ITEM, Kind.HEADING} else block.kind
    return replace(block, kind=kind, marker="", level=0, is_bold=is_all_bold(block.html))


def titles_appendix(block: Block) -> bool:
    """Whether a line is the name and the title of an appendix and no more."""
    if block.kind is Kind.TABLE or "\n" in block.text or ends_sentence(block.text):
        return False
    return bool(_TITLED.match(block.text))
