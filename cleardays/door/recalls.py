"""Taking back: what was recalled does not go out; what is out is deleted, quotations and all."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import cast

from cleardays.door.origins import origin_of
from cleardays.door.projections.meeting import without_report
from cleardays.record import log
from cleardays.record.models import Current, Entry
from cleardays.record.schemas.loading import load
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.workroom.meetings.models import Recall
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.recommendations.models import Ask

# A recall of these names the versions that it takes: one that was published since stays.
VERSIONED = ("inspection", "measure", "plan")
BECAUSE = "a recall overtakes what still waits, and takes along what quotes it"


def recalled(refs: Iterable[str], since: datetime) -> set[str]:
    """Return those taken back since then: what waited here must not bring them back."""
    recalls = Recall.objects.unrestricted(because=BECAUSE)
    return set(recalls.filter(ref__in=list(refs), at__gte=since).values_list("ref", flat=True))


def take_back(outgoing: Outgoing, at: datetime) -> None:
    """Take something back, and of a meeting what was asked at it.

    What has not gone out yet will not, so there is nothing to take.
    """
    ref = outgoing.payload["ref"]
    kind = next((one for one in VERSIONED if f"{one}_version_ids" in outgoing.payload), None)
    versions = _in_record(ref, kind, outgoing.payload[f"{kind}_version_ids"]) if kind else []
    if kind is None or versions:
        _delete(ref, outgoing, at, versions)
    if ref.startswith("reports/"):
        _tell_agendas(ref, outgoing, at)
    asked = Ask.objects.unrestricted(because=BECAUSE).filter(meeting__ref=ref)
    for ask in asked.order_by("pk").values_list("ref", flat=True):
        _delete(ask, outgoing, at)


def _tell_agendas(ref: str, outgoing: Outgoing, at: datetime) -> None:
    """Say on each agenda of a recalled report that it was taken back, for its links are dead."""
    rows = Current.objects.filter(doc_type=MeetingDocument.doc_type, is_recalled=False)
    for row in rows.filter(body__contains=f'"ref":"{ref}"').order_by("ref"):
        agenda = without_report(cast(MeetingDocument, load(row.doc_type, row.body)), ref)
        log.append(agenda, origin=origin_of(outgoing, row.ref), at=at)


def _delete(ref: str, outgoing: Outgoing, at: datetime, versions: Sequence[int] = ()) -> None:
    reason, origin = outgoing.payload["reason"], origin_of(outgoing, ref)
    with suppress(Entry.DoesNotExist, log.NothingToRecall):
        log.recall(ref, reason, origin=origin, at=at, versions=versions)


def _in_record(ref: str, kind: str, keys: Sequence[int]) -> list[int]:
    """Return the numbers that the record gave to versions, from their keys in the workroom."""
    rows = Outgoing.objects.filter(**{"kind": kind, f"payload__{kind}_version_id__in": keys})
    origins = [origin_of(row, ref) for row in rows]
    return list(Entry.objects.filter(origin__in=origins).values_list("version", flat=True))
