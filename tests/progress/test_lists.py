"""The lists that keep trouble from hiding."""

from dataclasses import replace
from datetime import date

from cleardays.progress import lists
from tests.progress.plans import ALL, DONE, LATE, Deed, Stated, Step

ON = date(2026, 7, 1)


def refs(found):
    return [getattr(one, "action", one).ref for one in found]


def test_overdue_to_start_counts_from_both_dates():
    moved = Deed("MOVED", first_start="2026-01-01", start="2026-06-30")

    found = lists.overdue_to_start([*ALL, moved], ON)

    assert refs(found) == ["MOVED", "OVERDUE"]
    assert [(one.lateness.first, one.lateness.current) for one in found] == [(181, 1), (10, 10)]


def test_late_to_finish_is_what_is_under_way_past_its_date():
    (found,) = lists.late_to_finish(ALL, ON)

    assert (found.action, found.lateness.first, found.lateness.current) == (LATE, 91, 30)


def test_what_slipped_most_often_comes_first():
    once = Deed(
        "ONCE",
        first_start="2026-01-01",
        start="2028-01-01",
        changes=(type(LATE.changes[0])("start", "2026-01-01", "2028-01-01"),),
    )

    found = lists.slipped([once, *ALL])

    assert [(one.action.ref, one.field, one.slippage.times) for one in found] == [
        ("LATE", "finish", 2),
        ("ONCE", "start", 1),
    ]


def test_a_placeholder_is_on_no_list_of_days():
    stand_ins = [replace(one, is_placeholder=True) for one in ALL]

    assert lists.overdue_to_start(stand_ins, ON) == []
    assert lists.late_to_finish(stand_ins, ON) == []
    assert lists.slipped(stand_ins) == []
    assert lists.promised_between(stand_ins, None, ON) == []
    assert refs(lists.late_without_days(stand_ins, ON)) == ["LATE", "OVERDUE"]


def test_only_what_is_open_lacks_a_lead():
    assert refs(lists.without_lead(ALL, ON)) == ["OVERDUE"]


def test_a_lead_without_a_body_is_no_lead():
    assert refs(lists.without_lead([Deed("X", lead_body="")], ON)) == ["X"]


def test_what_is_done_lacks_a_measure_as_well_and_what_is_stopped_does_not():
    assert refs(lists.without_measure(ALL, ON)) == ["LATE", "OVERDUE"]


def test_what_is_claimed_without_evidence():
    assert lists.claimed_without_evidence(ALL) == [DONE]


def test_promises_between_two_meetings_are_kept_or_not():
    found = lists.promised_between(ALL, date(2026, 4, 30), ON)

    assert [(one.action.ref, one.what, one.is_kept) for one in found] == [
        ("DONE", "Finish", True),
        ("LATE", "Finish", False),
        ("OVERDUE", "Start", False),
    ]


def test_a_milestone_is_a_promise_by_its_label():
    action = Deed("X", milestones=(Step("Lit", "2026-06-01", met_on="2026-06-02"),))

    (promise,) = lists.promised_between([action], date(2026, 5, 1), ON)

    assert (promise.what, promise.kept) == ("Lit", date(2026, 6, 2))


def test_what_falls_on_the_day_of_the_meeting_before_was_its_matter():
    action = Deed("X", start="2026-05-01")

    assert lists.promised_between([action], date(2026, 5, 1), ON) == []


def test_without_a_meeting_before_all_that_is_not_kept_is_promised():
    found = lists.promised_between(ALL, None, ON)

    assert refs(found) == ["LATE", "OVERDUE"]


def test_counts_that_do_not_make_their_total_are_explained():
    right = Stated("2019-07-01", (("complete", 18), ("rest", 76)), 94)
    wrong = Stated("2019-07-01", (("complete", 18), ("rest", 75)), 94)

    ((stated, words),) = lists.counts_that_fail([right, wrong])

    assert stated is wrong
    assert "makes 93" in words
