"""From what was typed to the actions: how each deed hands its form over."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.inspections.models import Area, Inspection
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import (
    Action,
    Dependency,
    Evidence,
    Milestone,
    Plan,
    Risk,
    Support,
)
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.workflow.engine import Refused

Data = dict[str, Any]


def nothing(thing: Any) -> Data:
    """A form that begins empty."""
    return {}


def no_more(thing: Any, viewer: Viewer) -> Data:
    """A form that needs nothing else."""
    return {}


def no_rows(thing: Any) -> list[tuple[str, str]]:
    """A deed that is about nothing but the thing itself."""
    return []


def today(thing: Any) -> Data:
    return {"on": localdate()}


def with_data(action: Callable[..., object]) -> Callable[..., object]:
    """Hand every field over to the action under its own name."""

    def do(thing: Any, data: Data, *, by: Viewer, at: datetime) -> object:
        return action(thing, **data, by=by, at=at)

    return do


def move(field: str) -> Callable[..., object]:
    """Move the planned start or finish."""

    def do(thing: Action, data: Data, *, by: Viewer, at: datetime) -> object:
        return actions.move_date(thing, field, **{"reason": "", **data}, by=by, at=at)

    return do


def agreed(field: str) -> Callable[[Any, Viewer], Data]:
    """Say whether a date was ever agreed: only then does it move, with a reason."""
    return lambda thing, viewer: {"is_agreed": getattr(thing, f"first_{field}") is not None}


def dates_of(field: str) -> Callable[[Any], list[tuple[str, str]]]:
    """Show the date that is to be moved, and the one agreed first, which stays."""

    def rows(thing: Any) -> list[tuple[str, str]]:
        days = (("Planned now", getattr(thing, field)),
                ("First agreed, and kept", getattr(thing, f"first_{field}")))  # fmt: skip
        return [(head, f"{on:%-d %B %Y}") for head, on in days if on]

    return rows


def take_back(field: str) -> Callable[..., object]:
    """Take back what was recorded."""

    def do(thing: Action, data: Data, *, by: Viewer, at: datetime) -> object:
        return actions.take_back(thing, field, **data, by=by, at=at)

    return do


def show(*, is_public: bool) -> Callable[..., object]:
    """Make evidence public, or not."""

    def do(thing: Evidence, data: Data, *, by: Viewer, at: datetime) -> object:
        return actions.show_evidence(thing, is_public=is_public, by=by, at=at)

    return do


def move_milestone(thing: Milestone, data: Data, *, by: Viewer, at: datetime) -> object:
    due = data.pop("new")
    return actions.move_milestone(thing, due, **data, by=by, at=at)


def depend(thing: Action, data: Data, *, by: Viewer, at: datetime) -> object:
    return actions.add_dependency(thing, data["on"], why=data["why"], by=by, at=at)


def others_of_plan(action: Action, viewer: Viewer) -> Data:
    """The actions that this one may wait for: all others, in the order of the plan."""
    others = Action.objects.visible_to(viewer).of(action.plan)
    links = Dependency.objects.unrestricted(because="what it waits for already is not offered")
    on = links.filter(action=action).values("on_id")
    return {"others": others.exclude(pk=action.pk).exclude(pk__in=on)}


def wait_no_more(thing: Dependency, data: Data, *, by: Viewer, at: datetime) -> object:
    return actions.remove_dependency(thing.action, thing.on, by=by, at=at)


def give_evidence(thing: Action, data: Data, *, by: Viewer, at: datetime) -> object:
    """Keep the file, where one was given, with the evidence."""
    given = data.pop("file")
    if given and not Action.objects.visible_to(by).filter(pk=thing.pk).exists():
        raise Refused("This action is not asked of your body any more")
    file = documents.keep_file(given.chunks(), given.name, by=by, at=at) if given else None
    title = data.pop("title")
    return actions.add_evidence(thing, title, file=file, **data, by=by, at=at)


def plan_as_it_is(plan: Plan) -> Data:
    names = ["kind", "title", "summary", "period_words", "note", "sources", "private_note"]
    return {name: getattr(plan, name) for name in names}


def risk_as_it_is(risk: Risk) -> Data:
    names = ["text", "owner", "likelihood", "effect", "mitigation", "is_public"]
    return {name: getattr(risk, name) for name in names}


def action_as_it_is(action: Action) -> Data:
    """Begin the form with what stands: its words, its bodies, its areas."""
    names = ["title", "text", "lead", "lead_body", "reported_status", "private_note"]
    supports = Support.objects.unrestricted(because="the form of a follower begins with them")
    rows = supports.filter(action=action, until__isnull=True).select_related("body")
    links = Action.areas.through.objects.filter(action=action)
    return {
        **{name: getattr(action, name) for name in names},
        "supporting": "\n".join(f"{row.body}: {row.what}" for row in rows),
        "areas": [str(key) for key in links.values_list("area_id", flat=True)],
    }


def answered_so_far(voice: Any) -> Data:
    return {name: getattr(voice, name) for name in ("promised", "due", "done", "changed")}


def answer(plan: Plan, data: Data, *, by: Viewer, at: datetime) -> None:
    """Say of both, inspections and asks, which ones the plan answers."""
    with transaction.atomic():
        actions.answer_inspections(plan, data["inspections"], by=by, at=at)
        actions.answer_asks(plan, data["asks"], by=by, at=at)


def what_is_answered(plan: Plan) -> Data:
    inspections = Plan.answers.through.objects.filter(plan=plan)
    asks = Plan.answers_asks.through.objects.filter(plan=plan)
    return {
        "inspections": [str(k) for k in inspections.values_list("inspection_id", flat=True)],
        "asks": [str(k) for k in asks.values_list("ask_id", flat=True)],
    }


def let_follow(plan: Plan, data: Data, *, by: Viewer, at: datetime) -> object:
    return actions.let_follow(plan, list(data["committees"]), by=by, at=at)


def committees_that_follow(plan: Plan) -> Data:
    links = Plan.followed_by.through.objects.filter(plan=plan)
    return {"committees": list(links.values_list("committee_id", flat=True))}


def what_may_be_answered(plan: Plan, viewer: Viewer) -> Data:
    """Every inspection and every ask that the viewer sees."""
    asks = Ask.objects.visible_to(viewer).select_related("committee")
    return {
        "inspections": Inspection.objects.visible_to(viewer),
        "asks": asks.order_by("committee__name", "pk"),
    }


def areas_of_plan(plan: Plan, viewer: Viewer) -> Data:
    """The areas of the inspections that the plan answers; every area where it says none."""
    seen = Area.objects.visible_to(viewer).select_related("inspection")
    links = Plan.answers.through.objects.filter(plan=plan)
    answered = list(links.values_list("inspection_id", flat=True))
    return {"areas": seen.filter(inspection__in=answered) if answered else seen}


def areas_of_action(action: Action, viewer: Viewer) -> Data:
    """The same areas, and besides those that the action answers already."""
    wanted = {one.pk: one for one in areas_of_plan(action.plan, viewer)["areas"]}
    links = Action.areas.through.objects.filter(action=action).values_list("area_id", flat=True)
    seen = Area.objects.visible_to(viewer).select_related("inspection")
    wanted |= {one.pk: one for one in seen.filter(pk__in=list(links))}
    return {"areas": wanted.values()}


def other_plans(action: Action, viewer: Viewer) -> Data:
    return {"plans": Plan.objects.visible_to(viewer).exclude(pk=action.plan_id)}
