"""Is what an agenda holds fit to be public? Items, exemptions, and the reports of open items."""

from collections.abc import Iterator
from dataclasses import replace

from cleardays.law import exclusion, exemption
from cleardays.law.executive import EXECUTIVE_PAPERS
from cleardays.law.exemption import PUBLIC_INTEREST, PUBLIC_TITLE, breaches_of_exemption
from cleardays.law.notice import NOTICE_OF_MEETING
from cleardays.law.wording import list_in_words
from cleardays.workroom.meetings.models import AgendaItem, Exemption, Meeting
from cleardays.workroom.meetings.obstacles import Obstacle, from_breach, under
from cleardays.workroom.meetings.proof import Proof
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports.checks import faults_of, faults_of_appendices
from cleardays.workroom.reports.models import Report, ReportVersion


def faults_of_contents(proof: Proof) -> Iterator[Obstacle]:
    """Yield what is wrong with the agenda itself, whoever asks and whenever."""
    meeting = proof.meeting
    if not proof.items:
        yield Obstacle(
            "The agenda has no items", next_step="Add the first item.", remedy="add_item"
        )
    if not proof.has_news:
        yield Obstacle(
            f"Nothing has changed since version {len(proof.before.issues) if proof.before else 0}",
            next_step="Change or add something first.",
        )
    if not meeting.is_entered_later and meeting.precision != meeting.Precision.DAY:
        yield Obstacle(
            "The notice of a meeting to come says its exact day, and this one has none",
            next_step="Set the date of the meeting.",
            remedy="change",
        )
    yield from _of_notice(meeting)
    for item in proof.items:
        yield from _of_item(item, proof)


def _of_notice(meeting: Meeting) -> Iterator[Obstacle]:
    """Yield what the notice of a meeting has to say and does not: when, and where.

    It stops nobody: the notice may be a page of its own, and a report file names neither.
    """
    missing = [name for name in ("time", "place") if not getattr(meeting, name)]
    if not missing or meeting.is_entered_later or not meeting.committee.is_bound_by_part_va:
        return
    words = list_in_words(missing)
    is_executive = meeting.committee.kind == Committee.Kind.EXECUTIVE
    fault = under(
        EXECUTIVE_PAPERS if is_executive else NOTICE_OF_MEETING,
        f"The {words} of the meeting {'is' if len(missing) == 1 else 'are'} missing, and its"
        " public notice has to say when and where it is",
        f"Give the {words} of the meeting.",
        remedy="change",
    )
    yield replace(fault, blocks=False)


def _of_item(item: AgendaItem, proof: Proof) -> Iterator[Obstacle]:
    if not item.public_title.strip():
        yield Obstacle(f"Item {item.position} has no title", item_id=item.pk)
    if not item.is_open:
        yield from _of_secret(item, proof)
    elif item.report_id:
        yield from _of_open_report(item, proof)


def _of_secret(item: AgendaItem, proof: Proof) -> Iterator[Obstacle]:
    """Yield what is wrong with an exempt or confidential item."""
    decision = proof.exemptions.get(item.pk)
    name = f"Item {item.position}"
    if decision is None:
        yield Obstacle(f"{name} is kept from the public and nothing says why", item_id=item.pk)
        return
    if item.exempt_under:
        for breach in breaches_of_exemption(_as_law_sees(item, decision)):
            yield from_breach(breach, about=name, item_id=item.pk)
    if _gives_away(item.public_title, decision.private_title):
        sentence = f"{name}: the public title gives the private one away"
        step = "Write a public title of its own."
        yield under(PUBLIC_TITLE, sentence, step, item_id=item.pk)
    report = proof.reports.get(item.report_id) if item.report_id else None
    if report and not report.is_exempt:
        rule = exclusion.CONFIDENTIAL if item.is_confidential else exemption.SEVEN_PARAGRAPHS
        sentence = f"{name} is kept from the public, but its report is marked as open"
        step = "Mark the report exempt, or take it off the item."
        yield under(rule, sentence, step, item_id=item.pk)


def _as_law_sees(item: AgendaItem, decision: Exemption) -> exemption.Exemption:
    return exemption.Exemption(
        paragraphs=item.paragraphs,
        public_interest=decision.public_interest_reasoning,
        public_title=item.public_title,
        review_on=decision.review_on,
    )


def _gives_away(public: str, private: str) -> bool:
    """Say whether the public title holds the whole of the private one."""
    shown, kept = (" ".join(words.casefold().split()) for words in (public, private))
    return bool(kept) and kept in shown


def _of_open_report(item: AgendaItem, proof: Proof) -> Iterator[Obstacle]:
    report = proof.reports[item.report_id or 0]
    version = proof.versions.get(report.pk)
    name = f"The report for item {item.position}"
    if version is None:
        yield Obstacle(f"{name} has no words yet", item_id=item.pk, report_id=report.pk)
        return
    yield from _of_secrecy(item, report, version, proof)
    if report.state != Report.State.CLEARED:
        yield Obstacle(
            f"{name} has not been cleared",
            next_step="Ask the clearer to clear it, or take it off and mark it to follow.",
            item_id=item.pk,
            report_id=report.pk,
        )
    appendices = proof.appendices.get(report.pk, ())
    for fault in (*faults_of(version), *faults_of_appendices(appendices)):
        yield from_breach(fault, about=name, item_id=item.pk, report_id=report.pk)
    for appendix in appendices:
        if appendix.exempt_under and not appendix.exempt_reasoning:
            sentence = (
                f"{name}: nothing says why the public interest keeps {appendix.label} exempt"
            )
            step = f"Say why on the page of the report, under who may see {appendix.label}."
            yield replace(under(PUBLIC_INTEREST, sentence, step), report_id=report.pk)
    recalled = proof.recalled.get(f"reports/{report.slug}")
    if recalled and recalled > version.made_at:
        yield Obstacle(
            f"{name} was recalled and has not been put right since",
            next_step="Make a corrected version of the report, or take it off.",
            item_id=item.pk,
            report_id=report.pk,
        )


def _of_secrecy(
    item: AgendaItem, report: Report, version: ReportVersion, proof: Proof
) -> Iterator[Obstacle]:
    """Yield where a report says it is not for the public and its item says it is."""
    step = "Mark the item exempt, or correct the report."
    if report.is_exempt:
        sentence = f"Item {item.position} is open, but its report is marked exempt"
        yield Obstacle(sentence, next_step=step, item_id=item.pk, report_id=report.pk)
    exempt = any(appendix.exempt_under for appendix in proof.appendices.get(report.pk, ()))
    if version.part_ii_reason.strip() and not exempt:
        sentence = (
            f"Item {item.position} is open, but its report gives a reason for Part II"
            " (not for the public)"
        )
        yield Obstacle(sentence, next_step=step, item_id=item.pk, report_id=report.pk)
