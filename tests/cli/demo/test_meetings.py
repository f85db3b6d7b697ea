"""Committees, meetings, reports and asks of the demonstration, as the record has them."""

from collections import Counter

from cleardays.cli.demonstration import case, story
from tests.cli.demo.conftest import documents


def test_the_record_holds_and_has_every_committee_meeting_and_report(demonstration, public):
    assert demonstration.run("verify").returncode == 0

    kinds = [ref.partition("/")[0] for ref in public["current"]]
    assert kinds.count("committees") == len(story.committees())
    assert kinds.count("meetings") == len(story.held()) + 1
    assert kinds.count("reports") == 2


def test_committees_follow_one_another(public):
    committees = {ref: body for ref, body in public["current"].items() if "committees/" in ref}
    old = committees["committees/childrens-services-scrutiny"]
    new = committees[old["successor"]["ref"]]

    assert new["predecessors"] == [{"ref": old["ref"], "title": old["name"]}]
    assert committees[new["successor"]["ref"]]["ref"] == (
        "committees/children-families-and-skills-scrutiny"
    )


def test_what_was_public_before_is_entered_later_with_no_day_made_up(public):
    stated = {
        ref: (day, source)
        for ref, day, source in public["stated"]
        if source and ref.startswith("meetings/")
    }

    assert len(stated) == len(story.held())
    assert {day for day, _ in stated.values()} == {"None"}


def test_dates_reach_the_public_no_more_exact_than_they_are_known(public):
    meetings = [
        body
        for ref, body in public["current"].items()
        if ref.startswith("meetings/") and not body["is_invented"]
    ]

    exact = {body["date"] for body in meetings if body["precision"] == "day"}
    assert exact == {str(one.day) for one in story.held() if "precision" not in one.facts}
    assert all(body["date_words"] for body in meetings if body["precision"] != "day")


def test_the_report_of_31_january_2018_stands_on_its_agenda_with_its_parts(public):
    meeting = public["current"]["meetings/childrens-services-scrutiny/2018/1"]
    report = public["current"][meeting["items"][0]["report"]["ref"]]

    assert report["title"] == "Joint Local Area SEND Inspection in Lancashire"
    assert report["meeting_date"] == "2018-01-31"
    assert report["electoral_divisions"] == ["All Divisions"]
    assert report["appendices_referred_to"] == ["Appendix A"]
    assert len(report["recommendations"]) == 2
    assert report["background_papers_stated"]
    assert not report["background_papers"]
    assert not report["part_ii_reason"]
    assert [file["role"] for file in report["files"]] == ["pdf"]
    assert "Resolved" in meeting["items"][0]["outcome"]


def test_every_ask_is_public_with_its_meeting(public):
    asks = documents(public, "asks").values()

    assert len(asks) == len(case.asks(""))
    assert {one["meeting"]["ref"] for one in asks} <= set(public["current"])
    assert Counter(one["state"] for one in asks) == {"open": 18, "answered": 1}


def test_everything_to_come_is_marked_as_invented(public):
    (coming,) = [
        body
        for ref, body in public["current"].items()
        if ref.startswith("meetings/") and body["is_invented"]
    ]

    assert all(item["is_invented"] for item in coming["items"])
    exempt = [item for item in coming["items"] if item["exempt_paragraphs"]]
    assert [(item["exempt_paragraphs"], item["report"]) for item in exempt] == [([3], None)]
    assert public["current"][coming["items"][2]["report"]["ref"]]["is_invented"]
