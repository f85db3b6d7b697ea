"""Evidence and updates from the bodies themselves; what families say; stated counts."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.plans.actions.links import tie
from cleardays.workroom.plans.locking import (
    FOR_CHANGE,
    hold_action,
    hold_own_action,
    hold_plan,
    refuse_future,
)
from cleardays.workroom.plans.models import (
    Action,
    Evidence,
    Plan,
    StatedCount,
    Update,
    Voice,
)
from cleardays.workroom.plans.models.seeing import follows
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit

ANSWER = ("state", "answer", "answered_by", "answered_at")


class EvidenceDetails(TypedDict, total=False):
    """What may be said of evidence; the model explains each."""

    kind: str
    on: date
    url: str
    file: StoredFile | None
    is_public: bool


@transaction.atomic
def add_evidence(
    action: Action, title: str, *, by: Viewer, at: datetime, **details: Unpack[EvidenceDetails]
) -> Evidence:
    """Give evidence for an action. Only the improvement lead makes it public."""
    held = hold_own_action(action, by=by)
    user, body = _known(by)
    if details.get("is_public") and not follows(by):
        raise NotAllowed(f"{by.name} may not make evidence public: the improvement lead does")
    evidence = Evidence(
        action=held,
        title=title.strip(),
        body_id=body,
        given_by=by.name,
        given_by_user_id=user,
        **{"on": localdate(at), **details},
    )
    refuse_what_does_not_fit(evidence)
    refuse_future(evidence.on, localdate(at), "Evidence")
    evidence.save()
    log.record("add-evidence", held, f"gave evidence for {held.ref}", by=by, at=at)
    return evidence


@transaction.atomic
def check_evidence(evidence: Evidence, on: date, *, by: Viewer, at: datetime) -> Evidence:
    """Record that somebody other than who gave evidence has looked at it and found it good."""
    action = hold_action(evidence.action, by=by)
    held = _evidence(evidence)
    if held.given_by_user_id == by.user_id:
        raise Refused("You gave this evidence: somebody else checks it")
    if held.checked_on:
        raise Refused(f"{held.checked_by} checked it on {held.checked_on:%-d %B %Y} already")
    if not (held.url or held.file_id):
        raise Refused("There is nothing to look at: it has neither an address nor a file")
    refuse_future(on, localdate(at), "A check")
    held.checked_by, held.checked_on = by.name, on
    held.save(update_fields=["checked_by", "checked_on"])
    log.record("check-evidence", action, f"checked evidence for {action.ref}", by=by, at=at)
    return held


@transaction.atomic
def show_evidence(evidence: Evidence, *, is_public: bool, by: Viewer, at: datetime) -> Evidence:
    """Say whether evidence is public from the next version on."""
    action = hold_action(evidence.action, by=by)
    held = _evidence(evidence)
    held.is_public = is_public
    held.save(update_fields=["is_public"])
    word = "public" if is_public else "not public"
    said = f"made evidence for {action.ref} {word}, from the next version on"
    log.record("show-evidence", action, said, by=by, at=at)
    return held


class UpdateDetails(TypedDict, total=False):
    """What may be said in an update; the model explains each."""

    as_at: date
    next_step: str
    confidence: str


@transaction.atomic
def write_update(
    action: Action, words: str, *, by: Viewer, at: datetime, **details: Unpack[UpdateDetails]
) -> Update:
    """Say how an action is getting on. It is a draft of the writer's own body."""
    held = hold_own_action(action, by=by)
    _, body = _known(by)
    if not words.strip():
        raise Refused("Say how it is getting on: an empty update tells nobody anything")
    update = Update(
        action=held,
        words=words.strip(),
        by=by.name,
        body_id=body,
        at=at,
        **{"as_at": localdate(at), **details},
    )
    refuse_what_does_not_fit(update)
    refuse_future(update.as_at, localdate(at), "An update")
    update.save()
    log.record("write-update", held, f"wrote an update on {held.ref}", by=by, at=at)
    return update


@transaction.atomic
def take_update(update: Update, *, by: Viewer, at: datetime) -> Update:
    """Put an update into the next version of the plan."""
    action = hold_action(update.action, by=by)
    rows = Update.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    held = rows.get(pk=update.pk)
    if held.state == Update.State.PUBLISHED:
        raise Refused("It is in the next version already")
    held.state, held.answer = Update.State.PUBLISHED, ""
    held.answered_by, held.answered_at = by.name, at
    held.save(update_fields=ANSWER)
    said = f"took the update on {action.ref} by {held.by} into the next version"
    log.record("take-update", action, said, by=by, at=at)
    return held


@transaction.atomic
def return_update(update: Update, words: str, *, by: Viewer, at: datetime) -> Update:
    """Send an update back to who wrote it, and say what is missing. The words stay inside."""
    action = hold_action(update.action, by=by)
    rows = Update.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    held = rows.get(pk=update.pk)
    if held.state != Update.State.DRAFT:
        raise Refused(f"It is not waiting: it is {held.get_state_display().lower()} already")
    if not words.strip():
        raise Refused("Say what is missing: who wrote it reads your words")
    held.state, held.answer = Update.State.RETURNED, words.strip()
    held.answered_by, held.answered_at = by.name, at
    held.save(update_fields=ANSWER)
    said = f"sent the update on {action.ref} by {held.by} back"
    log.record("return-update", action, said, by=by, at=at)
    return held


class VoiceDetails(TypedDict, total=False):
    """What else is said of a voice: which areas it speaks of, and where its words are public."""

    areas: Iterable[Area]
    sources: list[str]


@transaction.atomic
def add_voice(
    plan: Plan,
    group: str,
    said: str,
    said_on: date,
    *,
    by: Viewer,
    at: datetime,
    **details: Unpack[VoiceDetails],
) -> Voice:
    """Record what a group of families said: a group's words, never a person's."""
    held = hold_plan(plan, by=by)
    areas = details.pop("areas", ())
    voice = Voice(plan=held, group=group.strip(), said=said.strip(), said_on=said_on, **details)
    refuse_what_does_not_fit(voice)
    refuse_future(said_on, localdate(at), "What was said")
    voice.save()
    tie(Voice.areas.through, "voice", voice.pk, "area", areas)
    log.record("add-voice", held, f"recorded what {voice.group} said", by=by, at=at)
    return voice


class Answer(TypedDict, total=False):
    """What became of what families said."""

    promised: str
    due: date | None
    done: str
    changed: str


@transaction.atomic
def answer_voice(voice: Voice, *, by: Viewer, at: datetime, **answer: Unpack[Answer]) -> Voice:
    """Say what was promised, what was done, and what is different for families."""
    plan = hold_plan(voice.plan, by=by)
    held: Voice = Voice.objects.unrestricted(because=FOR_CHANGE).get(pk=voice.pk)
    if not any(str(value or "").strip() for value in answer.values()):
        raise Refused("Say what was promised, done or changed")
    for name, value in answer.items():
        setattr(held, name, value)
    refuse_what_does_not_fit(held)
    held.save(update_fields=list(answer))
    log.record("answer-voice", plan, f"answered what {held.group} said", by=by, at=at)
    return held


@transaction.atomic
def state_counts(
    plan: Plan,
    counts: dict[str, int],
    total: int,
    as_at: date,
    *,
    by: Viewer,
    at: datetime,
    source: str = "",
) -> StatedCount:
    """Keep counts of actions as a paper stated them, whether or not they make the total."""
    held = hold_plan(plan, by=by)
    if not counts or min(*counts.values(), total, 0) < 0:
        raise Refused("State each count with its word, none below zero")
    pairs = [[word, number] for word, number in counts.items()]
    made = StatedCount(plan=held, counts=pairs, total=total, as_at=as_at, source=source)
    refuse_what_does_not_fit(made)
    made.save()
    log.record("state-counts", held, f"kept counts stated as at {as_at:%-d %B %Y}", by=by, at=at)
    return made


def _known(by: Viewer) -> tuple[int, int]:
    """Return who it is and for which body, by key; NotAllowed for those who work for none."""
    if by.user_id is None or by.organisation_id is None:
        raise NotAllowed(f"{by.name} speaks for no body here")
    return by.user_id, by.organisation_id


def _evidence(evidence: Evidence) -> Evidence:
    rows = Evidence.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    return rows.get(pk=evidence.pk)
