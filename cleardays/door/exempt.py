"""The restricted words around a meeting: what the release check looks for in files."""

from cleardays.workroom.meetings.models import AgendaItem, Exemption
from cleardays.workroom.meetings.snapshot import MeetingSnapshot
from cleardays.workroom.reports.models import ReportVersion

BECAUSE = "the release check looks for them in files that go out"
LONG_ENOUGH = 12  # characters: shorter titles are ordinary words that stand in any paper


def words_of(snapshot: MeetingSnapshot) -> tuple[str, ...]:
    """Return the private titles of a meeting's exempt items, and of their reports."""
    items = AgendaItem.objects.unrestricted(because=BECAUSE).filter(meeting=snapshot.meeting_id)
    exemptions = Exemption.objects.unrestricted(because=BECAUSE).filter(item__in=items)
    public = {item.public_title for item in snapshot.items}
    reports = [item.report_id for item in snapshot.items if item.report_id and item.exempt_under]
    titles = ReportVersion.objects.unrestricted(because=BECAUSE).filter(report__in=reports)
    restricted = {
        *exemptions.values_list("private_title", flat=True),
        *titles.values_list("title", flat=True),
    }
    return tuple(sorted(one for one in restricted - public if len(one) >= LONG_ENOUGH))
