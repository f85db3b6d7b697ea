"""What the demonstration tells: facts, no more exact than they are known, and nobody's name."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from cleardays.cli.demonstration import story

SCRUTINY, BOARD = "childrens-services-scrutiny", "health-and-wellbeing-board"
TEXTS = sorted(story.DATA.iterdir())
# Of a person's name a machine sees the title before it, an address or a number.
OF_A_PERSON = re.compile(
    r"\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.? [A-Z]"
    r"|@[\w.]*\.uk\b"
    r"|\b0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}\b|\+44"
)
TIMELINE_COMMITTEES = {
    "css": SCRUTINY,
    "hwb": BOARD,
    "ecss": "education-and-childrens-services-scrutiny",
    "cfs": "children-families-and-skills-scrutiny",
    "hwbsend": "health-and-wellbeing-board-send",
    "cabinet": "cabinet",
    "council": "full-council",
    "sib": "send-improvement-board",
}


def test_the_meetings_of_all_years_are_told_in_order():
    told = Counter(one.day.year for one in story.held())
    days = [one.day for one in story.held()]

    assert told == {2018: 8, 2019: 5, 2020: 6, 2021: 5, 2022: 1, 2025: 12, 2026: 2}
    assert sum(told.values()) == 39
    assert days == sorted(days)


def test_only_days_that_a_source_gives_are_exact():
    exact = {one.day for one in story.held() if "precision" not in one.facts}

    assert exact == {
        date(2018, 1, 25),
        date(2018, 1, 31),
        date(2018, 3, 20),
        date(2019, 3, 19),
        date(2019, 5, 13),
        date(2020, 7, 21),
        date(2020, 9, 2),
        date(2020, 9, 24),
        date(2020, 12, 18),
        date(2021, 2, 3),
        date(2021, 3, 22),
        date(2021, 6, 21),
        date(2021, 9, 13),
        date(2021, 11, 30),
        date(2022, 10, 26),
        date(2025, 3, 10),
        date(2025, 3, 20),
        date(2025, 5, 9),
        date(2025, 6, 3),
        date(2025, 7, 7),
        date(2025, 9, 15),
        date(2025, 10, 9),
        date(2025, 11, 3),
        date(2025, 12, 5),
        date(2026, 1, 12),
        date(2026, 2, 9),
    }


@pytest.mark.parametrize("meeting", [one for one in story.held() if "precision" in one.facts])
def test_a_day_that_is_not_known_says_what_is_known_and_how(meeting):
    assert meeting.facts["date_words"]
    assert meeting.facts["date_note"]


@pytest.mark.parametrize("meeting", story.held())
def test_every_meeting_has_its_sources_and_no_invented_day_of_publication(meeting):
    assert all(source.startswith("http") for source in meeting.facts["sources"])
    assert meeting.facts["sources"]
    assert meeting.facts["stated_source"]
    assert "stated_published_on" not in meeting.facts


def test_sources_that_conflict_are_both_shown():
    words = {one.day: json.dumps([one.facts, one.items[0].title]) for one in story.held()}

    letter, plan, decision = (
        words[day] for day in (date(2018, 1, 31), date(2019, 3, 19), date(2019, 6, 15))
    )
    assert "8 January 2018" in letter
    assert "16 January 2018" in letter
    assert "January 2019" in plan
    assert "April 2019" in plan
    assert "30 August 2019" in decision
    assert "July" in decision


def test_the_counts_of_actions_add_up():
    (july,) = [
        one
        for one in story.held()
        if one.committee == SCRUTINY and one.facts.get("date_words") == "July 2019"
    ]

    numbers = [int(number) for number in re.findall(r"\d+", july.items[0].outcome)]
    statement, done, carried, plan, *states = numbers
    assert (statement, plan) == (47, 94)
    assert (done + carried, sum(states)) == (statement, plan)


def test_the_report_of_31_january_2018_has_all_its_parts():
    paper = story.reports()["joint-inspection-2018"]
    parts = paper.parts

    assert paper.committee == SCRUTINY
    assert parts["title"] == "Joint Local Area SEND Inspection in Lancashire"
    assert parts["meeting_date"] == date(2018, 1, 31)
    assert parts["electoral_divisions"] == ["All Divisions"]
    assert parts["appendices"] == ["Appendix A"]
    assert len(parts["recommendations"]) == 2
    assert parts["background"].count("<p>") >= 5
    assert parts["consultations"] == "<p>None.</p>"
    assert [heading for heading, _ in parts["implications"]] == ["Risk management"]
    assert parts["background_papers"] == []
    assert not parts.get("part_ii_reason")
    assert not parts.get("is_invented")
    (contact,) = parts["contacts"]
    assert contact["post"].startswith("Senior Democratic Services Officer")
    assert set(contact) == {"post", "email"}


def test_what_is_invented_says_so():
    invented = [paper for paper in story.reports().values() if paper.parts.get("is_invented")]

    assert len(invented) == len(story.reports()) - 1
    assert all("(invented)" in paper.parts["title"] for paper in invented)
    assert all("invented" in paper.parts["executive_summary"] for paper in invented)
    for meeting in story.coming():
        assert "nvented" in meeting.facts["title"]
        assert not meeting.facts.get("sources")


def test_one_invented_item_is_exempt_with_its_paragraph_and_reasoning():
    (secret,) = [
        item.exempt for meeting in story.coming() for item in meeting.items if item.exempt
    ]

    assert secret.paragraphs == (3,)
    assert "invented" in secret.private_title
    assert secret.reasoning.startswith("Invented")


def test_those_who_sign_in_are_posts_at_addresses_that_cannot_exist():
    emails = [post.email for post in story.posts()]

    assert len(set(emails)) == 9
    assert all(email.endswith("@demo.example") for email in emails)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_nobody_is_named(file):
    text = file.read_text(encoding="utf-8")

    assert OF_A_PERSON.findall(text) == []
    assert all(address.endswith(".example") for address in re.findall(r"[\w.]+@[\w.]+\w", text))


@pytest.mark.parametrize("words", ["Cllr Smith", "Mrs Jones", "a@council.gov.uk", "01772 123456"])
def test_the_look_for_names_finds_them(words):
    assert OF_A_PERSON.search(words)


@pytest.mark.corpus
def test_no_eight_words_of_the_council_s_own_report_are_repeated(corpus):
    seed = _words(next((corpus / "seed").iterdir()).read_text(encoding="utf-8", errors="replace"))
    runs = {tuple(seed[i : i + 8]) for i in range(len(seed) - 7)}

    ours = {file.name: _words(file.read_text(encoding="utf-8")) for file in TEXTS}

    repeated = [
        " ".join(words[i : i + 8])
        for words in ours.values()
        for i in range(len(words) - 7)
        if tuple(words[i : i + 8]) in runs
    ]
    assert repeated == []


@pytest.mark.corpus
def test_every_meeting_of_the_timeline_is_told_with_its_sources(corpus):
    timeline = json.loads((corpus / "lancashire" / "timeline.json").read_text())
    expected = timeline["meetings"]

    told = [(one.committee, str(one.day.year), set(one.facts["sources"])) for one in story.held()]

    assert len(expected) == len(told)
    for one in expected:
        committee, year = TIMELINE_COMMITTEES[one["committee"]], one["date"][:4]
        addresses = {source for source in one["sources"] if source.startswith("http")}
        assert [
            c for c, y, sources in told if (c, y) == (committee, year) and addresses <= sources
        ]


def _words(text: str) -> list[str]:
    plain = re.sub(r"</?[a-z][^>]*>|\\\n", " ", text)
    return re.findall(r"[a-z0-9]+", plain.lower())


def test_the_data_are_read_wherever_the_package_is_installed():
    assert story.DATA.is_relative_to(Path(story.__file__).parent)
