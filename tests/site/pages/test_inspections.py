"""Inspections: found, responsible, judged, due, answered."""

from datetime import date

import pytest

from cleardays.record.schemas.common import Link
from cleardays.record.schemas.inspection import DecisionDocument
from cleardays.record.schemas.plan import VoiceDocument
from tests.factories.record import (
    INSPECTION,
    a_duty,
    a_judgement,
    a_plan,
    an_action,
    an_area,
    an_inspection,
    publish,
    recall,
)
from tests.site.words import text

ADDRESS = f"/{INSPECTION.ref}/"


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch):
    monkeypatch.setattr("cleardays.site.pages.inspections.localdate", lambda: date(2025, 12, 11))


def test_the_list_names_every_inspection_with_its_outcome(public):
    publish(an_inspection())

    words = text(public.get("/inspections/"))

    assert "Inspection of the borough 8 September 2025. Widespread failings" in words


def test_an_empty_list_says_so(public):
    assert "No inspection has been published yet." in text(public.get("/inspections/"))


def test_who_took_over_from_whom_is_shown(public):
    publish(an_inspection())

    words = text(public.get(ADDRESS))

    assert "Clinical group Health 30 June 2022" in words
    assert "Care board Health 1 July 2022 Clinical group" in words


def test_judges_are_kept_apart(public):
    own = a_judgement("Good progress", judge="self", judge_name="The area itself")
    publish(an_inspection(areas=(an_area(judgements=(own, a_judgement("Not sufficient"))),)))

    words = text(public.get(ADDRESS))

    assert "The area itself: Good progress (3 November 2025)" in words
    assert "Inspectors: Not sufficient (3 November 2025)" in words


def test_what_a_judge_says_of_an_area_stands_with_the_judgement(public):
    said = a_judgement("effective action", words="Every lamp is lit.", on="2026-06-11")
    publish(an_inspection(areas=(an_area(judgements=(said,)),)))

    words = text(public.get(ADDRESS))

    assert "Inspectors: effective action (11 June 2026) Every lamp is lit." in words


def test_a_judgement_given_in_two_ways_for_a_day_is_marked_on_both(public):
    said = (a_judgement("Sufficient"), a_judgement("Not sufficient"))
    publish(an_inspection(judgements=said))

    assert text(public.get(ADDRESS)).count("Sources differ") == 2


def test_two_judgements_of_different_days_do_not_differ(public):
    said = (a_judgement("Sufficient"), a_judgement("Not sufficient", on="2020-10-19"))
    publish(an_inspection(judgements=said))

    assert "Sources differ" not in text(public.get(ADDRESS))


def test_what_is_not_confirmed_is_marked(public):
    publish(an_inspection(judgements=(a_judgement(is_confirmed=False),)))

    assert "Sufficient progress Not confirmed" in text(public.get(ADDRESS))


@pytest.mark.parametrize(
    ("duty", "words"),
    [
        ({}, "Late by 10 days"),
        ({"due": "2025-12-21"}, "To come in 10 days"),
        ({"done_on": "2025-12-01"}, "Done 1 December 2025"),
        ({"done_on": "2025-12-03"}, "Done 3 December 2025, 2 days late"),
        (
            {"done_on": "2025-12-03", "is_estimate": True},
            "Done 3 December 2025, 2 days past what is usual",
        ),
        (
            {"done_on": "2025-12-03", "done_words": "at the latest"},
            "Done 3 December 2025 (at the latest) Borough Council",
        ),
        ({"is_estimate": True}, "Usually about 1 December 2025 Not yet 10 days past"),
        ({"due": ""}, "No date Not recorded as done"),
    ],
)
def test_a_duty_says_how_it_stands_today_and_by_which_rule(public, duty, words):
    publish(an_inspection(duties=(a_duty(**duty),)))

    page = text(public.get(ADDRESS))

    assert words in page
    assert "35 working days from receipt" in page


@pytest.mark.parametrize(("is_believed", "seen"), [(True, 1), (False, 0)])
def test_a_duty_links_the_law_that_it_rests_on_and_says_how_sure_that_is(
    public, is_believed, seen
):
    law = {"authority": "SI 2015/1792, reg 4", "authority_url": "https://law.example/4"}
    publish(an_inspection(duties=(a_duty(**law, is_believed=is_believed),)))

    page = public.get(ADDRESS)

    assert "SI 2015/1792, reg 4" in text(page)
    assert "The rule (read at law.example" in text(page)
    assert 'href="https://law.example/4"' in page.text
    assert page.text.count("reg 4 (believed, not confirmed)") == seen


def test_what_is_not_done_comes_before_what_is_and_its_rule_stands_open(public):
    done = a_duty(title="Send the plan", done_on="2025-12-01")
    late = a_duty(title="Publish the report", sentence="Counted from the report.")
    publish(an_inspection(duties=(done, late)))

    page = public.get(ADDRESS).text

    assert page.index("Publish the report") < page.index("What was due and is done")
    assert page.index("What was due and is done") < page.index("Send the plan")
    assert page.count('cd-rule" open>') == 1


@pytest.mark.parametrize(("number", "folded"), [(8, 0), (9, 9)])
def test_many_areas_are_folded_and_still_say_how_each_was_judged(public, number, folded):
    said = (a_judgement("Not sufficient"),)
    publish(an_inspection(areas=tuple(an_area(n + 1, judgements=said) for n in range(number))))

    page = public.get(ADDRESS).text

    assert page.count('<h3 class="cd-fold__title">') == folded
    assert page.count("<br>Inspectors: Not sufficient</span></summary>") == folded
    assert page.count(f'href="{ADDRESS}areas/9/"') == (number == 9)


def test_who_has_to_put_it_right_today_is_said_at_the_top(public):
    publish(an_inspection())

    top, _, _ = public.get(ADDRESS).text.partition('id="areas"')

    assert "Care board" in top
    assert "Clinical group" not in top


def test_a_decision_of_one_person_is_shown_with_every_part_of_its_record(public):
    record = DecisionDocument(
        taken_on="2025-11-20",
        taken_by="Director of Lamps",
        how_words="Not a key decision",
        decision="To send the plan.",
        reasons="Time was short.",
        alternatives="To wait.",
        conflicts="None declared.",
        address="https://council.example/decisions/7",
    )
    publish(an_inspection(decisions=(record,)))

    page = public.get(ADDRESS)

    assert "Director of Lamps, 20 November 2025" in text(page)
    for words in (record.decision, record.reasons, record.alternatives, record.conflicts):
        assert words in page.text
    assert f'<a href="{record.address}">' in page.text


def test_an_area_that_came_back_links_to_where_it_was_found_before(public):
    before = Link("inspections/borough-2017", "Area 3, Inspection of 2017")
    publish(an_inspection(areas=(an_area(recurs_from=before),)))

    page = public.get(ADDRESS)

    assert "Came back" in text(page)
    assert 'href="/inspections/borough-2017/"' in page.content.decode()


def test_a_plan_that_says_it_answers_the_inspection_is_found(public):
    publish(an_inspection())
    publish(a_plan())
    other = Link("inspections/borough", "Another")
    publish(a_plan(ref="plans/other", title="The other plan", answers=(other,), actions=()))

    words = text(public.get(ADDRESS))

    assert "Plan of the borough" in words
    assert "The other plan" not in words


def test_a_recalled_plan_is_no_answer(public):
    publish(an_inspection())
    publish(a_plan())
    recall(a_plan().ref)

    assert "No plan that answers it" in text(public.get(ADDRESS))


def test_the_page_is_data_too_and_has_an_etag(public):
    publish(an_inspection())

    page = public.get(ADDRESS)

    assert page["ETag"]
    assert not page.cookies
    answer = public.get(f"{ADDRESS}index.json").json()
    assert answer["content"]["areas"][0]["label"] == "Waiting for assessments"


def test_each_area_says_what_is_promised_for_it_and_how_that_stands(public):
    publish(an_inspection())
    late = an_action(started="2025-10-01", finish="2025-12-01")
    publish(a_plan(actions=(late, an_action("A2", started="2025-10-01", finished="2025-11-01"))))

    words = text(public.get(ADDRESS))

    assert "of 2 actions promised in plans in force: 1 in progress, late; 1 finished" in words
    assert "Plan of the borough: 2 actions: 1 in progress, late; 1 finished on time" in words


def test_a_plan_whose_time_is_over_is_told_as_it_stood(public):
    publish(an_inspection())
    publish(a_plan(state="Closed", actions=(an_action(started="2025-10-01"),)))

    words = text(public.get(ADDRESS))

    assert "Plan of the borough, as it stood 5 January 2026: 1 action" in words
    assert "promised in plans in force" not in words


def test_of_placeholders_the_page_says_that_they_are_not_entered(public):
    publish(an_inspection())
    publish(a_plan(actions=(an_action(is_placeholder=True),)))

    assert "what it promises for this is not entered here" in text(public.get(ADDRESS))


def test_what_is_different_for_families_is_told_once(public):
    publish(an_inspection())
    key = f"{INSPECTION.ref}#1"
    voice = VoiceDocument("Parent carer forum", "2025-11-03", "Answer sooner", areas=(key,))
    publish(a_plan(actions=(an_action(areas=(key,)),), voices=(voice,)))

    words = text(public.get(ADDRESS))

    assert "What is different for families Parent carer forum, 3 November 2025" in words
    assert words.count("Answer sooner") == 1
