"""A committee report out of the blocks of a file: each block is read into exactly one part."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cleardays.readers.blocks import Block, Kind, Notice, Reading
from cleardays.readers.reports.appendices import Appendices
from cleardays.readers.reports.draft import Passage, ReportDraft
from cleardays.readers.reports.front import FrontReader
from cleardays.readers.reports.implications import read_implications
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.openings import titles_appendix
from cleardays.readers.reports.papers import read_papers
from cleardays.readers.reports.passage import passage, value_passage
from cleardays.readers.reports.recommendations import read_recommendations
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.sections import divide
from cleardays.readers.reports.vocabulary import (
    FIELDS,
    IMPLICATIONS,
    NARRATIVES,
    SUMMARIES,
    Part,
    vocabulary,
)

_STILL_FRONT = FIELDS | {Part.APPENDICES, Part.PART_II_REASON, None}


def read_report(reading: Reading) -> ReportDraft:
    """Read a report into its parts; what finds no place is in ``unread``."""
    return _Report(reading).draft()


class _Report:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._margin = Margin()
        self._appendices = Appendices(self._margin)
        self._sections = divide(reading.blocks)
        self._margin.label(*reading.dropped_words)

    def draft(self) -> ReportDraft:
        """Read every section once, into the part it belongs to."""
        front, late, body = self._apart()
        reasons = self._reasons(front)
        fields = FrontReader(self._margin, self._appendices).read(front, late)
        summary, narrative = self._summary_and_narrative(body)
        recommendations = read_recommendations(
            self._blocks(body, {Part.RECOMMENDATIONS}), self._margin
        )
        body = [_as_appendices(section) for section in body]
        papers, is_stated = read_papers(self._blocks(body, {Part.BACKGROUND_PAPERS}), self._margin)
        self._list_appendices(body)
        draft = ReportDraft(
            title=fields.title,
            committee=fields.committee,
            meeting_date=fields.meeting_date,
            electoral_divisions=tuple(fields.divisions),
            contacts=tuple(fields.contacts),
            executive_summary=summary,
            recommendations=tuple(recommendations),
            background=narrative,
            consultations=self._value(body, {Part.CONSULTATIONS}),
            implications=read_implications(_of(body, IMPLICATIONS), self._margin),
            background_papers=tuple(papers),
            background_papers_stated=is_stated,
            part_ii_reason=self._reason(reasons, body),
        )
        return self._with_margin(draft)

    def _apart(self) -> tuple[list[Section], list[Section], list[Section]]:
        """The front, the fields that stand after it, and the parts."""
        sections = self._sections
        is_part = [s.part not in _STILL_FRONT and not s.is_bounded for s in sections]
        end = is_part.index(True) if any(is_part) else len(sections)
        front = [s for s in sections[:end] if s.part in _STILL_FRONT]
        late = [s for s in sections[end:] if s.part in FIELDS or s.part is None]
        body = [s for s in sections[:end] if s.part not in _STILL_FRONT]
        body += [s for s in sections[end:] if s.part not in FIELDS and s.part is not None]
        return front, late, body

    def _reasons(self, front: list[Section]) -> list[Section]:
        """Marks such as "Not for publication by virtue of ..."; lines after them stay free."""
        reasons: list[Section] = []
        for index, section in enumerate(front):
            if section.part is Part.PART_II_REASON:
                own, rest = section.blocks[: section.own], section.blocks[section.own :]
                reasons.append(replace(section, blocks=own))
                front[index] = Section(None, None, rest)
        return reasons

    def _reason(self, front: list[Section], body: list[Section]) -> Passage:
        """The reason given under its heading; a mark in the front where there is none."""
        sections = _of(body, {Part.PART_II_REASON})
        given = self._value(sections, {Part.PART_II_REASON})
        marks = self._value(front, {Part.PART_II_REASON})
        if vocabulary().says_none(marks.text):  # "Exempt: No"
            self._margin.label(marks.text)
            marks = Passage()
        if not given.text:
            return marks
        self._margin.label(*marks.text.split("\n"))
        return given

    def _summary_and_narrative(self, body: list[Section]) -> tuple[Passage, Passage]:
        """The likeliest summary that there is; the others are told in the background."""
        present = {section.part for section in body}
        chosen = next((part for part in SUMMARIES if part in present), None)
        narratives = {*SUMMARIES, *NARRATIVES} - {chosen}
        told = [section for section in body if section.part in narratives]
        summary = self._value(body, {chosen}) if chosen else Passage()
        return summary, passage(list(self._told(told)))

    def _told(self, sections: Sequence[Section]) -> Iterator[Block]:
        """The narrative with its headings, all but "Background" itself at its beginning."""
        for index, section in enumerate(sections):
            if section.heading and not index and section.part is Part.BACKGROUND:
                self._margin.label_blocks(section.heading)
            elif section.heading:
                level = section.heading.level if section.heading.kind is Kind.HEADING else 1
                yield replace(section.heading, kind=Kind.HEADING, level=level)
            yield from section.blocks

    def _blocks(self, sections: Sequence[Section], parts: set[Part]) -> list[Block]:
        chosen = _of(sections, parts)
        self._margin.label_blocks(*(section.heading for section in chosen))
        return [block for section in chosen for block in section.blocks]

    def _value(self, sections: Sequence[Section], parts: set[Part]) -> Passage:
        return value_passage(self._blocks(sections, parts), self._margin)

    def _list_appendices(self, body: list[Section]) -> None:
        """Lists of appendices, and appendices that stand in the file themselves."""
        for section in _of(body, {Part.APPENDICES}):
            self._margin.leave(*self._appendices.section(section.heading, section.blocks))
        for section in _of(body, {Part.APPENDIX_BODY}):
            self._margin.leave(section.heading, *section.blocks)

    def _with_margin(self, draft: ReportDraft) -> ReportDraft:
        margin = self._margin
        passages = [draft.executive_summary, draft.background, draft.consultations]
        passages += [*draft.recommendations, *draft.implications.values(), draft.part_ii_reason]
        texts = [passage.text for passage in passages]
        notices: list[Notice] = [*self._reading.notices, *margin.notices]
        notices += self._appendices.mentioned(texts)
        return replace(
            draft,
            appendices=tuple(self._appendices.found),
            labels=tuple(margin.labels),
            unread=tuple(margin.unread),
            supplied=tuple(margin.supplied),
            notices=tuple(notices),
        )


def _as_appendices(section: Section) -> Section:
    """Let "Supporting papers" be appendices where everything listed is one."""
    is_papers = section.part is Part.BACKGROUND_PAPERS
    if is_papers and section.blocks and all(map(titles_appendix, section.blocks)):
        return replace(section, part=Part.APPENDICES)
    return section


def _of(sections: Sequence[Section], parts: set[Part] | frozenset[Part]) -> list[Section]:
    return [section for section in sections if section.part in parts]
