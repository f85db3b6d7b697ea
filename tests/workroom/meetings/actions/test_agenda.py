from datetime import timedelta

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.meetings import actions
from cleardays.workroom.workflow.engine import Refused
from tests.factories.accounts import make_user
from tests.factories.meetings import (
    AFTER,
    EARLY,
    IN_TIME,
    TOO_LATE,
    items_of,
    make_executive,
    make_meeting,
    make_published,
    seen_by,
)
from tests.factories.people import make_committee
from tests.factories.reports import make_cleared_report


def titles(meeting):
    return [item.public_title for item in items_of(meeting)]


def test_items_are_numbered_on_from_the_last(clerk, committee):
    meeting = make_meeting(clerk, committee, "One", "Two")

    item = actions.add_item(meeting, "  Three  ", by=seen_by(clerk), at=EARLY)

    assert (item.position, item.public_title) == (3, "Three")
    assert AuditEvent.objects.about(meeting).first().sentence == "added item 3, “Three”"


def test_an_item_needs_a_title(clerk, committee):
    meeting = make_meeting(clerk, committee)

    with pytest.raises(Refused, match="title"):
        actions.add_item(meeting, " ", by=seen_by(clerk), at=EARLY)

    assert items_of(meeting) == []


def test_an_author_may_not_add_items(author, clerk, committee):
    meeting = make_meeting(clerk, committee)

    with pytest.raises(NotAllowed):
        actions.add_item(meeting, "Mine", by=seen_by(author), at=EARLY)

    assert items_of(meeting) == []


@pytest.mark.parametrize(
    ("which", "to", "expected"),
    [
        (2, 1, ["Three", "One", "Two"]),
        (0, 3, ["Two", "Three", "One"]),
        (1, 99, ["One", "Three", "Two"]),
        (1, 2, ["One", "Two", "Three"]),
    ],
)
def test_moving_an_item_numbers_the_others_anew(clerk, committee, which, to, expected):
    meeting = make_meeting(clerk, committee, "One", "Two", "Three")

    actions.move_item(items_of(meeting)[which], to, by=seen_by(clerk), at=EARLY)

    assert titles(meeting) == expected
    assert [item.position for item in items_of(meeting)] == [1, 2, 3]


def test_what_is_published_keeps_its_number(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One", "Two")

    with pytest.raises(Refused, match="keeps its number"):
        actions.move_item(items_of(meeting)[1], 1, by=seen_by(clerk), at=IN_TIME)

    assert titles(meeting) == ["One", "Two"]


def test_a_new_item_is_not_moved_before_what_is_published(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One", "Two")
    for title in ("Three", "Four"):
        actions.add_item(meeting, title, by=seen_by(clerk), at=IN_TIME)

    actions.move_item(items_of(meeting)[3], 1, by=seen_by(clerk), at=IN_TIME)

    assert titles(meeting) == ["One", "Two", "Four", "Three"]


def test_a_draft_item_is_removed_and_the_rest_close_up(clerk, committee):
    meeting = make_meeting(clerk, committee, "One", "Two", "Three")

    actions.remove_item(items_of(meeting)[0], by=seen_by(clerk), at=EARLY)

    assert [(item.position, item.public_title) for item in items_of(meeting)] == [
        (1, "Two"),
        (2, "Three"),
    ]


def test_a_published_item_is_not_removed(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")

    with pytest.raises(Refused, match="stays on the agenda"):
        actions.remove_item(items_of(meeting)[0], by=seen_by(clerk), at=IN_TIME)

    assert titles(meeting) == ["One"]


def test_a_published_item_changes_only_with_a_reason(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "Onne")
    (item,) = items_of(meeting)

    with pytest.raises(Refused, match="say why"):
        actions.change_item(item, public_title="One", by=seen_by(clerk), at=IN_TIME)
    actions.change_item(item, public_title="One", reason="Misspelt", by=seen_by(clerk), at=IN_TIME)

    assert titles(meeting) == ["One"]


def test_the_same_report_may_be_on_many_agendas(clerk, author, committee):
    report = make_cleared_report(author, clerk, committee)
    meetings = [make_meeting(clerk, committee, "One") for _ in "ab"]

    for meeting in meetings:
        actions.attach_report(items_of(meeting)[0], report, by=seen_by(clerk), at=EARLY)

    assert {items_of(meeting)[0].report_id for meeting in meetings} == {report.pk}


def test_a_report_that_one_may_not_see_is_not_put_on_an_agenda(clerk, author, committee):
    elsewhere = make_committee()
    stranger = make_user("Author elsewhere", elsewhere, "author")
    clearer = make_user("Clearer elsewhere", elsewhere, "clearer")
    report = make_cleared_report(stranger, clearer, elsewhere)
    meeting = make_meeting(clerk, committee, "One")

    with pytest.raises(NotAllowed):
        actions.attach_report(items_of(meeting)[0], report, by=seen_by(clerk), at=EARLY)

    assert items_of(meeting)[0].report_id is None


def test_putting_a_report_on_an_item_ends_its_being_to_follow(clerk, author, committee):
    meeting = make_meeting(clerk, committee)
    item = actions.add_item(meeting, "One", to_follow=True, by=seen_by(clerk), at=EARLY)
    report = make_cleared_report(author, clerk, committee)

    attached = actions.attach_report(item, report, by=seen_by(clerk), at=EARLY)

    assert not attached.to_follow


def test_a_published_report_is_not_taken_off_its_item(clerk, deputy, author, committee):
    report = make_cleared_report(author, clerk, committee)
    draft = make_meeting(clerk, committee, "One")
    actions.attach_report(items_of(draft)[0], report, by=seen_by(clerk), at=EARLY)
    actions.release(draft, by=seen_by(deputy), at=IN_TIME)
    actions.publish(draft, by=seen_by(clerk), at=IN_TIME)

    with pytest.raises(Refused, match="recall it"):
        actions.detach_report(items_of(draft)[0], by=seen_by(clerk), at=IN_TIME)

    assert items_of(draft)[0].report_id == report.pk


@pytest.mark.parametrize(
    ("chair", "why", "refusal"),
    [("", "A fire", "which chair"), ("Chair of the committee", " ", "special circumstances")],
)
def test_a_late_item_says_who_and_why(clerk, deputy, committee, chair, why, refusal):
    meeting = make_published(clerk, deputy, committee)

    with pytest.raises(Refused, match=refusal):
        actions.late_item(
            meeting,
            "Fire",
            chair=chair,
            special_circumstances=why,
            by=seen_by(clerk),
            at=TOO_LATE,
        )

    assert len(items_of(meeting)) == 1


def test_what_is_in_time_is_no_late_item(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")
    urgent = {"chair": "Chair", "special_circumstances": "A fire", "by": seen_by(clerk)}

    with pytest.raises(Refused, match=r"not late.*as an ordinary item"):
        actions.late_item(meeting, "Fire", **urgent, at=IN_TIME)
    with pytest.raises(Refused, match="not late"):
        actions.accept_as_urgent(items_of(meeting)[0], **urgent, at=IN_TIME)
    actions.late_item(meeting, "Fire", **urgent, at=TOO_LATE)

    assert titles(meeting) == ["One", "Fire"]


def test_an_executive_takes_no_late_item_on_its_chairs_word(clerk, deputy):
    cabinet = make_executive()
    officer, second = (make_user(name, cabinet, "democratic-services") for name in ("A", "B"))
    meeting = make_published(officer, second, cabinet)

    with pytest.raises(Refused, match="SI 2012/2089"):
        actions.late_item(
            meeting,
            "Fire",
            chair="Leader",
            special_circumstances="A fire",
            by=seen_by(officer),
            at=TOO_LATE,
        )


def test_outcomes_are_recorded_once_the_item_is_public(clerk, deputy, committee):
    draft = make_meeting(clerk, committee, "One")
    public = make_published(clerk, deputy, committee, "One")

    with pytest.raises(Refused, match="Publish the agenda"):
        actions.record_outcome(items_of(draft)[0], "Noted", by=seen_by(clerk), at=IN_TIME)
    actions.record_outcome(items_of(public)[0], "Noted", by=seen_by(clerk), at=AFTER)

    assert items_of(public)[0].outcome == "Noted"


def test_nothing_is_resolved_before_the_day_of_the_meeting(clerk, deputy, committee):
    item = items_of(make_published(clerk, deputy, committee, "One"))[0]

    with pytest.raises(Refused, match="on 17 March 2026 and has not been held"):
        actions.record_outcome(item, "Noted", by=seen_by(clerk), at=AFTER - timedelta(days=2))
    actions.record_outcome(item, "Noted", by=seen_by(clerk), at=AFTER - timedelta(days=1))

    assert items_of(item.meeting)[0].outcome == "Noted"
