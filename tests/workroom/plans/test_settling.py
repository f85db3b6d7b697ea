"""What a table names that nobody knows is asked about once, and the answer holds for all rows."""

import pytest

from cleardays.readers.plans import PlanRow, PlanTable, Question
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.settling import settled
from tests.factories.plans import AT, make_action, make_area


def table(*values, legend=None, notes=(), **more):
    columns = tuple(dict.fromkeys(name for row in values for name in row))
    filled = [{"ref": str(number), "title": "Mend", **row} for number, row in enumerate(values, 1)]
    made = tuple(PlanRow(row, {name: f"{name}2" for name in row}, notes, "Plan") for row in filled)
    return PlanTable(made, ("ref", "title", *columns), legend, **more)


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        pytest.param({"lead_body": "Nobody"}, ("body", "Nobody"), id="lead body"),
        pytest.param({"supporting": ["Nobody: pay"]}, ("body", "Nobody"), id="supporting body"),
        pytest.param({"supporting": ["Schools"]}, ("support", "Schools"), id="nothing to do"),
        pytest.param({"lead": "ICB / LA"}, ("owner", "ICB / LA"), id="two leads"),
        pytest.param({"lead": "Head of Oars"}, ("owner", "Head of Oars"), id="lead without body"),
        pytest.param({"areas": ["7"]}, ("area", "7"), id="area"),
        pytest.param({"depends_on": ["Z"]}, ("waits", "Waits for"), id="dependency"),
        pytest.param({"finished": "2026-01-01"}, ("began", "Started"), id="start"),
        pytest.param({"reported_status": "Teal"}, ("status", "Teal"), id="status"),
    ],
)
def test_what_nobody_knows_is_asked_once_with_its_cells(plan, values, asked):
    (name,) = values

    found = settled(table(values, values), plan, {})

    (question,) = found.questions
    assert (question.about, question.words) == asked
    assert question.cells == (f"Plan {name}2",) * 2


@pytest.mark.parametrize(
    ("values", "answers", "wanted", "note"),
    [
        pytest.param(
            {"lead_body": "Nobody"},
            {"body|nobody": ""},
            {"lead_body": ""},
            "Lead body in the file: Nobody",
            id="no body",
        ),
        pytest.param(
            {"lead": "ICB / LA"},
            {"owner|icb / la": "Head of Lamps", "owner-body|icb / la": "Lampshire"},
            {"lead": "Head of Lamps", "lead_body": "Lampshire"},
            "Lead in the file: ICB / LA",
            id="post and body",
        ),
        pytest.param(
            {"supporting": ["Schools"]},
            {"support|schools": "Lampshire", "does|schools": "Light them"},
            {"supporting": ["Lampshire: Light them"]},
            None,
            id="support",
        ),
        pytest.param(
            {"supporting": ["Schools"]},
            {"support|schools": "", "does|schools": ""},
            {"supporting": []},
            "Supporting in the file: Schools",
            id="no support",
        ),
        pytest.param({"areas": ["7"]}, {"area|7": "i#2"}, {"areas": ["i#2"]}, None, id="area"),
        pytest.param(
            {"areas": ["7"]}, {"area|7": ""}, {"areas": []}, "Area in the file: 7", id="no area"
        ),
        pytest.param(
            {"depends_on": ["Staff"]},
            {"waits|waits for": "yes"},
            {"depends_on": []},
            "Waits for in the file: Staff",
            id="waits",
        ),
        pytest.param(
            {"start": "2025-12-01", "finished": "2026-01-01"},
            {"began|started": "yes"},
            {"started": "2025-12-01"},
            "The file does not say when it started.",
            id="began as planned",
        ),
        pytest.param(
            {"start": "2026-02-01", "finished": "2026-01-01"},
            {"began|started": "yes"},
            {"started": "2026-01-01"},
            "The file does not say when it started.",
            id="began and finished",
        ),
    ],
)
def test_an_answer_takes_the_place_of_the_words_and_nothing_is_lost(
    plan, values, answers, wanted, note
):
    found = settled(table(values), plan, answers)

    (row,) = found.rows
    assert found.questions == ()
    assert {name: row.values[name] for name in wanted} == wanted
    assert row.notes == ((note,) if note else ())


def test_the_meaning_of_a_word_joins_the_legend(plan):
    found = settled(table({"reported_status": "Teal"}), plan, {"status|teal": "Rowing"})

    assert found.legend == {"Teal": "Rowing"}


def test_a_word_that_the_legend_has_is_not_asked_about(plan):
    assert (
        settled(table({"reported_status": "teal"}, legend={"Teal": "x"}), plan, {}).questions == ()
    )


def test_a_post_that_leads_already_brings_its_body(plan, lead, icb):
    make_action(plan, lead, lead="Head of Oars", lead_body=icb)

    (row,) = settled(table({"lead": "Head of Oars"}), plan, {}).rows

    assert row.values["lead_body"] == icb.name


def test_abbreviations_are_guessed_where_one_body_fits(plan, icb):
    icb.name = "NHS Lampshire Integrated Care Board"
    icb.save()

    found = settled(table({"lead_body": "ICB"}, {"lead_body": "LA"}), plan, {})

    assert [one.guess for one in found.questions] == [icb.name, plan.organisation.name]


def test_a_heading_is_an_area_only_where_the_plan_has_areas(plan, by):
    values = {"areas": ["Priority 1: Waits"]}
    notes = ("Under the heading: Priority 1: Waits",)
    without = settled(table(values, notes=notes), plan, {})
    area = make_area()
    actions.answer_inspections(plan, [area.inspection], by=by, at=AT)

    found = settled(table(values, notes=notes), plan, {})

    assert (without.rows[0].values["areas"], without.questions) == ([], ())
    assert found.rows[0].values["areas"] == [f"{area.inspection.ref}#1"]


def test_rows_without_references_find_their_actions_by_their_words(plan, lead):
    make_action(plan, lead, ref="2", title="Paint")

    found = settled(
        table({"title": "Row"}, {"title": "Paint"}, {"title": "Sew"}, is_numbered=True), plan, {}
    )

    assert [row.ref for row in found.rows] == ["1", "2", "3"]


def test_questions_of_the_reader_are_kept(plan):
    asked = Question("ends", "TBC", ("Plan C2",))

    assert settled(table({}, questions=(asked,)), plan, {}).questions == (asked,)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Lampshire: pay; Health: treat", ["Lampshire: pay", "Health: treat"]),
        ("Lampshire: pay; and sign", ["Lampshire: pay; and sign"]),
    ],
)
def test_several_bodies_in_one_line_are_told_apart(plan, icb, line, wanted):
    for body, name in ((icb, "Health"), (plan.organisation, "Lampshire")):
        body.name = name
        body.save()

    (row,) = settled(table({"supporting": [line]}), plan, {}).rows

    assert row.values["supporting"] == wanted


def test_references_with_commas_between_are_told_apart(plan):
    (row, *_) = settled(table({"depends_on": ["2, 3"]}, {}, {}), plan, {}).rows

    assert row.values["depends_on"] == ["2", "3"]


def test_areas_with_an_and_between_are_told_apart(plan, by):
    first = make_area()
    second = Area.objects.create(inspection=first.inspection, number=2, kind="priority", label="x")
    actions.answer_inspections(plan, [first.inspection], by=by, at=AT)

    (row,) = settled(table({"areas": ["1 & 2"]}), plan, {}).rows

    assert row.values["areas"] == [f"{one.inspection.ref}#{one.number}" for one in (first, second)]
