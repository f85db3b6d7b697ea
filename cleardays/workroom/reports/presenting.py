"""What pages say about a report: its facts as rows, its history as sentences, its next steps."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse

from cleardays.design.values import Link, Refusal
from cleardays.law.exemption import PARAGRAPHS
from cleardays.law.types import Breach
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.documents.kinds import in_words
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.reports.checks import (
    appendices_of,
    faults_of,
    faults_of_appendices,
    latest,
)
from cleardays.workroom.reports.models import Report, ReportVersion
from cleardays.workroom.reports.workflow import REPORT

TONES = {"draft": "plain", "clearance": "warning", "cleared": "good"}
STEPS = ("submit", "clear", "send-back")


@dataclass(frozen=True)
class Step:
    """A next step that this viewer may take, now or once the reasons are dealt with."""

    name: str
    label: str
    needs_reason: bool
    is_open: bool


def works_on(viewer: Viewer, report: Report) -> bool:
    """Say whether the viewer sees how the report is made, not only what it says."""
    is_author = viewer.user_id is not None and report.author_id == viewer.user_id
    return is_author or viewer.can(Permission.SEE_DRAFTS, report.committee_id)


def may_write(viewer: Viewer, report: Report) -> bool:
    """Say whether the viewer may change the report: reading it is not enough."""
    return works_on(viewer, report) and viewer.can(Permission.WRITE_REPORTS, report.committee_id)


def steps_of(report: Report, viewer: Viewer, at: datetime) -> list[Step]:
    """Return the steps of clearance as buttons; the engine that does them answers here too."""
    return [
        Step(
            option.transition.name,
            option.transition.label,
            option.transition.needs_reason,
            option.is_open,
        )
        for option in REPORT.options(report, viewer, at)
        if option.transition.name in STEPS
    ]


def refusals_of(report: Report, viewer: Viewer) -> list[Refusal]:
    """Return what must be put right before it can be cleared, and where this viewer can."""
    edit = ("Correct the parts", reverse("reports:edit", args=[report.pk]))
    mend = ("See what is wrong in it", "#appendices")
    found = [(as_refusal(fault), edit) for fault in faults_of(latest(report))]
    found += [(as_refusal(f), mend) for f in faults_of_appendices(appendices_of(report))]
    if not may_write(viewer, report):
        return [refusal for refusal, _ in found]
    return [replace(one, next_step=step, next_href=href) for one, (step, href) in found]


def as_refusal(fault: Breach | str) -> Refusal:
    if isinstance(fault, str):
        return Refusal(fault)
    return Refusal(fault.detail, authority=fault.rule.authority, source=fault.rule.url)


def facts_of(version: ReportVersion) -> list[tuple[str, str]]:
    """Return the short facts of a version as rows, those that it has."""
    when = f"{version.meeting_date:%-d %B %Y}" if version.meeting_date else ""
    rows = [
        ("Committee", version.committee_name or version.report.committee.name),
        ("Meeting", when),
        ("Electoral divisions affected", ", ".join(version.electoral_divisions)),
        ("Appendices", "; ".join(version.appendices)),
        ("Contact", "; ".join(map(_contact, version.contacts))),
    ]
    return [(key, value) for key, value in rows if value]


def _contact(row: dict[str, str]) -> str:
    keys = ("name", "post", "telephone", "email")
    return ", ".join(row[key] for key in keys if row.get(key))


def came_back(report: Report) -> AuditEvent | None:
    """Return by whom and why a report was sent back; until it is cleared, that is to be known."""
    return sent_back_of([report]).get(report.pk)


def sent_back_of(reports: Iterable[Report]) -> dict[int, AuditEvent]:
    """Return for each of the reports, by its key, how it came back, if it did."""
    keys = [str(one.pk) for one in reports if one.state != Report.State.CLEARED]
    told = AuditEvent.objects.filter(
        subject_type=Report._meta.label_lower, subject_id__in=keys, verb__in=["send-back", "clear"]
    )
    last = {int(event.subject_id): event for event in told.order_by("pk")}
    return {key: event for key, event in last.items() if event.verb == "send-back"}


def is_placed(report: Report) -> bool:
    """Say whether the report is on an agenda, or was when its way was last written down."""
    last = AuditEvent.objects.about(report).filter(verb__in=["place", "take-off"]).first()
    return report.is_published or (last is not None and last.verb == "place")


def taken_back(report: Report) -> AuditEvent | None:
    """Return by whom and why a report was recalled, unless it is public again."""
    if report.is_published:
        return None
    last = AuditEvent.objects.about(report).filter(verb__in=["recall", "publish"]).first()
    return last if last and last.verb == "recall" else None


def not_added(version: ReportVersion, labels: Iterable[str]) -> list[str]:
    """Return the appendices that a version refers to and that no label of those added names."""
    added = [label.casefold() for label in labels]
    return [
        words
        for words in version.appendices
        if not any(re.search(rf"\b{re.escape(label)}\b", words.casefold()) for label in added)
    ]


def exempt_in_words(exempt_under: str) -> str:
    """Say under which paragraphs something is exempt, and what they are about."""
    numbers = [int(number) for number in exempt_under.split(",") if number]
    return "; ".join(f"paragraph {number}, {PARAGRAPHS[number]}" for number in numbers)


def file_row(file: StoredFile, name: str = "") -> dict[str, Any]:
    """Return what a link to a stored file says of it."""
    return {
        "href": reverse("documents:file", args=[file.sha256]),
        "name": name or file.name,
        "kind": in_words(file.media_type),
        "size": file.size,
        "pages": file.pages or 0,
    }


def trail(*, report: Report | None = None, title: str = "") -> list[Link]:
    """Return the way back up from a page about a report."""
    links = [Link("Reports", "/reports/")]
    if report is not None:
        links.append(Link(title, report.get_absolute_url()))
    return links
