"""The files that go with a report."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cleardays.law.exemption import PUBLIC_INTEREST
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.documents.kinds import PICTURES, UNKNOWN
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.reports.actions.exemption import judged, numbered, openness
from cleardays.workroom.reports.actions.subject import locked, record
from cleardays.workroom.reports.models import Appendix, Report
from cleardays.workroom.workflow.engine import Refused


@dataclass(frozen=True)
class NewAppendix:
    """An appendix as given: its label and public title, its bytes piece by piece, their name.

    ``exempt_under`` are paragraphs of Schedule 12A, 1 to 7; none for an open appendix.
    ``description`` says what it shows; a picture needs one. ``reasoning`` weighs the public
    interest in keeping an exempt one back (para 10); it is never published.
    """

    label: str
    public_title: str
    pieces: Iterable[bytes]
    name: str
    exempt_under: tuple[int, ...] = ()
    description: str = ""
    reasoning: str = ""


@transaction.atomic
def add_appendix(report: Report, appendix: NewAppendix, *, by: Viewer, at: datetime) -> Appendix:
    """Add a file that goes with the report; an exempt one is exempt from its first moment."""
    mine = locked(report, by)
    by.require(Permission.WRITE_REPORTS, mine.committee_id)
    label, title = appendix.label.strip(), appendix.public_title.strip()
    if not label or not title:
        raise Refused("Give the appendix a label, such as Appendix A, and a title")
    everything = Appendix.objects.unrestricted(because="labels differ within a report")
    if everything.of(mine).filter(label=label).exists():
        raise Refused(f"The report has an {label} already: remove it first, or choose another")
    exempt_under = numbered(appendix.exempt_under)
    reasoning = _weighed(appendix.reasoning) if exempt_under else ""
    description = " ".join(appendix.description.split())
    file = _kept(appendix.pieces, appendix.name, description, by=by, at=at)
    added = Appendix.objects.create(
        report=mine,
        label=label,
        public_title=title,
        file=file,
        exempt_under=exempt_under,
        exempt_reasoning=reasoning,
        description=description,
        added_at=at,
    )
    as_what = f" as exempt under paragraph {exempt_under}" if exempt_under else ""
    record("add-appendix", mine, f"added {label}{as_what}", by=by, at=at)
    return added


def _weighed(reasoning: str) -> str:
    """Return why the public interest keeps something back; refuse where nothing says so."""
    if not reasoning.strip():
        raise Refused(
            "Say why the public interest in keeping this exempt outweighs that in disclosing"
            f" ({PUBLIC_INTEREST.authority})"
        )
    return reasoning.strip()


def _kept(
    pieces: Iterable[bytes], name: str, description: str, *, by: Viewer, at: datetime
) -> StoredFile:
    """Keep the file of an appendix; a picture is refused that nobody blind would know of."""
    file = documents.keep_file(pieces, name, by=by, at=at)
    if file.media_type == UNKNOWN or not file.size:
        raise Refused(f"“{name}” is empty, or of a kind that few can open: use PDF")
    if file.media_type in PICTURES and not description:
        raise Refused("Say what the picture shows, for those who cannot see it")
    return file


@transaction.atomic
def note_obstacles(
    appendix: Appendix, found: Sequence[str], *, by: Viewer, at: datetime
) -> Appendix:
    """Keep what was found in the file of an appendix that would stop it at the door."""
    mine = locked(appendix.report, by)
    by.require(Permission.WRITE_REPORTS, mine.committee_id)
    noted = Appendix.objects.visible_to(by).select_for_update().get(pk=appendix.pk)
    noted.obstacles = list(found)
    noted.save(update_fields=["obstacles"])
    if noted.is_held_up:
        sentence = f"was told what to put right in {noted.label} before it can be public"
        record("note-obstacles", mine, sentence, by=by, at=at)
    return noted


@transaction.atomic
def replace_appendix(
    appendix: Appendix,
    pieces: Iterable[bytes],
    name: str,
    description: str | None = None,
    *,
    by: Viewer,
    at: datetime,
) -> Appendix:
    """Put another file in the place of an appendix that was never published; the old one is kept.

    It is described as before, unless ``description`` is given. What stood against the file before
    is no longer known of: look through the new one.
    """
    mine = locked(appendix.report, by)
    by.require(Permission.WRITE_REPORTS, mine.committee_id)
    if mine.is_published:
        raise Refused("The report has been published: publish a correction instead")
    replaced = Appendix.objects.visible_to(by).select_for_update().get(pk=appendix.pk)
    said = replaced.description if description is None else " ".join(description.split())
    replaced.file = _kept(pieces, name, said, by=by, at=at)
    replaced.description, replaced.obstacles = said, []
    replaced.save(update_fields=["file", "description", "obstacles"])
    sentence = f"put another file in the place of {replaced.label}"
    record("replace-appendix", mine, sentence, by=by, at=at)
    return replaced


@transaction.atomic
def remove_appendix(appendix: Appendix, reason: str, *, by: Viewer, at: datetime) -> None:
    """Take an appendix off a report that was never published; the file itself stays kept."""
    mine = locked(appendix.report, by)
    by.require(Permission.WRITE_REPORTS, mine.committee_id)
    if mine.is_published:
        raise Refused("The report has been published: publish a correction instead")
    if not reason.strip():
        raise Refused("Say why the appendix is taken off")
    label = appendix.label
    Appendix.objects.visible_to(by).filter(pk=appendix.pk).delete()
    record("remove-appendix", mine, f"took {label} off the report", by=by, at=at, reason=reason)


@transaction.atomic
def mark_appendix_exempt(
    appendix: Appendix, paragraphs: Collection[int], reason: str, *, by: Viewer, at: datetime
) -> Appendix:
    """Mark an appendix exempt under paragraphs of Schedule 12A, or open again under none.

    Why it is exempt weighs the public interest and is kept with it, out of the journal.
    """
    mine = locked(appendix.report, by)
    exempt_under = judged(mine, paragraphs, reason, by=by, was=appendix.exempt_under)
    marked = Appendix.objects.visible_to(by).select_for_update().get(pk=appendix.pk)
    if exempt_under and not marked.exempt_under and marked.published_at:
        raise Refused(f"{marked.label} is public: recall the report, then mark it exempt")
    marked.exempt_under = exempt_under
    marked.exempt_reasoning = reason.strip() if exempt_under else ""
    marked.save(update_fields=["exempt_under", "exempt_reasoning"])
    sentence = f"marked {marked.label} as {openness(exempt_under)}"
    public_reason = "" if exempt_under else reason
    record("mark-appendix", mine, sentence, by=by, at=at, reason=public_reason)
    return marked
