from datetime import date, time

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.models import AgendaVersion, Meeting
from cleardays.workroom.meetings.snapshot import MeetingSnapshot
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.workflow.engine import Refused
from tests.factories.meetings import (
    AFTER,
    DAY,
    EARLY,
    IN_TIME,
    NOTICE,
    fresh,
    make_meeting,
    make_published,
    seen_by,
)
from tests.factories.people import make_committee


def test_a_meeting_is_called_as_a_draft_and_recorded(clerk, committee):
    meeting = make_meeting(clerk, committee, time=time(10, 30), place="Town Hall")

    assert meeting.state == Meeting.State.DRAFT
    (event,) = AuditEvent.objects.about(meeting)
    assert str(event) == (
        "2 March 2026 10:00: Democratic Services Officer"
        f" called a meeting of {committee} for 17 March 2026"
    )


def test_addresses_count_per_committee_and_year(clerk, committee):
    days = (date(2026, 3, 17), date(2026, 5, 5), date(2027, 1, 12))

    refs = [make_meeting(clerk, committee, day=day).ref for day in days]

    start = f"meetings/{committee.slug}"
    assert refs == [f"{start}/2026/1", f"{start}/2026/2", f"{start}/2027/1"]


def test_a_meeting_keeps_its_address_when_it_moves_to_another_year(clerk, committee):
    meeting = make_meeting(clerk, committee)

    moved = actions.change_meeting(meeting, day=date(2027, 1, 12), by=seen_by(clerk), at=EARLY)

    assert moved.ref == meeting.ref
    assert make_meeting(clerk, committee).ref != meeting.ref


def test_an_officer_of_another_committee_may_not_call_a_meeting(clerk):
    elsewhere = make_committee()

    with pytest.raises(NotAllowed):
        actions.create_meeting(elsewhere, day=DAY, by=seen_by(clerk), at=EARLY)

    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize(
    ("details", "why"),
    [
        ({"place": "x" * 301}, "Place: Ensure this value has at most 300"),
        ({"precision": "month"}, "Say in words what is known of the date"),
        ({"date_words": "about Easter"}, "needs no words"),
        ({"stated_published_on": date(2018, 1, 1)}, "Say where the stated day"),
        (
            {"stated_published_on": date(2026, 2, 1), "stated_source": "the web site"},
            "Only a meeting already held",
        ),
    ],
)
def test_details_that_do_not_fit_are_refused_in_words(clerk, committee, details, why):
    with pytest.raises(Refused, match=why):
        make_meeting(clerk, committee, **details)


def test_a_draft_changes_without_a_reason(clerk, committee):
    meeting = make_meeting(clerk, committee, place="Town Hall")

    actions.change_meeting(meeting, place="Library", by=seen_by(clerk), at=EARLY)

    assert fresh(meeting).place == "Library"
    event = AuditEvent.objects.about(meeting).first()
    assert event.sentence == "changed the place from Town Hall to Library"


def test_a_public_meeting_changes_only_with_a_reason(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee)

    with pytest.raises(Refused, match="say why it changes"):
        actions.change_meeting(meeting, place="Library", by=seen_by(clerk), at=IN_TIME)

    assert fresh(meeting).place == NOTICE["place"]


def test_the_officers_own_note_changes_without_a_reason_and_stays_out_of_the_journal(
    clerk, deputy, committee
):
    meeting = make_published(clerk, deputy, committee)

    actions.change_meeting(meeting, private_note="Hush", by=seen_by(clerk), at=IN_TIME)

    event = AuditEvent.objects.about(meeting).first()
    assert event.sentence == "changed the private note"
    assert "Hush" not in str([event.before, event.after])


def test_changing_nothing_writes_nothing(clerk, committee):
    meeting = make_meeting(clerk, committee, place="Town Hall")

    actions.change_meeting(meeting, place="Town Hall", by=seen_by(clerk), at=EARLY)

    assert AuditEvent.objects.about(meeting).count() == 1


def test_cancelling_a_public_meeting_tells_the_public_and_nothing_else(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "Apologies")
    actions.add_item(meeting, "Not released yet", by=seen_by(clerk), at=IN_TIME)

    actions.cancel_meeting(meeting, reason="Snow", by=seen_by(clerk), at=IN_TIME)

    version = AgendaVersion.objects.unrestricted(because="a test looks").of(meeting).first()
    snapshot = MeetingSnapshot.from_json(version.snapshot)
    assert (version.kind, snapshot.status, snapshot.sequence) == ("cancellation", "cancelled", 1)
    assert [item.public_title for item in snapshot.items] == ["Apologies"]
    assert snapshot.issues[-1].note == "Snow"
    assert Outgoing.objects.filter(payload={"agenda_version_id": version.pk}).exists()


def test_a_draft_is_dropped_without_telling_anybody(clerk, committee):
    meeting = make_meeting(clerk, committee)

    actions.cancel_meeting(meeting, reason="Not needed", by=seen_by(clerk), at=EARLY)

    assert fresh(meeting).state == Meeting.State.CANCELLED
    assert not Outgoing.objects.exists()


def test_cancelling_needs_a_reason(clerk, committee):
    meeting = make_meeting(clerk, committee)

    with pytest.raises(Refused, match="needs a reason"):
        actions.cancel_meeting(meeting, reason=" ", by=seen_by(clerk), at=EARLY)

    assert fresh(meeting).state == Meeting.State.DRAFT


def test_a_cancelled_meeting_changes_no_more(clerk, committee):
    meeting = make_meeting(clerk, committee)
    actions.cancel_meeting(meeting, reason="Not needed", by=seen_by(clerk), at=EARLY)

    with pytest.raises(Refused, match="cancelled"):
        actions.add_item(meeting, "One more", by=seen_by(clerk), at=EARLY)


@pytest.mark.parametrize(
    ("on", "reason", "why"),
    [
        (date(2026, 3, 12), "", "Say why"),
        (date(2026, 3, 20), "Flood", "choose today or a day before"),
        (DAY, "Flood", "before the day on which it is held"),
    ],
)
def test_calling_at_shorter_notice_says_when_and_why(clerk, committee, on, reason, why):
    meeting = make_meeting(clerk, committee)

    with pytest.raises(Refused, match=why):
        actions.call_at_shorter_notice(meeting, on=on, reason=reason, by=seen_by(clerk), at=AFTER)

    assert fresh(meeting).convened_on is None
