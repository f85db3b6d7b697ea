from dataclasses import replace

import pytest

from cleardays.workroom.meetings.difference import changes_between, in_a_note
from cleardays.workroom.meetings.proof import kind_of
from cleardays.workroom.meetings.snapshot import (
    AppendixSnapshot,
    IssueSnapshot,
    ItemSnapshot,
    MeetingSnapshot,
)

ITEM = ItemSnapshot("1", "Lamps")
OPEN = AppendixSnapshot(1, "Appendix A", "A map", (), "aa")
BEFORE = MeetingSnapshot(
    meeting_id=1,
    committee_id=1,
    ref="meetings/lamps/2026/1",
    title="",
    day="2026-03-17",
    time="10:30",
    precision="day",
    date_words="",
    date_note="",
    place="Town Hall",
    note="",
    status="scheduled",
    sequence=0,
    convened_on="",
    is_special=False,
    is_invented=False,
    stated_published_on="",
    stated_source="",
    counts_saturdays=False,
    closures=(),
    sources=(),
    items=(ITEM,),
    issues=(IssueSnapshot(1, "agenda", "2026-03-09T10:00:00+00:00"),),
)


def sentences(**changed):
    return [change.sentence for change in changes_between(BEFORE, replace(BEFORE, **changed))]


def of_item(**changed):
    return sentences(items=(replace(ITEM, **changed),))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"place": "Library"}, ["The place changed from Town Hall to Library."]),
        ({"place": ""}, ["The place changed from Town Hall to nothing."]),
        ({"title": "Special meeting"}, ["The title was added: Special meeting."]),
        ({"note": "Come early"}, ["The note changed."]),
        ({"status": "cancelled"}, ["The meeting is cancelled."]),
        ({"items": (ITEM, ItemSnapshot("2", "Bins"))}, ["Item 2 added: Bins."]),
        ({"sequence": 9, "counts_saturdays": True}, []),
    ],
)
def test_what_changed_about_a_meeting_is_said(changed, expected):
    assert sentences(**changed) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"report_id": 5, "report_version_id": 7}, ["The report for item 1 was added."]),
        ({"exempt_under": (3,)}, ["Item 1 is now exempt under paragraph 3 of Schedule 12A."]),
        ({"is_confidential": True}, ["Item 1 is now confidential."]),
        ({"outcome": "Noted"}, ["The outcome of item 1 was recorded."]),
        ({"to_follow": True}, ["The report for item 1 will follow."]),
        ({"appendices": (OPEN,)}, ["Appendix A for item 1 added."]),
        ({"added_in": 3}, []),
    ],
)
def test_what_changed_about_an_item_is_said(changed, expected):
    assert of_item(**changed) == expected


def test_a_title_that_was_taken_back_is_not_quoted_to_the_public():
    changed = replace(BEFORE, items=(replace(ITEM, public_title="Light"),))

    (change,) = changes_between(BEFORE, changed)

    assert "Lamps" not in change.sentence
    assert "Lamps" in change.detail


def test_a_corrected_report_and_a_changed_file_are_told_apart():
    had = replace(ITEM, report_id=5, report_version_id=7, appendices=(OPEN,))
    before = replace(BEFORE, items=(had,))

    def told(**changed):
        after = replace(before, items=(replace(had, **changed),))
        return [change.sentence for change in changes_between(before, after)]

    assert told(report_version_id=8) == ["The report for item 1 was corrected."]
    assert told(appendices=(replace(OPEN, sha256="bb"),)) == ["Appendix A for item 1 changed."]
    assert told(appendices=()) == ["Appendix A for item 1 taken off."]


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"items": (ITEM, ItemSnapshot("2", "Bins"))}, "supplement"),
        ({"items": (replace(ITEM, outcome="Noted"),)}, "supplement"),
        ({"place": "Library"}, "correction"),
        ({"place": "Library", "items": (ITEM, ItemSnapshot("2", "Bins"))}, "mixed"),
    ],
)
def test_an_issue_is_a_supplement_only_if_it_only_adds(changed, kind):
    assert kind_of(BEFORE, replace(BEFORE, **changed)) == kind


def test_the_note_fits_its_column():
    items = tuple(ItemSnapshot(str(number), "x" * 90) for number in range(1, 20))

    assert len(in_a_note(changes_between(None, replace(BEFORE, items=items)))) == 500
