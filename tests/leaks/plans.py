"""Plans in two versions and in none, with all that hangs on an action; measures, small numbers."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cleardays.readers.plans import PlanRow, PlanTable
from cleardays.workroom.inspections.models import Area, Inspection
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Action, Measure, MeasureFile, Plan
from tests.leaks import papers
from tests.leaks.canaries import Words
from tests.leaks.following import REASON, Followers, address, said
from tests.leaks.house import NOW, House

PLAN, ACTION, EVIDENCE = "plans.Plan", "plans.Action", "plans.Evidence"
MEASURE, OBSERVATION = "plans.Measure", "plans.Observation"
RISK, VOICE, UPDATE = "plans.Risk", "plans.Voice", "plans.Update"
PROPOSAL = "plans.Proposal"
BECAUSE = "the leak test goes on with what was made"
TODAY = NOW.date()
# So many digits that they cannot stand anywhere by chance.
SMALL = {"numerator": 3.0, "denominator": 123.0, "value": 2.4390243902439}


def published(
    house: House, by: Followers, inspection: Inspection, secret: Inspection, occasion: str
) -> tuple[Plan, Measure]:
    """A plan in two versions: it answers an inspection, and one that nobody knows of yet."""
    robins = house.robins
    plan = _plan(house, by, robins, occasion)
    actions.answer_inspections(plan, [inspection, secret], by=by.lead, at=house.now())
    action = _full(house, by, plan, robins, occasion)
    areas = Area.objects.unrestricted(because=BECAUSE).filter(inspection__in=[inspection, secret])
    actions.change_action(action, areas=areas, by=by.lead, at=house.now())
    measure = _measure(house, by, robins, occasion, action)
    _target(house, by, plan, measure)
    _private(house, by, plan, action)
    _publish(house, by, plan, _told(robins, f"{occasion}, first"))
    _move_on(house, by, plan, action)
    _publish(house, by, plan, _told(robins, f"{occasion}, second"))
    _publish_measure(house, by, measure, f"the measure of {occasion}")
    return plan, measure


def to_be_recalled(house: House, by: Followers) -> Plan:
    """A plan whose words are public until it is taken back; its address stays."""
    occasion, canaries = "a recalled plan", house.canaries
    plan = _plan(house, by, canaries, occasion, ref="plans/lamps-recalled")
    _full(house, by, plan, canaries, occasion)
    _publish(house, by, plan, {"note": canaries.word("plans.PlanRelease.note", occasion)})
    return plan


def recall(house: House, by: Followers, plan: Plan) -> None:
    reason = house.robins.word("the reason of a recall", "a recalled plan")
    actions.recall_plan(plan, reason=f"Because of {reason}.", by=by.lead, at=house.now())


def draft(house: House, by: Followers, secret: Inspection) -> None:
    """A plan that was released and not published, and a measure that nobody knows of."""
    occasion, canaries = "a draft plan", house.canaries
    plan = _plan(house, by, canaries, occasion)
    actions.answer_inspections(plan, [secret], by=by.lead, at=house.now())
    action = _full(house, by, plan, canaries, occasion)
    measure = _measure(house, by, canaries, occasion, action)
    _target(house, by, plan, measure)
    _private(house, by, plan, action)
    why = canaries.word(REASON, occasion)
    actions.take_step(plan, "submitted", on=TODAY, by=by.lead, at=house.now())
    actions.take_step(plan, "draft", on=TODAY, reason=why, by=by.lead, at=house.now())
    told = _told(canaries, occasion)
    released = actions.release(plan, TODAY, by=by.second, at=house.now(), **told)
    canaries.watch("plans.PlanRelease.digest", occasion, released.digest)


def changed_since(house: House, by: Followers, plan: Plan, measure: Measure) -> None:
    """What is changed in a published plan and its measure, and not published."""
    occasion, canaries = "a published plan changed since", house.canaries
    actions.change_plan(plan, by=by.lead, at=house.now(), **_words(canaries, occasion))
    was = Action.objects.unrestricted(because=BECAUSE).of(plan).first()
    words = said(canaries, ACTION, occasion, "title", "text", "lead", "reported_status")
    actions.change_action(was, by=by.lead, at=house.now(), **words)
    _full(house, by, plan, canaries, occasion)
    new = {**_definition(canaries, occasion), "valid_from": "2026-01-01"}
    actions.define_measure(measure, new, by=by.lead, at=house.now())
    _observe(house, by, measure, canaries, occasion)


def exchanged(house: House, by: Followers, plan: Plan) -> None:
    """A table that went out, and one that came back and waits to be accepted."""
    occasion, canaries = "a table that came back", house.canaries
    signed = house.signed(by.lead, "plans.PlanFile.by")
    sent = actions.export_plan(plan, by=signed, at=house.now())
    values = said(canaries, "plans.PlanFile.table", occasion, "ref", "title")
    note = canaries.word("plans.PlanFile.table", "a note in a table")
    table = PlanTable((PlanRow(values, notes=(note,)),), ("ref", "title"), export=str(sent.pk))
    name = f"{canaries.word('plans.PlanFile.name', occasion)}.xlsx"
    actions.take_in(plan, table, name, by=signed, at=house.now())
    lead = canaries.word("plans.PlanFile.questions", "a lead that nobody knows")
    row = PlanRow({"ref": "9", "title": "Mend", "lead": lead})
    table = PlanTable((row,), ("ref", "title", "lead"))
    waiting = actions.take_in(plan, table, name, by=signed, at=house.now())
    answer = canaries.word("plans.PlanFile.answers", "another lead that nobody knows")
    answers = {"owner|another": answer}
    actions.settle_table(waiting, table, answers=answers, by=signed, at=house.now())


def given(house: House, by: Followers) -> None:
    """A file of figures that was refused, for what is wrong in its cells."""
    occasion, canaries = "a file of figures", house.canaries
    words = said(canaries, "plans.MeasureFile", occasion, "rows", "faults", "notes", "choice")
    MeasureFile.objects.create(
        kind="template",
        name=f"{canaries.word('plans.MeasureFile.name', occasion)}.csv",
        rows=[words["rows"]],
        faults=[words["faults"]],
        notes=[words["notes"]],
        choice={"area": words["choice"]},
        by=house.signed(by.lead, "plans.MeasureFile.by").name,
        at=house.now(),
    )


def _words(shown: Words, occasion: str) -> dict[str, Any]:
    legend = said(shown, f"{PLAN}.legend", occasion, "word", "meaning")
    return {
        **said(shown, PLAN, occasion, "title", "summary", "period_words", "note"),
        "legend": {legend["word"]: legend["meaning"]},
        "sources": [address(shown, f"{PLAN}.sources", occasion)],
    }


def _plan(house: House, by: Followers, shown: Words, occasion: str, ref: str = "") -> Plan:
    council, private = (
        house.committee.organisation,
        house.canaries.word(f"{PLAN}.private_note", occasion),
    )
    details = {**_words(shown, occasion), "private_note": private, "ref": ref}
    title = details.pop("title")
    plan = actions.create_plan(council, "priority", title, by=by.lead, at=house.now(), **details)
    voice_words = said(shown, VOICE, occasion, "group", "said")
    voice_words["sources"] = [address(shown, f"{VOICE}.sources", occasion)]
    voice = actions.add_voice(plan, said_on=TODAY, by=by.lead, at=house.now(), **voice_words)
    answer = said(shown, VOICE, occasion, "promised", "done", "changed")
    actions.answer_voice(voice, by=by.lead, at=house.now(), **answer)
    _risk(house, by, plan, shown, f"a risk of {occasion}", is_public=True)
    stated = said(shown, "plans.StatedCount", occasion, "counts", "source")
    counts, source = {stated["counts"]: 2}, stated["source"]
    actions.state_counts(plan, counts, 3, TODAY, source=source, by=by.lead, at=house.now())
    return plan


def _risk(
    house: House, by: Followers, plan: Plan, shown: Words, occasion: str, *, is_public: bool
) -> None:
    words = said(shown, RISK, occasion, "text", "owner", "mitigation")
    actions.add_risk(
        plan, likelihood=2, effect=3, is_public=is_public, by=by.lead, at=house.now(), **words
    )


def _full(house: House, by: Followers, plan: Plan, shown: Words, occasion: str) -> Action:
    """Add an action on which hangs everything that can, and one that was stopped."""
    words = said(shown, ACTION, occasion, "title", "text", "lead", "reported_status")
    private = house.canaries.word(f"{ACTION}.private_note", occasion)
    what = shown.word("plans.Support.what", occasion)
    action = actions.add_action(
        plan,
        shown.word(f"{ACTION}.ref", occasion),
        lead_body=house.committee.organisation,
        start=date(2026, 2, 2),
        finish=date(2026, 6, 30),
        supporting=[(by.board, what)],
        private_note=private,
        by=by.lead,
        at=house.now(),
        **words,
    )
    _dates(house, by, action, shown, occasion)
    _evidence(house, by, action, shown, occasion)
    words = said(shown, UPDATE, occasion, "words", "next_step")
    update = actions.write_update(action, by=by.partner, at=house.now(), **words)
    actions.take_update(update, by=by.lead, at=house.now())
    _agreed(house, by, action, shown, occasion)
    _stopped(house, by, action, shown, occasion)
    return action


def _dates(house: House, by: Followers, action: Action, shown: Words, occasion: str) -> None:
    """Milestones, and dates that moved."""
    step = said(shown, "plans.Milestone", occasion, "label", "test")
    due = date(2026, 4, 1)
    milestone = actions.add_milestone(action, due=due, by=by.lead, at=house.now(), **step)
    for moved in ("the finish", "a milestone"):
        where = f"{moved} moved in {occasion}"
        why = said(shown, "plans.DateChange", where, "reason", "effect", "approved_by", "by")
        signed = replace(by.lead, name=f"Officer {why.pop('by')}")
        more: dict[str, Any] = {**why, "by": signed, "at": house.now()}
        if moved == "a milestone":
            actions.move_milestone(milestone, due + timedelta(30), **more)
        else:
            actions.move_date(action, "finish", date(2026, 9, 1), **more)


def _evidence(house: House, by: Followers, action: Action, shown: Words, occasion: str) -> None:
    """Public evidence, checked by somebody else; who gave it is for those who work here."""
    words = said(shown, EVIDENCE, occasion, "title", "kind")
    url = address(shown, f"{EVIDENCE}.url", occasion)
    giver = house.signed(by.partner, f"{EVIDENCE}.given_by")
    given = actions.add_evidence(action, url=url, by=giver, at=house.now(), **words)
    checker = by.second
    if shown is house.canaries:
        checker = house.signed(by.second, f"{EVIDENCE}.checked_by")
    actions.check_evidence(given, TODAY, by=checker, at=house.now())
    actions.show_evidence(given, is_public=True, by=by.lead, at=house.now())


def _stopped(house: House, by: Followers, action: Action, shown: Words, occasion: str) -> None:
    other = actions.add_action(
        action.plan,
        shown.word(f"{ACTION}.ref", f"what was stopped in {occasion}"),
        title="Dim the lamps",
        by=by.lead,
        at=house.now(),
    )
    why = house.canaries.word("plans.Dependency.why", occasion)
    actions.add_dependency(action, other, why=why, by=by.lead, at=house.now())
    reason = shown.word(f"{ACTION}.stop_reason", occasion)
    actions.stop(other, TODAY, reason=reason, by=by.lead, at=house.now())


def _private(house: House, by: Followers, plan: Plan, action: Action) -> None:
    """What no version shows: restricted evidence, a draft update, a risk that is not public."""
    canaries, occasion = house.canaries, f"what is restricted in {plan.kind} {plan.pk}"
    _risk(house, by, plan, canaries, occasion, is_public=False)
    words = said(canaries, EVIDENCE, occasion, "title", "kind")
    content = papers.pdf(canaries.word("the text of a PDF", occasion))
    file = house.file(content, f"{canaries.word('documents.StoredFile.name', occasion)}.pdf")
    url = address(canaries, f"{EVIDENCE}.url", occasion)
    giver = house.signed(by.partner, f"{EVIDENCE}.given_by")
    actions.add_evidence(action, url=url, file=file, by=giver, at=house.now(), **words)
    words = said(canaries, UPDATE, occasion, "words", "next_step")
    writer = house.signed(by.partner, f"{UPDATE}.by")
    draft = actions.write_update(action, confidence="low", by=writer, at=house.now(), **words)
    why = canaries.word(f"{UPDATE}.answer", occasion)
    answers = house.signed(by.lead, f"{UPDATE}.answered_by")
    actions.return_update(draft, why, by=answers, at=house.now())
    _proposed(house, by, action, f"a date proposed and returned in {occasion}", is_returned=True)
    _proposed(house, by, action, f"a date proposed in {occasion}", is_returned=False)


def _agreed(house: House, by: Followers, action: Action, shown: Words, occasion: str) -> None:
    """A date that the partner proposed and the lead approved: the ledger tells it."""
    where = f"a date proposed and approved in {occasion}"
    why = said(shown, PROPOSAL, where, "reason", "effect", "by", "approved_by")
    proposer = replace(by.partner, name=f"Officer {why.pop('by')}")
    approved_by = why.pop("approved_by")
    action.refresh_from_db()
    made = actions.propose_date(
        action, "start", date(2026, 3, 1), by=proposer, at=house.now(), **why
    )
    actions.approve_date(made, approved_by=approved_by, by=by.lead, at=house.now())
    action.refresh_from_db()


def _proposed(
    house: House, by: Followers, action: Action, occasion: str, *, is_returned: bool
) -> None:
    """A date that the partner proposed, and that was returned or waits."""
    words = said(house.canaries, PROPOSAL, occasion, "reason", "effect", "answer")
    proposer = house.signed(by.partner, f"{PROPOSAL}.by")
    answer, new = words.pop("answer"), date(2027, 1, 1)
    made = actions.propose_date(action, "finish", new, by=proposer, at=house.now(), **words)
    if is_returned:
        answers = house.signed(by.lead, f"{PROPOSAL}.answered_by")
        actions.return_date(made, answer, by=answers, at=house.now())


def _move_on(house: House, by: Followers, plan: Plan, action: Action) -> None:
    """What the second version says: another lead, and what was taken back again."""
    lead = house.robins.word("plans.Leadership.post", "the second lead of an action")
    actions.change_action(action, lead=lead, by=by.lead, at=house.now())
    actions.start(action, date(2026, 2, 9), by=by.lead, at=house.now())
    why = house.canaries.word(REASON, "a start taken back")
    actions.take_back(action, "started", reason=why, by=by.lead, at=house.now())
    action.refresh_from_db()


def _told(shown: Words, occasion: str) -> dict[str, Any]:
    return said(shown, "plans.PlanRelease", occasion, "note", "stated_source")


def _publish(house: House, by: Followers, plan: Plan, told: dict[str, Any]) -> None:
    released = actions.release(plan, TODAY, by=by.second, at=house.now(), **told)
    house.canaries.watch("plans.PlanRelease.digest", told["note"], released.digest)
    actions.publish_version(plan, by=by.lead, at=house.now())


def _publish_measure(house: House, by: Followers, measure: Measure, occasion: str) -> None:
    released = actions.release_measure(measure, by=by.second, at=house.now())
    house.canaries.watch("plans.MeasureRelease.digest", occasion, released.digest)
    actions.publish_measure(measure, by=by.lead, at=house.now())


def _definition(shown: Words, occasion: str) -> dict[str, Any]:
    parts = ("name", "numerator", "denominator", "source", "frequency")
    return {
        **said(shown, f"{MEASURE}.definition", occasion, *parts),
        "valid_from": "2000-01-01",
        "unit": "%",
        "kind": "over the period",
    }


def _measure(house: House, by: Followers, shown: Words, occasion: str, action: Action) -> Measure:
    """A measure of an action: a figure for everybody, and one that is too small to be shown."""
    name = f"Lamps {shown.word(f'{MEASURE}.name', occasion)}"
    definition = [_definition(shown, occasion)]
    measure = actions.create_measure(
        name, definition, actions=[action], by=by.lead, at=house.now()
    )
    _observe(house, by, measure, shown, occasion)
    # With figures enough it is set by an action, and stands on the page under the chart.
    why = shown.word(f"{MEASURE}.limits", occasion)
    anew = {"starts_on": "2024-01-01", "reason": why, "by": by.lead.name, "on": "2026-01-01"}
    measure.limits = [anew]
    measure.save(update_fields=["limits"])
    return measure


def _observe(house: House, by: Followers, measure: Measure, shown: Words, occasion: str) -> None:
    """A figure that is restated, and one too small to be shown; who entered them is nobody's."""
    large = {"numerator": 61.0, "denominator": 123.0, "value": 49.6}
    signed = house.signed(by.lead, f"{OBSERVATION}.by")
    more: dict[str, Any] = {"is_checked": True, "by": signed, "at": house.now()}
    words = said(shown, OBSERVATION, occasion, "geography", "source")
    for period, figures in (("2023", large), ("2024", SMALL)):
        first = actions.record_observation(measure, period, **figures, **words, **more)
        why = said(shown, OBSERVATION, f"{period} restated in {occasion}", "source", "reason")
        actions.restate(first, **figures, **why, **more)
    marker = shown.word(f"{OBSERVATION}.marker", occasion)
    actions.record_observation(measure, "2022", marker=marker, **words, **more)
    house.canaries.watch(f"{OBSERVATION}.value", "every small figure", "2.439024390")


def _target(house: House, by: Followers, plan: Plan, measure: Measure) -> None:
    points = [("2026-09-01", 60.0)]
    actions.set_target(
        plan,
        measure,
        80.0,
        date(2027, 3, 31),
        trajectory=points,
        is_checked=True,
        by=by.lead,
        at=house.now(),
    )
