"""The words of a report on a plan to a committee, drawn from its published versions."""

from collections.abc import Sequence
from datetime import date

from cleardays.progress.actions import delivery_of
from cleardays.progress.evidence import EvidenceAxis
from cleardays.progress.lists import late_without_days, promised_between
from cleardays.progress.summary import Standing, changes_in_words, standing
from cleardays.progress.versions import between
from cleardays.workroom.people.models import Committee
from cleardays.workroom.plans.models import PlanVersion
from cleardays.workroom.plans.reporting.asks import asks_in_words, asks_summary, stood
from cleardays.workroom.plans.reporting.measures import measures_in_words
from cleardays.workroom.plans.reporting.slippage import slippage_in_words
from cleardays.workroom.plans.reporting.voices import voices_in_words
from cleardays.workroom.plans.reporting.wording import (
    EVIDENCE,
    day_words,
    iso_words,
    paragraphs,
    table,
    with_total,
)
from cleardays.workroom.plans.snapshot import ActionSnapshot
from cleardays.workroom.plans.thawing import thawed
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.reports.parts import Parts

NOT_PUBLIC = "not public"


def parts_of(
    committee: Committee,
    version: PlanVersion,
    before: PlanVersion | None,
    asks: Sequence[Ask],
    as_at: date,
    *,
    last_met: date | None,
) -> Parts:
    """Return the parts of a draft report on a version: its counts are computed and add up.

    ``before`` is what was public when the committee last met; ``asks`` are what it asked for. Of
    the plan only published words go in.
    """
    said = version.snapshot
    actions = thawed(said)
    asked = stood(asks, as_at)
    return Parts(
        title=f"{said['title']}: progress as at {as_at:%-d %B %Y}",
        committee_name=committee.name,
        executive_summary=_summary(version, actions, as_at) + asks_summary(asked),
        recommendations=(
            f"<p>Note how the plan stands on {as_at:%-d %B %Y} and what changed.</p>",
            "<p>Say what it asks for before it meets again.</p>",
        ),
        background="".join(
            (
                _changes(before, version, last_met),
                slippage_in_words(actions),
                _due(actions, before, as_at),
                asks_in_words(asked, as_at),
                measures_in_words(version, as_at),
                voices_in_words(said["voices"]),
                _every_action(actions, as_at),
            )
        ),
        background_papers=(
            {
                "paper": f"{said['title']}, version {version.number}",
                "date": day_words(version.as_at),
                "contact": said["council"],
            },
        ),
        background_papers_stated=True,
        sources=tuple(said["sources"]),
        is_invented=said["is_invented"],
    )


def _summary(version: PlanVersion, actions: Sequence[ActionSnapshot], as_at: date) -> str:
    found = standing(actions, as_at)
    first = (
        f"This report is drawn from version {version.number} of"
        f" “{version.snapshot['title']}”, as at {day_words(version.as_at)}."
        f" {_how_counted(actions)}"
    )
    counts = table(
        "Actions by how they stand",
        ("How they stand", "Actions"),
        with_total({state.value: number for state, number in found.counts.items()}),
    )
    return paragraphs([first, *_paragraphs(actions, found)]) + counts


def _how_counted(actions: Sequence[ActionSnapshot]) -> str:
    """Say what the counts rest on: dates, or, of placeholders, what papers told."""
    stand_ins = sum(one.is_placeholder for one in actions)
    computed = f"Its counts are computed from the dates of the plan's {len(actions)} actions."
    if not stand_ins:
        return computed
    told = "how these stand is what papers told, and nothing else of them is known here."
    if stand_ins < len(actions):
        return f"{computed} Of these, {stand_ins} are placeholders: {told}"
    many = (
        "Its one action is a placeholder"
        if stand_ins == 1
        else f"All its {stand_ins} actions are placeholders"
    )
    return f"{many}: {told}"


def _paragraphs(actions: Sequence[ActionSnapshot], found: Standing) -> Sequence[str]:
    """Return what is said of the whole; of placeholders alone not that nothing was late."""
    if any(not one.is_placeholder for one in actions):
        return found.paragraphs
    late = found.lateness if late_without_days(actions, found.on) else ""
    return [*filter(None, (found.delivery, late, found.evidence))]


def _changes(before: PlanVersion | None, version: PlanVersion, last_met: date | None) -> str:
    if last_met is None:
        met = "No earlier meeting of the committee, with its day, is on record here."
    else:
        met = f"The committee last met on {day_words(last_met)}."
    if last_met and before is None:
        met = f"{met} No version of this plan was public by then."
    elif before and before.pk == version.pk:
        met = f"{met} Version {before.number} was public by then, and none has been since."
    elif before:
        said = changes_in_words(between(before.snapshot, version.snapshot))
        met = f"{met} Since version {before.number}, as at {day_words(before.as_at)}: {said}"
    return f"<h3>What changed since the committee last met</h3>{paragraphs([met])}"


def _due(actions: Sequence[ActionSnapshot], before: PlanVersion | None, as_at: date) -> str:
    rows = [
        (
            f"{one.action.ref} {one.action.title}",
            one.what,
            day_words(one.due),
            day_words(one.kept) if one.kept else "not yet",
        )
        for one in promised_between(actions, before.as_at if before else None, as_at)
    ]
    heads = ("Action", "What", "Due", "Kept")
    return table("What was due, and whether it was kept", heads, rows)


def _every_action(actions: Sequence[ActionSnapshot], as_at: date) -> str:
    """Return a row for each action; of a placeholder neither lead nor days are known."""
    heads = ("Action", "Lead", "How it stands", "Planned finish", "First agreed", "Evidence")
    rows = [
        (
            f"{one.ref} {one.title}",
            _lead(one),
            delivery_of(one, as_at).value,
            NOT_PUBLIC if one.is_placeholder else iso_words(one.finish),
            NOT_PUBLIC if one.is_placeholder else iso_words(one.first_finish),
            EVIDENCE[EvidenceAxis(one.evidence_axis)],
        )
        for one in actions
    ]
    return table("Every action", heads, rows)


def _lead(one: ActionSnapshot) -> str:
    known = ", ".join(filter(None, (one.lead, one.lead_body)))
    return known or (NOT_PUBLIC if one.is_placeholder else "nobody")
