"""Whether an ask is public: it was told of, and neither it nor its meeting was recalled since."""

from datetime import datetime

from cleardays.workroom.meetings.models import AgendaVersion, Meeting, Recall
from cleardays.workroom.recommendations.models import Ask

FOR_RECALLS = "what was taken back from the public is not told again"


def recall_of(ask: Ask) -> Recall | None:
    """Return the newest recall of an ask, or of the meeting that made it, since it was told."""
    if ask.told_at is None:
        return None
    recalls = Recall.objects.unrestricted(because=FOR_RECALLS)
    refs = (ask.ref, ask.meeting.ref)
    return recalls.filter(ref__in=refs, at__gte=ask.told_at).order_by("-at", "-pk").first()


def is_recalled(meeting: Meeting) -> bool:
    """Say whether a meeting was taken back and has not been published again."""
    recalls = Recall.objects.unrestricted(because=FOR_RECALLS).filter(ref=meeting.ref)
    taken: datetime | None = recalls.order_by("-at").values_list("at", flat=True).first()
    versions = AgendaVersion.objects.unrestricted(because=FOR_RECALLS).of(meeting)
    told: datetime | None = versions.values_list("at", flat=True).first()
    return bool(taken and (told is None or taken >= told))
