"""The words of what follows from inspections: inspections, plans, measures, asks."""

from cleardays.design.dates import day_words
from cleardays.record.schemas.ask import AskDocument
from cleardays.record.schemas.inspection import (
    AreaDocument,
    DutyDocument,
    EventDocument,
    InspectionDocument,
    JudgementDocument,
    ResponsibleBody,
)
from cleardays.record.schemas.measure import DefinitionDocument, MeasureDocument
from cleardays.record.schemas.part import Part
from cleardays.record.schemas.plan import ActionDocument, PlanDocument, VoiceDocument


def inspection_parts(inspection: InspectionDocument) -> list[Part]:
    """Return the words of an inspection: what was found in each area, what is due."""
    days = inspection.days_words or _joined(inspection.first_day, inspection.last_day, by=" to ")
    return [
        Part("title", "Title", inspection.title, "main"),
        Part("days", "Dates", days, "main"),
        Part("outcome", "Outcome", _lines(inspection.outcome, inspection.outcome_words), "main"),
        Part("summary", "Summary", inspection.summary_words, "main"),
        Part("responsible", "Responsible", _bodies(inspection.responsible), "responsible"),
        Part("judgements", "Judgements", _judgements(inspection.judgements), "judgements"),
        *(_area_part(place, area) for place, area in enumerate(inspection.areas, 1)),
        Part("duties", "What is due", _lines(*map(_duty, inspection.duties)), "due"),
        Part("events", "What else happened", _lines(*map(_event, inspection.events)), "events"),
        Part("note", "Note", inspection.note, "main"),
    ]


def _event(event: EventDocument) -> str:
    day = event.date_words or event.day
    known = "" if event.is_confirmed else "Not confirmed"
    return _joined(day, event.title, event.words, event.differs, known, event.note)


def _area_part(place: int, area: AreaDocument) -> Part:
    words = _lines(
        area.label,
        area.text,
        _bodies(area.responsible),
        _judgements(area.judgements),
        area.note,
        "" if area.is_confirmed else "Not confirmed",
    )
    heading = f"{area.kind_name} {area.number}"
    return Part(f"area {place} {area.kind} {area.number}", heading, words, f"area-{place}")


def _bodies(bodies: tuple[ResponsibleBody, ...]) -> str:
    return _lines(
        *(
            _joined(
                one.name,
                one.role,
                f"from {_day(one.since)}" if one.since else "",
                f"until {_day(one.until)}" if one.until else "",
                f"took over from {one.took_over_from}" if one.took_over_from else "",
            )
            for one in bodies
        )
    )


def _judgements(judgements: tuple[JudgementDocument, ...]) -> str:
    return _lines(
        *(
            _joined(one.judge_name, one.value, one.on_words or _day(one.on), one.words)
            for one in judgements
        )
    )


def _duty(duty: DutyDocument) -> str:
    done = f"done {_day(duty.done_on)}" if duty.done_on else ""
    proof = "" if duty.proof.startswith("http") else duty.proof
    words = (duty.title, _day(duty.due), duty.body, duty.owner, done, duty.done_words, proof)
    return _joined(*words)


def plan_parts(plan: PlanDocument) -> list[Part]:
    """Return the words of a plan: an action is a part, so is what families said."""
    legend = _lines(*(f"{word}: {meaning}" for word, meaning in plan.legend))
    risks = _lines(*(_joined(one.text, one.owner, one.mitigation) for one in plan.risks))
    return [
        Part("title", "Title", plan.title, "main"),
        Part("kind", "Kind", _joined(plan.kind_name, plan.period_words), "main"),
        Part("as_at", "As at", _day(plan.as_at), "main"),
        Part("version", "What is told of this version", plan.version_note, "main"),
        Part("state", "State", plan.state, "main"),
        Part("summary", "Summary", plan.summary_words, "main"),
        Part("legend", "What its colours mean", legend, "counts"),
        *(_action_part(action) for action in plan.actions),
        Part("risks", "Risks", risks, "risks"),
        Part("voices", "What families say", _lines(*map(_voice, plan.voices)), "voices"),
        Part("note", "Note", plan.note, "main"),
    ]


def _action_part(action: ActionDocument) -> Part:
    is_known = not action.is_placeholder
    words = _lines(
        action.title,
        action.text,
        _joined(action.lead, action.lead_body),
        *(_joined(one.body, one.what) for one in action.supporting),
        f"Start {_day(action.start)}" if action.start and is_known else "",
        f"Finish {_day(action.finish)}" if action.finish and is_known else "",
        *(_joined(one.label, one.test, _day(one.due)) for one in action.milestones),
        *(_joined(_day(one.as_at), one.words, one.next_step) for one in action.updates),
        *(one.title for one in action.evidence),
        action.stop_reason,
    )
    anchor = f"action-{action.ref}".replace(" ", "-")
    return Part(f"action {action.ref}", f"Action {action.ref}", words, anchor)


def _voice(voice: VoiceDocument) -> str:
    return _joined(voice.group, voice.said, voice.promised, voice.done, voice.changed)


def measure_parts(measure: MeasureDocument) -> list[Part]:
    """Return the words of a measure; its figures as they are public."""
    figures = (
        _joined(
            one.geography,
            one.period,
            "" if one.value is None else f"{one.value:g}",
            one.why,
            "provisional" if one.is_provisional else "",
        )
        for one in measure.observations
    )
    return [
        Part("title", "Title", measure.title, "main"),
        Part(
            "definitions",
            "What is counted",
            _lines(*map(_definition, measure.definitions)),
            "definitions",
        ),
        Part("figures", "Figures", _lines(*figures), "figures"),
        Part("note", "Note", measure.note, "main"),
    ]


def _definition(one: DefinitionDocument) -> str:
    source = "" if one.source_return.startswith("http") else one.source_return
    return _joined(one.name, one.numerator, one.denominator, one.unit, source)


def ask_parts(ask: AskDocument) -> list[Part]:
    """Return the words of what a committee asked, and of the answer."""
    return [
        Part("title", "Title", ask.title, "main"),
        Part("text", "What was asked", ask.text, "asked"),
        Part("of", "Asked of", _joined(ask.asked_of, ask.post), "main"),
        Part("due", "Due", _joined(ask.due_words or ask.due, ask.rule), "main"),
        Part("state", "State", ask.state_name, "main"),
        Part("answer", "Answer", _lines(ask.answer, ask.answered_on), "answer"),
    ]


def _day(iso: str) -> str:
    return day_words(iso) if iso else ""


def _joined(*words: str, by: str = ", ") -> str:
    return by.join(filter(None, words))


def _lines(*words: str) -> str:
    return "\n".join(filter(None, words))
