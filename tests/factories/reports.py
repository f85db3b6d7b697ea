"""Reports, ready to be cleared unless told otherwise."""

import dataclasses

from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.checks import appendices_of, latest
from cleardays.workroom.reports.models import Report
from cleardays.workroom.reports.parts import Parts
from tests.factories.documents import AT

PARTS = Parts(
    title="Repairing the lamps",
    committee_name="Bins and Lamps Committee",
    recommendations=("Agree that the lamps are mended.",),
    background="<p>Nine lamps are dark.</p>",
    background_papers_stated=True,
)


def make_report(author, committee, **changed) -> Report:
    """Make a draft of the author's; ``changed`` are parts that differ from ``PARTS``."""
    parts = dataclasses.replace(PARTS, **changed)
    return actions.create(committee, parts, by=viewer_of(author, AT.date()), at=AT)


def make_cleared_report(author, clearer, committee, **changed) -> Report:
    """Make a report that a clearer has cleared."""
    report = make_report(author, committee, **changed)
    actions.submit_for_clearance(report, by=viewer_of(author, AT.date()), at=AT)
    return actions.clear(report, by=viewer_of(clearer, AT.date()), at=AT)


def mark_public(report, author) -> None:
    """Say that the newest version of a report is public with its appendices, as they are."""
    appendices = [one.pk for one in appendices_of(report)]
    by = viewer_of(author, AT.date())
    actions.mark_published([latest(report).pk], appendices, by=by, at=AT)
    report.refresh_from_db()
