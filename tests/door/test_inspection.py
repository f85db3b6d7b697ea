"""An inspection on its way to the public: what it says, and what must never cross."""

import json
from datetime import date, timedelta

import pytest

from cleardays.door.drain import drain
from cleardays.record.models import Content, Current, Entry
from cleardays.workroom.documents import actions as documents
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Duty, Inspection
from cleardays.workroom.outbox.models import Outgoing
from tests.factories.inspections import AT, LEAD, make_body, make_inspection
from tests.readers.inspections.paper import WHOLE, set_pdf

CANARY = "canary-of-the-private-note"
HOUR = timedelta(hours=1)


def everything(model):
    return model.objects.unrestricted(because="a test")


def body(inspection):
    return json.loads(Current.objects.get(ref=inspection.ref).body)


@pytest.fixture
def council():
    return make_body("Saltmere Council", kind="council")


@pytest.fixture
def board():
    return make_body("Saltmere ICB")


@pytest.fixture
def group(board):
    return make_body("Saltmere CCG", successor=board)


def publish(inspection, at=AT):
    actions.publish(inspection, by=LEAD, at=at)
    drain()


def test_what_happened_outside_crosses_when_the_inspection_is_published_again(council):
    made = make_inspection(bodies=[council])
    area = actions.add_area(made, "priority", "Dark lamps", by=LEAD, at=AT)
    publish(made)
    actions.add_event(
        made, "ombudsman", "Fault found", date(2025, 8, 1), by=LEAD, at=AT + HOUR, area=area,
        precision="month", date_words="August 2025", sources=["https://ombudsman.example/1"],
    )  # fmt: skip
    assert body(made)["events"] == []

    publish(made, AT + 2 * HOUR)

    (event,) = body(made)["events"]
    assert (event["kind_name"], event["title"], event["area"]) == ("Ombudsman", "Fault found", 1)
    assert (event["day"], event["date_words"]) == ("2025-08-01", "August 2025")
    assert event["sources"] == ["https://ombudsman.example/1"]


def test_a_published_inspection_stands_in_the_record(council, board):
    made = make_inspection(bodies=[council, board], summary="In plain words.")
    area = actions.add_area(made, "priority", "Dark lamps", by=LEAD, at=AT, text="All dark.")
    actions.set_responsible(made, [board], by=LEAD, at=AT, role="lead", area=area)
    plan = everything(Duty).get(kind="priority-action-plan")
    actions.assign(plan, "Director", by=LEAD, at=AT)

    publish(made)

    said = body(made)
    assert (said["council"], said["framework_name"], said["outcome"]) == (
        "Saltmere Council",
        "Area SEND inspection (2023 framework)",
        "Widespread and/or systemic failings",
    )
    assert [one["name"] for one in said["responsible"]] == ["Saltmere Council", "Saltmere ICB"]
    (found,) = said["areas"]
    assert (found["kind_name"], found["label"]) == ("Area for priority action", "Dark lamps")
    assert (found["responsible"][0]["name"], found["responsible"][0]["role"]) == (
        "Saltmere ICB",
        "Leads",
    )
    due = next(one for one in said["duties"] if one["due"] == "2025-03-25")
    assert (due["body"], due["owner"]) == ("Saltmere Council", "Director")
    assert "35 working days" in due["sentence"]


def test_private_note_and_reading_never_cross(council):
    made = make_inspection(bodies=[council], private_note=CANARY)
    everything(Inspection).filter(pk=made.pk).update(reading={"texts": [CANARY]})

    publish(made)

    assert CANARY not in Current.objects.get(ref=made.ref).body
    assert not any(CANARY in text for text in Outgoing.objects.values_list("payload", flat=True))


def test_a_re_visit_shows_the_areas_before_and_they_show_its_judgement(council):
    first = make_inspection("local-area-2016", [council], ["Lamps", "Maps"])
    publish(first)
    again = make_inspection("revisit-2016", [council], previous=first)
    lamps, maps = everything(Area).order_by("number")
    values = {lamps: "sufficient progress", maps: "not sufficient progress"}
    actions.judge_areas(again, values, by=LEAD, at=AT, on=date(2020, 3, 12))

    publish(again, AT + HOUR)

    for ref in (first, again):
        areas = body(ref)["areas"]
        assert [(one["label"], one["judgements"][0]["value"]) for one in areas] == [
            ("Lamps", "sufficient progress"),
            ("Maps", "not sufficient progress"),
        ]
    assert body(again)["previous"] == {"ref": first.ref, "title": first.title}


def test_what_is_not_public_is_neither_linked_nor_judged_by(council):
    first = make_inspection("local-area-2016", [council], ["Lamps"])
    draft = make_inspection("revisit-2016", [council], previous=first)
    lamps = everything(Area).get()
    actions.judge(draft, "inspectors", "sufficient progress", by=LEAD, at=AT, area=lamps)
    later = make_inspection(bodies=[council])
    actions.change(later, by=LEAD, at=AT, previous=draft)
    actions.add_area(later, "improvement", "Dark", by=LEAD, at=AT, recurs_from=lamps)

    publish(later)
    publish(first)

    assert body(first)["areas"][0]["judgements"] == []
    assert body(later)["previous"] is None
    assert body(later)["areas"][0]["recurs_from"] is None


def test_an_area_that_came_back_links_to_where_it_was(council):
    first = make_inspection("local-area-2016", [council], ["Lamps"])
    publish(first)
    later = make_inspection(bodies=[council])
    lamps = everything(Area).get()
    actions.add_area(later, "improvement", "Dark", by=LEAD, at=AT, recurs_from=lamps)

    publish(later)

    assert body(later)["areas"][0]["recurs_from"] == {
        "ref": first.ref,
        "title": f"1. Lamps, {first.title}",
    }


def test_a_body_that_took_over_from_two_is_shown_once(council, board, group):
    other = make_body("Wyke CCG", successor=board)
    made = make_inspection("local-area-2016", [council, group, other])
    for one in (group, other):
        actions.hand_over(one, date(2026, 1, 1), by=LEAD, at=AT)

    publish(made)

    bodies = {one["name"]: one for one in body(made)["responsible"]}
    assert bodies["Saltmere ICB"]["took_over_from"] == "Saltmere CCG, Wyke CCG"
    assert bodies["Saltmere CCG"]["until"] == "2025-12-31"


def test_what_was_taken_back_before_the_door_came_stays_inside(council):
    made = make_inspection(bodies=[council])
    actions.publish(made, by=LEAD, at=AT)
    actions.recall(made, by=LEAD, at=AT, reason="Too early")

    drain()

    assert not Entry.objects.exists()


def test_what_changes_on_its_way_goes_out_as_it_was_published(council):
    made = make_inspection(bodies=[council], summary="In plain words.")
    actions.publish(made, by=LEAD, at=AT)
    actions.change(made, by=LEAD, at=AT + HOUR, summary=CANARY, title=CANARY)
    actions.add_area(made, "priority", CANARY, by=LEAD, at=AT + HOUR)

    drain()

    assert body(made)["summary_words"] == "In plain words."
    assert CANARY not in Current.objects.get(ref=made.ref).body


def judged(first, council, value="sufficient progress", **details):
    """A re-visit that judges the one area of an inspection."""
    again = make_inspection("revisit-2016", [council], previous=first)
    lamps = everything(Area).get(inspection=first)
    actions.judge(again, "inspectors", value, by=LEAD, at=AT, area=lamps, **details)
    return again, lamps


def test_publishing_a_re_visit_carries_nothing_else_that_changed_before_it(council):
    first = make_inspection("local-area-2016", [council], ["Lamps"])
    publish(first)
    again, lamps = judged(first, council)
    actions.change_area(lamps, by=LEAD, at=AT + HOUR, label=CANARY)
    actions.change(first, by=LEAD, at=AT + HOUR, summary=CANARY)

    publish(again, AT + 2 * HOUR)

    assert body(first)["areas"][0]["judgements"][0]["value"] == "sufficient progress"
    assert body(again)["areas"][0]["label"] == "Lamps"
    assert CANARY not in "".join(Current.objects.values_list("body", flat=True))


def test_publishing_again_carries_no_judgement_that_its_re_visit_has_not_published(council):
    first = make_inspection("local-area-2016", [council], ["Lamps"])
    publish(first)
    again, lamps = judged(first, council)
    publish(again, AT + HOUR)
    actions.judge(again, "families", "no change", by=LEAD, at=AT + 2 * HOUR, area=lamps)

    actions.change(first, by=LEAD, at=AT + 2 * HOUR, summary="Anew")
    publish(first, AT + 3 * HOUR)

    assert body(first)["summary_words"] == "Anew"
    assert [one["value"] for one in body(first)["areas"][0]["judgements"]] == [
        "sufficient progress"
    ]


def test_what_a_recalled_re_visit_judged_goes_out_of_every_version_of_the_one_before(council):
    first = make_inspection("local-area-2016", [council], ["Lamps"])
    publish(first)
    again, _ = judged(first, council, words=CANARY)
    publish(again, AT + HOUR)
    actions.change(first, by=LEAD, at=AT + 2 * HOUR, summary="Anew")
    publish(first, AT + 3 * HOUR)

    actions.recall(again, by=LEAD, at=AT + 4 * HOUR, reason="It was another area's")
    drain()

    assert Current.objects.get(ref=again.ref).is_recalled
    assert body(first)["areas"][0]["judgements"] == []
    assert body(first)["summary_words"] == "Anew"
    kept = Content.objects.filter(seq__in=Entry.objects.values("seq"))
    assert CANARY not in "".join(kept.values_list("body", flat=True))
    assert kept.filter(body__contains='"Lamps"').count() == 2


def test_a_recalled_inspection_comes_back_as_it_is_published_then(council):
    made = make_inspection(bodies=[council], summary=CANARY)
    publish(made)
    actions.recall(made, by=LEAD, at=AT + HOUR, reason="It said too much")
    drain()
    assert json.loads(Current.objects.get(ref=made.ref).body)["reason"] == "It said too much"
    actions.change(made, by=LEAD, at=AT + HOUR, summary="In plain words.")

    publish(made, AT + 2 * HOUR)

    assert body(made)["summary_words"] == "In plain words."
    assert CANARY not in "".join(Content.objects.values_list("body", flat=True))


def test_the_inspectors_file_crosses_only_where_somebody_said_so(council, tmp_path):
    made = make_inspection(bodies=[council])
    pieces = [set_pdf(tmp_path, WHOLE).read_bytes()]
    file = documents.keep_file(pieces, "report.pdf", by=LEAD, at=AT)
    everything(Inspection).filter(pk=made.pk).update(file=file)
    publish(made)
    assert body(made)["files"] == []

    actions.change(made, by=LEAD, at=AT, publishes_file=True)
    publish(made, AT + HOUR)

    (link,) = body(made)["files"]
    assert (link["title"], link["media_type"]) == ("The inspectors’ report", "application/pdf")


def test_carrying_twice_appends_once(council):
    made = make_inspection(bodies=[council])
    publish(made)
    Outgoing.objects.update(done_at=None, began_at=None, tries=0)

    drain()

    assert Entry.objects.filter(ref=made.ref).count() == 1


def test_each_deadline_names_the_law_that_it_rests_on_and_how_sure_that_is(council):
    made = make_inspection(bodies=[council])

    publish(made)

    duties = {one["title"]: one for one in body(made)["duties"]}
    report = duties["Saltmere Council publishes the report on its website"]
    assert report["authority"] == "SI 2015/1792, reg 3(5)–(7)"
    assert report["authority_url"].startswith("https://legislation.gov.uk/")
    assert not report["is_believed"]
    assert duties["Send the priority action plan to the inspectors"]["is_believed"]
    assert not {"kind", "rule"} & report.keys()


def test_the_record_of_a_decision_of_one_person_crosses_whole(council):
    made = make_inspection(bodies=[council])
    actions.record_decision(
        made,
        taken_on=date(2025, 3, 20),
        taken_by="Director of Children's Services",
        how="general-exception",
        decision="To send the plan.",
        reasons="No meeting lies before the deadline.",
        alternatives="None.",
        conflicts="None declared.",
        by=LEAD,
        at=AT,
    )

    publish(made)

    assert body(made)["decisions"] == [
        {
            "taken_on": "2025-03-20",
            "taken_by": "Director of Children's Services",
            "how_words": "Key decision, under the general exception",
            "decision": "To send the plan.",
            "reasons": "No meeting lies before the deadline.",
            "alternatives": "None.",
            "conflicts": "None declared.",
            "address": "",
        }
    ]
