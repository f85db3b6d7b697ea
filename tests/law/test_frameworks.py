import pytest

from cleardays.law import inspections
from cleardays.law.frameworks import framework, frameworks

PLANS = {"", "statement", "improvement", "accelerated", "priority", "strategy"}
CLOCKS = {
    "statement",
    "priority-action-plan",
    "accelerated-progress-plan",
    "strategic-plan",
    "fit-for-purpose",
    "accelerated-plan-publication",
    "accelerated-review",
    "plan-publication",
    "publication",
    "monitoring",
    "revisit",
    "full-inspection",
}


def each(what):
    return [
        pytest.param(one, id=f"{known.code}-{one.code}")
        for known in frameworks().values()
        for one in getattr(known, what)
    ]


def test_the_four_frameworks_are_there():
    assert list(frameworks()) == [
        "local-area-2016",
        "revisit-2016",
        "area-2023",
        "monitoring-2023",
    ]


@pytest.mark.parametrize("outcome", each("outcomes"))
def test_every_outcome_has_its_official_label_a_known_plan_and_known_clocks(outcome):
    assert outcome.label != outcome.name
    assert outcome.plan in PLANS
    assert set(outcome.clocks) <= CLOCKS


@pytest.mark.parametrize("known", frameworks().values(), ids=list(frameworks()))
def test_every_framework_says_where_it_was_seen_and_how_sure_that_is(known):
    assert known.url.startswith("https://")
    assert known.confidence in ("C", "M")
    assert known.findings
    assert set(known.good) <= set(known.judgements)
    assert set(known.clocks) <= CLOCKS


def test_j18_the_three_outcomes_of_2023_are_those_of_the_law():
    codes = [one.code.upper() for one in framework("area-2023").outcomes]

    assert codes == list(inspections.Outcome.__members__)


def test_only_re_visits_and_monitoring_inspections_judge_each_area():
    judging = [known.code for known in frameworks().values() if known.judges_areas]

    assert judging == ["revisit-2016", "monitoring-2023"]


def test_clocks_follow_the_outcome():
    known = framework("area-2023")

    assert "monitoring" in known.clocks_of("systemic_failings")
    assert "monitoring" not in known.clocks_of("inconsistent")
    assert known.clocks_of("") == ("publication", "full-inspection")


@pytest.mark.proves("inspection.priority-actions")
def test_9_an_area_for_priority_action_with_the_second_outcome_breaks_the_rule():
    (breach,) = framework("area-2023").breaches("inconsistent", ["priority", "improvement"])

    assert breach.rule is inspections.PRIORITY_ACTIONS


def test_areas_that_fit_their_outcome_break_nothing():
    known = framework("area-2023")

    assert known.breaches("systemic_failings", ["priority", "improvement"]) == []
    assert known.breaches("", ["priority"]) == []
    assert known.breaches("positive", ["improvement"]) == []


def test_what_a_framework_does_not_know_is_named():
    known = framework("local-area-2016")

    assert known.breaches("systemic_failings", ["priority"]) == [
        f"“systemic_failings” is no outcome of the {known.name}",
        f"“priority” is no kind of finding of the {known.name}",
    ]


def test_weaknesses_come_with_a_statement():
    (wrong,) = framework("local-area-2016").breaches("no_statement", ["weakness"])

    assert "Written statement of action required" in str(wrong)


def test_a_monitoring_inspection_looks_at_areas_for_priority_action_alone():
    judged = {code: known.judged for code, known in frameworks().items() if known.judged}

    assert judged == {"monitoring-2023": ("priority",)}
    assert all(framework("area-2023").finding(kind) for kind in judged["monitoring-2023"])
