import json
from datetime import date, timedelta

import pytest

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.models import AgendaVersion, Meeting, Release
from cleardays.workroom.meetings.snapshot import MeetingSnapshot
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.people.actions import add_closure_day
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.engine import Refused
from tests.factories.meetings import (
    AFTER,
    EARLY,
    GROUNDS,
    IN_TIME,
    TOO_LATE,
    attach,
    fresh,
    items_of,
    make_meeting,
    make_published,
    publish,
    seen_by,
)

LATER = IN_TIME + timedelta(hours=1)
URGENT = {"chair": "Chair of the committee", "special_circumstances": "A fire"}


def versions(meeting):
    everything = AgendaVersion.objects.unrestricted(because="a test looks")
    return list(everything.filter(meeting=meeting).order_by("number"))


def assert_nothing_published(meeting):
    assert fresh(meeting).state == Meeting.State.DRAFT
    assert versions(meeting) == []
    assert not Outgoing.objects.exists()


def test_publishing_in_time_freezes_queues_and_records(clerk, deputy, author, committee):
    meeting = make_meeting(clerk, committee, "Lamps")
    report = attach(items_of(meeting)[0], author, clerk, clerk)

    published = publish(meeting, clerk, deputy)

    (version,) = versions(meeting)
    (queued,) = Outgoing.objects.all()
    event = AuditEvent.objects.about(meeting).first()
    assert (published.state, published.published_at) == (Meeting.State.PUBLISHED, IN_TIME)
    assert (version.number, version.kind) == (1, "agenda")
    assert (version.published_by, version.released_by) == (clerk.post, deputy.post)
    assert (queued.kind, queued.payload) == ("meeting", {"agenda_version_id": version.pk})
    assert event.sentence == "published the agenda"
    assert Report.objects.unrestricted(because="a test looks").get(pk=report.pk).is_published


def test_publishing_late_is_refused_with_the_law_and_changes_nothing(clerk, deputy, committee):
    meeting = make_meeting(clerk, committee, "One")
    actions.release(meeting, by=seen_by(deputy), at=EARLY)

    with pytest.raises(Refused, match=r"four clear days .* by Mon 9 Mar .* s\.100B\(3\)") as why:
        actions.publish(meeting, by=seen_by(clerk), at=TOO_LATE)

    assert "Move the meeting" in why.value.reasons[0]
    assert_nothing_published(meeting)


def test_a_closure_day_of_the_council_brings_the_deadline_forward(clerk, deputy, committee):
    everything = Viewer("Set-up", None, frozenset(), frozenset(Permission))
    day = date(2026, 3, 12)
    add_closure_day(committee.organisation, day, "Flood", by=everything, at=EARLY)
    meeting = make_meeting(clerk, committee, "One")
    actions.release(meeting, by=seen_by(deputy), at=EARLY)

    with pytest.raises(Refused, match="by Fri 6 Mar"):
        actions.publish(meeting, by=seen_by(clerk), at=IN_TIME)


def test_nobody_publishes_what_no_second_person_released(clerk, committee):
    meeting = make_meeting(clerk, committee, "One")

    with pytest.raises(Refused, match="No second person has released it"):
        actions.publish(meeting, by=seen_by(clerk), at=IN_TIME)

    assert_nothing_published(meeting)


def test_nobody_publishes_what_they_released_themselves(clerk, committee):
    meeting = make_meeting(clerk, committee, "One")
    actions.release(meeting, by=seen_by(clerk), at=EARLY)

    with pytest.raises(Refused, match="You released this yourself"):
        actions.publish(meeting, by=seen_by(clerk), at=IN_TIME)

    assert_nothing_published(meeting)


@pytest.mark.parametrize(
    "change",
    [
        lambda m, by: actions.add_item(m, "Two", by=by, at=EARLY),
        lambda m, by: actions.change_item(items_of(m)[0], public_title="1", by=by, at=EARLY),
        lambda m, by: actions.change_meeting(m, place="Library", by=by, at=EARLY),
        lambda m, by: actions.mark_exempt(items_of(m)[0], **GROUNDS, by=by, at=EARLY),
    ],
    ids=["item", "title", "place", "exemption"],
)
def test_any_change_voids_the_release(clerk, deputy, committee, change):
    meeting = make_meeting(clerk, committee, "One")
    actions.release(meeting, by=seen_by(deputy), at=EARLY)
    change(meeting, seen_by(clerk))

    with pytest.raises(Refused, match="changed after Deputy Democratic Services Officer released"):
        actions.publish(meeting, by=seen_by(clerk), at=IN_TIME)

    assert_nothing_published(meeting)


def test_a_change_of_what_is_private_voids_nothing(clerk, deputy, committee):
    meeting = make_meeting(clerk, committee, "One")
    actions.release(meeting, by=seen_by(deputy), at=EARLY)
    actions.change_meeting(meeting, private_note="Hush", by=seen_by(clerk), at=EARLY)

    version = actions.publish(meeting, by=seen_by(clerk), at=IN_TIME)

    assert "Hush" not in json.dumps(version.snapshot)


def test_a_release_of_what_was_not_read_is_refused(clerk, deputy, committee):
    meeting = make_meeting(clerk, committee, "One")

    with pytest.raises(Refused, match="while you were reading"):
        actions.release(meeting, read="another digest", by=seen_by(deputy), at=EARLY)

    assert not Release.objects.unrestricted(because="a test looks").exists()


def test_an_empty_agenda_is_not_released(clerk, deputy, committee):
    meeting = make_meeting(clerk, committee)

    with pytest.raises(Refused, match="no items"):
        actions.release(meeting, by=seen_by(deputy), at=EARLY)


def test_a_member_may_not_release_or_publish(clerk, member, committee):
    meeting = make_meeting(clerk, committee, "One")

    with pytest.raises(NotAllowed):
        actions.release(meeting, by=seen_by(member), at=EARLY)
    with pytest.raises(Refused, match="may not publish the agenda"):
        actions.publish(meeting, by=seen_by(member), at=IN_TIME)


def test_nothing_private_is_frozen(clerk, deputy, author, committee):
    meeting = make_meeting(clerk, committee, "Open", "Secret", private_note="Canary of the note")
    attach(items_of(meeting)[1], author, clerk, clerk, background="<p>Canary of the report</p>")
    actions.mark_exempt(items_of(meeting)[1], **GROUNDS, by=seen_by(clerk), at=EARLY)

    publish(meeting, clerk, deputy)

    (version,) = versions(meeting)
    frozen = json.dumps(version.snapshot)
    assert "Quillfeather" not in frozen
    assert "Canary" not in frozen
    secret = MeetingSnapshot.from_json(version.snapshot).items[1]
    assert (secret.public_title, secret.report_id, secret.exempt_under) == ("A lease", None, (3,))


def test_an_addition_is_a_supplement_with_its_own_number_and_note(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One", at=EARLY)
    actions.add_item(meeting, "Two", by=seen_by(clerk), at=IN_TIME)

    publish(meeting, clerk, deputy, at=LATER)

    _, version = versions(meeting)
    assert (version.number, version.kind) == (2, "supplement")
    assert version.note == "Item 2 added: Two."
    assert [item.added_in for item in items_of(meeting)] == [1, 2]


def test_a_change_of_what_is_public_is_a_correction(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "Onne")
    actions.change_item(
        items_of(meeting)[0], public_title="One", reason="Typo", by=seen_by(clerk), at=LATER
    )

    publish(meeting, clerk, deputy, at=LATER)

    version = versions(meeting)[-1]
    assert (version.kind, version.note) == ("correction", "The title of item 1 changed.")
    assert fresh(meeting).sequence == 1


def test_publishing_again_without_a_change_is_refused(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")

    with pytest.raises(Refused, match="Nothing has changed since version 1"):
        actions.publish(meeting, by=seen_by(clerk), at=LATER)

    assert len(versions(meeting)) == 1


def test_a_late_item_without_the_chairs_reasons_is_refused(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")
    actions.add_item(meeting, "Fire", by=seen_by(clerk), at=TOO_LATE)

    actions.release(meeting, by=seen_by(deputy), at=TOO_LATE)
    with pytest.raises(Refused, match=r"chair has not said .* s\.100B\(4\)\(b\)"):
        actions.publish(meeting, by=seen_by(clerk), at=TOO_LATE)

    assert len(versions(meeting)) == 1


def test_a_late_item_with_the_chairs_reasons_is_published(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")
    actions.late_item(meeting, "Fire", **URGENT, by=seen_by(clerk), at=TOO_LATE)

    publish(meeting, clerk, deputy, at=TOO_LATE)

    late = MeetingSnapshot.from_json(versions(meeting)[-1].snapshot).items[1]
    assert (late.urgency_chair, late.urgency_reason) == ("Chair of the committee", "A fire")


def test_a_report_that_was_to_follow_may_follow_late(clerk, deputy, author, committee):
    meeting = make_meeting(clerk, committee)
    actions.add_item(meeting, "Lamps", to_follow=True, by=seen_by(clerk), at=EARLY)
    publish(meeting, clerk, deputy)
    attach(items_of(meeting)[0], author, clerk, clerk)

    publish(meeting, clerk, deputy, at=TOO_LATE)

    item = MeetingSnapshot.from_json(versions(meeting)[-1].snapshot).items[0]
    assert (item.to_follow, item.added_in, item.papers_added_in) == (False, 1, 2)


def test_a_late_report_that_was_not_announced_needs_the_chair(clerk, deputy, author, committee):
    meeting = make_published(clerk, deputy, committee, "Lamps")
    (item,) = items_of(meeting)
    attach(item, author, clerk, clerk)
    actions.release(meeting, by=seen_by(deputy), at=TOO_LATE)

    with pytest.raises(Refused, match="was not announced as to follow"):
        actions.publish(meeting, by=seen_by(clerk), at=TOO_LATE)
    actions.accept_as_urgent(item, **URGENT, by=seen_by(clerk), at=TOO_LATE)
    publish(meeting, clerk, deputy, at=TOO_LATE)

    assert len(versions(meeting)) == 2


def test_shorter_notice_is_another_way_and_needs_the_day_of_calling(clerk, deputy, committee):
    meeting = make_meeting(clerk, committee, "One")
    actions.release(meeting, by=seen_by(deputy), at=TOO_LATE)

    with pytest.raises(Refused, match="on which day this meeting was called"):
        actions.publish_at_shorter_notice(meeting, by=seen_by(clerk), at=TOO_LATE)

    assert_nothing_published(meeting)


def test_a_meeting_called_at_shorter_notice_is_published_on_that_day(clerk, deputy, committee):
    meeting = make_meeting(clerk, committee, "One")
    actions.call_at_shorter_notice(
        meeting, on=TOO_LATE.date(), reason="Flood", by=seen_by(clerk), at=TOO_LATE
    )
    actions.release(meeting, by=seen_by(deputy), at=TOO_LATE)

    version = actions.publish_at_shorter_notice(meeting, by=seen_by(clerk), at=TOO_LATE)

    assert version.snapshot["convened_on"] == "2026-03-10"


def test_a_meeting_called_at_shorter_notice_is_refused_the_day_after(clerk, deputy, committee):
    meeting = make_meeting(clerk, committee, "One")
    actions.call_at_shorter_notice(
        meeting, on=TOO_LATE.date(), reason="Flood", by=seen_by(clerk), at=TOO_LATE
    )
    actions.release(meeting, by=seen_by(deputy), at=TOO_LATE)

    with pytest.raises(Refused, match="at short notice it has to be public from then"):
        actions.publish_at_shorter_notice(
            meeting, by=seen_by(clerk), at=TOO_LATE + timedelta(days=1)
        )


def test_a_meeting_entered_later_is_not_refused_for_lateness(clerk, deputy, committee):
    meeting = make_meeting(
        clerk,
        committee,
        "One",
        day=date(2018, 3, 14),
        stated_published_on=date(2018, 3, 5),
        stated_source="The former web site",
    )

    publish(meeting, clerk, deputy, at=AFTER)

    assert versions(meeting)[0].snapshot["stated_published_on"] == "2018-03-05"


def test_the_note_is_the_one_that_was_released(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")
    actions.change_meeting(meeting, place="Hall", reason="Room", by=seen_by(clerk), at=LATER)
    actions.release(meeting, note="The room changed.", by=seen_by(deputy), at=LATER)

    with pytest.raises(Refused, match="not the note that was released"):
        actions.publish(fresh(meeting), note="Something else", by=seen_by(clerk), at=LATER)
    version = actions.publish(fresh(meeting), by=seen_by(clerk), at=LATER)

    assert version.note == "The room changed."


def test_a_note_that_is_too_long_is_refused(clerk, deputy, committee):
    meeting = make_meeting(clerk, committee, "One")

    with pytest.raises(Refused, match="500 characters"):
        actions.release(meeting, note="x" * 501, by=seen_by(deputy), at=EARLY)


def test_asking_for_release_waits_until_somebody_released(clerk, deputy, committee):
    meeting = make_meeting(clerk, committee, "One")

    asked = actions.ask_for_release(meeting, by=seen_by(clerk), at=EARLY)
    actions.release(meeting, by=seen_by(deputy), at=EARLY)

    assert asked.release_asked_by_id == clerk.pk
    assert fresh(meeting).release_asked_at is None


def test_recalling_an_agenda_queues_the_public_reason(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")

    actions.recall(meeting, reason="It named somebody", by=seen_by(clerk), at=LATER)

    queued = Outgoing.objects.get(kind="recall")
    assert queued.payload == {"ref": meeting.ref, "reason": "It named somebody"}


def test_a_recalled_report_is_not_published_again_before_it_is_put_right(
    clerk, deputy, author, committee
):
    meeting = make_meeting(clerk, committee, "Lamps")
    report = attach(items_of(meeting)[0], author, clerk, clerk)
    publish(meeting, clerk, deputy)
    published = Report.objects.unrestricted(because="a test looks").get(pk=report.pk)
    actions.recall(published, reason="Wrong figures", by=seen_by(clerk), at=LATER)
    actions.change_meeting(meeting, place="Hall", reason="Room", by=seen_by(clerk), at=LATER)

    with pytest.raises(Refused, match="was recalled and has not been put right"):
        actions.release(meeting, by=seen_by(deputy), at=LATER)


@pytest.mark.parametrize(("reason", "why"), [(" ", "Say why"), ("Wrong", "not public")])
def test_a_recall_needs_a_reason_and_something_public(clerk, committee, reason, why):
    meeting = make_meeting(clerk, committee, "One")

    with pytest.raises(Refused, match=why):
        actions.recall(meeting, reason=reason, by=seen_by(clerk), at=EARLY)

    assert not Outgoing.objects.exists()


def test_a_member_may_not_recall(clerk, deputy, member, committee):
    meeting = make_published(clerk, deputy, committee, "One")

    with pytest.raises(NotAllowed):
        actions.recall(meeting, reason="I object", by=seen_by(member), at=LATER)


def test_a_recalled_agenda_can_be_published_again_once_released(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")
    actions.recall(meeting, reason="By mistake", by=seen_by(clerk), at=LATER)

    publish(meeting, clerk, deputy, at=LATER + timedelta(minutes=5))

    assert [version.number for version in versions(meeting)] == [1, 2]
