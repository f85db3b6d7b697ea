"""What single pages show of a plan follows from the log, and nothing recalled stays in it."""

import json

import pytest

from cleardays.record.briefs import Brief
from cleardays.record.current import rebuild
from cleardays.record.excerpts import CHART, OWN, PAGE, measures_of, of_council
from cleardays.record.models import Excerpt
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.plan import ActionDocument, PlanDocument, UpdateDocument
from cleardays.record.verify import verify
from tests.factories.record import (
    AREA,
    MEASURE,
    a_measure,
    a_milestone,
    a_plan,
    a_report,
    an_action,
    an_observation,
    changed,
    publish,
    recall,
)

COUNCIL = of_council("Borough Council")


def said(about=COUNCIL):
    return json.loads(Excerpt.objects.get(about=about).body)


def kept():
    return sorted(Excerpt.objects.values_list("ref", "about", "body"))


def test_an_area_has_the_actions_that_name_it_without_their_long_words():
    long = an_action(text="Long words that the page of an area does not show")
    publish(a_plan(actions=(long, an_action("A2", areas=(f"{AREA}1",)))))

    found = said(AREA)

    assert [Brief(*row).ref for row in found["actions"]] == ["A1"]
    assert "Long words" not in json.dumps(found)


def test_an_action_in_brief_says_what_the_whole_of_it_says():
    action = an_action(
        lead="Head of inclusion", measures=("measures/waits",), started="2025-10-02"
    )
    publish(a_plan(actions=(action,)))

    brief = Brief(*said(AREA)["actions"][0])

    assert {name: getattr(brief, name) for name in Brief._fields} == {
        name: list(value) if isinstance(value := getattr(action, name), tuple) else value
        for name in Brief._fields
    }
    assert Brief("A1", "Title")._asdict().items() <= vars(ActionDocument("A1", "Title")).items()


def test_the_page_of_a_plan_has_all_but_what_the_pages_of_its_actions_say():
    update = UpdateDocument("2026-01-04", "Head of inclusion", "Two posts are filled")
    action = an_action(text="Long words", updates=(update,), milestones=(a_milestone(),))
    plan = a_plan(actions=(action,))
    publish(plan)

    found = build(PlanDocument, said(PAGE))

    assert found == changed(plan, actions=(changed(action, text="", updates=()),))


def test_an_inspection_has_of_each_action_its_areas_and_the_dates_that_say_how_it_stands():
    hidden = an_action("A2", is_placeholder=True, started="2025-11-01")
    elsewhere = an_action("A3", areas=("inspections/town-2025#1",))
    publish(a_plan(actions=(an_action(areas=(AREA, f"{AREA}2")), hidden, elsewhere)))

    assert said("inspections/borough-2025")["actions"] == [
        [["1", "12"], False, ["2025-10-01", "2026-01-31", "", "", "", ""]],
        [["1"], True, ["2025-10-01", "2026-01-31", "2025-11-01", "", "", ""]],
    ]
    assert len(said("inspections/town-2025")["actions"]) == 1


def test_the_impact_of_a_measure_is_told_from_the_figures_of_its_own_place():
    publish(a_measure(observations=(an_observation(), an_observation(geography="England"))))

    assert (len(said(CHART)["places"]), len(said(OWN)["places"])) == (2, 1)


def test_what_is_promised_and_not_kept_comes_soonest_first():
    late = an_action("A1", start="2025-12-01", finish="2026-03-01", milestones=())
    soon = an_action("A2", start="2025-11-01", started="2025-11-01", finish="2026-01-01")
    publish(a_plan(actions=(late, changed(soon, milestones=()))))

    found = said()["promises"]

    assert found == [
        ["2025-12-01", "Start", "A1"],
        ["2026-01-01", "Finish", "A2"],
        ["2026-03-01", "Finish", "A1"],
    ]


def test_what_a_version_changed_is_said_with_the_version_it_is_since():
    publish(a_plan())
    assert said()["changes"] is None

    publish(a_plan(actions=(an_action(lead="Director"),)))

    assert said()["changes"]["since"] == 1
    assert "Director" in str(said()["changes"]["groups"])


def test_rebuilding_gives_the_same_excerpts_whatever_has_happened():
    publish(a_plan())
    publish(a_plan(actions=(an_action(lead="Director"),)))
    publish(a_plan(ref="plans/gone"))
    recall("plans/gone")
    publish(a_report())
    before = kept()

    rebuild()

    assert kept() == before
    assert verify().is_sound


def test_nothing_stays_of_what_was_recalled():
    publish(a_plan())
    recall("plans/borough-2025")

    assert kept() == []


def test_a_version_that_was_recalled_is_not_told_by_what_changed_since():
    publish(a_plan())
    publish(a_plan(actions=(an_action(lead="Somebody by name"),)))
    publish(a_plan(actions=(an_action(lead="Director"),)))

    recall("plans/borough-2025", versions=[2])

    assert "Somebody by name" not in str(kept())
    assert verify().is_sound


@pytest.mark.parametrize(
    "alter",
    [
        lambda: Excerpt.objects.filter(about=AREA).update(body='{"actions":[]}'),
        lambda: Excerpt.objects.filter(about=AREA).delete(),
        lambda: Excerpt.objects.create(ref="plans/none", about=AREA, body="{}"),
        lambda: Excerpt.objects.create(ref="plans/borough-2025", about="x", body="{}"),
    ],
)
def test_verifying_finds_an_excerpt_that_was_altered(alter):
    publish(a_plan())
    alter()

    assert not verify().is_sound


def test_a_chart_is_of_the_figures_that_stand_without_what_they_replaced():
    old = an_observation(value=55.0, recorded_at="2025-01-10T09:00:00+00:00")
    new = an_observation(value=50.0, recorded_at="2025-02-10T09:00:00+00:00")

    publish(a_measure(observations=(old, new)))

    assert said(CHART)["places"] == [[new.geography, [[new.period, 50.0, False]]]]


def test_of_a_measure_that_was_recalled_no_chart_stays():
    publish(a_measure(areas=(AREA,)))
    assert {CHART, OWN, measures_of(AREA)} == set(Excerpt.objects.values_list("about", flat=True))

    recall(MEASURE)

    assert not Excerpt.objects.exists()
