"""What is due after an inspection, as its page shows it: what is open first, then what is done."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.progress.summary import number_of
from cleardays.record.schemas.inspection import DutyDocument
from cleardays.site.following import short_day

DUTY_COLUMNS = ("What", "Due", "How it stands", "Who must act", "By which rule")
WITHOUT_RULE = "How this is counted"
UNDATED = "9999"
Row = tuple[object, ...]


class Duties(NamedTuple):
    """Rows under ``DUTY_COLUMNS``: what is not recorded as done, and what is."""

    open: list[Row]
    done: list[Row]

    @property
    def number(self) -> int:
        return len(self.open) + len(self.done)


def duties_of(duties: Iterable[DutyDocument], today: date) -> Duties:
    """Part duties by whether they are done, each in the order of their days, undated last."""
    found = Duties([], [])
    for duty in sorted(duties, key=lambda one: one.done_on or one.due or UNDATED):
        (found.done if duty.done_on else found.open).append(_row(duty, today))
    return found


def _row(duty: DutyDocument, today: date) -> Row:
    due = short_day(duty.due) or "No date"
    return (
        duty.title,
        f"Usually about {due}" if duty.is_estimate and duty.due else due,
        _state(duty, today),
        ", ".join(filter(None, (duty.body, duty.owner))),
        _by_rule(duty),
    )


def _by_rule(duty: DutyDocument) -> str | SafeString:
    """Name the rule; how the day follows from it is folded, but for a day that is still open."""
    said = list(filter(None, (duty.sentence, _law(duty), _proof(duty))))
    if not said:
        return duty.authority
    believed = " (believed, not confirmed)" if duty.authority and duty.is_believed else ""
    return marks.fill(
        '<details class="cd-reveal cd-rule"{}><summary class="cd-reveal__summary">{}{}</summary>'
        '<div class="cd-reveal__words">{}</div></details>',
        SafeString(" open" if duty.due and not duty.done_on else ""),
        duty.authority or WITHOUT_RULE,
        believed,
        SafeString(" ".join(marks.fill("{}", one) for one in said)),
    )


def _law(duty: DutyDocument) -> str | SafeString:
    """Link where the rule was read: that is not always the statute."""
    if not duty.authority_url.startswith(("https://", "http://")):
        return ""
    return marks.fill("{}.", marks.authority("The rule", duty.authority_url))


def _proof(duty: DutyDocument) -> str | SafeString:
    """Link what proves that a duty is done."""
    if not duty.proof.startswith("http"):
        return duty.proof
    words = marks.short_address(duty.proof)
    return marks.fill('Proof: <a href="{}">{}</a>', duty.proof, words)


def _state(duty: DutyDocument, today: date) -> SafeString:
    """Say whether a duty is done, late or still to come, by today's date."""
    due = date.fromisoformat(duty.due) if duty.due else None
    done = date.fromisoformat(duty.done_on) if duty.done_on else None
    late = ((done or today) - due).days if due else 0
    days = number_of(abs(late), "day")
    if done:
        return _done(duty, late)
    if due is None:
        return marks.tag("Not recorded as done", "plain")
    if late <= 0:
        return format_html("{} in {}", marks.tag("To come", "plain"), days)
    if duty.is_estimate:
        return format_html("{} {} past what is usual", marks.tag("Not yet", "note"), days)
    return format_html("{} by {}", marks.tag("Late", "bad"), days)


def _done(duty: DutyDocument, late: int) -> SafeString:
    """Say when a duty was done, and by how many days too late: not where the day is inexact."""
    on = short_day(duty.done_on)
    if duty.done_words:
        return format_html("{} {}", marks.tag("Done", "good"), f"{on} ({duty.done_words})")
    if late <= 0:
        return format_html("{} {}", marks.tag("Done", "good"), on)
    days = number_of(late, "day")
    if duty.is_estimate:
        return format_html("{} {}, {} past what is usual", marks.tag("Done", "good"), on, days)
    return format_html("{} {}, {} late", marks.tag("Done", "warning"), on, days)
