"""Publishing an inspection, frozen, and taking it back."""

from datetime import date, timedelta

import pytest

from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Duty, Inspection, InspectionVersion
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.workflow.engine import Refused
from tests.factories.inspections import AT, LEAD, make_body, make_inspection


def everything(model):
    return model.objects.unrestricted(because="a test looks")


def fresh(inspection):
    return everything(Inspection).get(pk=inspection.pk)


def test_publishing_queues_it_for_the_door():
    made = make_inspection(bodies=[make_body()])

    version = actions.publish(made, by=LEAD, at=AT)

    assert fresh(made).is_published
    assert not fresh(made).has_changes
    assert (version.number, version.snapshot["area_name"]) == (1, "Saltmere")
    assert Outgoing.objects.get().payload == {"inspection_version_id": version.pk}


def test_what_changes_afterwards_waits_to_be_published():
    made = make_inspection(bodies=[make_body()])
    actions.publish(made, by=LEAD, at=AT)

    actions.change(made, by=LEAD, at=AT + timedelta(hours=1), summary="In plain words.")

    assert fresh(made).has_changes
    assert Outgoing.objects.count() == 1


def test_a_re_visit_makes_a_version_of_the_inspection_that_it_judges():
    board = make_body()
    first = make_inspection("local-area-2016", bodies=[board], areas=["Lamps"])
    actions.publish(first, by=LEAD, at=AT)
    again = make_inspection("revisit-2016", bodies=[board], previous=first)
    area = everything(Area).get()
    actions.judge(again, "inspectors", "sufficient progress", by=LEAD, at=AT, area=area)

    actions.publish(again, by=LEAD, at=AT)

    numbers = everything(InspectionVersion).order_by("pk").values_list("inspection", "number")
    assert list(numbers) == [(first.pk, 1), (again.pk, 1), (first.pk, 2)]


def test_a_re_visit_that_says_nothing_new_leaves_the_inspection_before_as_it_is():
    board = make_body()
    first = make_inspection("local-area-2016", bodies=[board])
    actions.finish(everything(Duty).get(kind="revisit"), date(2025, 2, 1), by=LEAD, at=AT)
    actions.publish(first, by=LEAD, at=AT)
    again = make_inspection("revisit-2016", bodies=[board], previous=first)

    actions.publish(again, by=LEAD, at=AT)

    assert everything(InspectionVersion).filter(inspection=first).count() == 1


def test_a_re_visit_waits_for_the_areas_that_it_judges_to_be_public():
    board = make_body()
    first = make_inspection("local-area-2016", bodies=[board], areas=["Lamps"])
    actions.publish(first, by=LEAD, at=AT)
    maps = actions.add_area(first, "weakness", "Maps", by=LEAD, at=AT)
    again = make_inspection("revisit-2016", bodies=[board], previous=first)
    actions.judge(again, "inspectors", "sufficient progress", by=LEAD, at=AT, area=maps)

    with pytest.raises(Refused, match=r"first: it does not show 2\. Maps"):
        actions.publish(again, by=LEAD, at=AT)


@pytest.mark.parametrize(
    ("details", "reason"),
    [
        ({"published_on": None}, "confidential"),
        ({"published_on": date(2026, 1, 6)}, "not published the report yet"),
    ],
)
def test_what_inspectors_have_not_published_stays_inside(details, reason):
    made = make_inspection(bodies=[make_body()], **details)

    with pytest.raises(Refused, match=reason):
        actions.publish(made, by=LEAD, at=AT)

    assert not Outgoing.objects.exists()


def test_it_is_not_published_before_anybody_is_responsible():
    with pytest.raises(Refused, match="which bodies are responsible"):
        actions.publish(make_inspection(), by=LEAD, at=AT)


def test_it_is_recalled_with_a_reason_only():
    made = make_inspection(bodies=[make_body()])
    actions.publish(made, by=LEAD, at=AT)

    with pytest.raises(Refused, match="Say why"):
        actions.recall(made, by=LEAD, at=AT, reason=" ")
    actions.recall(made, by=LEAD, at=AT, reason="Wrong area")

    assert not fresh(made).is_published
    assert Outgoing.objects.get(kind="recall").payload == {
        "ref": made.ref,
        "reason": "Wrong area",
    }
