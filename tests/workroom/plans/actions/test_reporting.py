"""A draft report to a committee, drawn from what was published."""

from datetime import date, timedelta

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.documents.rendering import plain_text
from cleardays.workroom.meetings.models import Meeting, Recall
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import PlanVersion
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.reports.models import Report, ReportVersion
from cleardays.workroom.workflow.engine import Refused
from tests.factories.people import make_committee
from tests.factories.plans import (
    AT,
    LATER,
    TODAY,
    actions_of,
    make_action,
    publish,
    publish_figures,
    seen_by,
)

DEFINITION = {"valid_from": "2024-01-01", "name": "Lamps lit", "numerator": "lamps"}


@pytest.fixture
def board(council):
    return make_committee(organisation=council, name="Lamps Scrutiny Committee")


def words_of(report):
    version = ReportVersion.objects.unrestricted(because="a test looks").get(report=report)
    return version, plain_text(version.executive_summary), plain_text(version.background)


def test_the_summary_has_counts_that_add_up(plan, lead, second, board, by):
    make_action(plan, lead, "A1")
    make_action(plan, lead, "A2", start=date(2027, 1, 1), finish=date(2027, 2, 1))
    publish(plan, lead, second)

    report = actions.draft_report(plan, board, TODAY, by=by, at=AT)

    version, summary, _ = words_of(report)
    assert "Of 2 actions on 2 March 2026: 1 not due to start; 1 overdue to start." in summary
    assert version.title == "Plan for the lamps: progress as at 2 March 2026"
    assert version.background_papers[0]["paper"] == "Plan for the lamps, version 1"
    assert report.state == "draft"


def test_what_changed_since_the_committee_met_is_said(plan, action, lead, second, board, by):
    publish(plan, lead, second)
    make_action(plan, lead, "NEW", at=LATER)
    publish(plan, lead, second, at=LATER)

    report = actions.draft_report(plan, board, LATER.date(), last_met=TODAY, by=by, at=LATER)

    assert "Since version 1, as at 2 March 2026: Added 1 (NEW)." in words_of(report)[2]


def test_the_report_is_of_the_version_of_its_day(plan, action, lead, second, board, by):
    publish(plan, lead, second)
    actions.change_action(action, title="Something new", by=by, at=LATER)
    publish(plan, lead, second, at=LATER)

    report = actions.draft_report(plan, board, TODAY, by=by, at=LATER)

    assert "Something new" not in words_of(report)[2]


def test_what_was_asked_and_what_came_back_stands_in_it(plan, action, lead, second, board, by):
    meeting = Meeting.objects.create(committee=board, day=date(2026, 1, 5), ref="meetings/x/1")
    Ask.objects.create(
        ref="asks/1",
        committee=board,
        meeting=meeting,
        text="How many lamps are dark?",
        asked_of=board.organisation,
        post="Head of Lamps",
        due=date(2026, 2, 1),
    )
    publish(plan, lead, second)

    report = actions.draft_report(plan, board, TODAY, by=by, at=AT)

    background = words_of(report)[2]
    assert "How many lamps are dark?" in background
    assert "overdue" in background


def test_measures_and_what_was_due_stand_in_it(plan, action, lead, second, board, by):
    measure = actions.create_measure("Lamps lit", [DEFINITION], by=by, at=AT)
    actions.set_target(plan, measure, 90, date(2027, 1, 1), is_checked=True, by=by, at=AT)
    actions.record_observation(measure, "2025", value=30, source="SEN2", by=by, at=AT)
    publish_figures(measure, lead, second)
    publish(plan, lead, second)

    background = words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))[2]

    assert "none: no baseline was set" in background
    assert "90 by 1 January 2027" in background
    assert "not yet" in background


def test_words_that_look_like_markup_are_words(plan, lead, second, board, by):
    make_action(plan, lead, title="<script>alert(1)</script> & more")
    publish(plan, lead, second)

    version, _, background = words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))

    assert "<script>" not in version.background
    assert "<script>alert(1)</script> & more" in background


def test_drafts_and_private_notes_stay_out(plan, action, lead, second, board, by):
    actions.write_update(action, "Quillfeather", by=by, at=AT)
    actions.change_action(action, private_note="Quillfeather", by=by, at=AT)
    publish(plan, lead, second)

    version, _, _ = words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))

    assert "Quillfeather" not in str(vars(version))


def test_without_a_published_version_there_is_no_report(plan, action, board, by):
    with pytest.raises(Refused, match="publish a version first"):
        actions.draft_report(plan, board, TODAY, by=by, at=AT)

    assert not Report.objects.exists()


def test_a_partner_draws_no_report(plan, action, lead, second, board, partner):
    publish(plan, lead, second)

    with pytest.raises(NotAllowed):
        actions.draft_report(plan, board, TODAY, by=seen_by(partner), at=AT)


def test_the_report_is_begun_in_the_browser(signed_in, plan, action, lead, second, board):
    publish(plan, lead, second)
    day = {"as_at_day": "2", "as_at_month": "3", "as_at_year": "2026"}

    address = f"/plans/{plan.pk}/report/?committee={board.pk}"

    response = signed_in(lead).post(address, day)

    (report,) = Report.objects.unrestricted(because="a test looks")
    assert response["Location"] == report.get_absolute_url()


def test_the_committee_is_chosen_first_then_one_of_its_meetings(
    signed_in, plan, action, lead, second, board, by
):
    publish(plan, lead, second)
    actions.let_follow(plan, [board], by=by, at=AT)
    held(board, date(2026, 1, 5), date(2026, 2, 9))
    held(board, date(2026, 2, 20), precision="month", date_words="February 2026")
    client, address = signed_in(lead), f"/plans/{plan.pk}/report/"

    asked = client.get(address)
    page = client.get(address, {"committee": board.pk})

    assert f'href="?committee={board.pk}"' in asked.text
    assert page.context["form"]["last_met"].field.choices == [
        ("2026-02-09", "9 February 2026"),
        ("2026-01-05", "5 January 2026"),
    ]
    assert "Begin the draft report" in page.text
    assert client.get(address, {"committee": "0"}).status_code == 404
    assert client.get(address, {"committee": "lamps"}).status_code == 404


def held(board, *days, **fields):
    """Let the committee have met on these days."""
    for day in days:
        ref = f"meetings/lamps/{day.isoformat()}"
        Meeting.objects.create(committee=board, day=day, ref=ref, **fields)


def test_it_is_never_said_that_nothing_was_public_when_a_version_was(
    plan, action, lead, second, board, by
):
    """The version is as at a day after the meeting, and was public before it."""
    publish(plan, lead, second, as_at=TODAY)
    PlanVersion.objects.unrestricted(because="a test").update(stated_published_on=date(2026, 2, 2))
    held(board, date(2026, 2, 9))

    report = actions.draft_report(plan, board, TODAY, by=by, at=AT)

    assert (
        "The committee last met on 9 February 2026. Version 1 was public by then, and none has"
        " been since." in words_of(report)[2]
    )


def test_a_version_published_after_the_meeting_was_not_public_then(
    plan, action, lead, second, board, by
):
    """It is as at a day before the meeting, and was published later."""
    publish(plan, lead, second, at=LATER, as_at=date(2026, 2, 2))
    held(board, date(2026, 2, 9))

    report = actions.draft_report(plan, board, LATER.date(), by=by, at=LATER)

    assert (
        "The committee last met on 9 February 2026. No version of this plan was public by then."
        in words_of(report)[2]
    )


def test_a_meeting_after_the_day_of_the_report_is_refused(plan, action, lead, second, board, by):
    publish(plan, lead, second)

    with pytest.raises(Refused, match="The meeting of 2 April 2026 is after the day"):
        actions.draft_report(plan, board, TODAY, last_met=LATER.date(), by=by, at=AT)


def test_overdue_asks_come_first_by_their_words_which_lead_to_their_pages(
    plan, action, lead, second, board, by, settings
):
    settings.SITE_URL = "https://council.example"
    publish(plan, lead, second)
    an_ask(board, 1, told_at=AT)
    an_ask(board, 2, due=date(2026, 2, 1), told_at=AT)

    version, _, background = words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))

    assert background.index("Question 2") < background.index("Question 1")
    assert 'href="https://council.example/asks/2/"' in version.background
    assert "asks/2" not in background


def test_what_a_body_leaves_is_handed_over_in_the_browser(signed_in, plan, lead, icb, by):
    heir = make_committee().organisation
    type(icb).objects.filter(pk=icb.pk).update(successor=heir)
    make_action(plan, lead, lead_body=icb)
    day = {"on_day": "2", "on_month": "3", "on_year": "2026"}

    signed_in(lead).post("/plans/hand-over/", {"body": icb.pk, **day})

    assert actions_of(plan)[0].lead_body == heir


def figures(plan, action, lead, second, by, *observed, small=5):
    """A public measure of an action, with a target from 40 to 90 and these counts of 123."""
    definition = {**DEFINITION, "denominator": "lamps there are", "unit": "%",
                  "polarity": "higher is better", "kind": "over the period"}  # fmt: skip
    measure = actions.create_measure(
        "Lamps lit", [definition], actions=[action], small_number=small, by=by, at=AT
    )
    start = {"baseline": 40, "baseline_on": date(2023, 1, 1), "is_checked": True}
    actions.set_target(plan, measure, 90, date(2027, 1, 1), **start, by=by, at=AT)
    for period, lit in observed:
        share = round(lit / 123 * 100, 4)
        counts = {"numerator": lit, "denominator": 123, "value": share, "is_checked": True}
        actions.record_observation(measure, period, source="Own", by=by, at=AT, **counts)
    publish_figures(measure, lead, second)
    return measure


def test_a_measure_stands_in_it_with_its_latest_figure_and_which_way_it_goes(
    plan, action, lead, second, board, by
):
    figures(plan, action, lead, second, by, ("2024", 55), ("2025", 61))
    publish(plan, lead, second)

    background = words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))[2]

    assert "49.5935% (61 of 123) in 2025" in background
    assert "40 (1 January 2023)" in background
    assert "moved towards the target; higher is better" in background


def test_a_small_number_stays_hidden_in_a_report(plan, action, lead, second, board, by):
    figures(plan, action, lead, second, by, ("2024", 61), ("2025", 3))
    publish(plan, lead, second)

    background = words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))[2]

    assert "2025: not shown" in background
    assert "the last one shown is 49.5935% (61 of 123) in 2024" in background
    assert "2.439" not in background
    assert "3 of 123" not in background


def test_figures_published_after_the_day_of_the_report_stay_out(
    plan, action, lead, second, board, by
):
    measure = figures(plan, action, lead, second, by, ("2024", 55))
    publish(plan, lead, second)
    counts = {"numerator": 99, "denominator": 123, "value": 80.4878, "is_checked": True}
    actions.record_observation(measure, "2025", source="Own", by=by, at=LATER, **counts)
    publish_figures(measure, lead, second, at=LATER)

    background = words_of(actions.draft_report(plan, board, TODAY, by=by, at=LATER))[2]

    assert "(55 of 123) in 2024" in background
    assert "99 of 123" not in background


def an_ask(board, number, **fields):
    everything = Meeting.objects.unrestricted(because="a test makes what was asked")
    meeting, _ = everything.get_or_create(
        committee=board, day=date(2026, 1, 5), ref="meetings/x/1"
    )
    defaults = {"text": f"Question {number}", "post": "Head", "asked_of": board.organisation}
    return Ask.objects.create(
        ref=f"asks/{number}", committee=board, meeting=meeting, **{**defaults, **fields}
    )


def test_asks_are_counted_as_they_stood_and_the_counts_make_the_total(
    plan, action, lead, second, board, by
):
    publish(plan, lead, second)
    an_ask(board, 1, due=date(2026, 2, 1))
    answered = {"state": "answered", "answer": "Nine"}
    an_ask(board, 2, answered_on=date(2026, 2, 1), **answered)
    an_ask(board, 3, answered_on=date(2026, 3, 9), **answered)
    an_ask(board, 4, text="Quillfeather", told_at=AT)
    Recall.objects.create(committee=board, ref="asks/4", reason="Why", by="Clerk", at=AT)

    _, summary, background = words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))

    assert "Of 3 things that the committee asked for: 1 overdue; 1 waiting" in summary
    counting = " ".join(background[background.index("What was asked, by how it") :].split())
    assert counting.startswith(
        "What was asked, by how it stands How they stand Asks Overdue 1 Waiting for an answer 1"
        " Answered, not yet accepted 1 All 3"
    )
    assert "Nine (1 February 2026)" in background
    assert "9 March 2026" not in background
    assert "Quillfeather" not in background


def test_only_published_words_of_the_plan_go_in(plan, action, lead, second, board, by):
    publish(plan, lead, second)
    actions.change_plan(plan, title="Quillfeather", by=by, at=AT)

    version, _, _ = words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))

    assert "Quillfeather" not in str(vars(version))


def test_of_a_placeholder_no_days_go_in(plan, lead, second, board, by):
    make_action(plan, lead, "P1", is_placeholder=True, lead="", lead_body=None)
    publish(plan, lead, second)

    _, summary, background = words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))

    assert "1 placeholder stands as late in the counts" in summary
    assert "30 June 2026" not in background
    assert "not public" in background


def test_what_changed_is_said_since_the_last_meeting_on_record(
    plan, action, lead, second, board, by
):
    publish(plan, lead, second)
    Meeting.objects.create(committee=board, day=TODAY, ref="meetings/x/1")
    called_off = Meeting.State.CANCELLED
    Meeting.objects.create(committee=board, day=LATER.date(), ref="meetings/x/2", state=called_off)
    make_action(plan, lead, "NEW", at=LATER)
    publish(plan, lead, second, at=LATER)

    day = LATER.date() + timedelta(days=1)
    report = actions.draft_report(plan, board, day, by=by, at=LATER)

    assert "Since version 1, as at 2 March 2026: Added 1 (NEW)." in words_of(report)[2]


def test_dates_that_moved_are_told_with_their_reason(plan, action, lead, second, board, by):
    later = action.finish + timedelta(days=30)
    why = "No lamps were to be had"
    actions.move_date(action, "finish", later, reason=why, by=by, at=AT)
    publish(plan, lead, second)

    background = " ".join(
        words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))[2].split()
    )

    assert "Dates that moved later" in background
    assert "1 × 30 No lamps were to be had" in background


def test_what_families_said_goes_in_with_what_changed(plan, action, lead, second, board, by):
    actions.add_voice(plan, "Parent carer forum", "It is dark.", TODAY, by=by, at=AT)
    publish(plan, lead, second)

    background = " ".join(
        words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))[2].split()
    )

    assert "Parent carer forum, 2 March 2026 It is dark. nothing is reported yet" in background


def test_of_placeholders_alone_it_is_not_said_that_dates_count(plan, lead, second, board, by):
    make_action(plan, lead, "P1", is_placeholder=True, lead="", lead_body=None)
    publish(plan, lead, second)

    summary = words_of(actions.draft_report(plan, board, TODAY, by=by, at=AT))[1]

    assert "Its one action is a placeholder" in summary
    assert "No date has moved later" not in summary
