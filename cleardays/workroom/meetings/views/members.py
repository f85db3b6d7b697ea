"""What the law opens to every member of what is kept from the public (s 100F)."""

from collections.abc import Sequence
from dataclasses import dataclass

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models import AgendaItem, Exemption, Meeting
from cleardays.workroom.reports.models import Report, ReportVersion
from cleardays.workroom.reports.presenting import facts_of

BY_LAW = "the decision, which this viewer may see, opens the paper to every member"


@dataclass(frozen=True)
class MembersPaper:
    """An exempt item as a member may have it: its private title, and its report once cleared."""

    number: int
    decision: Exemption
    version: ReportVersion | None
    facts: Sequence[tuple[str, str]]


def papers_for_members(meeting: Meeting, viewer: Viewer) -> list[MembersPaper]:
    """Return the exempt items of a meeting that this viewer may read as a member."""
    seen = Exemption.objects.visible_to(viewer).in_force().filter(item__meeting=meeting)
    decisions = list(seen.select_related("item").order_by("item__position"))
    versions = _cleared([one.item for one in decisions])
    return [_paper(one, versions.get(one.item.report_id or 0)) for one in decisions]


def _cleared(items: Sequence[AgendaItem]) -> dict[int, ReportVersion]:
    everything = ReportVersion.objects.unrestricted(because=BY_LAW)
    keys = [item.report_id for item in items if item.report_id]
    cleared = everything.filter(report__in=keys, report__state=Report.State.CLEARED)
    newest = cleared.select_related("report__committee").order_by("number")
    return {version.report_id: version for version in newest}


def _paper(decision: Exemption, version: ReportVersion | None) -> MembersPaper:
    facts = facts_of(version) if version else ()
    return MembersPaper(decision.item.position, decision, version, facts)
