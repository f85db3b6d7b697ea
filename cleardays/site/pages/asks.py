"""What committees asked: the register, and one with its answer."""

from datetime import date
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from cleardays.design import marks
from cleardays.design.values import Link
from cleardays.progress.summary import number_of
from cleardays.record.schemas.ask import AskDocument
from cleardays.site.as_at import as_at
from cleardays.site.following import rows_with, short_day
from cleardays.site.reading import Listed, Shown, listed, standing
from cleardays.site.tables import worth_showing
from cleardays.site.ways import ASKS, HOME
from cleardays.site.wording import listed_day

COLUMNS = ("What was asked", "Asked of", "Asked", "Due", "How it stands")
REGISTER_COLUMNS = ("What was asked", "Who asked", *COLUMNS[1:])
DAYS_OF_A_YEAR = 365
DAYS_OF_A_MONTH = DAYS_OF_A_YEAR / 12
LONGEST_HEADING = 200
GROUPS = ("Overdue", "Open", "Answered, waiting for the committee", "Settled")
TONES = {"open": "note", "answered": "warning", "accepted": "good", "withdrawn": "plain"}


def index(request: HttpRequest) -> HttpResponse:
    """Show the register: what is overdue first, then what is open, answered, settled."""
    today = localdate()
    groups: dict[str, list[Listed]] = {name: [] for name in GROUPS}
    for row in listed(standing("ask").order_by("-day", "ref")):
        groups[_group(row, today)].append(row)
    context = {
        "groups": [
            (name, *worth_showing(REGISTER_COLUMNS, _register(rows, today)))
            for name, rows in groups.items()
            if rows
        ],
        **as_at(),
        "trail": HOME,
        "section": "asks",
    }
    return render(request, "site/asks.html", context)


def _register(rows: list[Listed], today: date) -> list[tuple[object, ...]]:
    """Return rows of the register, under ``REGISTER_COLUMNS``: which committee asked too."""
    return [
        (first, str(row.facts.get("committee", "")), *rest)
        for row, (first, *rest) in zip(rows, rows_of(rows, today), strict=True)
    ]


def _group(row: Listed, today: date) -> str:
    state = row.facts.get("state")
    if state == "open":
        return "Overdue" if days_late(row, today) else "Open"
    return "Answered, waiting for the committee" if state == "answered" else "Settled"


def days_late(row: Listed, today: date) -> int:
    """Count the days past the day by which an answer was asked for; 0 once there is one."""
    due = str(row.facts.get("due") or "")
    if row.facts.get("state") != "open" or not due:
        return 0
    return max(0, (today - date.fromisoformat(due)).days)


def rows_of(rows: list[Listed], today: date) -> list[tuple[object, ...]]:
    """Return rows of a table of asks, under ``COLUMNS``."""
    return [
        (
            marks.fill('<a href="{}">{}</a>', row.href, row.title),
            str(row.facts.get("asked_of", "")),
            listed_day(row),
            str(row.facts.get("due_words") or short_day(str(row.facts.get("due") or ""))),
            _state(row, today),
        )
        for row in rows
    ]


def _state(row: Listed, today: date) -> SafeString:
    state = str(row.facts.get("state", ""))
    late = days_late(row, today)
    if late:
        return marks.fill("{} by {}", marks.tag("Overdue", "bad"), number_of(late, "day"))
    mark = marks.tag(str(row.facts.get("state_name", "")), TONES.get(state, "plain"))
    return marks.fill("{} {}", mark, _waited(row, today)) if state == "open" else mark


def _waited(row: Listed, today: date) -> str:
    """Say for how many months or years nothing came back; "" for less than a month."""
    days = (today - row.day).days if row.day else 0
    years, months = days // DAYS_OF_A_YEAR, int(days // DAYS_OF_A_MONTH)
    about = "about " if row.facts.get("date_words") else ""
    waited = number_of(years, "year") if years else number_of(months, "month") if months else ""
    return f"for {about}{waited}" if waited else ""


def _heading(ask: AskDocument) -> str:
    """Return what was asked as a heading: whole, where its title was cut and it is short."""
    is_cut = ask.title.endswith("…") and len(ask.text) <= LONGEST_HEADING and "\n" not in ask.text
    return ask.text if is_cut else ask.title


def context(shown: Shown) -> dict[str, Any]:
    """Return what the page of an ask shows."""
    ask = cast(AskDocument, shown.document)
    due = date.fromisoformat(ask.due) if ask.due and ask.state == "open" else None
    today = localdate()
    return {
        "ask": ask,
        "heading": _heading(ask),
        "overdue": number_of((today - due).days, "day") if due and due < today else "",
        "facts": rows_with(
            [
                ("Asked", ask.asked_words or short_day(ask.asked_on)),
                ("Asked of", ", ".join(filter(None, (ask.asked_of, ask.post)))),
                ("Due", ask.due_words or short_day(ask.due)),
                ("By which rule", ask.rule),
                ("State", ask.state_name),
                ("Answered", short_day(ask.answered_on)),
            ]
        ),
        "plans": _plans(ask),
        "trail": [*ASKS, Link(ask.committee_link.title, f"/{ask.committee_link.ref}/")],
        "section": "asks",
    }


def _plans(ask: AskDocument) -> list[Listed]:
    """Return the plans that say they answer it, newest first."""
    rows = standing("plan").filter(summary__contains=f" {ask.ref} ")
    return listed(rows.order_by("-day", "ref"))
