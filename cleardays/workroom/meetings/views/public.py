"""A snapshot as the public would read it, with the words of the reports that it names."""

from collections.abc import Sequence
from dataclasses import dataclass

from cleardays.law.exemption import exempt_in_words
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.snapshot import AppendixSnapshot, ItemSnapshot, MeetingSnapshot
from cleardays.workroom.reports.models import ReportVersion
from cleardays.workroom.reports.presenting import facts_of


@dataclass(frozen=True)
class PublicItem:
    """An item as the public has it; ``version`` is there only if this viewer may read it."""

    item: ItemSnapshot
    exempt: str
    added: str
    version: ReportVersion | None
    facts: Sequence[tuple[str, str]]
    open_appendices: Sequence[AppendixSnapshot]
    exempt_appendices: Sequence[tuple[AppendixSnapshot, str]]


def public_items(snapshot: MeetingSnapshot, viewer: Viewer) -> list[PublicItem]:
    """Return the items of a snapshot, with their reports as far as this viewer may read them."""
    keys = [item.report_version_id for item in snapshot.items if item.report_version_id]
    readable = ReportVersion.objects.visible_to(viewer).select_related("report__committee")
    versions = readable.in_bulk(keys)
    return [_public(item, versions.get(item.report_version_id or 0)) for item in snapshot.items]


def standing_in_words(paragraphs: Sequence[int], *, is_confidential: bool) -> str:
    """Say why the public may not see an item's papers; nothing where they may."""
    if is_confidential:
        return "Confidential (Local Government Act 1972, s.100A(3))."
    return exempt_in_words(paragraphs)


def _public(item: ItemSnapshot, version: ReportVersion | None) -> PublicItem:
    late = item.added_in > 1
    return PublicItem(
        item=item,
        exempt=standing_in_words(item.exempt_under, is_confidential=item.is_confidential),
        added=f"with version {item.added_in}" if late else "",
        version=version,
        facts=facts_of(version) if version else (),
        open_appendices=[one for one in item.appendices if not one.exempt_under],
        exempt_appendices=[
            (one, exempt_in_words(one.exempt_under)) for one in item.appendices if one.exempt_under
        ],
    )
