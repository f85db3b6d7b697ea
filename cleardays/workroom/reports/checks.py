"""What stands against a report before it may be cleared: the law's list, and ours."""

from collections.abc import Iterable, Iterator
from typing import Any

from cleardays.law.background import BackgroundPaper, breaches_of_background_list
from cleardays.law.types import Breach
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.reports.models import Appendix, Report, ReportVersion


def latest(report: Report) -> ReportVersion:
    """Return the newest version of a report that the caller may see already."""
    versions = ReportVersion.objects.unrestricted(because="whoever may see a report, may this")
    return versions.of(report)[0]


def open_notices(report: Report) -> list[dict[str, Any]]:
    """Return what was found in the file of a report and nobody has dealt with yet."""
    dealt_with = AuditEvent.objects.about(report).filter(verb="see")
    put_away = {event.after["note"] for event in dealt_with}
    return [found for found in latest(report).notices if found["code"] not in put_away]


def appendices_of(report: Report) -> Iterable[Appendix]:
    """Return the appendices of a report that the caller may see already, exempt ones too."""
    everything = Appendix.objects.unrestricted(because="only open ones are spoken of")
    return everything.of(report)


def faults_of_appendices(appendices: Iterable[Appendix]) -> Iterator[str]:
    """Yield which open appendices could not be published as they are, and why."""
    for appendix in appendices:
        if appendix.is_held_up:
            yield f"{appendix.label} cannot be published as it is: put a mended file in its place"


def faults_of(version: ReportVersion) -> Iterator[Breach | str]:
    """Yield what must be put right before the version can be cleared; nothing means ready."""
    if not version.title.strip():
        yield "Give the report a title"
    if not version.recommendations and not version.without_recommendations.strip():
        yield "Add a recommendation, or say why the report asks for none"
    papers = [BackgroundPaper(row["paper"]) for row in version.background_papers]
    stated_none = version.background_papers_stated and not papers
    yield from (b for b in breaches_of_background_list(papers, stated_none) if b.blocks)
    if waiting := len(version.unread):
        passages = "passage waits" if waiting == 1 else "passages wait"
        yield f"{waiting} {passages} for a place: put each into a part, or say why it is left out"
