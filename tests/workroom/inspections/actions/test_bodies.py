from datetime import date

import pytest

from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Duty, Responsibility
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.workflow.engine import Refused
from tests.factories.inspections import AT, LEAD, make_body, make_inspection

FIRST_OF_JULY = date(2022, 7, 1)
DAYS = {
    "first_day": date(2017, 11, 13),
    "last_day": date(2017, 11, 17),
    "received_on": date(2018, 1, 8),
    "published_on": date(2018, 1, 16),
}


def everything(model):
    return model.objects.unrestricted(because="a test")


@pytest.fixture
def council():
    return make_body("Saltmere Council", kind="council")


@pytest.fixture
def board():
    return make_body("Saltmere ICB")


@pytest.fixture
def group(board):
    return make_body("North Saltmere CCG", successor=board)


def rows(inspection):
    return everything(Responsibility).filter(inspection=inspection).order_by("pk")


def test_10_on_1_july_2022_the_icb_takes_over_and_history_shows_the_ccg(council, board, group):
    made = make_inspection("local-area-2016", [council, group], **DAYS)
    passed = everything(Duty).get(body=group, kind="publication")
    actions.assign(passed, "CCG nurse", by=LEAD, at=AT)

    count = actions.hand_over(group, FIRST_OF_JULY, by=LEAD, at=AT)

    old, new = rows(made).get(body=group), rows(made).get(body=board)
    assert count == 1
    assert (old.until, new.since, new.inherits_from) == (date(2022, 6, 30), FIRST_OF_JULY, old)
    duty = everything(Duty).get(pk=passed.pk)
    assert (duty.body, duty.owner) == (board, "")
    assert "let Saltmere ICB take over from North Saltmere CCG on 1 July 2022" in (
        AuditEvent.objects.about(made).first().sentence
    )


def test_what_a_body_had_done_before_stays_its_own(council, board, group):
    made = make_inspection("local-area-2016", [council, group], **DAYS)
    duty = everything(Duty).get(body=group, kind="publication")
    actions.finish(duty, date(2018, 2, 1), by=LEAD, at=AT, proof="https://ccg.example/report")

    actions.hand_over(group, FIRST_OF_JULY, by=LEAD, at=AT)

    published = everything(Duty).filter(inspection=made, kind="publication")
    assert {one.body for one in published} == {council, group}


def test_what_was_done_together_keeps_the_names_of_its_time(council, board, group):
    made = make_inspection("local-area-2016", [council, group], **DAYS)
    duty = everything(Duty).get(kind="statement")
    actions.finish(duty, date(2018, 2, 1), by=LEAD, at=AT)

    actions.hand_over(group, FIRST_OF_JULY, by=LEAD, at=AT)

    kept = everything(Duty).get(inspection=made, kind="statement")
    assert group.name in kept.title
    assert board.name not in kept.title


def test_two_that_merge_into_one_leave_one_duty(council, board, group):
    other = make_body("South Saltmere CCG", successor=board)
    made = make_inspection("local-area-2016", [council, group, other], **DAYS)

    actions.hand_over(group, FIRST_OF_JULY, by=LEAD, at=AT)
    actions.hand_over(other, FIRST_OF_JULY, by=LEAD, at=AT)

    published = everything(Duty).filter(inspection=made, kind="publication")
    assert sorted(one.body.name for one in published) == ["Saltmere Council", "Saltmere ICB"]
    assert rows(made).filter(body=board).count() == 2


def test_areas_pass_on_as_well(board, group):
    made = make_inspection("local-area-2016", areas=["Lamps"], **DAYS)
    area = everything(Area).get()
    actions.set_responsible(made, [group], by=LEAD, at=AT, role="lead", area=area)

    actions.hand_over(group, FIRST_OF_JULY, by=LEAD, at=AT)

    assert rows(made).get(body=board).area == area


def test_a_body_that_nobody_follows_hands_nothing_over(board):
    make_inspection(bodies=[board])

    with pytest.raises(Refused, match="Nobody follows"):
        actions.hand_over(board, FIRST_OF_JULY, by=LEAD, at=AT)


def test_nothing_is_handed_over_before_it_began(board, group):
    made = make_inspection("local-area-2016", **DAYS)
    actions.set_responsible(made, [group], by=LEAD, at=AT, since=FIRST_OF_JULY)

    with pytest.raises(Refused, match="choose a later day"):
        actions.hand_over(group, FIRST_OF_JULY, by=LEAD, at=AT)


def test_setting_who_is_responsible_puts_right_what_was_entered_in_error(council, board, group):
    made = make_inspection(bodies=[council, group])

    actions.set_responsible(made, [council, board], by=LEAD, at=AT)

    assert {row.body for row in rows(made)} == {council, board}
    assert {duty.body for duty in everything(Duty).filter(kind="publication")} == {council, board}


def test_an_area_of_another_inspection_is_refused(council):
    other = make_inspection("local-area-2016", areas=["Lamps"])
    made = make_inspection()

    with pytest.raises(Refused, match="another inspection"):
        actions.set_responsible(
            made, [council], by=LEAD, at=AT, area=everything(Area).get(inspection=other)
        )


def test_a_body_that_inspectors_name_may_be_entered():
    actions.enter_body("Wyke Children's Trust", "other", by=LEAD, at=AT)

    made = Organisation.objects.get(slug="wyke-childrens-trust")
    assert AuditEvent.objects.about(made).get().actor == "Improvement Lead"
