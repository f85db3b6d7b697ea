"""The parts of a report as a value: from a draft, from a version, cleaned, and in plain words."""

import dataclasses
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from cleardays.readers.reports.draft import Passage, ReportDraft
from cleardays.workroom.documents.rendering import clean_html, plain_text, without_paragraph
from cleardays.workroom.reports.models import ReportVersion

CONTACT = ("name", "telephone", "post", "email")
PAPER = ("paper", "date", "contact")


@dataclass(frozen=True)
class Parts:
    """What a version holds, in the shapes of ``ReportVersion``: HTML fields, lists, rows."""

    title: str = ""
    committee_name: str = ""
    meeting_date: date | None = None
    electoral_divisions: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    contacts: tuple[dict[str, str], ...] = ()
    executive_summary: str = ""
    recommendations: tuple[str, ...] = ()
    without_recommendations: str = ""
    background: str = ""
    consultations: str = ""
    implications: tuple[tuple[str, str], ...] = ()
    background_papers: tuple[dict[str, str], ...] = ()
    background_papers_stated: bool = False
    part_ii_reason: str = ""
    unread: tuple[str, ...] = ()
    left_out: tuple[dict[str, str], ...] = ()
    notices: tuple[dict[str, Any], ...] = ()
    sources: tuple[str, ...] = ()
    is_invented: bool = False

    def cleaned(self) -> "Parts":
        """Return the same with every piece of HTML sanitised: what may be stored."""
        return dataclasses.replace(
            self,
            executive_summary=clean_html(self.executive_summary),
            recommendations=tuple(map(clean_html, self.recommendations)),
            background=clean_html(self.background),
            consultations=clean_html(self.consultations),
            implications=tuple((head, clean_html(html)) for head, html in self.implications),
            part_ii_reason=clean_html(self.part_ii_reason),
        )

    def as_fields(self) -> dict[str, Any]:
        """Return the values for the columns of ``ReportVersion``."""
        plain = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        return {
            name: _listed(value) if isinstance(value, tuple) else value
            for name, value in plain.items()
        }


FIELDS = tuple(field.name for field in dataclasses.fields(Parts))


def _listed(values: tuple[Any, ...]) -> list[Any]:
    return [list(value) if isinstance(value, tuple) else value for value in values]


def of_version(version: ReportVersion) -> Parts:
    """Return the parts of a stored version."""
    values: dict[str, Any] = {name: getattr(version, name) for name in FIELDS}
    frozen: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    frozen["implications"] = tuple((heading, html) for heading, html in version.implications)
    return Parts(**frozen)


def of_draft(draft: ReportDraft) -> Parts:
    """Return the parts of a file as read, cleaned; what was unread waits for a place."""
    return Parts(
        title=draft.title,
        committee_name=draft.committee,
        meeting_date=draft.meeting_date,
        electoral_divisions=draft.electoral_divisions,
        appendices=draft.appendices,
        contacts=tuple(dataclasses.asdict(contact) for contact in draft.contacts),
        executive_summary=_html(draft.executive_summary),
        recommendations=tuple(without_paragraph(_html(one)) for one in draft.recommendations),
        background=_html(draft.background),
        consultations=_html(draft.consultations),
        implications=tuple((head, _html(words)) for head, words in draft.implications.items()),
        background_papers=tuple(dataclasses.asdict(paper) for paper in draft.background_papers),
        background_papers_stated=draft.background_papers_stated,
        part_ii_reason=_html(draft.part_ii_reason),
        unread=draft.unread,
        notices=tuple(dataclasses.asdict(notice) for notice in draft.notices),
    ).cleaned()


def _html(passage: Passage) -> str:
    return passage.html or escape(passage.text).replace("\n", "<br>")


def in_words(parts: Parts) -> dict[str, str]:
    """Return every part that a reader sees as plain words, by its name on the page, in order."""
    return {
        "Title": parts.title,
        "Committee": parts.committee_name,
        "Meeting date": f"{parts.meeting_date:%-d %B %Y}" if parts.meeting_date else "",
        "Electoral divisions affected": "\n".join(parts.electoral_divisions),
        "Appendices": "\n".join(parts.appendices),
        "Contacts": _rows(parts.contacts, CONTACT),
        "Executive summary": plain_text(parts.executive_summary),
        "Recommendations": "\n".join(map(plain_text, parts.recommendations)),
        "Why there is no recommendation": parts.without_recommendations,
        "Background and advice": plain_text(parts.background),
        "Consultations": plain_text(parts.consultations),
        "Implications": "\n".join(
            f"{heading}\n{plain_text(html)}" for heading, html in parts.implications
        ),
        "Background papers": _papers(parts),
        "Reason for inclusion in Part II": plain_text(parts.part_ii_reason),
        "Not yet placed": "\n".join(parts.unread),
        "Left out": "\n".join(f"{one['text']}\nWhy: {one['why']}" for one in parts.left_out),
    }


def _papers(parts: Parts) -> str:
    none = "There are none" if parts.background_papers_stated else ""
    return _rows(parts.background_papers, PAPER) or none


def _rows(rows: Iterable[dict[str, str]], names: Iterable[str]) -> str:
    keys = tuple(names)
    return "\n".join(", ".join(row[key] for key in keys if row.get(key)) for row in rows)


def words(text: str) -> str:
    """Fold a text to its words and single spaces, so that layout does not matter."""
    return " ".join(re.findall(r"\w+", text))


def lost(before: Parts, after: Parts) -> Iterator[str]:
    """Yield each passage that waited for a place in ``before`` and is nowhere in ``after``."""
    kept = f" {words(' '.join(in_words(after).values()))} "
    for passage in before.unread:
        if f" {words(passage)} " not in kept:
            yield passage
