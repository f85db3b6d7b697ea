from datetime import date

import pytest

from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.checks import judged_areas
from cleardays.workroom.inspections.models import Area, Judgement
from cleardays.workroom.workflow.engine import Refused
from tests.factories.inspections import AT, LEAD, make_body, make_inspection

SUFFICIENT, NOT = "sufficient progress", "not sufficient progress"


def everything(model):
    return model.objects.unrestricted(because="a test")


@pytest.fixture
def first():
    return make_inspection("local-area-2016", areas=["Lamps", "Maps"])


@pytest.fixture
def again(first):
    return make_inspection("revisit-2016", previous=first)


@pytest.fixture
def lamps(first):
    return everything(Area).get(inspection=first, number=1)


def test_areas_are_numbered_on_from_the_last(first):
    made = actions.add_area(first, "weakness", "Benches", by=LEAD, at=AT, text="All broken.")

    assert (made.number, made.text) == (3, "All broken.")


def test_a_kind_that_the_framework_does_not_know_is_refused(first):
    with pytest.raises(Refused, match="no kind of finding"):
        actions.add_area(first, "improvement", "Benches", by=LEAD, at=AT)


def test_an_area_may_come_back_from_an_earlier_inspection_only(first, lamps):
    later = make_inspection()
    back = actions.add_area(later, "priority", "Dark", by=LEAD, at=AT, recurs_from=lamps)

    with pytest.raises(Refused, match="not from the same one"):
        actions.change_area(back, by=LEAD, at=AT, recurs_from=back)

    assert back.recurs_from == lamps


def test_an_area_entered_in_error_goes_until_somebody_knows_it(first, lamps):
    actions.remove_area(lamps, by=LEAD, at=AT)

    assert [one.number for one in everything(Area)] == [2]


def test_a_judged_area_stays(first, again, lamps):
    actions.judge(again, "inspectors", SUFFICIENT, by=LEAD, at=AT, area=lamps)

    with pytest.raises(Refused, match="has been judged"):
        actions.remove_area(lamps, by=LEAD, at=AT)


def test_a_published_area_stays(first, lamps):
    actions.set_responsible(first, [make_body()], by=LEAD, at=AT)
    actions.publish(first, by=LEAD, at=AT)

    with pytest.raises(Refused, match="has seen this area"):
        actions.remove_area(lamps, by=LEAD, at=AT)


def test_a_re_visit_judges_each_area_of_the_inspection_before(again):
    one, other = judged_areas(again)

    actions.judge_areas(again, {one: SUFFICIENT, other: NOT}, by=LEAD, at=AT, on=date(2020, 3, 12))

    made = everything(Judgement).filter(inspection=again)
    assert [(j.area.label, j.value, j.judge) for j in made.order_by("area__number")] == [
        ("Lamps", SUFFICIENT, "inspectors"),
        ("Maps", NOT, "inspectors"),
    ]


def test_judging_anew_replaces_the_inspectors_judgement_and_nobody_elses(again, lamps):
    actions.judge(again, "families", "No different", by=LEAD, at=AT, area=lamps)
    actions.judge_areas(again, {lamps: SUFFICIENT}, by=LEAD, at=AT)

    actions.judge_areas(again, {lamps: NOT}, by=LEAD, at=AT)

    judges = everything(Judgement).order_by("pk").values_list("judge", "value")
    assert list(judges) == [("families", "No different"), ("inspectors", NOT)]


def test_inspectors_have_the_frameworks_values_and_no_others(again, lamps):
    with pytest.raises(Refused, match="“sufficient progress” or “not sufficient progress”"):
        actions.judge(again, "inspectors", "splendid", by=LEAD, at=AT, area=lamps)


def test_other_judges_have_words_of_their_own_and_judge_the_whole_too(again):
    made = actions.judge(again, "government", "Clear progress", by=LEAD, at=AT)

    assert str(made) == "DfE and NHS England: Clear progress"


def test_an_area_of_an_inspection_that_is_not_followed_is_not_judged(lamps):
    other = make_inspection("revisit-2016")

    with pytest.raises(Refused, match="another inspection"):
        actions.judge(other, "inspectors", SUFFICIENT, by=LEAD, at=AT, area=lamps)


def test_a_judge_that_does_not_exist_is_refused(again):
    with pytest.raises(Refused, match="Judge"):
        actions.judge(again, "astrologer", "Auspicious", by=LEAD, at=AT)


def test_a_judgement_recorded_in_error_is_taken_back_with_a_reason(again, lamps):
    made = actions.judge(again, "self", "Done", by=LEAD, at=AT, area=lamps)

    with pytest.raises(Refused, match="Say why"):
        actions.take_back_judgement(made, by=LEAD, at=AT, reason="")
    actions.take_back_judgement(made, by=LEAD, at=AT, reason="Typed twice")

    assert not everything(Judgement).exists()
