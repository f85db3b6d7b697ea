"""A draft report on a plan to a committee, which then goes the ordinary way."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

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
    Where it is not given, that is its last meeting before the day of the report. What counts is
    since when a version was public, not as at when it is.
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
    if last_met is None:
        last_met = next((one.day for one in meetings_before(committee, as_at, by)), None)
    elif last_met > as_at:
        raise Refused(
            f"The meeting of {last_met:%-d %B %Y} is after the day of the report: choose an"
            " earlier meeting, or a later day"
        )
    before = _public_by(versions, version, last_met) if last_met else None
    asks = _public_asks(committee, by)
    parts = parts_of(committee, version, before, asks, as_at, last_met=last_met)
    why = f"Drawn from version {version.number} of the plan"
    report = reports.create(committee, parts, by=by, at=at, why=why)
    said = f"began a report to {committee} from version {version.number}"
    log.record("draft-report", plan, said, by=by, at=at, committee_id=committee.pk)
    return report


def meetings_before(committee: Committee, day: date, by: Viewer) -> QuerySet[Meeting]:
    """Return the meetings of a committee before a day, newest first: those whose day is known."""
    held = Meeting.objects.visible_to(by).filter(
        committee=committee, day__lt=day, precision=Meeting.Precision.DAY
    )
    return held.exclude(state=Meeting.State.CANCELLED).order_by("-day", "-pk")


def _public_by(
    versions: QuerySet[PlanVersion], newest: PlanVersion, day: date
) -> PlanVersion | None:
    """Return the version that was public on a day: since when it was is stated, or recorded."""
    for one in versions.filter(number__lte=newest.number):
        if (one.stated_published_on or localdate(one.at)) <= day:
            return one
    return None


def _public_asks(committee: Committee, by: Viewer) -> list[Ask]:
    """Return what the committee asked for, but for what it withdrew or was taken back."""
    rows = Ask.objects.visible_to(by).filter(committee=committee)
    rows = rows.exclude(state=Ask.State.WITHDRAWN).order_by("due", "pk")
    asks = rows.select_related("asked_of", "meeting", "accepted_at_meeting")
    return [one for one in asks if recall_of(one) is None]
