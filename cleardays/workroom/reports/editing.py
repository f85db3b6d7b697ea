"""All the forms of the editing page as one: bound together, growing rows, giving back parts."""

import dataclasses
from collections.abc import Iterable
from html import escape
from typing import Any

from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict

from cleardays.workroom.documents.rendering import without_paragraph
from cleardays.workroom.documents.typed import from_typed, inline_from_typed, to_typed
from cleardays.workroom.people.models import ElectoralDivision, Organisation
from cleardays.workroom.reports import parts as made
from cleardays.workroom.reports.forms import (
    ContactForm,
    ImplicationForm,
    PaperForm,
    RecommendationForm,
    ReportForm,
    UnreadForm,
    lines,
)
from cleardays.workroom.reports.models import ReportVersion
from cleardays.workroom.reports.parts import Parts

ALL = "All Divisions"
MOST_ROWS = 200
ROWS = {
    name: formset_factory(form, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
    for name, form in {
        "contacts": ContactForm,
        "recommendations": RecommendationForm,
        "implications": ImplicationForm,
        "background_papers": PaperForm,
    }.items()
}
HTML = ("executive_summary", "background", "consultations", "part_ii_reason")
SINGLE = ("title", "committee_name", "meeting_date", "without_recommendations")


class Editing:
    """The forms over one version, unbound to begin with or bound to what was sent."""

    def __init__(
        self, version: ReportVersion, council: Organisation, data: QueryDict | None = None
    ) -> None:
        self.before = made.of_version(version)
        known = _divisions(council, self.before)
        first = self._first(version.number, known)
        self.form = ReportForm(data, initial=first, divisions=known)
        self.rows: dict[str, BaseFormSet[Any]] = {
            name: formset(data, prefix=name, initial=_rows_of(self.before, name))
            for name, formset in ROWS.items()
        }
        self.unread = UnreadForm(data, passages=self.before.unread, prefix="unread")

    @classmethod
    def with_one_more(
        cls, version: ReportVersion, council: Organisation, data: QueryDict, name: str
    ) -> "Editing":
        """Bind to what was sent, with an empty row added to one kind of rows."""
        grown = data.copy()
        total = f"{name}-TOTAL_FORMS"
        rows = str(grown.get(total, ""))
        if name in ROWS and rows.isdecimal():
            grown[total] = str(min(int(rows) + 1, MOST_ROWS))
        return cls(version, council, grown)

    @property
    def all_forms(self) -> list[Any]:
        return [self.form, self.unread, *self.rows.values()]

    def is_valid(self) -> bool:
        """Say whether everything sent can be understood; every form is asked, for its errors."""
        are_valid = [form.is_valid() for form in self.all_forms]
        return all(are_valid)

    def without_optional(self) -> "Editing":
        """Take "(optional)" off the labels: every part may wait, and saying so helps nobody.

        Only for showing: what was sent is judged first.
        """
        for form in [self.form, self.unread, *(f for rows in self.rows.values() for f in rows)]:
            form.is_valid()
            for field in form.fields.values():
                field.required = True
        return self

    def parts(self) -> Parts:
        """Return the parts as typed, with what was unread put where the user said."""
        given = self.form.cleaned_data
        papers = tuple(row for row in self._filled("background_papers") if row["paper"])
        single: dict[str, Any] = {name: given[name] for name in SINGLE}
        prose: dict[str, Any] = {name: from_typed(given[name]) for name in HTML}
        parts = dataclasses.replace(
            self.before,
            **single,
            **prose,
            electoral_divisions=(*given["divisions"], *lines(given["other_divisions"])),
            appendices=lines(given["appendices"]),
            contacts=tuple(self._filled("contacts")),
            recommendations=tuple(
                without_paragraph(inline_from_typed(row["words"]))
                for row in self._filled("recommendations")
            ),
            implications=tuple(
                (row["heading"], from_typed(row["words"])) for row in self._filled("implications")
            ),
            background_papers=papers,
            background_papers_stated=bool(papers) or given["no_papers"],
            unread=(),
        )
        for passage, place, why in self.unread.placed():
            parts = put(parts, passage, place, why)
        return parts

    def _filled(self, name: str) -> Iterable[dict[str, str]]:
        """Yield the rows in which something was typed: an emptied row is a removed one."""
        for form in self.rows[name].forms:
            row = {key: value.strip() for key, value in form.cleaned_data.items()}
            if any(row.values()):
                yield row

    def _first(self, number: int, known: list[str]) -> dict[str, Any]:
        before = self.before
        return {
            **{name: getattr(before, name) for name in SINGLE},
            **{name: to_typed(getattr(before, name)) for name in HTML},
            "divisions": [name for name in before.electoral_divisions if name in known],
            "other_divisions": "\n".join(
                name for name in before.electoral_divisions if name not in known
            ),
            "appendices": "\n".join(before.appendices),
            "no_papers": before.background_papers_stated and not before.background_papers,
            "based_on": number,
        }


def _divisions(council: Organisation, before: Parts) -> list[str]:
    names = ElectoralDivision.objects.filter(organisation=council).values_list("name", flat=True)
    return [ALL, *names]


def _rows_of(parts: Parts, name: str) -> list[dict[str, str]]:
    """Return the rows to begin with: at least one, so that there is something to type into."""
    if name == "recommendations":
        rows = [{"words": to_typed(words)} for words in parts.recommendations]
    elif name == "implications":
        rows = [{"heading": head, "words": to_typed(html)} for head, html in parts.implications]
    else:
        rows = [dict(row) for row in getattr(parts, name)]
    return rows or [{}]


def put(parts: Parts, passage: str, place: str, why: str) -> Parts:
    """Put a passage that was unread into its place."""
    html = escape(passage).replace("\n", "<br>")
    if place == "left_out":
        left_out = (*parts.left_out, {"text": passage, "why": why})
        return dataclasses.replace(parts, left_out=left_out)
    additions: dict[str, Any] = {
        "": ("unread", (*parts.unread, passage)),
        "recommendations": ("recommendations", (*parts.recommendations, html)),
        "implications": ("implications", (*parts.implications, ("Other", f"<p>{html}</p>"))),
        "background_papers": (
            "background_papers",
            (*parts.background_papers, {"paper": passage, "date": "", "contact": ""}),
        ),
        "appendices": ("appendices", (*parts.appendices, " ".join(passage.split()))),
    }
    name, value = additions.get(place) or (place, f"{getattr(parts, place)}\n<p>{html}</p>")
    changed: dict[str, Any] = {name: value}
    if name == "background_papers":
        changed["background_papers_stated"] = True
    return dataclasses.replace(parts, **changed)
