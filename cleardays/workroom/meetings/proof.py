"""The proof of an agenda: what would be published now, frozen exactly as the public would have it.

Printers call a proof what somebody reads before it is printed. Release, publication and the page
that shows what would be public all look at the same one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from cleardays.workroom.meetings.difference import Change, changes_between
from cleardays.workroom.meetings.models import (
    AgendaItem,
    AgendaVersion,
    Exemption,
    Meeting,
    Recall,
)
from cleardays.workroom.meetings.snapshot import (
    AppendixSnapshot,
    IssueSnapshot,
    ItemSnapshot,
    MeetingSnapshot,
)
from cleardays.workroom.people.models import ClosureDay
from cleardays.workroom.reports.models import Appendix, Report, ReportVersion
from cleardays.workroom.workflow.release import digest_of_words

FOR_PUBLICATION = "what would be published is built whole; who may see it is asked of the meeting"
CLOSURES_SHOWN = timedelta(days=60)


@dataclass(frozen=True)
class Proof:
    """Everything that publication looks at. ``before`` is what is public now, if anything is.

    ``versions``, ``reports`` are by the report's key, ``exemptions`` by the item's, ``recalled``
    by ref: when it was last recalled.
    """

    meeting: Meeting
    before: MeetingSnapshot | None
    snapshot: MeetingSnapshot
    items: Sequence[AgendaItem]
    exemptions: dict[int, Exemption]
    reports: dict[int, Report]
    versions: dict[int, ReportVersion]
    appendices: dict[int, list[Appendix]]
    recalled: dict[str, datetime]

    @property
    def changes(self) -> tuple[Change, ...]:
        """What differs from what is public now; everything, where nothing is."""
        return changes_between(self.before, self.snapshot)

    @property
    def is_recalled(self) -> bool:
        """Say whether the agenda was recalled since it was last published."""
        recalled = self.recalled.get(self.meeting.ref)
        if recalled is None or self.before is None:
            return False
        return recalled > datetime.fromisoformat(self.before.issues[-1].at)

    def taken_back(self, report: Report | None) -> datetime | None:
        """Return when a report was recalled; None where it is public, or never was."""
        if report is None or report.is_published:
            return None
        return self.recalled.get(f"reports/{report.slug}")

    @property
    def has_news(self) -> bool:
        """Say whether there is anything to publish."""
        return self.before is None or self.is_recalled or bool(self.changes)

    @property
    def issue(self) -> IssueSnapshot:
        """The publication that this would be."""
        return self.snapshot.issues[-1]


def proof_of(meeting: Meeting, at: datetime) -> Proof:
    """Build the proof of a meeting as it stands: eight queries, however long the agenda."""
    before = last_snapshot(meeting)
    items = list(AgendaItem.objects.unrestricted(because=FOR_PUBLICATION).on(meeting))
    keys = [item.report_id for item in items if item.report_id]
    reports = Report.objects.unrestricted(because=FOR_PUBLICATION).in_bulk(keys)
    papers = Papers(_latest_versions(keys), _appendices(keys))
    refs = [meeting.ref, *(f"reports/{report.slug}" for report in reports.values())]
    return Proof(
        meeting=meeting,
        before=before,
        snapshot=_snapshot(meeting, items, papers, before, at),
        items=items,
        exemptions=_exemptions(items),
        reports=reports,
        versions=papers.versions,
        appendices=papers.appendices,
        recalled=_recalled(refs),
    )


def snapshot_of(meeting: Meeting, at: datetime, *, note: str = "") -> MeetingSnapshot:
    """Return what publishing the meeting at this moment would freeze."""
    return noted(proof_of(meeting, at).snapshot, note)


def noted(snapshot: MeetingSnapshot, note: str) -> MeetingSnapshot:
    """Return the snapshot with the public note of its newest issue."""
    *earlier, issue = snapshot.issues
    return replace(snapshot, issues=(*earlier, replace(issue, note=note)))


def digest_of(snapshot: MeetingSnapshot) -> str:
    """Return the SHA-256 of all that would be public, but for the moment of publishing itself."""
    plain = snapshot.as_json()
    plain["issues"][-1]["at"] = ""
    return digest_of_words(plain)


def last_snapshot(meeting: Meeting) -> MeetingSnapshot | None:
    """Return what was published last, or nothing."""
    versions = AgendaVersion.objects.unrestricted(because=FOR_PUBLICATION).of(meeting)
    version = versions.first()
    return MeetingSnapshot.from_json(version.snapshot) if version else None


@dataclass(frozen=True)
class Papers:
    """The newest version and the appendices of each report, by the report's key."""

    versions: dict[int, ReportVersion]
    appendices: dict[int, list[Appendix]]


def _latest_versions(reports: Iterable[int]) -> dict[int, ReportVersion]:
    everything = ReportVersion.objects.unrestricted(because=FOR_PUBLICATION)
    versions = everything.filter(report__in=list(reports)).order_by("number")
    return {version.report_id: version for version in versions}


def _appendices(reports: Iterable[int]) -> dict[int, list[Appendix]]:
    everything = Appendix.objects.unrestricted(because=FOR_PUBLICATION)
    found: dict[int, list[Appendix]] = {}
    for appendix in everything.filter(report__in=list(reports)).order_by("label", "pk"):
        found.setdefault(appendix.report_id, []).append(appendix)
    return found


def _exemptions(items: Sequence[AgendaItem]) -> dict[int, Exemption]:
    everything = Exemption.objects.unrestricted(because=FOR_PUBLICATION)
    return {found.item_id: found for found in everything.in_force().filter(item__in=items)}


def _recalled(refs: Sequence[str]) -> dict[str, datetime]:
    everything = Recall.objects.unrestricted(because=FOR_PUBLICATION)
    return {recall.ref: recall.at for recall in everything.filter(ref__in=refs).order_by("at")}


def _snapshot(
    meeting: Meeting,
    items: Sequence[AgendaItem],
    papers: Papers,
    before: MeetingSnapshot | None,
    at: datetime,
) -> MeetingSnapshot:
    issues = before.issues if before else ()
    number = issues[-1].number + 1 if issues else 1
    unissued = MeetingSnapshot(
        meeting_id=meeting.pk,
        committee_id=meeting.committee_id,
        ref=meeting.ref,
        title=meeting.title,
        day=meeting.day.isoformat(),
        time=f"{meeting.time:%H:%M}" if meeting.time else "",
        precision=meeting.precision,
        date_words=meeting.date_words,
        date_note=meeting.date_note,
        place=meeting.place,
        note=meeting.note,
        status="scheduled",
        sequence=number - 1,
        convened_on=_iso(meeting.convened_on),
        is_special=meeting.is_special,
        is_invented=meeting.is_invented,
        stated_published_on=_iso(meeting.stated_published_on),
        stated_source=meeting.stated_source,
        counts_saturdays=meeting.committee.organisation.counts_saturdays,
        closures=_closures(meeting),
        sources=tuple(meeting.sources),
        items=_items(items, papers, before, number),
        issues=issues,
    )
    issue = IssueSnapshot(number, kind_of(before, unissued), at.isoformat())
    return replace(unissued, issues=(*issues, issue))


def kind_of(before: MeetingSnapshot | None, after: MeetingSnapshot) -> str:
    """Say what an issue is: the agenda, a supplement that only adds, a correction, or both."""
    if before is None:
        return AgendaVersion.Kind.AGENDA.value
    changes = changes_between(before, after)
    if all(change.is_addition for change in changes):
        return AgendaVersion.Kind.SUPPLEMENT.value
    brings = any(change.is_addition and change.brings for change in changes)
    return (AgendaVersion.Kind.MIXED if brings else AgendaVersion.Kind.CORRECTION).value


def _items(
    items: Sequence[AgendaItem],
    papers: Papers,
    before: MeetingSnapshot | None,
    number: int,
) -> tuple[ItemSnapshot, ...]:
    known = {item.number: item for item in before.items} if before else {}
    return tuple(_item(item, papers, known.get(str(item.position)), number) for item in items)


def _item(
    item: AgendaItem, papers: Papers, before: ItemSnapshot | None, number: int
) -> ItemSnapshot:
    """Freeze an item: what is exempt or confidential keeps its public title and no papers."""
    report = item.report_id if item.is_open else None
    version = papers.versions.get(report) if report else None
    appendices = tuple(map(_appendix, papers.appendices.get(report, ()) if report else ()))
    frozen = ItemSnapshot(
        number=str(item.position),
        public_title=item.public_title,
        report_id=report,
        report_version_id=version.pk if version else None,
        appendices=appendices,
        exempt_under=item.paragraphs,
        is_confidential=item.is_confidential,
        to_follow=item.to_follow,
        added_in=before.added_in if before else number,
        urgency_reason=item.urgency_reason,
        urgency_chair=item.urgency_chair,
        outcome=item.outcome,
        is_invented=item.is_invented,
    )
    return replace(frozen, papers_added_in=_papers_added_in(frozen, before, number))


def _papers_added_in(item: ItemSnapshot, before: ItemSnapshot | None, number: int) -> int:
    """Say in which issue the last of an item's papers came; a correction does not count."""
    if item.report_id is None:
        return 0
    if before is None or before.report_id != item.report_id:
        return number
    had = {appendix.label for appendix in before.appendices if not appendix.exempt_under}
    has = {appendix.label for appendix in item.appendices if not appendix.exempt_under}
    return before.papers_added_in if has <= had else number


def _appendix(appendix: Appendix) -> AppendixSnapshot:
    paragraphs = appendix.paragraphs
    return AppendixSnapshot(
        appendix_id=appendix.pk,
        label=appendix.label,
        public_title=appendix.public_title,
        exempt_under=paragraphs,
        sha256="" if paragraphs else appendix.file_id,
        description="" if paragraphs else appendix.description,
    )


def _closures(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Return the closure days that can matter to the notice of this meeting."""
    window = (meeting.day - CLOSURES_SHOWN, meeting.day)
    found = ClosureDay.objects.filter(
        organisation=meeting.committee.organisation_id, day__range=window
    )
    return tuple((closed.day.isoformat(), closed.name) for closed in found)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
