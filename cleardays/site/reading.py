"""What the pages read from the record: rows for lists without their bodies, documents whole."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, cast

from django.db import connections
from django.db.models import QuerySet
from django.http import Http404

from cleardays.record.excerpts import PAGE
from cleardays.record.models import Content, Current, Entry
from cleardays.record.schemas.inspection import InspectionDocument
from cleardays.record.schemas.loading import Document, build, load
from cleardays.record.schemas.plan import PlanDocument

Plain = dict[str, Any]
NAMES = [field.attname for field in Current._meta.concrete_fields]
COLUMNS = ", ".join(field.column for field in Current._meta.concrete_fields)
CURRENT = f"SELECT {COLUMNS} FROM record_current WHERE ref = %s"  # noqa: S608 - our own names
LISTED = (
    "SELECT ref, doc_type, title, day, first_recorded_at, first_stated_on, first_stated_source,"
    " recorded_at, seq, is_recalled, summary FROM record_current WHERE NOT is_recalled"
)
BODIES = "SELECT ref, body FROM record_current WHERE NOT is_recalled AND ref IN"
EXCERPTS = "SELECT ref, body FROM record_excerpt WHERE about = %s"
EXCERPTS_OF = f"{EXCERPTS} AND ref IN"


@dataclass(frozen=True)
class Listed:
    """A document as lists show it. ``day`` is exact only where ``precision`` is "day" or ""."""

    ref: str
    doc_type: str
    title: str
    day: date | None
    first_recorded_at: datetime
    first_stated_on: date | None
    first_stated_source: str
    recorded_at: datetime
    seq: int
    is_recalled: bool
    facts: dict[str, Any]

    @property
    def href(self) -> str:
        return f"/{self.ref}/"

    @property
    def precision(self) -> str:
        return str(self.facts.get("precision") or "day")

    @property
    def is_exact(self) -> bool:
        return self.precision == "day"

    @property
    def shown_precision(self) -> str:
        """How much of the day to show: of one that is not exact, the month; words say the rest."""
        return "" if self.is_exact else "month"

    @property
    def is_cancelled(self) -> bool:
        return bool(self.facts.get("status") == "cancelled")

    @property
    def at(self) -> date | datetime | None:
        """The day, with the hour where it is known; local time without a zone."""
        clock = str(self.facts.get("time") or "")
        return (
            datetime.combine(self.day, time.fromisoformat(clock))
            if self.day and clock
            else self.day
        )


@dataclass(frozen=True)
class Shown:
    """A document of one version with what the record says of it."""

    row: Current
    document: Document
    version: int
    seq: int
    recorded_at: datetime
    stated_on: date | None
    stated_source: str

    @property
    def is_current(self) -> bool:
        return self.version == self.row.version

    @property
    def href(self) -> str:
        return f"/{self.row.ref}/"

    @property
    def by(self) -> str:
        """Who published it: the post where the document names one, else the body that it is of."""
        return str(getattr(self.document, "published_by", "") or self.document.council)


def head_seq() -> int:
    """Return the seq of the last entry; every page follows from it and the day.

    Asked with each request, so in plain SQL: putting the query together costs more than it does.
    """
    with connections["record"].cursor() as cursor:
        cursor.execute("SELECT seq FROM record_head WHERE id = 1")
        found = cursor.fetchone()
    return found[0] if found else 0


def current_or_404(ref: str) -> Current:
    """Return the row of a ref, recalled or not. In plain SQL for the same reason."""
    with connections["record"].cursor() as cursor:
        cursor.execute(CURRENT, [ref])
        found = cursor.fetchone()
    if found is None:
        raise Http404(ref)
    return Current.from_db("record", NAMES, [aware(value) for value in found])


def aware(value: Any) -> Any:
    """Give a time from SQLite, which keeps none, its zone: what is stored is UTC."""
    is_naive = isinstance(value, datetime) and value.tzinfo is None
    return value.replace(tzinfo=UTC) if is_naive else value


def on_its_page(row: Current) -> Shown:
    """Return the current version as its own page shows it: of a plan without what only the pages
    of its actions say, which is most of it."""
    if row.doc_type != PlanDocument.doc_type:
        return shown(row)
    return shown(row, *(build(PlanDocument, one) for one in excerpts_of([row.ref], PAGE)))


def shown(row: Current, document: Document | None = None) -> Shown:
    """Return the current version of a document, made of its body where it is not given."""
    return Shown(
        row,
        document or load(row.doc_type, row.body),
        row.version,
        row.seq,
        row.recorded_at,
        row.first_stated_on,
        row.first_stated_source,
    )


def as_published(row: Current, entry: Entry, body: str) -> Shown:
    """Return a document as an entry published it."""
    document = load(entry.doc_type, body)
    return Shown(
        row,
        document,
        entry.version,
        entry.seq,
        entry.recorded_at,
        entry.stated_published_on,
        entry.stated_source,
    )


def entries_of(ref: str) -> list[Entry]:
    """Return every entry under a ref, oldest first; 404 if there is none."""
    entries = list(Entry.objects.filter(ref=ref).order_by("version"))
    if not entries:
        raise Http404(ref)
    return entries


def bodies_of(entries: Iterable[Entry]) -> dict[int, str]:
    """Return, by seq, the contents that are still there."""
    seqs = [entry.seq for entry in entries]
    return dict(Content.objects.filter(seq__in=seqs).values_list("seq", "body"))


def find(where: str, *values: str, order: str, most: int = -1) -> list[Listed]:
    """Return what is public for a list, by a condition in plain SQL of our own; -1 for all."""
    limit = f" LIMIT {most}" if most >= 0 else ""
    with connections["record"].cursor() as cursor:
        cursor.execute(f"{LISTED} AND {where} ORDER BY {order}{limit}", values)
        found = cursor.fetchall()
    rows = ((*map(aware, row[:-1]), json.loads(row[-1])) for row in found)
    return [Listed(*row) for row in rows]


def listed(rows: QuerySet[Current]) -> list[Listed]:
    """Return rows for a list; their bodies are left in the database."""
    return [as_listed(row) for row in rows.defer("body")]


def as_listed(row: Current) -> Listed:
    """Return a row as lists show it."""
    return Listed(
        ref=row.ref,
        doc_type=row.doc_type,
        title=row.title,
        day=row.day,
        first_recorded_at=row.first_recorded_at,
        first_stated_on=row.first_stated_on,
        first_stated_source=row.first_stated_source,
        recorded_at=row.recorded_at,
        seq=row.seq,
        is_recalled=row.is_recalled,
        facts=json.loads(row.summary),
    )


def standing(doc_type: str, committee: str = "") -> QuerySet[Current]:
    """Return what is public and not recalled of a kind, of one committee or of all."""
    rows = Current.objects.filter(doc_type=doc_type, is_recalled=False)
    return rows.filter(committee=committee) if committee else rows


def standing_or_404(ref: str) -> Shown:
    """Return what is public under a ref now; 404 for nothing, and for what was recalled."""
    row = current_or_404(ref)
    if row.is_recalled:
        raise Http404(ref)
    return shown(row)


def inspection_or_404(slug: str) -> tuple[Shown, InspectionDocument]:
    """Return an inspection as it is public now."""
    found = standing_or_404(f"inspections/{slug}")
    return found, cast(InspectionDocument, found.document)


def plan_or_404(slug: str) -> tuple[Shown, PlanDocument]:
    """Return a plan as it is public now."""
    found = standing_or_404(f"plans/{slug}")
    return found, cast(PlanDocument, found.document)


def excerpts(about: str) -> dict[str, Plain]:
    """Return what a page about something shows of each document, by ref, the oldest first."""
    with connections["record"].cursor() as cursor:
        cursor.execute(EXCERPTS, [about])
        found = [(ref, plain(body)) for ref, body in cursor.fetchall()]
    return dict(sorted(found, key=lambda pair: (pair[1].get("as_at", ""), pair[0])))


def excerpts_of(refs: Iterable[str], about: str) -> list[Plain]:
    """Return what pages show of each of these refs, in the order of the refs."""
    found = among(EXCERPTS_OF, refs, about, order="ref")
    return [plain(body) for _, body in found]


def bodies_by_ref(refs: Iterable[str]) -> dict[str, Plain]:
    """Return what is public under each of these refs; what is not, is left out."""
    found = among(BODIES, refs, order="day, ref")
    return {ref: plain(body) for ref, body in found}


def among(select: str, refs: Iterable[str], *given: str, order: str) -> list[Any]:
    """Ask for the rows of some refs; the statement ends before the list of them."""
    wanted = list(dict.fromkeys(refs))
    if not wanted:
        return []
    marks = ", ".join(["%s"] * len(wanted))
    with connections["record"].cursor() as cursor:
        cursor.execute(f"{select} ({marks}) ORDER BY {order}", [*given, *wanted])
        return list(cursor.fetchall())


def plain(body: str) -> Plain:
    """Return the plain JSON of a body."""
    found: Plain = json.loads(body)
    return found


def as_said(name: str, value: str) -> str:
    """Return how a summary says a fact, to look for it without reading bodies."""
    return json.dumps({name: value})[1:-1]
