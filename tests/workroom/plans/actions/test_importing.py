"""A plan out as a table and back: nothing half-loaded, nothing overwritten in silence."""

from datetime import date

import pytest

from cleardays.readers.plans import PlanRow, PlanTable
from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.actions.adding import Why
from cleardays.workroom.plans.exchange import compared, values_of
from cleardays.workroom.plans.models import (
    DateChange,
    Dependency,
    Leadership,
    Milestone,
    Support,
)
from cleardays.workroom.workflow.engine import Refused
from tests.factories.plans import (
    AT,
    LATER,
    TODAY,
    actions_of,
    fresh,
    make_action,
    make_area,
    rows,
    seen_by,
)

WHY = Why("No ladder.", "The board")


def table(*values, export="", legend=None, notes=()):
    """Return a table as read, with the columns that any of its rows has."""
    columns = tuple(dict.fromkeys(name for row in values for name in row))
    filled = [{"title": "Mend", **row} for row in values]
    made = tuple(PlanRow(row, {name: f"{name}2" for name in row}, notes, "Plan") for row in filled)
    return PlanTable(made, columns, legend, export)


@pytest.fixture
def take(plan, by):
    """A function that takes a table in and accepts it."""

    def do(*values, choices=None, why=WHY, at=LATER, **more):
        kept = actions.take_in(plan, table(*values, **more), "plan.xlsx", by=by, at=at)
        return actions.accept_import(kept, choices=choices or {}, why=why, by=by, at=at)

    return do


@pytest.fixture
def exported(plan, action, by):
    """An export of the plan, and a function that gives its row with changes."""
    kept = actions.export_plan(plan, by=by, at=AT)

    def changed(**changes):
        return {**kept.table["values"]["A1"], **changes}

    return kept, changed


def test_new_actions_come_with_all_that_belongs_to_them(plan, take, icb, by):
    area = make_area(number=3)
    actions.answer_inspections(plan, [area.inspection], by=by, at=AT)

    take(
        {"ref": "1", "depends_on": ["2"]},
        {
            "ref": "2",
            "title": "Buy a ladder",
            "lead": "Head of Lamps",
            "lead_body": icb.name.upper(),
            "supporting": [f"{icb.name}: pay"],
            "areas": ["3"],
            "start": "2026-01-01",
            "finish": "2026-02-01",
            "started": "2026-01-02",
            "milestones": ["2026-01-15 | Bought | A receipt | 2026-01-14"],
        },
    )

    first, second = actions_of(plan)
    assert (second.lead_body, second.first_start, second.started) == (
        icb,
        date(2026, 1, 1),
        date(2026, 1, 2),
    )
    assert [row.what for row in rows(Support, action=second)] == ["pay"]
    assert [row.met_on for row in rows(Milestone, action=second)] == [date(2026, 1, 14)]
    assert [(row.action, row.on) for row in rows(Dependency)] == [(first, second)]
    assert len(rows(Leadership, action=second)) == 1
    assert fresh(second).areas.through.objects.get(action=second).area_id == area.pk


def test_faults_of_the_reader_keep_everything_out(plan, by):
    from cleardays.readers.plans import Fault

    with pytest.raises(actions.Faulty, match="no day"):
        actions.take_in(
            plan, PlanTable(faults=(Fault("Plan", "C2", "no day", "x"),)), "x", by=by, at=AT
        )


def test_taking_in_changes_nothing(plan, by, exported):
    kept, changed = exported

    actions.take_in(plan, table(changed(title="New"), export=str(kept.pk)), "x", by=by, at=AT)

    assert actions_of(plan)[0].title == "Mend the lamps of street A1"


def test_a_table_that_came_back_as_it_went_changes_nothing(exported, take):
    kept, changed = exported

    assert take(changed(), export=str(kept.pk)).is_empty


def test_every_change_is_done_by_the_deed_that_it_is(plan, exported, take, icb):
    kept, changed = exported

    take(
        changed(
            title="Mend more",
            lead_body=icb.name,
            supporting=[f"{icb.name}: pay"],
            finish="2026-09-30",
            started="2026-02-03",
            finished="2026-03-01",
            milestones=["2026-03-01 | Lit | A walk"],
        ),
        export=str(kept.pk),
    )

    (done,) = actions_of(plan)
    (entry,) = rows(DateChange)
    assert (done.title, done.lead_body, done.finished) == ("Mend more", icb, date(2026, 3, 1))
    assert (entry.new, entry.reason, entry.approved_by) == (
        date(2026, 9, 30),
        "No ladder.",
        "The board",
    )
    assert done.first_finish == date(2026, 6, 30)
    assert len(rows(Leadership)) == 2


def test_a_date_without_a_reason_is_refused_and_nothing_is_loaded(plan, exported, take):
    kept, changed = exported

    with pytest.raises(Refused, match="A1: Say why the date moves"):
        take(changed(title="New", finish="2026-09-30"), export=str(kept.pk), why=Why())

    assert actions_of(plan)[0].title == "Mend the lamps of street A1"
    assert rows(DateChange) == []


def test_the_reason_in_the_row_wins(exported, take):
    kept, changed = exported

    take(changed(finish="2026-09-30", reason="Snow."), export=str(kept.pk))

    assert [entry.reason for entry in rows(DateChange)] == ["Snow."]


def test_both_dates_move_past_one_another(plan, exported, take):
    kept, changed = exported

    take(changed(start="2027-01-01", finish="2027-02-01"), export=str(kept.pk))

    assert actions_of(plan)[0].start == date(2027, 1, 1)


def test_what_changed_here_meanwhile_is_a_conflict_that_somebody_decides(
    plan, action, exported, take, by
):
    kept, changed = exported
    actions.change_action(action, title="Ours", by=by, at=AT)
    theirs = changed(title="Theirs")

    with pytest.raises(Refused, match="both sides changed “title”"):
        take(theirs, export=str(kept.pk))
    take(theirs, export=str(kept.pk), choices={"A1|title": "ours"})
    stayed = actions_of(plan)[0].title
    take(theirs, export=str(kept.pk), choices={"A1|title": "theirs"})

    assert (stayed, actions_of(plan)[0].title) == ("Ours", "Theirs")


def test_a_table_from_another_plans_export_has_no_base(plan, exported, take):
    _, changed = exported

    with pytest.raises(Refused, match="both sides"):
        take(changed(title="Theirs"), export="999999")


def test_an_action_that_the_table_lacks_stays(plan, lead, exported, take):
    kept, changed = exported
    make_action(plan, lead, "B2")

    found = take(changed(title="New"), export=str(kept.pk))

    assert found.missing == ("B2",)
    assert len(actions_of(plan)) == 2


def test_first_agreed_dates_stay(plan, exported, take):
    kept, changed = exported

    found = take(changed(first_finish="2027-01-01", title="New"), export=str(kept.pk))

    assert [ref for ref, _ in found.refused] == ["A1"]
    assert actions_of(plan)[0].first_finish == date(2026, 6, 30)


def test_columns_of_its_own_become_notes_for_officers_once(plan, exported, take):
    kept, changed = exported

    take(changed(), export=str(kept.pk), notes=("Budget: 1200",))
    take(changed(), export=str(kept.pk), notes=("Budget: 1200",))

    assert actions_of(plan)[0].private_note == "Budget: 1200"


def test_the_legend_of_the_table_is_kept(plan, take):
    take({"ref": "1"}, legend={"Red": "Immediate priority"})

    assert fresh(plan).legend == {"Red": "Immediate priority"}


def test_actions_that_would_wait_in_a_circle_are_refused(plan, take):
    with pytest.raises(Refused, match="for ever"):
        take({"ref": "1", "depends_on": ["2"]}, {"ref": "2", "depends_on": ["1"]})

    assert actions_of(plan) == []


def test_a_new_action_in_the_future_is_not_done(plan, take):
    with pytest.raises(Refused, match="still to come"):
        take({"ref": "1", "started": "2030-01-01"})


MOVED = {"ref": "1", "finish": "2026-09-01", "first_finish": "2026-06-01"}


def test_a_new_action_whose_dates_moved_without_a_reason_is_refused(take):
    with pytest.raises(Refused, match="nothing says why"):
        take(MOVED, why=Why())


def test_a_new_action_whose_dates_moved_begins_with_an_entry_of_the_ledger(plan, take, by):
    take({**MOVED, "reason": "The venue fell through."})

    (action,) = actions_of(plan)
    (entry,) = rows(DateChange)
    assert (action.first_finish, action.finish) == (date(2026, 6, 1), date(2026, 9, 1))
    assert (entry.field, entry.old, entry.new) == ("finish", action.first_finish, action.finish)
    assert (entry.reason, entry.approved_by) == ("The venue fell through.", WHY.approved_by)
    assert entry.by == by.name


def test_what_is_still_open_is_not_accepted(plan, take):
    with pytest.raises(Refused, match="settle it first"):
        take({"ref": "1", "lead": "ICB / LA"})

    assert actions_of(plan) == []


def test_what_happened_on_another_day_is_taken_back_with_the_reason(plan, action, by, take):
    actions.start(action, date(2026, 2, 3), by=by, at=AT)
    kept = actions.export_plan(plan, by=by, at=AT)
    row = {**kept.table["values"]["A1"], "started": "2026-02-05"}

    take(row, export=str(kept.pk))

    assert actions_of(plan)[0].started == date(2026, 2, 5)
    assert "take-back-started" in [event.verb for event in AuditEvent.objects.about(action)]


def test_a_milestone_is_moved_met_and_never_dropped_by_a_table(plan, action, by, take):
    actions.add_milestone(action, "Lit", "A walk", TODAY, by=by, at=AT)
    kept = actions.export_plan(plan, by=by, at=AT)
    row = kept.table["values"]["A1"]

    take({**row, "milestones": ["2026-03-20 | Lit | A walk | 2026-03-19"]}, export=str(kept.pk))
    (step,) = rows(Milestone)

    assert (step.first_due, step.due, step.met_on) == (
        TODAY,
        date(2026, 3, 20),
        date(2026, 3, 19),
    )
    again = actions.export_plan(plan, by=by, at=LATER)
    with pytest.raises(Refused, match="not dropped"):
        take({**row, "milestones": []}, export=str(again.pk))


def test_dependencies_come_and_go(plan, lead, action, by, take):
    other = make_action(plan, lead, "B2")
    kept = actions.export_plan(plan, by=by, at=AT)
    row = kept.table["values"]["A1"]

    take({**row, "depends_on": ["B2"]}, export=str(kept.pk))
    tied = [link.on for link in rows(Dependency)]
    again = actions.export_plan(plan, by=by, at=LATER)
    take({**row, "depends_on": []}, export=str(again.pk))

    assert tied == [other]
    assert rows(Dependency) == []


def test_a_table_is_accepted_once(plan, by):
    kept = actions.take_in(plan, table({"ref": "1"}), "x", by=by, at=AT)
    actions.accept_import(kept, choices={}, why=WHY, by=by, at=AT)

    with pytest.raises(Refused, match="accepted already"):
        actions.accept_import(kept, choices={}, why=WHY, by=by, at=AT)


def test_a_partner_neither_exports_nor_imports(plan, partner, by):
    kept = actions.take_in(plan, table({"ref": "1"}), "x", by=by, at=AT)
    theirs = seen_by(partner)

    for deed in (
        lambda: actions.export_plan(plan, by=theirs, at=AT),
        lambda: actions.take_in(plan, table({"ref": "1"}), "x", by=theirs, at=AT),
        lambda: actions.accept_import(kept, choices={}, why=WHY, by=theirs, at=AT),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_an_export_has_no_word_that_is_private(plan, lead, by, icb, partner):
    own = make_action(plan, lead, lead_body=icb, private_note="Quillfeather")
    actions.write_update(own, "Quillfeather", by=seen_by(partner), at=AT)
    kept = actions.export_plan(plan, by=by, at=AT)

    from cleardays.readers.plans import to_csv

    assert "Quillfeather" not in to_csv(kept.table["values"].values())


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Mend all"},
        {"text": "More words\non two lines"},
        {"lead": "Head of Oars"},
        {"lead": ""},
        {"lead_body": ""},
        {"supporting": []},
        {"areas": []},
        {"start": "2026-01-02", "finish": "2026-12-30"},
        {"start": "", "finish": ""},
        {"started": "2026-01-06"},
        {"started": "2026-01-06", "finished": "2026-01-07"},
        {"stopped": "2026-01-06", "stop_reason": "No boat"},
        {"reported_status": "At risk"},
        {"milestones": ["2026-05-05 | Lit | A walk"]},
        {"depends_on": ["B2"]},
    ],
    ids=lambda changes: "-".join(changes),
)
def test_after_accepting_the_plan_says_what_the_table_said(plan, lead, action, by, take, changes):
    make_action(plan, lead, "B2")
    actions.change_plan(plan, legend={"At risk": "Late, and a way back is agreed"}, by=by, at=AT)
    kept = actions.export_plan(plan, by=by, at=AT)
    row = {**kept.table["values"]["A1"], **changes}

    take(row, export=str(kept.pk))

    now = values_of(plan)["A1"]
    assert {name: now[name] for name in changes} == changes
    again = actions.take_in(plan, table(row), "x", by=by, at=LATER)
    assert compared(again, plan).is_empty


def test_another_reason_for_stopping_is_taken(plan, action, by, take):
    actions.stop(action, TODAY, reason="No boat", by=by, at=AT)
    kept = actions.export_plan(plan, by=by, at=AT)

    take({**kept.table["values"]["A1"], "stop_reason": "No oars"}, export=str(kept.pk))

    assert values_of(plan)["A1"]["stop_reason"] == "No oars"


@pytest.mark.parametrize("words", ["1", "1.", "Area 1", "Priority 1: waiting", "label"])
def test_an_area_is_known_by_its_number_or_its_label(plan, take, words):
    area = make_area()
    plan.answers.add(area.inspection)

    take({"ref": "9", "areas": [area.label if words == "label" else words]})

    assert values_of(plan)["9"]["areas"] == [f"{area.inspection.ref}#{area.number}"]
