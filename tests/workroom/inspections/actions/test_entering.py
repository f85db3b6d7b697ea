from datetime import date

import pytest

from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Inspection
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
        ("area-2023", "Saltmere", {"letter_dated": date(2024, 1, 1)}, "dated before inspectors"),
        (
            "area-2023",
            "Saltmere",
            {"last_day": date(2024, 12, 13), "received_on": date(2024, 12, 12)},
            "received before inspectors had gone",
        ),
        ("area-2023", "Saltmere", {"received_on": date(2026, 1, 6)}, "report, 6 January 2026, is"),
        ("area-2023", "Saltmere", {"letter_dated": date(2026, 2, 1)}, "letter, 1 February 2026"),
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
