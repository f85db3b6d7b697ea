"""What a committee asked for, as the public may see it: field by field."""

from datetime import date

from cleardays.door.projections.committee import link_to
from cleardays.record.schemas.ask import AskDocument
from cleardays.record.schemas.common import Link
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.meetings.proof import last_snapshot
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.recalls import is_recalled


def project(ask: Ask) -> AskDocument:
    """Carry over what the public page of an ask says.

    Of its meetings only what was published of them: their rows may have changed since.
    """
    meeting = last_snapshot(ask.meeting)
    return AskDocument(
        ref=ask.ref,
        title=ask.title,
        council=ask.committee.organisation.name,
        committee_link=link_to(ask.committee),
        meeting=_meeting(ask.meeting),
        asked_on=meeting.day if meeting else ask.meeting.day.isoformat(),
        asked_words=_when(ask.meeting),
        kind=ask.kind,
        kind_name=ask.get_kind_display(),
        text=ask.text,
        asked_of=ask.asked_of.name,
        post=ask.post,
        state=ask.state,
        state_name=ask.get_state_display(),
        due=_iso(ask.due),
        due_words=ask.due_words,
        rule=ask.rule,
        answer=ask.answer,
        answered_on=_iso(ask.answered_on),
        accepted_at=_meeting(ask.accepted_at_meeting) if ask.accepted_at_meeting else None,
        sources=tuple(ask.sources),
        is_invented=ask.is_invented,
    )


def _meeting(meeting: Meeting) -> Link:
    said, name = last_snapshot(meeting), meeting.committee.name
    if said is None or is_recalled(meeting):
        return Link(meeting.ref, name)
    when = said.date_words or f"{date.fromisoformat(said.day):%-d %B %Y}"
    return Link(meeting.ref, f"{name}, {when}")


def _when(meeting: Meeting) -> str:
    """Say when a meeting was, where its day is not known exactly."""
    said = last_snapshot(meeting)
    return said.date_words if said and said.precision != Meeting.Precision.DAY else ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
