"""Figures in a file: taken in and kept, compared, and accepted whole or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from django.conf import settings
from django.db import transaction

from cleardays.readers.measures.observations import Imported
from cleardays.readers.measures.sheet import MOST_BYTES, UnreadableSheet
from cleardays.readers.measures.statistics import UnknownChoice, plain_name, read_statistics
from cleardays.readers.measures.strangers import read_figures
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.documents import store
from cleardays.workroom.plans.actions.measure_figures import complete
from cleardays.workroom.plans.actions.measures import create_measure
from cleardays.workroom.plans.locking import FOR_CHANGE
from cleardays.workroom.plans.measured.checking import doubts, refuse_doubtful
from cleardays.workroom.plans.measured.exchange import (
    Change,
    as_observation,
    as_plain,
    compared,
    measures_known,
    settled,
    standing,
    with_measure,
)
from cleardays.workroom.plans.measured.holding import hold_measure, may_measure
from cleardays.workroom.plans.measured.statistics import (
    Choice,
    definitions_in,
    is_statistics,
    rows_chosen,
    statistics_of,
)
from cleardays.workroom.plans.measured.units import in_per_cent
from cleardays.workroom.plans.models import Measure, MeasureFile
from cleardays.workroom.workflow.engine import Refused


@transaction.atomic
def take_in_figures(
    pieces: Iterable[bytes],
    name: str,
    *,
    by: Viewer,
    at: datetime,
    measure: Measure | None = None,
    years: str = "",
) -> MeasureFile:
    """Keep a file of figures and read it. Changes nothing; faults stand by their cells.

    What was given is kept, whatever is wrong with it. ``measure`` is whose figures they are where
    the file does not say, ``years`` ("school" or "financial") what 2024/25 is in it.
    """
    file = documents.keep_file(pieces, name, by=by, at=at)
    with store.open_file(file.sha256) as kept:
        data = kept.read(MOST_BYTES + 1)  # one byte more than is read says that it is too large
    made = MeasureFile(name=name[-255:], file=file, body_id=by.organisation_id, by=by.name, at=at)
    if is_statistics(data):
        made.kind = MeasureFile.Kind.STATISTICS
        made.faults = _faults_of_statistics(data)
    else:
        made.kind, known = MeasureFile.Kind.TEMPLATE, measures_known(by)
        imported = read_figures(
            data,
            measure=measure.ref.removeprefix("measures/") if measure else "",
            years=years,
            source=name[-200:],
            known=known,
            own=(settings.COUNCIL_NAME, plain_name(settings.COUNCIL_NAME)),
        )
        imported = in_per_cent(imported, known)
        made.notes = list(imported.left_out)
        made.rows, faults = settled(imported, by) if not imported.faults else ([], imported.faults)
        made.faults = [asdict(one) for one in faults]
        made.base = _base(imported, by)
    made.save()
    log.record("take-in-figures", made, "gave a file of figures, to compare it", by=by, at=at)
    return made


def _faults_of_statistics(data: bytes) -> list[dict[str, str]]:
    try:
        read_statistics(data)
    except UnreadableSheet as why:
        return [{"cell": "", "sentence": str(why)}]
    return []


def _base(imported: Imported, by: Viewer) -> MeasureFile | None:
    """Return the file that went out as this one, if it is one of theirs."""
    if not imported.export.isdecimal() or len(imported.export) > 15:
        return None
    seen = MeasureFile.objects.visible_to(by).filter(kind=MeasureFile.Kind.EXPORT)
    found: MeasureFile | None = seen.filter(pk=int(imported.export)).first()
    return found


@transaction.atomic
def export_figures(measures: Sequence[Measure], *, by: Viewer, at: datetime) -> MeasureFile:
    """Keep the figures that stand as they go out, so that what comes back can be compared."""
    held = [hold_measure(one, by=by) for one in measures]
    rows = [as_plain(row) for row in standing([one.pk for one in held])]
    made = MeasureFile.objects.create(
        kind=MeasureFile.Kind.EXPORT, rows=rows, body_id=by.organisation_id, by=by.name, at=at
    )
    for one in held:
        log.record("export-figures", one, f"took the figures of “{one}” out", by=by, at=at)
    return made


@transaction.atomic
def choose_statistics(
    file: MeasureFile, choice: Choice, *, into: Measure | None, by: Viewer, at: datetime
) -> MeasureFile:
    """Choose an area and a measure in the DfE's file, and whose figures here they are to be.

    With no measure to put them ``into``, accepting them begins one as the DfE defines it.
    """
    held = _held(file, by)
    if into is not None:
        hold_measure(into, by=by)
    statistics = statistics_of(held)
    try:
        rows = rows_chosen(statistics, choice)
    except (UnknownChoice, UnreadableSheet) as why:
        raise Refused(str(why)) from why
    held.measure = into
    held.rows = with_measure(rows, into.pk) if into else rows
    held.choice = asdict(choice)
    held.save(update_fields=["measure", "rows", "choice"])
    return held


@transaction.atomic
def accept_figures(
    file: MeasureFile,
    *,
    choices: Mapping[str, str],
    reason: str = "",
    is_checked: bool = False,
    by: Viewer,
    at: datetime,
) -> list[Measure]:
    """Save what a file would change: all of it, or nothing.

    ``choices`` says of each conflict whether "ours" stays or "theirs" comes. Raises Doubtful for
    figures that look wrong beside the others, until ``is_checked``.
    """
    held = _held(file, by)
    if held.kind == MeasureFile.Kind.STATISTICS and held.measure_id is None:
        _begin(held, by=by, at=at)
    found = compared(held)
    if undecided := found.undecided(choices):
        raise Refused(*(f"{_named(one)}: both sides changed it: choose" for one in undecided))
    wanted = found.wanted(choices)
    if not wanted:
        raise Refused("The file says what stands already: there is nothing to accept")
    if any(one.ours for one in wanted) and not reason.strip():
        raise Refused("Say why figures are restated: the public reads it")
    by_measure: dict[int, list[Change]] = {}
    for one in wanted:
        by_measure.setdefault(one.theirs["measure"], []).append(one)
    measures = [
        _save(key, changes, reason.strip(), is_checked=is_checked, by=by, at=at)
        for key, changes in by_measure.items()
    ]
    held.accepted_at = at
    held.save(update_fields=["accepted_at"])
    return measures


def _save(
    key: int,
    changes: Sequence[Change],
    reason: str,
    *,
    is_checked: bool,
    by: Viewer,
    at: datetime,
) -> Measure:
    every = Measure.objects.unrestricted(because=FOR_CHANGE)
    measure = hold_measure(every.get(pk=key), by=by)
    rows = []
    for one in changes:
        row = as_observation(one.theirs, measure)
        row.recorded_at, row.by = at, by.name
        row.supersedes, row.reason = one.ours, reason if one.ours else ""
        complete(row)
        rows.append(row)
    found = doubts(measure, rows)
    refuse_doubtful(found, is_checked=is_checked)
    for row in rows:
        row.save()
    restated = sum(1 for one in changes if one.ours)
    looked = ", ".join(dict.fromkeys(fault.code for fault in found))
    though = f", and looked at what seemed wrong: {looked}" if looked else ""
    said = (
        f"took figures of “{measure}” from a file: {len(rows) - restated} new,"
        f" {restated} restated{though}"
    )
    log.record("accept-figures", measure, said, by=by, at=at, reason=reason)
    return measure


def _begin(file: MeasureFile, *, by: Viewer, at: datetime) -> None:
    """Begin a measure as the DfE defines it, for figures that were chosen in its file."""
    if not file.choice:
        raise Refused("Choose an area and a measure in the file first")
    name, definition = definitions_in(Choice(**file.choice))
    made = create_measure(name, definition, by=by, at=at)
    file.measure = made
    file.rows = with_measure(file.rows, made.pk)
    file.save(update_fields=["measure", "rows"])


def _held(file: MeasureFile, by: Viewer) -> MeasureFile:
    seen = MeasureFile.objects.visible_to(by).select_for_update(of=("self",))
    held: MeasureFile = seen.get(pk=file.pk)
    if held.accepted_at:
        raise Refused("This file was accepted already: give it again to compare it anew")
    if held.faults:
        raise Refused("Put right what is wrong in the file, and give it again")
    if not may_measure(by, held.body_id):
        raise Refused("This file is of another body")
    return held


def _named(one: Change) -> str:
    return f"{one.theirs['period']}, {one.theirs['geography']}"
