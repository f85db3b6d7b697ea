"""What can be done to a plan and what is in it: each deed a form of its own, as a table.

A page shows as links those that fit; the deed's action asks again who may and whether it fits.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from django.forms import Form
from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans import actions, forms
from cleardays.workroom.plans.models import Action
from cleardays.workroom.plans.views import doing

Do = Callable[..., object]


def always(thing: Any) -> bool:
    """The deed fits whatever state the thing is in."""
    return True


def is_open(action: Action) -> bool:
    """Say whether an action is neither finished nor ended."""
    return not (action.finished or _ended(action))


def _ended(action: Action) -> date | None:
    return action.stopped or action.carried_forward


@dataclass(frozen=True)
class Deed:
    """A deed: its words, its form, what it does with (thing, data, by=, at=), whom and when it
    fits. ``begin`` gives a form's first values, ``needs`` its other arguments, ``shows`` what it
    is about as rows of a head and words; ``done`` is said when it is done."""

    label: str
    form: type[Form]
    do: Do
    for_all: bool = False
    for_followers: bool = True
    button: str = "Save"
    done: str = ""
    fits: Callable[[Any], object] = always
    begin: Callable[[Any], dict[str, Any]] = doing.nothing
    needs: Callable[[Any, Viewer], dict[str, Any]] = doing.no_more
    shows: Callable[[Any], list[tuple[str, str]]] = doing.no_rows


PLAN: Mapping[str, Deed] = {
    "change": Deed(
        "Change what is said of it",
        forms.PlanForm,
        doing.with_data(actions.change_plan),
        begin=doing.plan_as_it_is,
    ),
    "answers": Deed(
        "Say what it answers",
        forms.AnsweredForm,
        doing.answer,
        begin=doing.what_is_answered,
        needs=doing.what_may_be_answered,
    ),
    "followers": Deed(
        "Say which committees follow it",
        forms.CommitteesForm,
        doing.let_follow,
        begin=doing.committees_that_follow,
    ),
    "add-action": Deed(
        "Add an action",
        forms.NewActionForm,
        doing.with_data(actions.add_action),
        needs=doing.areas_of_plan,
    ),
    "add-risk": Deed("Enter a risk", forms.RiskForm, doing.with_data(actions.add_risk)),
    "add-voice": Deed(
        "Record what families said",
        forms.VoiceForm,
        doing.with_data(actions.add_voice),
        needs=doing.areas_of_plan,
    ),
    "state-counts": Deed(
        "Keep counts that a paper states", forms.CountsForm, doing.with_data(actions.state_counts)
    ),
    "step": Deed(
        "Record a step", forms.StepForm, doing.with_data(actions.take_step), begin=doing.today
    ),
    "recall": Deed(
        "Take it back from the public",
        forms.RecallForm,
        doing.with_data(actions.recall_plan),
        fits=attrgetter("is_published"),
    ),
}
ACTION: Mapping[str, Deed] = {
    "update": Deed(
        "Write an update",
        forms.UpdateForm,
        doing.with_data(actions.write_update),
        for_all=True,
        begin=lambda _: {"as_at": localdate()},
    ),
    "evidence": Deed(
        "Give evidence",
        forms.EvidenceForm,
        doing.give_evidence,
        for_all=True,
        begin=doing.today,
    ),
    "start": Deed(
        "Record the start",
        forms.OnForm,
        doing.with_data(actions.start),
        for_all=True,
        fits=lambda one: is_open(one) and not one.started,
        begin=doing.today,
    ),
    "finish": Deed(
        "Record the finish",
        forms.OnForm,
        doing.with_data(actions.finish),
        for_all=True,
        fits=lambda one: is_open(one) and bool(one.started),
        begin=doing.today,
    ),
    "change": Deed(
        "Change its words, lead and bodies",
        forms.ActionForm,
        doing.with_data(actions.change_action),
        begin=doing.action_as_it_is,
        needs=doing.areas_of_action,
    ),
    "move-start": Deed(
        "Move the planned start",
        forms.MoveForm,
        doing.move("start"),
        fits=lambda one: is_open(one) and not one.started,
        begin=lambda one: {"new": one.start},
        needs=doing.agreed("start"),
        shows=doing.dates_of("start"),
    ),
    "move-finish": Deed(
        "Move the planned finish",
        forms.MoveForm,
        doing.move("finish"),
        fits=is_open,
        begin=lambda one: {"new": one.finish},
        needs=doing.agreed("finish"),
        shows=doing.dates_of("finish"),
    ),
    "add-milestone": Deed(
        "Add a milestone",
        forms.MilestoneForm,
        doing.with_data(actions.add_milestone),
        fits=is_open,
    ),
    "add-dependency": Deed(
        "Say what has to finish first",
        forms.DependencyForm,
        doing.depend,
        fits=is_open,
        needs=doing.others_of_plan,
    ),
    "stop": Deed(
        "Stop it",
        forms.StopForm,
        doing.with_data(actions.stop),
        fits=is_open,
        begin=doing.today,
    ),
    "carry-forward": Deed(
        "Carry it forward to another plan",
        forms.CarryForm,
        doing.with_data(actions.carry_forward),
        fits=is_open,
        begin=doing.today,
        needs=doing.other_plans,
    ),
    **{
        f"take-back-{name}": Deed(
            f"Take back that it {words}",
            forms.WhyForm,
            doing.take_back(name),
            fits=attrgetter(name),
        )
        for name, words in (
            ("started", "started"),
            ("finished", "finished"),
            ("stopped", "was stopped"),
        )
    },
}
MILESTONE: Mapping[str, Deed] = {
    "meet": Deed(
        "Record that it is met",
        forms.OnForm,
        doing.with_data(actions.meet_milestone),
        for_all=True,
        fits=lambda one: not one.met_on,
        begin=doing.today,
    ),
    "move": Deed(
        "Move its date",
        forms.MoveForm,
        doing.move_milestone,
        fits=lambda one: not one.met_on,
        begin=lambda one: {"new": one.due},
        needs=doing.agreed("due"),
        shows=doing.dates_of("due"),
    ),
}
EVIDENCE: Mapping[str, Deed] = {
    "check": Deed(
        "Record that you checked it",
        forms.OnForm,
        doing.with_data(actions.check_evidence),
        fits=lambda one: not one.checked_on,
        begin=doing.today,
    ),
    "show": Deed(
        "Make it public with the next version",
        Form,
        doing.show(is_public=True),
        fits=lambda one: not one.is_public,
    ),
    "hide": Deed(
        "Keep it out of the next version",
        Form,
        doing.show(is_public=False),
        fits=lambda one: one.is_public,
    ),
}
VOICE: Mapping[str, Deed] = {
    "answer": Deed(
        "Say what came of it",
        forms.AnswerForm,
        doing.with_data(actions.answer_voice),
        begin=doing.answered_so_far,
    ),
}
RISK: Mapping[str, Deed] = {
    "change": Deed(
        "Change it",
        forms.RiskForm,
        doing.with_data(actions.change_risk),
        begin=doing.risk_as_it_is,
    ),
    "remove": Deed(
        "Take it off the plan",
        forms.WhyForm,
        doing.with_data(actions.remove_risk),
    ),
}
DEPENDENCY: Mapping[str, Deed] = {
    "remove": Deed("Say that it does not wait for it any more", Form, doing.wait_no_more),
}
