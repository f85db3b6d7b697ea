"""Plans: counts that add up, actions by area, the lists, one action, CSV, what changed."""

import csv
import io
import re
from datetime import date

import pytest

from cleardays.record.excerpts import PAGE
from cleardays.record.models import Excerpt
from cleardays.record.schemas.plan import (
    DateChangeDocument,
    EvidenceDocument,
    StatedCount,
    TargetDocument,
    UpdateDocument,
)
from tests.factories.record import (
    MEASURE,
    PLAN,
    a_measure,
    a_milestone,
    a_plan,
    an_action,
    an_inspection,
    changed,
    publish,
    recall,
)
from tests.site.words import text

ADDRESS = f"/{PLAN.ref}/"
LATER = DateChangeDocument(
    "finish", "2026-01-31", "2026-03-31", "2026-01-20T09:00:00+00:00", "Lead", "Illness", "Cost",
    "The board",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch):
    for page in ("plans", "actions", "trouble"):
        monkeypatch.setattr(f"cleardays.site.pages.{page}.localdate", lambda: date(2026, 3, 2))


def test_the_list_says_kind_and_day(public):
    publish(a_plan())

    words = text(public.get("/plans/"))

    assert "Plan of the borough Priority action plan, as at 5 January 2026" in words


def test_the_computed_counts_add_up(public):
    done = an_action("A2", started="2025-10-01", finished="2026-01-01")
    publish(a_plan(actions=(an_action(), done, changed(done, ref="A3"))))

    words = text(public.get(ADDRESS))

    assert "Overdue to start 1 Finished on time 2 All actions 3" in words


def test_stated_counts_that_do_not_add_up_say_by_how_much(public):
    stated = StatedCount("2019-12-01", (("complete", 18), ("delayed", 8)), 30, "The board’s paper")
    publish(a_plan(stated_counts=(stated,)))

    words = text(public.get(ADDRESS))

    assert "18 complete, 8 delayed, of 30 (The board’s paper) Does not add up" in words
    assert "4 are unaccounted for" in words


def test_the_page_says_as_at_when_of_which_version_by_whom(public):
    publish(a_plan())

    words = text(public.get(ADDRESS))

    assert "As at 5 January 2026" in words
    assert "In this version: First version" in words
    assert "Released by Monitoring officer" in words


def test_the_legend_of_its_own_colours_is_printed(public):
    publish(a_plan(legend=(("Amber", "Some delay"),)))

    assert "Amber Some delay" in text(public.get(ADDRESS))


def test_actions_stand_under_the_area_that_they_are_for(public):
    publish(an_inspection())
    publish(a_plan(actions=(an_action(), an_action("A2", areas=()))))

    page = public.get(ADDRESS)

    assert '<a href="/inspections/borough-2025/areas/1/">What inspectors' in page.content.decode()
    assert "1. Waiting for" in text(page)
    assert "Named by no area" in text(page)


def test_a_version_before_is_judged_as_at_its_own_day(public):
    plan = a_plan(actions=(an_action(started="2025-10-01"),))
    publish(plan)
    publish(changed(plan, as_at="2026-03-01"))

    words = text(public.get(f"{ADDRESS}versions/1/"))

    assert "1 in progress, on time" in words
    assert "1 in progress, late" in text(public.get(ADDRESS))


def test_a_ledger_that_does_not_fit_is_said_and_nothing_counted(public):
    broken = an_action(changes=(changed(LATER, old="2026-02-01"),))
    publish(a_plan(actions=(broken,)))

    for address in (ADDRESS, f"{ADDRESS}lists/slipped/"):
        assert "The changes of dates do not fit together" in text(public.get(address))
    assert "does not fit together" in text(public.get(f"{ADDRESS}actions/A1/"))


def test_an_action_shows_ledger_milestones_updates_and_evidence(public):
    action = an_action(
        started="2025-10-01",
        finish="2026-03-31",
        changes=(LATER,),
        milestones=(a_milestone(met_on="2025-11-03"),),
        updates=(UpdateDocument("2026-01-04", "Head of inclusion", "Two posts filled."),),
        evidence=(EvidenceDocument("Advert", "paper", "2025-11-03", "https://a.example/"),),
    )
    publish(a_plan(actions=(action,)))

    words = text(public.get(f"{ADDRESS}actions/A1/"))

    assert "The finish moved later 1 time; it is now 59 days after" in words
    assert (
        "Finish 31 January 2026 31 March 2026 20 January 2026 Lead Illness Effect: Cost" in words
    )
    assert "Met 3 November 2025, 2 days late" in words
    assert "Two posts filled." in words
    assert "Advert paper 3 November 2025 No" in words


def test_an_action_that_is_not_there_is_not_found(public):
    publish(a_plan())

    assert public.get(f"{ADDRESS}actions/A9/").status_code == 404


@pytest.mark.parametrize(
    ("name", "action", "words"),
    [
        ("overdue-to-start", {}, "Head of inclusion, Borough Council 152 152"),
        ("late-to-finish", {"started": "2025-10-01"}, "30 30"),
        ("slipped", {"finish": "2026-03-31", "changes": (LATER,)}, "finish 1 59"),
        ("no-owner", {"lead": ""}, "Nobody Borough Council"),
        ("no-measure", {}, "A1: Hire assessors"),
        ("no-evidence", {"evidence_axis": "claimed"}, "Not finished"),
        ("promised", {}, "Start 1 October 2025"),
    ],
)
def test_each_list_shows_what_has_its_fault_and_nothing_else(public, name, action, words):
    publish(a_plan(actions=(an_action(**action),)))
    address = f"{ADDRESS}lists/{name}/"

    found = text(public.get(address))

    assert words in found
    publish(a_plan(actions=()))
    assert "Nothing: no action of this plan is on this list." in text(public.get(address))


def test_counts_have_a_list_too_and_other_names_have_none(public):
    publish(a_plan(stated_counts=(StatedCount("2019-12-01", (("complete", 18),), 30),)))

    assert "12 are unaccounted for" in text(public.get(f"{ADDRESS}lists/counts/"))
    assert public.get(f"{ADDRESS}lists/secrets/").status_code == 404


def test_the_actions_are_a_table_in_which_no_cell_is_a_formula(public):
    publish(a_plan(actions=(an_action(title="=1+1"),)))

    response = public.get(f"{ADDRESS}actions.csv")

    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert [(row["ref"], row["title"], row["delivery"], row["as_at"]) for row in rows] == [
        ("A1", "'=1+1", "overdue to start", "2026-03-02")
    ]


def test_the_actions_are_json_with_the_same_keys_and_how_each_stands(public):
    publish(a_plan(actions=(an_action(title="=1+1"),)))

    response = public.get(f"{ADDRESS}actions.json")

    head = public.get(f"{ADDRESS}actions.csv").content.decode("utf-8-sig").split("\r\n")[0]
    (action,) = response.json()
    assert list(action) == head.split(",")
    assert response.has_header("ETag")
    assert (action["title"], action["delivery"], action["as_at"]) == (
        "=1+1", "overdue to start", "2026-03-02",
    )  # fmt: skip


def test_the_page_needs_nothing_that_only_the_pages_of_actions_say(public):
    proof = EvidenceDocument("Minutes of the board", "minutes", "2026-01-04")
    said = UpdateDocument("2026-01-04", "Head of inclusion", "Two posts are filled")
    full = an_action(
        text="Long words", stop_reason="No money", stopped="2026-02-01", reported_status="Green",
        depends_on=("A2",), evidence=(proof,), evidence_axis="attached", updates=(said,),
        milestones=(a_milestone(),), changes=(LATER,), finish="2026-03-31", measures=(MEASURE,),
    )  # fmt: skip
    publish(
        a_plan(actions=(full, an_action("A2", is_placeholder=True, stand_in_dates=("start",))))
    )
    from_excerpt = public.get(ADDRESS).content

    Excerpt.objects.filter(about=PAGE).delete()

    assert public.get(f"{ADDRESS}?whole=1").content == from_excerpt


def test_what_changed_is_said_in_plan_words_and_word_by_word(public):
    gone = an_action("A2", "Paint the doors")
    publish(a_plan(actions=(an_action(), gone)))
    new = an_action("A3", "Open a helpline")
    moved = an_action(title="Hire ten assessors", lead="Director", finish="2026-03-31")
    publish(a_plan(actions=(moved, new)))

    words = text(public.get(f"{ADDRESS}changes/1-2/"))

    assert "Added 1 (A3); dropped 1 (A2); re-dated 1 (A1)" in words
    assert "A1, Hire ten assessors: finish 31 January 2026 became 31 March 2026" in words
    assert "A1, Hire ten assessors: lead Head of inclusion became Director" in words
    assert "A2: Paint the doors" in words
    assert "Hire ten assessors" in words


def test_a_recalled_plan_has_no_pages_left(public):
    publish(a_plan())
    recall(PLAN.ref)

    assert public.get(ADDRESS).status_code == 410
    for page in ("actions.csv", "actions.json", "actions/A1/", "lists/slipped/"):
        assert public.get(f"{ADDRESS}{page}").status_code == 404


def test_of_a_placeholder_no_day_is_said_though_it_counts(public):
    stand_in = an_action(is_placeholder=True, lead="", lead_body="", title="Not public")
    publish(a_plan(actions=(stand_in,)))

    plan, action = text(public.get(ADDRESS)), text(public.get(f"{ADDRESS}actions/A1/"))
    table = public.get(f"{ADDRESS}actions.csv").content.decode("utf-8-sig")

    assert "Overdue to start 1 All actions 1" in plan
    assert "Dates Not public" in action
    for words in (plan, action):
        assert "days late" not in words
        assert "October 2025" not in words
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["start"], row["is_placeholder"]) == ("", "yes")
    for name in ("overdue-to-start", "promised"):
        assert "Nothing: no action" in text(public.get(f"{ADDRESS}lists/{name}/"))


def test_a_long_plan_is_folded_by_area_with_what_each_comes_to(public):
    late = an_action(started="2025-10-01")
    publish(a_plan(actions=tuple(changed(late, ref=f"A{n}") for n in range(13))))

    markup = public.get(ADDRESS).content.decode()

    assert '<details class="cd-fold" id="area-1">' in markup
    assert '13 actions: <strong class="cd-late">13 in progress, late</strong>' in markup
    assert 'id="action-A12"' in markup


def test_a_short_plan_shows_everything_at_once(public):
    publish(a_plan())

    assert '<details class="cd-fold" id="area-1" open>' in public.get(ADDRESS).content.decode()


def test_many_placeholders_that_stand_alike_are_told_together(public):
    stand_in = an_action(lead="", lead_body="", started="2025-10-01", is_placeholder=True)
    publish(a_plan(actions=tuple(changed(stand_in, ref=f"P{n}") for n in range(9))))

    words = text(public.get(ADDRESS))

    assert "9 of the 9 actions are placeholders" in words
    assert "In progress, late Not public Nothing claimed 9: P0 P1 P2" in words


def test_of_placeholders_alone_it_is_not_said_that_nothing_moved(public):
    stand_in = an_action(started="2026-03-01", finish="", first_finish="", is_placeholder=True)
    publish(a_plan(actions=(stand_in,)))

    words = text(public.get(ADDRESS))

    assert "In progress 1 All actions 1" in words
    assert "No date has moved later" not in words
    assert "Nothing was overdue" not in words


def test_each_list_says_how_many_are_on_it(public):
    publish(a_plan(actions=(an_action(),)))

    words = text(public.get(ADDRESS))

    assert "Overdue to start: 1" in words
    assert re.search(r"Nothing is on these lists:.* Late to finish", words)


def test_a_placeholder_is_not_said_to_have_no_owner(public):
    publish(a_plan(actions=(an_action(lead="", lead_body="", is_placeholder=True),)))

    words = text(public.get(f"{ADDRESS}lists/no-owner/"))

    assert "Nothing: no action of this plan is on this list" in words
    assert "1 of the 1 actions is a placeholder" in words


def test_a_list_is_a_table_too(public):
    publish(a_plan(actions=(an_action(title="Hire <nine> assessors"),)))

    table = public.get(f"{ADDRESS}lists/overdue-to-start.csv").content.decode("utf-8-sig")

    (row,) = csv.DictReader(io.StringIO(table))
    assert row["Action"] == "A1: Hire <nine> assessors"
    (said,) = public.get(f"{ADDRESS}lists/overdue-to-start.json").json()
    assert said["Action"] == row["Action"]
    assert type(said["Days late by the current date"]) is int
    assert public.get(f"{ADDRESS}lists/secrets.csv").status_code == 404


def test_a_list_whose_ledger_does_not_fit_is_no_table(public):
    publish(a_plan(actions=(an_action(changes=(changed(LATER, old="2026-02-01"),)),)))

    assert public.get(f"{ADDRESS}lists/slipped.csv").status_code == 409
    assert public.get(f"{ADDRESS}lists/slipped.json").status_code == 409


def test_the_measures_of_a_plan_say_what_came_of_it_as_at_its_day(public):
    target = TargetDocument(MEASURE, 40.0, "2024-06-30", 90.0, "2026-12-31")
    publish(a_measure())
    publish(a_plan(actions=(an_action(measures=(MEASURE,)),), targets=(target,)))

    words = text(public.get(ADDRESS))

    assert "40% on 30 June 2024 90% by 31 December 2026 60% in January 2025 Moved towards" in words
