from datetime import date, timedelta

import pytest

from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Inspection
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.workflow.engine import Refused
from tests.factories.inspections import AT, LEAD, make_body, make_inspection


def everything(model):
    return model.objects.unrestricted(because="a test")


def fresh(inspection):
    return everything(Inspection).get(pk=inspection.pk)


def test_a_narrative_letter_is_entered_with_its_areas_in_order():
    made = make_inspection("local-area-2016", areas=["Lamps are dark", "", " No  maps "])

    areas = everything(Area).filter(inspection=made)
    assert [(one.number, one.kind, one.label) for one in areas] == [
        (1, "weakness", "Lamps are dark"),
        (2, "weakness", "No maps"),
    ]
    assert made.ref == "inspections/saltmere-2024"
    assert made.title == "Saltmere: Joint local area SEND inspection, November 2024"
    assert made.needs_plan
    event = AuditEvent.objects.about(made).get()
    assert "with 2 areas" in event.sentence


def test_two_inspections_of_an_area_in_a_year_have_two_addresses():
    make_inspection()

    assert make_inspection().ref == "inspections/saltmere-2024-2"


@pytest.mark.parametrize(
    ("code", "name", "details", "reason"),
    [
        ("of-1870", "Saltmere", {}, "no framework"),
        ("area-2023", "  ", {}, "Name the local area"),
        ("area-2023", "Saltmere", {"outcome": "grand"}, "no outcome of"),
        ("area-2023", "Saltmere", {"last_day": date(2024, 1, 1)}, "ends before it begins"),
        ("area-2023", "Saltmere", {"received_on": date(2024, 1, 1)}, "received before inspectors"),
        (
            "area-2023",
            "Saltmere",
            {"received_on": date(2025, 2, 4), "due_by_letter": date(2025, 1, 1)},
            "due before the report was received",
        ),
        ("local-area-2016", "Saltmere", {"outcome": "no_statement"}, "come only with the outcome"),
    ],
)
def test_what_cannot_be_is_refused(code, name, details, reason):
    first = {"first_day": date(2024, 11, 25), **details}

    with pytest.raises(Refused, match=reason):
        actions.create_by_form(code, name, by=LEAD, at=AT, areas=["One"], **first)

    assert not everything(Inspection).exists()


def test_9_an_area_for_priority_action_is_refused_with_the_second_outcome():
    made = make_inspection(outcome="inconsistent")

    with pytest.raises(Refused, match="Areas for priority action do not come with"):
        actions.add_area(made, "priority", "Lamps", by=LEAD, at=AT)

    assert not everything(Area).exists()


def test_9_the_outcome_may_not_be_changed_away_from_under_them():
    made = make_inspection()
    actions.add_area(made, "priority", "Lamps", by=LEAD, at=AT)

    with pytest.raises(Refused, match="Areas for priority action do not come with"):
        actions.change(made, by=LEAD, at=AT, outcome="positive")

    assert fresh(made).outcome == "systemic_failings"


def test_a_change_is_told_in_the_journal_without_the_private_note():
    made = make_inspection()

    actions.change(made, by=LEAD, at=AT, area_name="Wyke", private_note="Ask the doctor")

    event = AuditEvent.objects.about(made).first()
    assert "the area name from Saltmere to Wyke" in event.sentence
    assert "doctor" not in f"{event.sentence}{event.before}{event.after}"
    assert fresh(made).private_note == "Ask the doctor"


def test_only_who_follows_findings_may_enter_change_or_publish():
    made = make_inspection(bodies=[make_body()])
    other = Viewer(name="Somebody", user_id=7)

    for deed in (
        lambda: actions.create_by_form("area-2023", "Wyke", by=other, at=AT),
        lambda: actions.change(made, by=other, at=AT, area_name="Wyke"),
        lambda: actions.publish(made, by=other, at=AT),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_publishing_queues_it_for_the_door():
    made = make_inspection(bodies=[make_body()])

    actions.publish(made, by=LEAD, at=AT)

    assert fresh(made).is_published
    assert not fresh(made).has_changes
    assert Outgoing.objects.get().payload == {"inspection_id": made.pk}


def test_what_changes_afterwards_waits_to_be_published():
    made = make_inspection(bodies=[make_body()])
    actions.publish(made, by=LEAD, at=AT)

    actions.change(made, by=LEAD, at=AT + timedelta(hours=1), summary="In plain words.")

    assert fresh(made).has_changes
    assert Outgoing.objects.count() == 1


def test_a_re_visit_takes_the_inspection_before_along():
    board = make_body()
    first = make_inspection("local-area-2016", bodies=[board])
    actions.publish(first, by=LEAD, at=AT)
    again = make_inspection("revisit-2016", bodies=[board], previous=first)

    actions.publish(again, by=LEAD, at=AT)

    queued = [row.payload["inspection_id"] for row in Outgoing.objects.order_by("pk")]
    assert sorted(queued) == [first.pk, first.pk, again.pk]


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
