"""A draft report on a plan to a committee, which then goes the ordinary way."""

from datetime import date, datetime

from django.db import transaction

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.people.models import Committee
from cleardays.workroom.plans.locking import require_following
from cleardays.workroom.plans.models import Plan, PlanVersion
from cleardays.workroom.plans.reporting import parts_of
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.recalls import recall_of
from cleardays.workroom.reports import actions as reports
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.engine import Refused


@transaction.atomic
def draft_report(
    plan: Plan,
    committee: Committee,
    as_at: date,
    *,
    by: Viewer,
    at: datetime,
    last_met: date | None = None,
) -> Report:
    """Begin a report to a committee from the newest version that was public on a day.

    ``last_met`` is when the committee last met: what changed since the version of then is said.
    Where it is not given, that is its last meeting before the day of the report.
    Only published words go in, so that the report can be published as it is.
    """
    require_following(by)
    versions = PlanVersion.objects.visible_to(by).of(plan).standing()
    version = versions.filter(as_at__lte=as_at).first()
    if version is None:
        raise Refused(
            f"Nothing of this plan was published as at {as_at:%-d %B %Y} or before: publish a"
            " version first, and the report is drawn from it"
        )
    last_met = last_met or _last_met(committee, as_at, by)
    before = versions.filter(as_at__lte=last_met).first() if last_met else None
    asks = _public_asks(committee, by)
    parts = parts_of(committee, version, before, asks, as_at)
    why = f"Drawn from version {version.number} of the plan"
    report = reports.create(committee, parts, by=by, at=at, why=why)
    said = f"began a report to {committee} from version {version.number}"
    log.record("draft-report", plan, said, by=by, at=at, committee_id=committee.pk)
    return report


def _last_met(committee: Committee, as_at: date, by: Viewer) -> date | None:
    held = Meeting.objects.visible_to(by).filter(committee=committee, day__lt=as_at)
    last = held.exclude(state=Meeting.State.CANCELLED).order_by("-day").first()
    return last.day if last else None


def _public_asks(committee: Committee, by: Viewer) -> list[Ask]:
    """Return what the committee asked for, but for what it withdrew or was taken back."""
    rows = Ask.objects.visible_to(by).filter(committee=committee)
    rows = rows.exclude(state=Ask.State.WITHDRAWN).order_by("due", "pk")
    asks = rows.select_related("asked_of", "meeting", "accepted_at_meeting")
    return [one for one in asks if recall_of(one) is None]
