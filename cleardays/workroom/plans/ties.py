"""What a plan is tied to: the inspections and recommendations that it answers, its committees."""

from collections.abc import Iterable
from typing import Any

from cleardays.design.values import Link
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.people.models import Committee
from cleardays.workroom.plans.gathering import FOR_WHOLE
from cleardays.workroom.plans.models import Plan, PlanVersion
from cleardays.workroom.plans.models.seeing import follows
from cleardays.workroom.plans.snapshot import LinkSnapshot
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.recalls import recall_of


def answers_of(plan: Plan) -> tuple[LinkSnapshot, ...]:
    """Return the public inspections that a plan answers, then what committees asked for."""
    links = Plan.answers.through.objects.filter(plan=plan, inspection__is_published=True)
    named = links.values_list("inspection__ref", "inspection__title").order_by("inspection__ref")
    return (*(LinkSnapshot(ref, title) for ref, title in named), *_asks(plan))


def _asks(plan: Plan) -> tuple[LinkSnapshot, ...]:
    tied = Plan.answers_asks.through.objects.filter(plan=plan).values_list("ask_id", flat=True)
    asks = Ask.objects.unrestricted(because=FOR_WHOLE).filter(pk__in=list(tied))
    rows = asks.filter(told_at__isnull=False).select_related("meeting__committee").order_by("ref")
    return tuple(LinkSnapshot(ask.ref, ask.title) for ask in rows if recall_of(ask) is None)


def followers_of(plan: Plan) -> tuple[LinkSnapshot, ...]:
    """Return the committees that follow a plan, by name."""
    links = Plan.followed_by.through.objects.filter(plan=plan).order_by("committee__name")
    named = links.values_list("committee__slug", "committee__name")
    return tuple(LinkSnapshot(f"committees/{slug}", name) for slug, name in named)


def tied_to(plan: Plan, viewer: Viewer) -> list[tuple[str, list[Link]]]:
    """Return what followers see a plan tied to, with links within the workroom."""
    inspections = Plan.answers.through.objects.filter(plan=plan).values("inspection_id")
    asks = Plan.answers_asks.through.objects.filter(plan=plan).values("ask_id")
    committees = Plan.followed_by.through.objects.filter(plan=plan).values("committee_id")
    kinds: list[tuple[str, Iterable[Any]]] = [
        ("Answers", Inspection.objects.visible_to(viewer).filter(pk__in=inspections)),
        ("Answers what was asked", Ask.objects.visible_to(viewer).filter(pk__in=asks)),
        ("Followed by", Committee.objects.filter(pk__in=committees)),
        ("Comes after", [plan.supersedes] if plan.supersedes else []),
    ]
    found = [
        (head, [Link(_name(one), one.get_absolute_url()) for one in rows]) for head, rows in kinds
    ]
    return [(head, links) for head, links in found if links]


def plans_for(ask: Ask, viewer: Viewer) -> list[Link]:
    """Return the plans that answer an ask: to followers all, to others what versions say."""
    plans = Plan.objects.visible_to(viewer)
    if follows(viewer):
        return [Link(one.title, one.get_absolute_url()) for one in plans.filter(answers_asks=ask)]
    versions = PlanVersion.objects.visible_to(viewer).standing().filter(plan__in=plans)
    newest = {one.plan_id: one for one in versions.select_related("plan").order_by("number")}
    return [
        Link(one.snapshot["title"], one.plan.get_absolute_url())
        for one in newest.values()
        if any(link["ref"] == ask.ref for link in one.snapshot["answers"])
    ]


def _name(one: Any) -> str:
    return one.title if isinstance(one, Ask) else str(one)
