"""What members may read of what is kept from the public (s 100F, and the need to know)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cleardays.law.exemption import exempt_in_words
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models import AgendaItem, Exemption, Meeting
from cleardays.workroom.reports.models import Appendix, Report, ReportVersion
from cleardays.workroom.reports.presenting import facts_of, file_row

BY_LAW = "the decision, which this viewer may see, opens the paper to them as a member"


@dataclass(frozen=True)
class MembersPaper:
    """An exempt item as a member may have it: its private title, and its report once cleared."""

    number: int
    decision: Exemption
    exempt: str
    version: ReportVersion | None
    facts: Sequence[tuple[str, str]]
    files: Sequence[dict[str, Any]]


def papers_for_members(meeting: Meeting, viewer: Viewer) -> list[MembersPaper]:
    """Return the exempt items of a meeting that this viewer may read as a member."""
    seen = Exemption.objects.visible_to(viewer).in_force().filter(item__meeting=meeting)
    decisions = list(seen.select_related("item").order_by("item__position"))
    versions = _cleared([one.item for one in decisions])
    return [_paper(one, versions.get(one.item.report_id or 0)) for one in decisions]


def may_open(viewer: Viewer, sha256: str) -> bool:
    """Say whether a file goes with an exempt report that this viewer may read as a member."""
    seen = Exemption.objects.visible_to(viewer).in_force()
    cleared = seen.filter(item__report__state=Report.State.CLEARED).order_by()
    files = Appendix.objects.unrestricted(because=BY_LAW).filter(file_id=sha256)
    return files.filter(report__in=cleared.values("item__report")).exists()


def _cleared(items: Sequence[AgendaItem]) -> dict[int, ReportVersion]:
    everything = ReportVersion.objects.unrestricted(because=BY_LAW)
    keys = [item.report_id for item in items if item.report_id]
    cleared = everything.filter(report__in=keys, report__state=Report.State.CLEARED)
    newest = cleared.select_related("report__committee").order_by("number")
    return {version.report_id: version for version in newest}


def _paper(decision: Exemption, version: ReportVersion | None) -> MembersPaper:
    return MembersPaper(
        number=decision.item.position,
        decision=decision,
        exempt=exempt_in_words(decision.item.paragraphs),
        version=version,
        facts=facts_of(version) if version else (),
        files=_files(version) if version else (),
    )


def _files(version: ReportVersion) -> list[dict[str, Any]]:
    rows = Appendix.objects.unrestricted(because=BY_LAW).of(version.report)
    files = rows.select_related("file")
    return [{**file_row(one.file, str(one)), "shows": one.description} for one in files]
