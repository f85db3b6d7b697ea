"""Every rule once, with the functions that compute or check it."""

from collections.abc import Callable

from cleardays.law import (
    background,
    calendar,
    certificate,
    exclusion,
    executive,
    exemption,
    inspections,
    late_items,
    notice,
    private_meetings,
    retention,
    scheduling,
    scrutiny,
)
from cleardays.law.types import Rule

Functions = tuple[Callable[..., object], ...]

ALL_RULES: dict[Rule, Functions] = {
    calendar.WORKING_DAYS: (calendar.Calendar.why_not_working, calendar.bank_holidays),
    notice.COUNTING_CLEAR_DAYS: (notice.clear_days,),
    notice.NON_WORKING_PUBLICATION: (notice.deemed_publication_day,),
    notice.NOTICE_OF_MEETING: (notice.agenda_deadline, notice.breaches_of_notice),
    notice.OPEN_PAPERS: (
        notice.agenda_deadline,
        notice.breaches_of_notice,
        certificate.verdict,
    ),
    notice.SHORTER_NOTICE: (notice.breaches_of_notice, notice.is_late),
    late_items.LATE_ITEM: (late_items.breaches_of_late_item,),
    late_items.SPECIAL_MEETING: (late_items.breaches_of_late_item,),
    late_items.TO_FOLLOW: (late_items.breaches_of_paper_to_follow,),
    executive.EXECUTIVE_PAPERS: (notice.agenda_deadline, notice.breaches_of_notice),
    executive.KEY_DECISION_NOTICE: (
        executive.earliest_decision,
        executive.latest_notice,
        executive.breaches_of_key_decision_notice,
    ),
    executive.NOTICE_CONTENTS: (executive.breaches_of_notice_contents,),
    executive.GENERAL_EXCEPTION: (
        executive.earliest_under_general_exception,
        executive.breaches_of_general_exception,
    ),
    scheduling.CALL_IN: (scheduling.back_schedule,),
    executive.OFFICER_RECORD: (
        scheduling.back_schedule,
        executive.breaches_of_officer_record,
    ),
    private_meetings.SPECIAL_URGENCY: (private_meetings.breaches_of_agreement,),
    private_meetings.FIRST_PRIVATE_NOTICE: (
        private_meetings.private_notice_deadlines,
        private_meetings.breaches_of_private_notices,
    ),
    private_meetings.SECOND_PRIVATE_NOTICE: (
        private_meetings.private_notice_deadlines,
        private_meetings.breaches_of_private_notices,
    ),
    private_meetings.PRIVATE_URGENCY: (private_meetings.breaches_of_agreement,),
    exemption.SEVEN_PARAGRAPHS: (exemption.paragraph, exemption.breaches_of_exemption),
    exemption.REGISTERED_INFORMATION: (exemption.breaches_of_exemption,),
    exemption.OWN_DEVELOPMENT: (exemption.breaches_of_exemption,),
    exemption.PUBLIC_INTEREST: (exemption.breaches_of_exemption,),
    exemption.REVIEW: (exemption.breaches_of_exemption,),
    exemption.PUBLIC_TITLE: (exemption.breaches_of_exemption,),
    exemption.MEMBERS_ACCESS: (exemption.may_every_member_see,),
    exclusion.CONFIDENTIAL: (exclusion.needs_resolution, exclusion.breaches_of_disclosure),
    exclusion.RESOLUTION: (exclusion.needs_resolution, exclusion.breaches_of_resolution),
    background.BOTH_LIMBS: (background.papers_to_list, background.breaches_of_listing),
    background.LIST_IN_REPORT: (background.breaches_of_background_list,),
    background.CONFIDENTIAL_PAPER: (background.papers_to_list, background.breaches_of_listing),
    background.PUBLISHED_WORK: (background.papers_to_list, background.breaches_of_listing),
    retention.SIX_YEARS: (retention.open_until,),
    retention.FOUR_YEARS: (retention.background_papers_open_until,),
    retention.OFFICER_DECISIONS: (retention.officer_decision_open_until,),
    scrutiny.DUTY_TO_RESPOND: (scrutiny.response_due,),
    scrutiny.NHS_RESPONSE: (scrutiny.nhs_response_due,),
    scrutiny.DISCLOSED_INTEREST: (scrutiny.interest_notification_due,),
    scrutiny.DOCUMENT_REQUEST: (scrutiny.document_request_due,),
    inspections.STATEMENT: (inspections.statement_due,),
    inspections.PRIORITY_PLAN: (inspections.priority_action_plan_due,),
    inspections.STRATEGIC_PLAN: (inspections.strategic_plan_due,),
    inspections.FIT_FOR_PURPOSE: (inspections.fit_for_purpose_expected,),
    inspections.REVISIT: (inspections.revisit_expected,),
    inspections.MONITORING: (inspections.monitoring_expected,),
    inspections.FULL_INSPECTION: (inspections.full_inspection_expected,),
    inspections.PRIORITY_ACTIONS: (inspections.breaches_of_findings,),
    inspections.PLAN_PUBLISHED: (inspections.breaches_of_plan_publishing,),
    inspections.ACCELERATED_PUBLISHED: (inspections.breaches_of_plan_publishing,),
    inspections.ACCELERATED_REVIEW: (inspections.accelerated_review_expected,),
    inspections.RECIPIENTS_PUBLISH: (inspections.breaches_of_recipients_publishing,),
}


def rule(code: str) -> Rule:
    """Return the rule with a code, such as one stored beside a deadline; ``KeyError`` if none."""
    return _BY_CODE[code]


_BY_CODE = {known.code: known for known in ALL_RULES}
