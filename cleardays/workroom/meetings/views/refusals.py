"""What stands in the way, as a page shows it: each with a link to where it is put right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from cleardays.design.values import Refusal
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.contents import faults_of_contents
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.meetings.obstacles import Obstacle
from cleardays.workroom.meetings.proof import Proof
from cleardays.workroom.meetings.readiness import faults_of_notice
from cleardays.workroom.meetings.workflow import MEETING

ORDINARY = {"publish": "meetings:publish", "publish-changes": "meetings:publish"}
SHORT = {
    "publish-at-shorter-notice": "meetings:publish_at_shorter_notice",
    "publish-changes-at-shorter-notice": "meetings:publish_at_shorter_notice",
}


@dataclass(frozen=True)
class Way:
    """A way of publishing: its button, or why not."""

    label: str
    href: str
    refused: tuple[Refusal, ...]


def ways_of(meeting: Meeting, viewer: Viewer, at: datetime) -> list[Way]:
    """Return the ways of publishing that are this viewer's; the engine answers as for the deed."""
    pages = ORDINARY | (SHORT if meeting.convened_on else {})
    return [
        Way(
            option.transition.label,
            reverse(pages[option.transition.name], args=[meeting.pk]),
            tuple(refusals_of(option.against, meeting)),
        )
        for option in MEETING.options(meeting, viewer, at)
        if option.transition.name in pages
    ]


def standing_of(ways: list[Way]) -> str:
    """Say in a line how near the meeting is to being published."""
    if not ways:
        return ""
    if any(not way.refused for way in ways):
        return "It can be published now"
    against = min(len(way.refused) for way in ways)
    return f"{against} {'thing stands' if against == 1 else 'things stand'} against publishing it"


def worth_knowing(proof: Proof, at: datetime) -> list[Refusal]:
    """Return what stops nobody, but should be known before one goes on."""
    found = [*faults_of_contents(proof), *faults_of_notice(proof, at, convened=None)]
    return refusals_of([one for one in found if not one.blocks], proof.meeting)


def refusals_of(against: Iterable[object], meeting: Meeting) -> list[Refusal]:
    """Return reasons as the page shows them."""
    return [_refusal(one, meeting) for one in against]


def _refusal(reason: object, meeting: Meeting) -> Refusal:
    if not isinstance(reason, Obstacle):
        return Refusal(str(reason))
    href = _remedy(reason, meeting)
    step = reason.next_step or ("Put it right." if href else "")
    return Refusal(reason.sentence, reason.authority, reason.source, step, href)


def _remedy(obstacle: Obstacle, meeting: Meeting) -> str:
    if obstacle.report_id:
        return reverse("reports:detail", args=[obstacle.report_id])
    if obstacle.item_id:
        return reverse("meetings:item", args=[obstacle.item_id])
    if obstacle.remedy:
        return reverse(f"meetings:{obstacle.remedy}", args=[meeting.pk])
    return ""
