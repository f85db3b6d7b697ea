"""What was public when before a meeting, by the record's own clock, and was that in time."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from cleardays.law.calendar import Calendar, OutsideCalendar
from cleardays.law.certificate import Paper, Standing, Verdict, verdict
from cleardays.law.late_items import Urgency
from cleardays.record.models import Entry
from cleardays.record.schemas.meeting import IssueDocument, ItemDocument, MeetingDocument
from cleardays.site.local_time import london_day
from cleardays.site.reading import Shown

TONES = {
    Standing.IN_TIME: "good",
    Standing.SHORT_NOTICE: "note",
    Standing.URGENT: "note",
    Standing.LATE: "bad",
    Standing.NOT_PUBLIC: "warning",
    Standing.NOT_PROVED: "plain",
}


@dataclass(frozen=True)
class Line:
    """One paper on the certificate. ``entry`` proves when it became public, if anything does.

    ``corrected`` is the entry of the version that stands there now, where that came later.
    ``awaited`` counts papers that are to follow, which for want of them are not judged;
    ``taken_back`` is the address of the reason why the paper is no longer there.
    """

    name: str
    verdict: Verdict
    entry: Entry | None = None
    stated_source: str = ""
    corrected: Entry | None = None
    awaited: int = 0
    taken_back: str = ""

    @property
    def tone(self) -> str:
        return TONES[self.verdict.standing]

    @property
    def title(self) -> str:
        if self.verdict.standing == Standing.NOT_PUBLIC and self.awaited:
            return "To follow"
        standing = str(self.verdict.standing)
        return standing[0].upper() + standing[1:]

    @property
    def in_short(self) -> str:
        """How the agenda stands, where the rest of the certificate is on another page."""
        waits = "; papers to follow" if self.awaited else ""
        return f"Agenda {self.verdict.standing}{waits}"

    @property
    def sentence(self) -> str:
        """What the certificate says of it; of a paper to follow, that it is no secret."""
        said = self.verdict.sentence
        if self.verdict.standing != Standing.NOT_PUBLIC or not self.awaited:
            return said
        return f"The report is not ready yet. {said.removeprefix('Not public. ')}"


def calendar_of(meeting: MeetingDocument) -> Calendar:
    """Return the council's working days as they stood when the agenda was published."""
    closures = {date.fromisoformat(day): name for day, name in meeting.calendar.closures}
    return Calendar.england(closures, counts_saturdays=meeting.calendar.counts_saturdays)


def why_not_judged(meeting: MeetingDocument) -> str:
    """Say why no rule can be asked of this meeting; "" when it can."""
    if not meeting.is_bound_by_part_va:
        return (
            "This body is not bound by Part VA of the Local Government Act 1972, so no period of "
            "notice is laid down for its papers."
        )
    if meeting.precision != "day":
        return "The day of this meeting is not known exactly, so its notice cannot be counted."
    try:
        calendar_of(meeting).why_not_working(date.fromisoformat(meeting.date))
    except OutsideCalendar as problem:
        return str(problem)
    return ""


def agenda_line(shown: Shown, meeting: MeetingDocument) -> Line | None:
    """Return how the agenda stands, from the meeting's own row; None when it is not judged."""
    if why_not_judged(meeting) or not meeting.issues:
        return None
    first = meeting.issues[0]
    is_proved = not first.stated_source
    published = london_day(shown.row.first_recorded_at) if is_proved else _stated(first)
    paper = Paper("The agenda", published, is_proved=is_proved)
    return Line(
        "The agenda",
        _judged(paper, meeting),
        stated_source=first.stated_source,
        awaited=sum(map(_is_awaited, meeting.items)),
    )


def _is_awaited(item: ItemDocument) -> bool:
    return item.to_follow and not item.papers_added_in


def first_entries(entries: Iterable[Entry], bodies: Mapping[int, str]) -> dict[int, Entry]:
    """Return, by number of issue, the entry that first published it. ``entries`` oldest first."""
    firsts: dict[int, Entry] = {}
    for entry in entries:
        if entry.kind == Entry.Kind.RECALLED or entry.seq not in bodies:
            continue
        for issue in json.loads(bodies[entry.seq])["issues"]:
            firsts.setdefault(issue["number"], entry)
    return firsts


def lines(
    meeting: MeetingDocument,
    firsts: Mapping[int, Entry],
    papers: Mapping[tuple[str, int], Entry] | None = None,
) -> list[Line]:
    """Return the certificate: the agenda, then each item that has papers or came later.

    ``papers`` are the entries of its reports, by ref and version.
    """
    issues = {issue.number: issue for issue in meeting.issues}
    made = [_issue_line(meeting, issues[1], firsts)] if 1 in issues else []
    items = [item for item in meeting.items if _has_line(item)]
    for item in items:
        line = _item_line(meeting, item, issues, firsts)
        gone = f"/{item.report.ref}/" if item.report and item.is_taken_back else ""
        now = _correction(line, item, papers or {})
        made.append(replace(line, corrected=now, taken_back=gone))
    return made


def _correction(
    line: Line, item: ItemDocument, papers: Mapping[tuple[str, int], Entry]
) -> Entry | None:
    """Return the entry of the report that stands there now, if it came after the first one."""
    now = papers.get((item.report.ref, item.report_version)) if item.report else None
    return now if now and line.entry and now.seq > line.entry.seq else None


def _has_line(item: ItemDocument) -> bool:
    is_open = not item.exempt_paragraphs and not item.is_confidential
    has_papers = bool(item.papers_added_in and (item.report or item.files))
    return (is_open and (has_papers or item.to_follow)) or item.added_in > 1


def _issue_line(
    meeting: MeetingDocument, issue: IssueDocument, firsts: Mapping[int, Entry]
) -> Line:
    entry = firsts.get(issue.number)
    paper = Paper("The agenda", _public_from(issue, entry), is_proved=not issue.stated_source)
    return Line("The agenda", _judged(paper, meeting), entry, issue.stated_source)


def _item_line(
    meeting: MeetingDocument,
    item: ItemDocument,
    issues: Mapping[int, IssueDocument],
    firsts: Mapping[int, Entry],
) -> Line:
    has_papers = bool(item.papers_added_in)
    issue = issues.get(item.papers_added_in or (item.added_in if not item.to_follow else 0))
    entry = firsts.get(issue.number) if issue else None
    added = issues.get(item.added_in) if item.added_in > 1 else None
    urgency = (
        Urgency(item.urgency_chair, True, item.urgency_reason) if item.urgency_reason else None
    )
    paper = Paper(
        f"Item {item.number}",
        _public_from(issue, entry) if issue else None,
        added=_public_from(added, firsts.get(added.number)) if added else None,
        urgency=urgency,
        is_to_follow=has_papers and item.papers_added_in > item.added_in,
        is_proved=not (issue and issue.stated_source),
    )
    shown_name = f"Item {item.number}: {item.title}"
    stated = issue.stated_source if issue else ""
    waits = int(_is_awaited(item))
    return Line(shown_name, _judged(paper, meeting), entry, stated, awaited=waits)


def in_words(issue: IssueDocument) -> str:
    """Say what an issue is, with its note, and one stop at the end."""
    said = f"{issue.kind_name}: {issue.note}" if issue.note else issue.kind_name
    return said if said.endswith((".", "?", "!")) else f"{said}."


def _judged(paper: Paper, meeting: MeetingDocument) -> Verdict:
    convened = date.fromisoformat(meeting.convened_on) if meeting.convened_on else None
    day = date.fromisoformat(meeting.date)
    return verdict(paper, day, calendar_of(meeting), convened=convened)


def _stated(issue: IssueDocument) -> date | None:
    return date.fromisoformat(issue.stated_on) if issue.stated_on else None


def _public_from(issue: IssueDocument, entry: Entry | None) -> date | None:
    """Return the day by the record's clock, not by what a document says of itself.

    What was public elsewhere before has the day that is stated, if any is.
    """
    if issue.stated_source:
        return _stated(issue)
    return london_day(entry.recorded_at) if entry else None


def overall(made: Iterable[Line]) -> tuple[str, str, str]:
    """Return verdict, sentence and tone of the whole certificate."""
    standings = [line.verdict.standing for line in made]
    late, missing = standings.count(Standing.LATE), standings.count(Standing.NOT_PUBLIC)
    if late:
        return "Not met", f"{late} of {len(standings)} papers were public too late.", "bad"
    if Standing.NOT_PROVED in standings:
        sentence = "These papers were public elsewhere before they came here, as stated below."
        return "Not proved here", sentence, "plain"
    if missing:
        return "Papers to follow", f"{missing} of {len(standings)} are not public yet.", "warning"
    if not standings:
        return "Nothing to certify", "This meeting has no papers.", "plain"
    return "Met", "Everything was public when the law says that it must be.", "good"
