"""Whether a part of a report may begin at a line that names it, given where the line stands."""

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.dates import find_date
from cleardays.readers.reports.headings import (
    ends_sentence,
    is_deeper,
    is_of_lower_level,
    looks_like_heading,
    number_of,
)
from cleardays.readers.reports.manner import Manner
from cleardays.readers.reports.pieces import is_all_bold
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.vocabulary import (
    FIELDS,
    IMPLICATIONS,
    NARRATIVES,
    SUMMARIES,
    Part,
    key,
    vocabulary,
)

# These begin nothing before the first section of a report: there they are words of a title.
_NEVER_IN_FRONT = frozenset(
    {Part.NARRATIVE, Part.IMPLICATION, Part.IMPLICATIONS, Part.BACKGROUND_PAPERS}
)
# Below these a cover sheet goes on to its implications, though a title may yet follow.
ENDS_FRONT = frozenset({Part.RECOMMENDATIONS, *SUMMARIES})
_CLOSING = frozenset({Part.BACKGROUND_PAPERS, Part.PART_II_REASON, Part.APPENDICES, Part.CONTACT})
LISTS = frozenset({Part.RECOMMENDATIONS, Part.BACKGROUND_PAPERS, Part.PART_II_REASON})
_LONGEST_LABEL = 8  # words; a longer one that is known stands in no prose
_LONGEST_LESSER = 2  # words of a heading that may be a sub-heading of the narrative
_CONSULTED = ("consult", "engage")
# Words of a Part II label that show a reason to follow; "CONFIDENTIAL" alone is a mark.
_REASONS = frozenset({"reason", "information", "exemption", "ground", "paragraph"})


class Acceptance:
    """Says which parts may begin, knowing what of the report has been seen so far."""

    def __init__(self, manner: Manner) -> None:
        self.is_front = True
        self.seen: set[Part] = set()
        self._manner = manner

    @property
    def is_early(self) -> bool:
        """Whether nothing that a report says has come yet, not even in a cover sheet."""
        return self.is_front and not self.seen & ENDS_FRONT

    def saw(self, part: Part, *, in_table: bool = False) -> None:
        """Note that a part has begun; the first that is no field ends the front."""
        self.seen.add(part)
        is_field = part in FIELDS or part in {Part.APPENDICES, Part.PART_II_REASON}
        if not is_field and not in_table:
            self.is_front = False

    def is_deeper(self, line: Block, current: Section) -> bool:
        """Whether a line is dressed as a sub-heading of the section it stands in."""
        return is_deeper(line, current.heading, by_capitals=self._manner.is_in_capitals)

    def whole(self, part: Part, line: Block, current: Section) -> Part | None:
        """The part that a line begins which is nothing but its heading or label."""
        if part is Part.ELSEWHERE and len(line.text.split()) > _LONGEST_LABEL:
            return part  # "Any representations made to the Cabinet prior to the issue being ..."
        if part in FIELDS:
            is_safe = _is_called(line) or not _is_word(line) or key(line.text) == "contact"
            return self._field(part, current, is_safe=is_safe)
        if self.is_front and not self._may_end_front(part, line):
            return None
        is_clause = len(key(line.text).split()) > _LONGEST_LESSER and not looks_like_heading(line)
        if ends_sentence(line.text) and (is_clause or not _is_dressed(line)):
            return None
        rules = {
            Part.PART_II_REASON: self._part_ii,
            Part.RECOMMENDATIONS: self._recommendations,
            Part.CONSULTATIONS: self._consultations,
            **dict.fromkeys(NARRATIVES | IMPLICATIONS, self._narrative_or_implication),
            **dict.fromkeys(SUMMARIES, self._summary),
        }
        if self._is_lesser(part, line, current):
            return None
        rule = rules.get(part)
        return rule(part, line, current) if rule else part

    def _may_end_front(self, part: Part, line: Block) -> bool:
        """Whether a part may be the first: not where its name is perhaps the report's title."""
        if part is Part.BACKGROUND and key(line.text) == "report":
            return False
        return part not in _NEVER_IN_FRONT or not self.is_early or self.is_past_title(line)

    def is_past_title(self, line: Block) -> bool:
        """Whether a heading cannot be the report's title: that is known, or this is "1."."""
        is_titled = Part.TITLE in self.seen or number_of(line) > 0
        return is_titled and line.kind is Kind.HEADING

    def is_among_dressed_alike(self, line: Block) -> bool:
        """Whether no style tells depth and "Implications" is to come: a sub-heading then."""
        is_to_come = Part.IMPLICATIONS in self._manner.collects - self.seen
        return is_to_come and line.kind is not Kind.HEADING

    def _is_lesser(self, part: Part, line: Block, current: Section) -> bool:
        """Whether a word such as "Finance" in the narrative stands before "Implications"."""
        head = Part.IMPLICATIONS if part is Part.IMPLICATION else part
        is_to_come = head in self._manner.collects and head not in self.seen
        if not is_to_come or current.part not in NARRATIVES or vocabulary().headed_by(line.text):
            return False
        return len(key(line.text).split()) <= _LONGEST_LESSER and not _names_implication(line)

    def inline(self, part: Part, label: Block, rest: Block, current: Section) -> bool:
        """Whether a label with its value in the same line begins a part; after a colon."""
        if part in FIELDS:
            return self._inline_field(part, label, rest, current)
        if part is Part.PART_II_REASON and current.part is part:
            return False  # the reason itself: "Not for publication: exempt information as ..."
        if self.is_early and part in _NEVER_IN_FRONT:
            return False
        if part is Part.IMPLICATION:
            return current.part in IMPLICATIONS or "implication" in key(label.text).split()
        is_told = part in {Part.BACKGROUND, *SUMMARIES}
        if part is Part.NARRATIVE:  # "Reason: to let more people use it."
            return current.part is Part.RECOMMENDATIONS and key(label.text) == "reason"
        is_strong = is_all_bold(label.html) or not _is_word(label)
        is_again = part is Part.RECOMMENDATIONS and current.part is part
        is_again = is_again or (is_told and self._is_past(part))
        return (is_strong or current.part not in NARRATIVES) and not is_again

    def after_dash(self, part: Part, label: Block) -> bool:
        """Whether a dash may stand for the colon: "Date - 3 May", but not "Cabinet - 3 May"."""
        if part not in FIELDS or part is Part.COMMITTEE or not self.is_front:
            return False
        return part is Part.MEETING_DATE or not _is_word(label)

    def _inline_field(self, part: Part, label: Block, rest: Block, current: Section) -> bool:
        if part is Part.COMMITTEE and _names_itself(label, rest):
            return False
        is_safe = self.is_front or not _is_word(label)
        return self._field(part, current, is_safe=is_safe) is not None

    def _field(self, part: Part, current: Section, *, is_safe: bool) -> Part | None:
        if self.is_front:
            return part if is_safe or part is Part.MARK else None
        if part is Part.DETAIL:
            return part if current.part is Part.CONTACT else None
        if part in {Part.ELSEWHERE, Part.REPORT_OF, Part.LED_BY}:
            return part if current.part is Part.CONTACT and is_safe else None
        if part is Part.CONTACT:
            return part if is_safe or current.part in _CLOSING else None
        is_first = part is Part.DIVISIONS and part not in self.seen
        return part if is_first and is_safe else None

    def _part_ii(self, part: Part, line: Block, current: Section) -> Part | None:
        if self.is_front:
            return part if _REASONS & set(key(line.text).split()) else Part.MARK
        return part if _is_dressed(line) or not _is_word(line) else None

    def _recommendations(self, part: Part, line: Block, current: Section) -> Part | None:
        """ "The Committee is asked to:" under "Recommendations" begins nothing new."""
        if current.part is Part.PURPOSE and not current.blocks and _is_word(line):
            return None  # "Purpose of report", and below it "Decision"
        return None if current.part is part and not looks_like_heading(line) else part

    def _consultations(self, part: Part, line: Block, current: Section) -> Part | None:
        """ "Views of schools" is a part, or a sub-heading of the story that is told."""
        is_named = any(word.startswith(_CONSULTED) for word in key(line.text).split())
        is_to_come = part in self._manner.collects - self.seen
        is_below = current.part in NARRATIVES and (is_to_come or self.is_deeper(line, current))
        return None if is_below and not is_named else part

    def _summary(self, part: Part, line: Block, current: Section) -> Part | None:
        if current.part not in NARRATIVES:
            return part
        is_new = part not in self.seen and not self.is_deeper(line, current)
        return part if is_new else None

    def _narrative_or_implication(self, part: Part, line: Block, current: Section) -> Part | None:
        if self._is_sub_heading(part, line, current) or self._is_listed(line, current):
            return None
        if not self._is_heading(part, line, current):
            is_alone = self._manner.is_plain and part is Part.BACKGROUND
            return part if is_alone and current.part not in NARRATIVES else None
        is_told_on = part is Part.BACKGROUND and current.part in NARRATIVES
        return Part.NARRATIVE if is_told_on else part

    def _is_sub_heading(self, part: Part, line: Block, current: Section) -> bool:
        """Whether a line that names a part is only a sub-heading where it stands."""
        if current.part in NARRATIVES:
            return self.is_deeper(line, current) and not _names_implication(line)
        if part is current.part is Part.IMPLICATION:
            return self.is_deeper(line, current)
        return part in NARRATIVES and is_of_lower_level(line, current.heading)

    def _is_listed(self, line: Block, current: Section) -> bool:
        """Whether an undressed line is the name of a paper: "Equality impact assessment"."""
        return current.part is Part.BACKGROUND_PAPERS and not looks_like_heading(line)

    def _is_heading(self, part: Part, line: Block, current: Section) -> bool:
        """Whether a line is dressed or worded as a heading, or stands among such."""
        is_among = current.part in IMPLICATIONS and part in IMPLICATIONS
        is_after_list = current.part in LISTS and part in NARRATIVES
        is_plain_phrase = self._manner.is_plain and (not _is_word(line) or is_after_list)
        return _is_dressed(line) or is_plain_phrase or _names_implication(line) or is_among

    def _is_past(self, part: Part) -> bool:
        return bool(self.seen & NARRATIVES) or part in self.seen


def _names_itself(label: Block, rest: Block) -> bool:
    """Whether a label is the committee: "Cabinet: 3 May", but not "Board: Health Board, 3 May"."""
    words, found = vocabulary(), find_date(rest.text)
    if found is None or not words.ends_like(label.text, words.meeting_bodies):
        return False
    return not words.ends_like(rest.text[: found.start], words.meeting_bodies)


def _is_called(line: Block) -> bool:
    return line.text.rstrip().endswith(":")


def _is_dressed(line: Block) -> bool:
    return _is_called(line) or looks_like_heading(line) or bool(line.marker)


def _is_word(line: Block) -> bool:
    return len(key(line.text).split()) == 1


def _names_implication(line: Block) -> bool:
    return "implication" in key(line.text).split()
