"""What changed in a plan, said so that a reader who has ten minutes understands it."""

import dataclasses
import json

from cleardays.record.changes import of_plans
from cleardays.record.schemas.common import Link
from cleardays.record.schemas.plan import (
    EvidenceDocument,
    RiskDocument,
    StatedCount,
    TargetDocument,
    UpdateDocument,
    VoiceDocument,
)
from tests.factories.record import a_plan, an_action


def plain(plan):
    return json.loads(json.dumps(dataclasses.asdict(plan)))


def lines(before, after):
    found = of_plans(plain(before), plain(after))
    return {group.heading: list(group.lines) for group in found.groups}


def many(**fields):
    return tuple(an_action(ref=f"P{n}", **fields) for n in (1, 2, 3, 5))


def test_the_same_change_of_many_actions_is_one_line():
    said = lines(a_plan(actions=many()), a_plan(actions=many(started="2026-02-01")))

    assert said == {"Updated": ["P1 to P3, P5 (4 actions): started on 1 February 2026"]}


def test_what_happened_and_what_moved_are_said_in_plain_words():
    before = an_action(ref="A1", finish="2026-03-01", reported_status="red")
    after = dataclasses.replace(
        before, finish="2026-04-01", finished="2026-03-30", evidence_axis="claimed"
    )

    said = lines(a_plan(actions=(before,)), a_plan(actions=(after,)))

    assert said["Re-dated"] == ["A1, Hire assessors: finish 1 March 2026 became 1 April 2026"]
    (update,) = said["Updated"]
    assert "finished on 30 March 2026" in update
    assert "evidence now claimed, with nothing to show" in update


def test_what_is_taken_back_is_said_too():
    before = an_action(ref="A1", started="2026-02-01")

    said = lines(a_plan(actions=(before,)), a_plan(actions=(an_action(ref="A1", started=""),)))

    (line,) = said["Updated"]
    assert line.endswith("not started any more (it had been, on 1 February 2026)")


def test_an_update_is_quoted_with_who_said_it_and_when():
    update = UpdateDocument("2026-01-31", "Head of Lamps", "Two are lit.", "Light the third.")

    said = lines(a_plan(), a_plan(actions=(an_action(updates=(update,)),)))

    quoted = "“Two are lit. Next: Light the third.” (Head of Lamps, 31 January 2026)"
    assert said["Updated"] == [f"A1, Hire assessors: {quoted}"]


def test_a_plan_that_ends_says_so_though_no_action_changed():
    after = a_plan(
        state="superseded",
        superseded_by=Link("plans/new", "The new plan"),
        voices=(VoiceDocument("Forum", "2026-01-12", "It is dark."),),
        stated_counts=(StatedCount("2026-01-15", (("done", 2), ("late", 1)), 3),),
    )

    found = of_plans(plain(a_plan()), plain(after))

    assert found.sentence == "No action changed."
    assert found.groups[0].lines == (
        f"It is superseded; before, it was {a_plan().state}.",
        "Another plan took its place: The new plan.",
        "Forum, 12 January 2026: It is dark.",
        "Counted on 15 January 2026: 2 done, 1 late, of 3.",
    )


def test_the_days_of_a_placeholder_are_nobody_s_business():
    before = an_action(ref="P1", is_placeholder=True, finish="2019-05-31")
    after = dataclasses.replace(before, finish="2019-06-30", finished="2019-07-15")

    said = lines(a_plan(actions=(before,)), a_plan(actions=(after,)))

    (line,) = said["Updated"]
    assert line.endswith("finished; the day is not public")
    assert "2019" not in str(said)


def test_risks_are_compared_with_all_that_is_said_of_them():
    before = RiskDocument("It rains", "Head of Lamps", 2, 3, "Umbrellas.")
    after = dataclasses.replace(before, likelihood=4)
    new = RiskDocument("It snows", "", 1, 1, "Shovels.")
    gone = RiskDocument("It hails", "", 1, 1, "")

    said = lines(a_plan(risks=(before, gone)), a_plan(risks=(after, new)))

    assert said["The plan as a whole"] == [
        "Risk: It rains: likelihood 2 became 4",
        "New risk: It snows. What is done about it: Shovels.",
        "Not in the plan any more: Risk: It hails",
    ]


def test_what_came_of_what_families_said_is_a_change_too():
    before = VoiceDocument("Forum", "2026-01-12", "It is dark.", promised="Lamps.")
    after = dataclasses.replace(before, done="Two lamps are lit.", due="2026-03-01")

    said = lines(a_plan(voices=(before,)), a_plan(voices=(after,)))

    assert said["The plan as a whole"] == [
        "Forum, 12 January 2026: It is dark: promised for: 1 March 2026; done: Two lamps are lit"
    ]


def test_measures_are_called_by_their_titles():
    after = a_plan(
        actions=(an_action(measures=("measures/lit-lam",)),),
        targets=(TargetDocument("measures/lit-lam", target=9.0),),
    )
    before = a_plan(actions=(an_action(measures=()),), targets=())
    titles = {"measures/lit-lam": "Lit lamps"}

    found = of_plans(plain(before), plain(after), titles)

    assert "Target: Lit lamps" in found.sentence
    assert "measured from now on: “Lit lamps”" in str(found.groups)
    assert "lit-lam" not in str(found)


def test_evidence_is_said_by_its_title_and_not_by_its_address():
    paper = EvidenceDocument("Who was trained", "dataset", "2026-01-29", "https://a.example/x")

    said = lines(a_plan(), a_plan(actions=(an_action(evidence=(paper,)),)))

    assert said["Updated"] == [
        "A1, Hire assessors: evidence added “Who was trained” (dataset, 29 January 2026)"
    ]
