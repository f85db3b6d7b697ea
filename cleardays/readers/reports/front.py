"""The front of a report: title, committee, date, divisions, appendices and contacts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cleardays.readers.blocks import Block, Notice
from cleardays.readers.reports.appendices import Appendices
from cleardays.readers.reports.committees import convenes, is_one_line, without_members
from cleardays.readers.reports.contacts import (
    adds_to,
    contact_run,
    read_contacts,
    without_bare_posts,
    without_repeats,
)
from cleardays.readers.reports.dates import find_date
from cleardays.readers.reports.divisions import count_of_lines, read_divisions
from cleardays.readers.reports.free_lines import FreeLines, Front, joined, without_date
from cleardays.readers.reports.margin import Margin, words_of
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.vocabulary import Part


class FrontReader:
    """Reads the sections of the front in order; what no field takes may be the title."""

    def __init__(self, margin: Margin, appendices: Appendices) -> None:
        self.front = Front()
        self._margin = margin
        self._appendices = appendices
        self._report_of: list[Section] = []

    def read(self, sections: Sequence[Section], late: Sequence[Section]) -> Front:
        """Read the sections before the first part, and the fields that stand later."""
        free: list[Block] = []
        before_meeting = -1
        for section in sections:
            if section.part is Part.MEETING_DATE and convenes(section):
                before_meeting = max(before_meeting, len(free) - 1)
            free += self._section(section)
        for section in late:
            self._margin.leave(*self._section(section))
        FreeLines(self.front, self._margin, self._appendices).read(free, before_meeting)
        self._take_title_from_report_of()
        self._settle_report_of()
        known = without_repeats(self.front.contacts, self._margin)
        self.front.contacts = without_bare_posts(known, self._margin)
        self._settle_date()
        return self.front

    def _section(self, section: Section) -> list[Block]:
        """Read one section and give back the lines that its field does not take."""
        readers = {
            Part.TITLE: self._title,
            Part.COMMITTEE: self._committee,
            Part.MEETING_DATE: self._date,
            Part.DIVISIONS: self._divisions,
            Part.CONTACT: self._contact,
            Part.REPORT_OF: self._report_of_post,
            Part.LED_BY: self._report_of_post,
            Part.ELSEWHERE: self._elsewhere,
            Part.APPENDICES: self._list_of_appendices,
        }
        if section.part is None:
            return self._unlabelled(section)
        return readers.get(section.part, self._mark)(section)

    def _unlabelled(self, section: Section) -> list[Block]:
        """Free lines, or a label nobody has heard of, which stays with its value."""
        if section.heading is None:
            return section.blocks
        value = "; ".join(words_of(block) for block in section.blocks)
        self._margin.unread.append(f"{words_of(section.heading)} {value}".strip())
        return []

    def _title(self, section: Section) -> list[Block]:
        self._margin.label_blocks(section.heading)
        own = [self._appendices.take(block) for block in section.blocks[: section.own]]
        if self.front.title:
            self._margin.leave(*own)
        else:
            self.front.title = joined(own, self._margin)
        return section.blocks[section.own :]

    def _committee(self, section: Section) -> list[Block]:
        blocks = section.blocks[: section.own]
        own = [line for block in blocks for line in without_date(block, self.front, self._margin)]
        name = without_members(joined(own, self._margin, "; ").strip(" ,:–—-"), self._margin)
        if not section.blocks and section.heading and not self.front.committee:
            self.front.committee = section.heading.text.strip(" :")  # "CABINET" and no more
            return []
        self._margin.label_blocks(section.heading)
        if self.front.committee and re.search(r"\w", name):
            self._margin.unread.append(name)
        else:
            self.front.committee = self.front.committee or name
        return section.blocks[section.own :]

    def _date(self, section: Section) -> list[Block]:
        own = section.blocks[: section.own]
        label = words_of(section.heading) if section.heading else ""
        found = find_date("\n".join(block.text for block in own))
        if found is None and own and not (section.is_inline or section.is_bounded):
            self._margin.label(label)
            return section.blocks
        self._margin.label(" ".join([label, *(words_of(block) for block in own)]))
        if found:
            self.front.dates.append(("meeting" in label.casefold(), found))
        return section.blocks[section.own :]

    def _divisions(self, section: Section) -> list[Block]:
        label = words_of(section.heading) if section.heading else ""
        self._margin.label(label)
        taken = section.own if section.is_bounded else count_of_lines(section.blocks)
        blocks = section.blocks[:taken]
        self._margin.label(*(block.marker for block in blocks if block.is_marker_printed))
        text = "\n".join(block.text for block in blocks)
        self.front.divisions += read_divisions(text, label, self._margin)
        return section.blocks[taken:]

    def _contact(self, section: Section) -> list[Block]:
        self._margin.label_blocks(section.heading)
        taken = section.own if section.is_bounded else contact_run(section.blocks)
        self.front.contacts += read_contacts(section.blocks[:taken], self._margin)
        return section.blocks[taken:]

    def _report_of_post(self, section: Section) -> list[Block]:
        is_run = section.part is Part.LED_BY and not section.is_bounded
        taken = contact_run(section.blocks) if is_run else section.own
        self._report_of.append(replace(section, blocks=section.blocks[:taken]))
        return section.blocks[taken:]

    def _settle_report_of(self) -> None:
        """Who reports or answers is whom to ask only where nobody else is."""
        are_named = bool(self.front.contacts)
        have_reach = any(contact.telephone or contact.email for contact in self.front.contacts)
        for section in self._report_of:
            is_spare = have_reach or (are_named and section.part is Part.REPORT_OF)
            if is_spare and not adds_to(self.front.contacts, section.blocks):
                words = [words_of(b) for b in (section.heading, *section.blocks) if b]
                self._margin.label(" ".join(words))
            else:
                self._margin.label_blocks(section.heading)
                self.front.contacts += read_contacts(section.blocks, self._margin)

    def _elsewhere(self, section: Section) -> list[Block]:
        self._margin.label_blocks(section.heading)
        self._margin.leave(*section.blocks[: section.own])
        return section.blocks[section.own :]

    def _list_of_appendices(self, section: Section) -> list[Block]:
        taken = section.own
        while taken < len(section.blocks) and self._appendices.is_named(section.blocks[taken]):
            taken += 1
        rest = self._appendices.section(section.heading, section.blocks[:taken])
        return rest + section.blocks[taken:]

    def _mark(self, section: Section) -> list[Block]:
        taken = section.own if section.is_inline or section.is_bounded else 0
        self._margin.label_blocks(section.heading, *section.blocks[:taken])
        return section.blocks[taken:]

    def _settle_date(self) -> None:
        """Choose the first date labelled as the meeting's, else the first of any."""
        dates = sorted(self.front.dates, key=lambda date: not date[0])
        if not dates:
            return
        _, found = dates[0]
        self.front.meeting_date = found.day
        if not found.is_weekday_right:
            day = f"{found.day:%A} {found.day.day} {found.day:%B %Y}"
            message = f"The report says {found.weekday}, but the date it gives is {day}."
            self._margin.notices.append(Notice("weekday-mismatch", message))

    def _take_title_from_report_of(self) -> None:
        """Where nothing else can be the title, "Report of the Working Group" is."""
        lines = [s for s in self._report_of if s.heading and s.blocks and is_one_line(s)]
        if self.front.title or not self.front.contacts or not lines:
            return
        self._report_of.remove(lines[-1])
        said = (lines[-1].heading, *lines[-1].blocks)
        self.front.title = " ".join(words_of(b) for b in said if b)
