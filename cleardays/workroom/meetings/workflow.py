"""The life of a meeting: draft, published, published again with what changed, cancelled."""

from collections.abc import Sequence
from datetime import datetime

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.contents import faults_of_contents
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.meetings.obstacles import Obstacle
from cleardays.workroom.meetings.proof import proof_of
from cleardays.workroom.meetings.readiness import (
    faults_of_notice,
    faults_of_release,
    faults_of_shorter_notice,
)
from cleardays.workroom.workflow.engine import Transition, Workflow

State = Meeting.State


def in_time(meeting: Meeting, viewer: Viewer, at: datetime) -> Sequence[Obstacle]:
    """Return what stands against publishing in the ordinary way."""
    proof = proof_of(meeting, at)
    found = [
        *faults_of_contents(proof),
        *faults_of_notice(proof, at, convened=None),
        *faults_of_release(proof, viewer),
    ]
    return [obstacle for obstacle in found if obstacle.blocks]


def at_shorter_notice(meeting: Meeting, viewer: Viewer, at: datetime) -> Sequence[Obstacle]:
    """Return what stands against publishing a meeting that was called at shorter notice."""
    proof = proof_of(meeting, at)
    found = [
        *faults_of_contents(proof),
        *faults_of_shorter_notice(proof, at),
        *faults_of_release(proof, viewer),
    ]
    return [obstacle for obstacle in found if obstacle.blocks]


MEETING = Workflow[Meeting](
    Transition(
        name="publish",
        label="Publish the agenda",
        sources=frozenset({State.DRAFT}),
        target=State.PUBLISHED,
        permission=Permission.PUBLISH,
        done="published the agenda",
        check=in_time,
        stamp="published_at",
    ),
    Transition(
        name="publish-at-shorter-notice",
        label="Publish at shorter notice",
        sources=frozenset({State.DRAFT}),
        target=State.PUBLISHED,
        permission=Permission.PUBLISH,
        done="published the agenda of a meeting called at shorter notice",
        check=at_shorter_notice,
        stamp="published_at",
    ),
    Transition(
        name="publish-changes",
        label="Publish the changes",
        sources=frozenset({State.PUBLISHED}),
        target=State.PUBLISHED,
        permission=Permission.PUBLISH,
        done="published what had changed",
        check=in_time,
    ),
    Transition(
        name="publish-changes-at-shorter-notice",
        label="Publish the changes at shorter notice",
        sources=frozenset({State.PUBLISHED}),
        target=State.PUBLISHED,
        permission=Permission.PUBLISH,
        done="published the changes of a meeting called at shorter notice",
        check=at_shorter_notice,
    ),
    Transition(
        name="drop",
        label="Drop the meeting",
        sources=frozenset({State.DRAFT}),
        target=State.CANCELLED,
        permission=Permission.EDIT_AGENDA,
        done="dropped the meeting before it was published",
        needs_reason=True,
    ),
    Transition(
        name="cancel",
        label="Cancel the meeting",
        sources=frozenset({State.PUBLISHED}),
        target=State.CANCELLED,
        permission=Permission.PUBLISH,
        done="cancelled the meeting",
        needs_reason=True,
    ),
    committee=lambda meeting: meeting.committee_id,
)
