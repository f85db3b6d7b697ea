"""Which fields of the private side hold words, and which of these the public may ever see.

Whatever is in neither list here is restricted: nothing has to be remembered for a new field but to
plant it, or to say why it is public.
"""

import json
from collections.abc import Iterator

from django.apps import apps
from django.db.models import BinaryField, CharField, Field, FileField, JSONField, Model, TextField

from cleardays.config.stores import STORES

HOLDING_WORDS = (CharField, TextField, JSONField, BinaryField, FileField)

# Public from the moment they are entered.
REFERENCE = {
    "people.Organisation.name": "every page names the council",
    "people.Organisation.slug": "made from its name",
    "people.Committee.name": "the committee's page",
    "people.Committee.slug": "the committee's address",
    "people.Committee.purpose": "the committee's page",
    "people.Committee.note": "the committee's page",
    "people.Committee.sources": "the committee's page",
    "people.ClosureDay.name": "the certificate says why a day does not count",
    "people.ElectoralDivision.name": "the council's own division, on every map",
    "people.ElectoralDivision.code": "given by the Office for National Statistics",
    "recommendations.Ask.ref": "its address, made of the committee's and the year",
    "plans.PlanVersion.stated_source": "it stays in the chain, whatever becomes of the version",
    **dict.fromkeys(
        (
            "plans.MeasureVersion.snapshot",
            "plans.MeasureVersion.published_by",
            "plans.MeasureVersion.released_by",
            "plans.PlanVersion.published_by",
            "plans.PlanVersion.released_by",
        ),
        "a version is made by publishing it: nothing restricted may ever be frozen in one",
    ),
}
# Public when what they belong to is published, and restricted until then, or after a recall.
ONCE_PUBLISHED = {
    **dict.fromkeys(
        (
            "recommendations.Ask.text",
            "recommendations.Ask.post",
            "recommendations.Ask.due_words",
            "recommendations.Ask.answer",
            "recommendations.Ask.sources",
        ),
        "what a committee asks for in public, and the answer, until they are taken back",
    ),
    **dict.fromkeys(
        ("plans.PlanVersion.note", "plans.PlanVersion.snapshot"),
        "a version is public until it is taken back",
    ),
    **dict.fromkeys(
        (
            "meetings.Meeting.ref",
            "meetings.Meeting.title",
            "meetings.Meeting.date_words",
            "meetings.Meeting.date_note",
            "meetings.Meeting.place",
            "meetings.Meeting.note",
            "meetings.Meeting.sources",
            "meetings.Meeting.stated_source",
            "meetings.AgendaItem.public_title",
            "meetings.AgendaItem.outcome",
            "meetings.AgendaItem.urgency_reason",
            "meetings.AgendaItem.urgency_chair",
            "meetings.AgendaVersion.note",
            "meetings.AgendaVersion.snapshot",
        ),
        "the page of the meeting",
    ),
    **dict.fromkeys(
        (
            "reports.Report.slug",
            "reports.ReportVersion.title",
            "reports.ReportVersion.electoral_divisions",
            "reports.ReportVersion.appendices",
            "reports.ReportVersion.contacts",
            "reports.ReportVersion.executive_summary",
            "reports.ReportVersion.recommendations",
            "reports.ReportVersion.background",
            "reports.ReportVersion.consultations",
            "reports.ReportVersion.implications",
            "reports.ReportVersion.background_papers",
            "reports.ReportVersion.part_ii_reason",
            "reports.ReportVersion.sources",
            "reports.Appendix.label",
            "reports.Appendix.public_title",
            "reports.Appendix.description",
        ),
        "the page of the report; of an exempt appendix the title only",
    ),
    **dict.fromkeys(
        (
            "inspections.Inspection.ref",
            "inspections.Inspection.area_name",
            "inspections.Inspection.title",
            "inspections.Inspection.days_words",
            "inspections.Inspection.published_words",
            "inspections.Inspection.outcome_words",
            "inspections.Inspection.monitoring_words",
            "inspections.Inspection.next_inspection_words",
            "inspections.Inspection.summary",
            "inspections.Inspection.note",
            "inspections.Inspection.sources",
            "inspections.InspectionVersion.snapshot",
            "inspections.Area.label",
            "inspections.Area.text",
            "inspections.Area.note",
            "inspections.Area.sources",
            "inspections.Judgement.value",
            "inspections.Judgement.on_words",
            "inspections.Judgement.words",
            "inspections.Judgement.sources",
            "inspections.Duty.owner",
            "inspections.Duty.proof",
            "inspections.Duty.done_words",
            "inspections.Decision.taken_by",
            "inspections.Decision.decision",
            "inspections.Decision.reasons",
            "inspections.Decision.alternatives",
            "inspections.Decision.conflicts",
            "inspections.Decision.address",
            "inspections.Event.title",
            "inspections.Event.words",
            "inspections.Event.date_words",
            "inspections.Event.differs",
            "inspections.Event.note",
            "inspections.Event.sources",
        ),
        "the page of the inspection; till it is published it is as confidential as the report",
    ),
    **dict.fromkeys(
        (
            "plans.Plan.ref",
            "plans.Plan.title",
            "plans.Plan.summary",
            "plans.Plan.period_words",
            "plans.Plan.legend",
            "plans.Plan.note",
            "plans.Plan.sources",
            "plans.Action.ref",
            "plans.Action.title",
            "plans.Action.text",
            "plans.Action.lead",
            "plans.Action.stop_reason",
            "plans.Action.reported_status",
            "plans.Support.what",
            "plans.Leadership.post",
            "plans.Milestone.label",
            "plans.Milestone.test",
            "plans.DateChange.by",
            "plans.DateChange.reason",
            "plans.DateChange.effect",
            "plans.DateChange.approved_by",
            "plans.Voice.group",
            "plans.Voice.said",
            "plans.Voice.promised",
            "plans.Voice.done",
            "plans.Voice.changed",
            "plans.Voice.sources",
            "plans.StatedCount.counts",
            "plans.StatedCount.source",
            "plans.PlanRelease.note",
            "plans.PlanRelease.stated_source",
        ),
        "a published version of the plan; what was changed since waits for the next",
    ),
    **dict.fromkeys(
        ("plans.Risk.text", "plans.Risk.owner", "plans.Risk.mitigation"),
        "a version of the plan, if the risk is public",
    ),
    **dict.fromkeys(
        (
            "plans.Evidence.title",
            "plans.Evidence.kind",
            "plans.Evidence.url",
            "plans.Evidence.checked_by",
        ),
        "a version of the plan, if the evidence is public",
    ),
    **dict.fromkeys(
        ("plans.Update.by", "plans.Update.words", "plans.Update.next_step"),
        "a version of the plan, once the improvement lead has taken the update",
    ),
    **dict.fromkeys(
        ("plans.Proposal.by", "plans.Proposal.reason", "plans.Proposal.effect"),
        "the ledger of a version of the plan, once the improvement lead has approved the date",
    ),
    **dict.fromkeys(
        (
            "plans.Measure.ref",
            "plans.Measure.name",
            "plans.Measure.definition",
            "plans.Measure.limits",
            "plans.Observation.geography",
            "plans.Observation.source",
            "plans.Observation.marker",
            "plans.Observation.reason",
        ),
        "the page of the measure; of a small figure where it is from, never the figure",
    ),
    "documents.StoredFile.sha256": "the address of a public file",
    "meetings.Release.note": "the note of the version that was released",
}
# Said in public only, where something was taken back.
TOMBSTONES = {
    "meetings.Recall.ref": "the address keeps the tombstone",
    "meetings.Recall.reason": "the tombstone says why",
}
# No words of anybody: codes of our own making, from a short list though not of choices.
CODES = {
    "reports.Report.exempt_under": "numbers of paragraphs, public with the item",
    "reports.Appendix.exempt_under": "numbers of paragraphs, public with the item",
    "meetings.AgendaItem.exempt_under": "numbers of paragraphs, public with the item",
    "meetings.Exemption.paragraphs": "numbers of paragraphs, public with the item",
    "documents.StoredFile.media_type": "what kind of file it is",
    "documents.Upload.refusal_code": "one of our refusals",
    "audit.AuditEvent.verb": "one of our deeds",
    "audit.AuditEvent.subject_type": "one of our models",
    "audit.AuditEvent.subject_id": "the key of a row",
    "outbox.Outgoing.kind": "one of the door's projections",
    "outbox.Outgoing.payload": "keys of rows; of a recall its address and public reason",
    "contenttypes.ContentType.app_label": "one of our apps",
    "contenttypes.ContentType.model": "one of our models",
    "auth.Permission.name": "made from our models",
    "auth.Permission.codename": "made from our models",
    "inspections.Inspection.framework": "one of the frameworks of the law",
    "inspections.Inspection.outcome": "one of the outcomes of the framework",
    "inspections.Duty.kind": "one of the clocks of the law",
    "inspections.Duty.rule": "one of the rules of the law",
    "inspections.Duty.title": "made of a clock and of the names of bodies",
    "inspections.Duty.sentence": "worked out by the law from days",
    "plans.DateChange.field": "start, finish or due",
    "plans.Observation.period": "a year, a month, a term: nothing else can be placed",
    "plans.Target.trajectory": "days with figures",
    "plans.Update.confidence": "one of three words, in a field too short for any other",
    "recommendations.Ask.rule": "one of the clocks of the law",
    "letters.ReceivedLetter.about": "one of the three questions that a letter may be",
}
LISTED = {**REFERENCE, **ONCE_PUBLISHED, **TOMBSTONES, **CODES}


def name_of(field: Field) -> str:
    """Return the field as "app.Model.field"."""
    return f"{field.model._meta.label}.{field.name}"


def private_models() -> list[type[Model]]:
    """Return every model of the workroom, of the libraries that it keeps, and of the letterbox."""
    return [model for model in apps.get_models() if STORES.get(model._meta.app_label) != "record"]


def fields_with_words() -> dict[str, Field]:
    """Return every field that could hold somebody's words, by its name."""
    return {
        name_of(field): field
        for model in private_models()
        for field in model._meta.concrete_fields
        if isinstance(field, HOLDING_WORDS) and not field.choices
    }


def restricted() -> dict[str, Field]:
    """Return the fields that the public must never see."""
    return {name: field for name, field in fields_with_words().items() if name not in LISTED}


def values_of(field: Field) -> Iterator[bytes]:
    """Yield every value of the field in the database, as text."""
    rows = field.model._base_manager.all()
    for value in rows.values_list(field.attname, flat=True):
        yield (value if isinstance(value, str) else json.dumps(value, default=str)).encode()
