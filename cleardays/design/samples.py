"""Invented things to show the components with: no council, no person, no paper is real."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.safestring import mark_safe

from cleardays.design.chart_samples import charts
from cleardays.design.forms import DayField, Words
from cleardays.design.values import HistoryLine, Link, Refusal, Source, StripDay

MEETING = datetime(2025, 7, 7, 13, 0, tzinfo=UTC)
DEADLINE = date(2025, 6, 27)
ACT = "https://www.legislation.gov.uk/ukpga/1972/70/section/100B"
REPORT = mark_safe(
    "<h2>Background and advice</h2><p>The bridge over the Alder was closed to lorries after the"
    " winter floods. The survey found <strong>three</strong> of its five piers sound.</p>"
    "<h3>What it would cost</h3>"
    "<table><caption>Cost by option, thousands of pounds</caption><thead><tr>"
    '<th scope="col">Option</th><th scope="col">First year</th><th scope="col">Second year</th>'
    '<th scope="col">Third year</th><th scope="col">Who pays</th></tr></thead><tbody>'
    '<tr><th scope="row">Repair</th><td>420</td><td>60</td><td>60</td><td>The council</td></tr>'
    '<tr><th scope="row">Replace</th><td>1,850</td><td>0</td><td>0</td><td>Council and county</td>'
    "</tr></tbody></table><ol><li>Repair keeps the bridge open for cars.</li>"
    "<li>Replacement closes it for fourteen months.</li></ol>"
)


class SampleForm(forms.Form):
    """Every kind of field that pages use."""

    title = forms.CharField(
        label="Title of the report", help_text="As it is to stand on the agenda.", max_length=200
    )
    held_on = DayField(label="When is the meeting?", help_text="For example, 31 1 2026.")
    email = forms.EmailField(label="E-mail of the contact", required=False)
    committee = forms.ChoiceField(
        label="Committee", choices=[("bridges", "Bridges and Fords"), ("mills", "Mills and Weirs")]
    )
    kind = forms.ChoiceField(
        label="What kind of decision is it?",
        choices=[("key", "A key decision"), ("other", "Not a key decision")],
        widget=forms.RadioSelect,
    )
    divisions = forms.MultipleChoiceField(
        label="Which divisions does it affect?",
        choices=[("all", "All divisions"), ("east", "Alder East"), ("west", "Alder West")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reason = forms.CharField(label="Reason", widget=forms.Textarea({"rows": 4}))
    advice = forms.CharField(label="Advice", widget=Words({"rows": 6}), required=False)
    file = forms.FileField(
        label="The report",
        help_text="Word, ODF, RTF, PDF or plain text. Drop it here, or choose it.",
    )
    exempt = forms.BooleanField(
        label="Part of this report is exempt", help_text="You will be asked why.", required=False
    )
    meeting = forms.IntegerField(widget=forms.HiddenInput, initial=7)


def strip() -> list[StripDay]:
    """The days of a notice over a weekend, from the last day to publish to the meeting."""
    days = [StripDay(DEADLINE, "published")]
    number = 0
    for step in range(1, 10):
        on = DEADLINE + timedelta(days=step)
        if on.weekday() > 4:
            days.append(StripDay(on, "closed", why="Weekend"))
        else:
            number += 1
            days.append(StripDay(on, "clear", number))
    return [*days, StripDay(MEETING.date(), "meeting")]


def page() -> Page[Any]:
    """The second page of a long list."""
    return Paginator(range(100), 20).page(2)


def samples() -> dict[str, Any]:
    """The context of the page of components."""
    return {**_ways(), **_facts(), **charts(), **_law()}


def _ways() -> dict[str, Any]:
    return {
        "trail": [Link("Home", "#"), Link("Committees", "#"), Link("Bridges and Fords", "#")],
        "parts": [
            Link("Words and marks", "#words"),
            Link("Ways around", "#ways"),
            Link("Facts", "#facts"),
            Link("Charts", "#charts"),
            Link("The law and the record", "#law"),
            Link("Frames", "#frames"),
            Link("Meetings", "#meetings"),
        ],
        "tabs": [
            Link("Agenda", "#ways", current=True),
            Link("Decisions", "#ways"),
            Link("Attendance", "#ways"),
        ],
        "page": page(),
    }


def _facts() -> dict[str, Any]:
    return {
        "meeting_at": MEETING,
        "published_at": datetime(2025, 6, 26, 9, 5, tzinfo=UTC),
        "about": "2018-05",
        "visit": (date(2020, 3, 9), date(2020, 3, 12)),
        "rows": [
            ("Committee", "Bridges and Fords Scrutiny Committee"),
            ("Place", "Council Chamber, Market Hall", Link("Change", "#facts")),
            ("Divisions affected", "All divisions"),
        ],
        "columns": ["Area", "Actions", "Finished", "Late"],
        "numbers": (1, 2, 3),
        "body": [["Piers", 12, 9, 1], ["Signs", 7, 7, 0], ["Diversions", 28, 17, 6]],
        "report": REPORT,
        "found": mark_safe("the <mark>bridge</mark> over the Alder was closed to lorries"),
        "lines": [
            HistoryLine(
                "Added item 6 as a supplement",
                datetime(2025, 7, 1, 15, 20, tzinfo=UTC),
                "Democratic Services Officer",
                "The survey arrived after the agenda was published.",
            ),
            HistoryLine("Published the agenda", datetime(2025, 6, 26, 9, 5, tzinfo=UTC)),
        ],
    }


def _law() -> dict[str, Any]:
    return {
        "strip": strip(),
        "strip_words": (
            "The agenda must be public by Fri 27 Jun 2025: five clear days before Mon 7 Jul,"
            " leaving out Saturdays and Sundays."
        ),
        "refused": [
            Refusal(
                "Only 4 clear days' notice: the agenda had to be public by Friday 27 June 2025.",
                "Local Government Act 1972, s 100B(3)",
                ACT,
                "Ask the chair to agree that the item is urgent, and record why",
                "#law",
            ),
            Refusal(
                "Nobody has released the exempt part.",
                "The council's own rule of two people",
                next_step="Ask a second officer to release it.",
            ),
        ],
        "sources": [Source("Committee minutes, 31 May 2018", "#law"), Source("Annual report")],
        "differing": [
            Source("Committee minutes", "#law", "22 May 2018"),
            Source("The newspaper of the day", "#law", "about 25 May 2018"),
        ],
    }
