"""The words of a report on a plan to a committee, drawn from its published versions."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from cleardays.progress.lists import promised_between
from cleardays.progress.summary import Standing, changes_in_words, standing
from cleardays.progress.versions import between
from cleardays.workroom.people.models import Committee
from cleardays.workroom.plans.models import Plan, PlanVersion
from cleardays.workroom.plans.thawing import thawed
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.reports.parts import Parts


def parts_of(
    plan: Plan,
    committee: Committee,
    version: PlanVersion,
    before: PlanVersion | None,
    asks: Sequence[Ask],
    as_at: date,
) -> Parts:
    """Return the parts of a draft report on a version: its counts are computed and add up.

    ``before`` is what the committee saw last; ``asks`` are what it asked for.
    """
    actions = thawed(version.snapshot)
    found = standing(actions, as_at)
    due = promised_between(actions, before.as_at if before else None, as_at)
    return Parts(
        title=f"{plan.title}: progress as at {as_at:%-d %B %Y}",
        committee_name=committee.name,
        executive_summary=_summary(plan, version, found),
        recommendations=(
            f"<p>Note how the plan stands on {as_at:%-d %B %Y} and what changed.</p>",
            "<p>Say what it asks for before it meets again.</p>",
        ),
        background="".join(
            (
                _changes(before, version),
                _table(
                    "What was due, and whether it was kept",
                    ("Action", "What", "Due", "Kept"),
                    [
                        (
                            f"{one.action.ref} {one.action.title}",
                            one.what,
                            _day(one.due),
                            _day(one.kept) if one.kept else "not yet",
                        )
                        for one in due
                    ],
                ),
                _asks(asks, as_at),
                _measures(version),
                _every_action(version),
            )
        ),
        background_papers=(
            {
                "paper": f"{plan.title}, version {version.number}",
                "date": _day(version.as_at),
                "contact": plan.organisation.name,
            },
        ),
        background_papers_stated=True,
        sources=tuple(plan.sources),
        is_invented=plan.is_invented,
    )


def _summary(plan: Plan, version: PlanVersion, found: Standing) -> str:
    first = (
        f"This report is drawn from version {version.number} of “{plan.title}”, as at"
        f" {_day(version.as_at)}. Its counts are computed from the dates of the plan's"
        f" {found.total} actions."
    )
    rows = [(state.value, str(number)) for state, number in found.counts.items()]
    counts = _table("Actions by how they stand", ("State", "Actions"),
                    [*rows, ("all", str(found.total))])  # fmt: skip
    return _paragraphs([first, *found.paragraphs]) + counts


def _changes(before: PlanVersion | None, version: PlanVersion) -> str:
    if before is None:
        words = "The committee has not seen a version of this plan before."
    elif before.pk == version.pk:
        words = f"Nothing was published since version {before.number}, which was seen last."
    else:
        said = changes_in_words(between(before.snapshot, version.snapshot))
        words = f"Since version {before.number}, as at {_day(before.as_at)}: {said}"
    return f"<h3>What changed since the committee last met</h3>{_paragraphs([words])}"


def _asks(asks: Sequence[Ask], as_at: date) -> str:
    rows = [
        (
            one.text,
            f"{one.post}, {one.asked_of}",
            _day(one.due) if one.due else one.due_words or "no date",
            one.answer or ("overdue" if one.is_overdue(as_at) else "not answered yet"),
            one.get_state_display(),
        )
        for one in asks
    ]
    heads = ("Asked", "Of whom", "By when", "Answer", "Standing")
    return _table("What the committee asked for, and what came back", heads, rows)


def _measures(version: PlanVersion) -> str:
    rows = [
        (
            one["measure"],
            f"{one['baseline']:g} ({_iso(one['baseline_on'])})"
            if one["baseline"] is not None
            else "none: no baseline was set",
            f"{one['target']:g} by {_iso(one['target_on'])}",
        )
        for one in version.snapshot["targets"]
    ]
    return _table("Measures", ("Measure", "Baseline", "Target"), rows)


def _every_action(version: PlanVersion) -> str:
    heads = ("Action", "Lead", "Planned finish", "First agreed", "Evidence")
    rows = [
        (
            f"{one['ref']} {one['title']}",
            ", ".join(filter(None, (one["lead"], one["lead_body"]))) or "nobody",
            _iso(one["finish"]),
            _iso(one["first_finish"]),
            one["evidence_axis"],
        )
        for one in version.snapshot["actions"]
    ]
    return _table("Every action", heads, rows)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a titled table as HTML; nothing where it has no rows."""
    if not rows:
        return ""
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return (
        f"<h3>{escape(title)}</h3><table><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _paragraphs(words: Iterable[str]) -> str:
    return "".join(f"<p>{escape(one)}</p>" for one in words)


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"


def _iso(text: str) -> str:
    return _day(date.fromisoformat(text)) if text else "no date"
