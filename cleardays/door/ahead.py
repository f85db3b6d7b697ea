"""PDFs made before they are needed, so that publishing takes a moment."""

from cleardays.door import pdf
from cleardays.door.projections import report as reports
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.meetings.snapshot import AppendixSnapshot, ItemSnapshot
from cleardays.workroom.reports.models import Appendix, Report, ReportVersion

BECAUSE = "the PDFs of cleared reports on coming agendas are made ahead"


def render_ahead() -> int:
    """Make the PDF of one cleared open report on an agenda that is not out. Returns 1 or 0."""
    items = AgendaItem.objects.unrestricted(because=BECAUSE).filter(
        meeting__state=Meeting.State.DRAFT, exempt_under="", is_confidential=False
    )
    cleared = items.filter(report__state=Report.State.CLEARED, report__is_exempt=False)
    for item in cleared.select_related("report"):
        if item.report and _render(item, item.report):
            return 1
    return 0


def _render(item: AgendaItem, report: Report) -> bool:
    versions = ReportVersion.objects.unrestricted(because=BECAUSE).of(report)
    version = versions.select_related("report__committee__organisation").first()
    if version is None:
        return False
    document = reports.project(version, _as_released(item, report))
    return pdf.is_new(document) and bool(pdf.rendered(document))


def _as_released(item: AgendaItem, report: Report) -> ItemSnapshot:
    """Return what of an item the PDF depends on: its exempt appendices."""
    appendices = Appendix.objects.unrestricted(because=BECAUSE).filter(report=report)
    return ItemSnapshot(
        number="",
        public_title=item.public_title,
        appendices=tuple(
            AppendixSnapshot(one.pk, one.label, one.public_title, _paragraphs(one.exempt_under))
            for one in appendices
        ),
    )


def _paragraphs(written: str) -> tuple[int, ...]:
    return tuple(int(one) for one in written.split(",") if one.strip())
