"""Inspections and plans that need somebody: duties, actions, updates, versions, figures."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from cleardays.progress.delivery import TONES, Delivery, delivery
from cleardays.progress.lateness import late_in_words
from cleardays.progress.measures.periods import Period, UnknownPeriod, parse_period
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.home.waiting import SHOWN, SOON, Part, Waiting, due_in_words
from cleardays.workroom.inspections.models import Duty, Inspection
from cleardays.workroom.plans.heads import as_shown
from cleardays.workroom.plans.listing import dates_of
from cleardays.workroom.plans.models import (
    Action,
    Measure,
    Observation,
    Plan,
    PlanRelease,
    Update,
)
from cleardays.workroom.plans.models.plan import asked_of
from cleardays.workroom.plans.models.seeing import follows, works_for
from cleardays.workroom.plans.proof import release_of

GRACE = timedelta(days=31)  # a figure takes a month to be counted
FOR_PERIODS = "which periods have a figure; the figures themselves are not read"


def to_accept(viewer: Viewer) -> Part:
    """Return inspections that were read from a PDF and that nobody has accepted."""
    rows = Inspection.objects.visible_to(viewer).filter(is_accepted=False)
    found = [
        Waiting(
            reverse("inspections:accept", args=[one.pk]), one.title, "", "Read, not accepted",
            "warning",
        )
        for one in (rows.defer("reading")[:SHOWN] if follows(viewer) else ())
    ]  # fmt: skip
    return Part("Inspections that were read", found, reverse("inspections:list"))


def duties(viewer: Viewer, today: date) -> Part:
    """Return what is due after inspections and is this viewer's post's, or their body's."""
    body = viewer.organisation_id if follows(viewer) else works_for(viewer)
    mine = Q(owner__iexact=viewer.name) | (Q(body=body) if body else Q(pk__in=[]))
    rows = Duty.objects.visible_to(viewer).filter(
        mine, done_on__isnull=True, due__isnull=False, is_estimate=False
    )
    found = []
    for one in rows.select_related("inspection", "body").order_by("due", "pk")[:SHOWN]:
        status, tone = due_in_words(one.due, today)
        facts = f"{one.inspection}{f', {one.owner}' if one.owner else ', nobody owns it yet'}"
        href = f"{one.inspection.get_absolute_url()}#due"
        found.append(Waiting(href, one.title, facts, status, tone))
    return Part("Due after inspections", found, reverse("inspections:list"))


def actions_due(viewer: Viewer, today: date) -> Part:
    """Return the actions of the viewer's body that are late or due soon; their own post's first.

    Placeholders are nobody's to do: their days are stand-ins.
    """
    seen = Action.objects.visible_to(viewer).filter(
        asked_of(viewer), finished=None, stopped=None, carried_forward=None, is_placeholder=False
    )
    soon = today + timedelta(days=SOON)
    seen = seen.filter(Q(finish__lte=soon) | Q(start__lte=soon, started__isnull=True))
    rows = list(seen.select_related("plan").order_by("finish", "pk"))
    rows.sort(key=lambda one: one.lead.casefold() != viewer.name.casefold())
    shown = rows[:SHOWN]
    as_shown([one.plan for one in shown], viewer)
    found = [_action(one, today) for one in shown]
    more = f"See all that is asked of your body ({len(rows)} late or due soon)"
    return Part("Your actions: late, or due in two weeks", found, reverse("plans:mine"), more)


def _action(one: Action, today: date) -> Waiting:
    dates = dates_of(one)
    state = delivery(dates, today)
    late = late_in_words(dates, today)
    due = one.start if state is Delivery.NOT_DUE else one.finish
    status = late or due_in_words(due, today)[0] or state.value
    tone = TONES[state] if late else due_in_words(due, today)[1]
    facts = ", ".join(filter(None, (one.plan.title, one.lead)))
    return Waiting(one.get_absolute_url(), f"{one.ref} {one.title}", facts, status, tone)


def updates_to_take(viewer: Viewer) -> Part:
    """Return the newest word of each action that waits to be checked for the next version."""
    if not follows(viewer):
        return Part("", ())
    drafts = Update.objects.visible_to(viewer).filter(state=Update.State.DRAFT)
    newest: dict[int, Update] = {}
    for one in drafts.select_related("action", "body").order_by("-as_at", "-pk"):
        newest.setdefault(one.action_id, one)
    found = [
        Waiting(
            one.action.get_absolute_url(),
            f"{one.action.ref} {one.action.title}",
            f"{one.by}, {one.body}, as at {one.as_at:%-d %B %Y}",
        )
        for one in newest.values()
    ]
    return Part("Updates to check for the next version", found[:SHOWN])


def versions_to_release(viewer: Viewer) -> Part:
    """Return plans of which somebody else asked that a second person read and release them."""
    asked = Plan.objects.visible_to(viewer).filter(release_asked_at__isnull=False)
    asked = asked.exclude(release_asked_by=viewer.user_id).select_related("release_asked_by")
    found = [
        Waiting(
            reverse("plans:release", args=[one.pk]), one.title,
            f"{one.release_asked_by} asked on {one.release_asked_at:%-d %B %Y}",
        )
        for one in (asked.order_by("release_asked_at") if follows(viewer) else ())
    ]  # fmt: skip
    return Part("Plans waiting for your release", found)


def versions_to_publish(viewer: Viewer) -> Part:
    """Return plans that somebody else has released and nobody has published."""
    if not follows(viewer):
        return Part("", ())
    releases = PlanRelease.objects.visible_to(viewer).exclude(by=viewer.user_id)
    plans = Plan.objects.visible_to(viewer).filter(pk__in=releases.order_by().values("plan"))
    pairs = [(plan, release) for plan in plans if (release := release_of(plan))]
    found = [
        Waiting(
            plan.get_absolute_url(),
            plan.title,
            f"{release.by.post} released it as at {release.as_at:%-d %B %Y}",
        )
        for plan, release in pairs
        if release.by_id != viewer.user_id
    ]
    return Part("Plans released, to be published", found)


def figures_due(viewer: Viewer, today: date) -> Part:
    """Return the measures of the viewer's body whose next figure should be there by now."""
    body = viewer.organisation_id if follows(viewer) else works_for(viewer)
    measures = list(Measure.objects.visible_to(viewer).filter(body=body)) if body else []
    observed = Observation.objects.unrestricted(because=FOR_PERIODS).filter(
        measure__in=measures, geography=Observation.OWN
    )
    periods: dict[int, set[str]] = {}
    for key, period in observed.values_list("measure_id", "period"):
        periods.setdefault(key, set()).add(period)
    found = []
    for one in measures:
        known = _in_order(periods.get(one.pk, ()))
        if due := next_due(known):
            if due <= today:
                last = known[-1].label
                words = f"The last figure is of {last}"
                status, tone = due_in_words(due, today)
                found.append(Waiting(one.get_absolute_url(), one.name, words, status, tone))
        elif not known:
            found.append(Waiting(one.get_absolute_url(), one.name, "", "No figure yet", "warning"))
    return Part("Figures that are due", found[:SHOWN], reverse("plans:measures"))


def next_due(known: list[Period]) -> date | None:
    """Return by when the figure after these should be there: a month after its period ends.

    Periods go on as the last two did; a single one as long as it is. None where nobody can say.
    """
    if not known:
        return None
    last = known[-1]
    step = last.end - known[-2].end if len(known) > 1 else last.end - last.start
    return last.end + step + GRACE if step > timedelta(days=1) else None


def _in_order(periods: Iterable[str]) -> list[Period]:
    found = []
    for words in periods:
        try:
            found.append(parse_period(words))
        except UnknownPeriod:
            continue
    return sorted(found, key=lambda one: one.end)
