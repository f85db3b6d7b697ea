"""What a re-visit or a monitoring inspection does: it was due after the inspection before.

Once it is public it stands there as done, with its day and its address. What a person recorded
stays as it is, and what is taken back was not done.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings

from cleardays.law.frameworks import framework
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.inspections.holding import FOR_CHANGE, hold
from cleardays.workroom.inspections.models import Duty, Inspection, InspectionVersion

Plain = dict[str, Any]
DAYS = ("last_day", "first_day", "letter_dated", "published_on")


@dataclass(frozen=True)
class Deed:
    """That it was done: on which ISO day, what is known of the day, where it can be seen."""

    done_on: str = ""
    done_words: str = ""
    proof: str = ""


NOT_DONE = Deed()


@dataclass(frozen=True)
class Told:
    """What a public inspection says was done of the clock that it stops: before, and now."""

    clock: str
    before: Deed = NOT_DONE
    now: Deed = NOT_DONE

    def covers(self, clock: str, deed: Deed) -> bool:
        """Whether a duty waits for this, or has it from here: else a person recorded it."""
        return clock == self.clock and deed in (NOT_DONE, self.before)


def told_by(inspection: Inspection, before: Plain | None, now: Plain | None) -> Told:
    """Return what two versions of an inspection tell of the clock that it stops."""
    return Told(framework(inspection.framework).stops, _deed_of(before), _deed_of(now))


def fulfil(held: Inspection, told: Told, *, by: Viewer, at: datetime) -> bool:
    """Record in the inspection before what was done; returns whether that changed anything."""
    if not (told.clock and held.previous_id):
        return False
    of = hold(held.previous_id, by=by)
    rows = Duty.objects.unrestricted(because=FOR_CHANGE).filter(inspection=of, kind=told.clock)
    duty = rows.first()
    if duty is None or not told.covers(duty.kind, _recorded(duty)) or _recorded(duty) == told.now:
        return False
    duty.done_on = date.fromisoformat(told.now.done_on) if told.now.done_on else None
    duty.done_words, duty.proof = told.now.done_words, told.now.proof
    duty.save(update_fields=["done_on", "done_words", "proof"])
    if duty.done_on:
        verb, said = "finish", f"took “{duty.title}” as done: “{held}” is public"
    else:
        verb, said = (
            "reopen",
            f"no longer takes “{duty.title}” as done: “{held}” was taken back",
        )
    log.record(verb, of, said, by=by, at=at)
    return True


def as_told(snapshot: Plain, told: Told) -> Plain:
    """Return what a version of the inspection before froze, with what is told of its duty."""
    duties = [
        {**one, **asdict(told.now)} if told.covers(one["kind"], _frozen(one)) else one
        for one in snapshot["duties"]
    ]
    return {**snapshot, "duties": duties}


def tells(version: InspectionVersion, told: Told) -> bool:
    """Say whether a version shows what is no longer said to be done."""
    duties = version.snapshot["duties"]
    return told.before != NOT_DONE and any(
        one["kind"] == told.clock and _frozen(one) == told.before for one in duties
    )


def _deed_of(snapshot: Plain | None) -> Deed:
    """Return what a public version says was done by the inspection; days not exact have words."""
    if snapshot is None:
        return NOT_DONE
    name = next((one for one in DAYS if snapshot[one]), "")
    if not name:
        return NOT_DONE
    words = "" if name in DAYS[:2] else snapshot["days_words"] or "the day of its report"
    return Deed(snapshot[name], words[:200], f"{settings.SITE_URL}/{snapshot['ref']}/")


def _recorded(duty: Duty) -> Deed:
    day = duty.done_on.isoformat() if duty.done_on else ""
    return Deed(day, duty.done_words, duty.proof)


def _frozen(duty: Plain) -> Deed:
    return Deed(duty["done_on"], duty["done_words"], duty["proof"])
