"""A version of a plan to be read whole before it is released: all that the public would have.

Whatever is in a snapshot is said here in words: what is not shown cannot be released knowingly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils.timezone import localdate

Plain = Mapping[str, Any]
Rows = list[tuple[str, str]]
NOT_TOLD = "Not public: a placeholder, whose dates only stand in"
STEPS = ("Step", "Met when", "First agreed", "Due", "Met")
MOVES = ("Date", "Was", "Became", "Why", "What it does to families", "By", "Approved by", "When")
EVIDENCE = ("What", "Kind", "Date", "Where", "Checked by")
TARGETS = ("Measure", "Baseline", "Target", "On the way")
RISKS = ("Risk", "Whose", "How likely, of 5", "How bad, of 5", "What is done about it")
COUNTS = ("As at", "Counts", "Total given", "Paper")


@dataclass(frozen=True)
class Names:
    """What areas ("<inspection ref>#<number>") and measures, by their addresses, are called."""

    areas: Mapping[str, str]
    measures: Mapping[str, str]

    def areas_of(self, refs: Sequence[str]) -> str:
        return "; ".join(self.areas.get(ref, ref) for ref in refs)

    def measures_of(self, refs: Sequence[str]) -> str:
        return "; ".join(self.measures.get(ref, ref) for ref in refs)


@dataclass(frozen=True)
class ToldAction:
    """An action as the public would have it, in words."""

    head: str
    text: str
    facts: Rows
    steps: list[tuple[str, ...]]
    moves: list[tuple[str, ...]]
    evidence: list[tuple[str, ...]]
    updates: list[tuple[str, str, str]]


def facts_of(public: Plain) -> Rows:
    """Return what is said of the plan itself."""
    links = {
        name: "; ".join(one["title"] for one in public[name])
        for name in ("answers", "followed_by")
    }
    rows = [
        ("Kind", public["kind_name"]),
        ("Whose plan", public["council"]),
        ("Step", public["state"]),
        ("For what time", public["period_words"]),
        ("In plain words", public["summary_words"]),
        ("Answers", links["answers"]),
        ("Committees that follow it", links["followed_by"]),
        ("Took the place of", _title(public["supersedes"])),
        ("Its place was taken by", _title(public["superseded_by"])),
        *((f"“{word}” means", meaning) for word, meaning in public["legend"]),
        ("What is not known or conflicts", public["note"]),
        ("Sources", " ".join(public["sources"])),
        ("Invented", "Yes: for the demonstration" if public["is_invented"] else ""),
    ]
    return _known(rows)


def actions_told(public: Plain, names: Names) -> list[ToldAction]:
    """Return every action with all that hangs on it; placeholders that are alike in a row once.

    What tells those apart, their references and titles, stands in the table of all actions.
    """
    told = [(_told(one, names), one) for one in public["actions"]]
    runs = groupby(told, key=lambda pair: _alike(*pair))
    return [_as_one(list(run)) for _, run in runs]


def _told(one: Plain, names: Names) -> ToldAction:
    return ToldAction(
        head=f"{one['ref']} {one['title']}",
        text=one["text"],
        facts=_known([*_answers(one, names), *_bodies(one), *_times(one), *_standing(one)]),
        steps=[_step(step) for step in one["milestones"]],
        moves=[_move(change) for change in one["changes"]],
        evidence=[_evidence(given) for given in one["evidence"]],
        updates=[
            (f"{day(said['as_at'])}, {said['by']}", said["words"], said["next_step"])
            for said in one["updates"]
        ],
    )


def _alike(told: ToldAction, one: Plain) -> object:
    """Return what placeholders that can be told together have in common; others are alone."""
    return replace(told, head="") if one["is_placeholder"] else replace(told, head=one["ref"])


def _as_one(run: Sequence[tuple[ToldAction, Plain]]) -> ToldAction:
    told, first = run[0]
    if len(run) == 1:
        return told
    refs = f"{first['ref']} to {run[-1][1]['ref']}"
    return replace(told, head=f"{refs}: {len(run)} placeholders, all alike but for their titles")


def tables_of(public: Plain, names: Names) -> list[tuple[str, Sequence[str], list[Any]]]:
    """Return the tables of what stands beside the actions: caption, heads, rows; none is empty."""
    tables = [
        (
            "Measures and their targets",
            TARGETS,
            [_target(one, names) for one in public["targets"]],
        ),
        ("Risks", RISKS, [_risk(one) for one in public["risks"]]),
        ("Counts as papers stated them", COUNTS, [_count(one) for one in public["stated_counts"]]),
    ]
    return [one for one in tables if one[2]]


def voices_told(public: Plain, names: Names) -> list[tuple[str, Rows]]:
    """Return what families said and what came of it: who and when, then the rows."""
    return [
        (
            f"{one['group']}, {day(one['said_on'])}",
            _known(
                [
                    ("About", names.areas_of(one["areas"])),
                    ("Said", one["said"]),
                    ("Promised", one["promised"]),
                    ("By when", day(one["due"])),
                    ("Done", one["done"]),
                    ("What is different", one["changed"]),
                    ("Sources", " ".join(one["sources"])),
                ]
            ),
        )
        for one in public["voices"]
    ]


def day(iso: str) -> str:
    """Say an ISO day in words; "" for none."""
    return f"{date.fromisoformat(iso):%-d %B %Y}" if iso else ""


def _answers(one: Plain, names: Names) -> Rows:
    return [
        ("Answers", names.areas_of(one["areas"])),
        ("Measured by", names.measures_of(one["measures"])),
        ("Waits for", ", ".join(one["depends_on"])),
        ("Carried from", one["carried_from"]),
    ]


def _bodies(one: Plain) -> Rows:
    lead = ", ".join(filter(None, (one["lead"], one["lead_body"])))
    former = [
        ("Led before", f"{row['post']}, {row['body']}{_until(row)}".lstrip(", "))
        for row in one["former_leads"]
    ]
    helps = [("Helps", f"{row['body']}: {row['what']}{_since(row)}") for row in one["supporting"]]
    helped = [
        ("Helped before", f"{row['body']}: {row['what']}{_until(row)}")
        for row in one["former_supporting"]
    ]
    nobody = "Not public" if one["is_placeholder"] else "Nobody"
    return [("Lead", lead or nobody), *former, *helps, *helped]


def _times(one: Plain) -> Rows:
    if one["is_placeholder"]:
        return [("Dates", NOT_TOLD)]
    stopped = f"{day(one['stopped'])}: {one['stop_reason']}" if one["stopped"] else ""
    return [
        ("Planned start", _planned(one, "start")),
        ("Planned finish", _planned(one, "finish")),
        ("Started", day(one["started"])),
        ("Finished", day(one["finished"])),
        ("Stopped", stopped),
        ("Carried forward", day(one["carried_forward"])),
    ]


def _standing(one: Plain) -> Rows:
    return [
        ("Status in the plan's words", one["reported_status"]),
        ("Evidence", one["evidence_axis"]),
    ]


def _planned(one: Plain, field: str) -> str:
    """Say the planned day, and the one agreed first wherever it is another."""
    now, first = one[field], one[f"first_{field}"]
    words = day(now) or "no date"
    return f"{words}; first agreed {day(first)}" if first and first != now else words


def _step(one: Plain) -> tuple[str, ...]:
    met = day(one["met_on"]) or "not met"
    return (one["label"], one["test"], day(one["first_due"]), day(one["due"]), met)


def _move(one: Plain) -> tuple[str, ...]:
    return (
        one["milestone"] or one["field"].capitalize(),
        day(one["old"]) or "no date",
        day(one["new"]) or "no date",
        one["reason"],
        one["effect"] or "not said",
        one["by"],
        one["approved_by"] or "not said",
        f"{localdate(datetime.fromisoformat(one['at'])):%-d %B %Y}",
    )


def _evidence(one: Plain) -> tuple[str, ...]:
    checked = f"{one['checked_by']}, {day(one['checked_on'])}" if one["checked_by"] else "nobody"
    return (one["title"], one["kind"], day(one["on"]), one["url"] or "no address", checked)


def _target(one: Plain, names: Names) -> tuple[str, ...]:
    baseline = "none"
    if one["baseline"] is not None:
        baseline = f"{one['baseline']:g} ({day(one['baseline_on']) or 'no date'})"
    way = "; ".join(f"{value:g} by {day(on)}" for on, value in one["trajectory"])
    return (
        names.measures_of([one["measure"]]),
        baseline,
        f"{one['target']:g} by {day(one['target_on'])}",
        way or "not said",
    )


def _risk(one: Plain) -> tuple[str, ...]:
    figures = (str(one["likelihood"]), str(one["effect"]))
    return (one["text"], one["owner"], *figures, one["mitigation"])


def _count(one: Plain) -> tuple[str, ...]:
    counts = "; ".join(f"{word}: {number}" for word, number in one["counts"])
    return (day(one["as_at"]), counts, str(one["total"]), one["source"] or "not said")


def _title(link: Plain | None) -> str:
    return str(link["title"]) if link else ""


def _since(row: Plain) -> str:
    return f", since {day(row['since'])}" if row.get("since") else ""


def _until(row: Plain) -> str:
    return f", until {day(row['until'])}" if row.get("until") else ""


def _known(rows: Rows) -> Rows:
    return [(head, words) for head, words in rows if words]
