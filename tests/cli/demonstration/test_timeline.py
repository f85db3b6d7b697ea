"""The whole case is told in public: every record, with its source, and how sure it is."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from cleardays.cli.demonstration import case, story
from cleardays.design.dates import in_words, moment
from tests.cli.conftest import Place
from tests.demonstration import environment

pytestmark = pytest.mark.corpus

READ = """
import json
from cleardays.cli.process import start_django
start_django('site')
from django.test import Client
from cleardays.record.models import Current
page = Client(SERVER_NAME="localhost").get("/inspections/lancashire-2017/timeline/")
print(json.dumps({
    "timeline": page.content.decode(),
    "current": {row.ref: row.body for row in Current.objects.all()},
}))
"""
COMMITTEES = {
    "css": "childrens-services-scrutiny",
    "es": "education-scrutiny",
    "ecss": "education-and-childrens-services-scrutiny",
    "cfs": "children-families-and-skills-scrutiny",
    "hwb": "health-and-wellbeing-board",
    "hwbsend": "health-and-wellbeing-board-send",
    "cabinet": "cabinet",
    "council": "full-council",
    "spb": "send-partnership-board",
    "sib": "send-improvement-board",
}
# Groups of officers are no committees: the notes of the boards beside them tell of them.
OFFICERS = {"sog", "siog"}
INSPECTIONS = {"insp2017": "2017", "revisit2020": "2020", "insp2024": "2024"}
PLANS = {
    "wsoa2018": "statement-2018",
    "ip2019": "improvement-2019",
    "app2020": "accelerated-2020",
    "sendplan2021": "send-plan-2021",
    "pap2025": "priority-2025",
    "strategy2025": "strategy-2025",
}
# What an entry of a kind has to speak of, besides its day, its numbers and its sources.
SPEAKS_OF = {
    "press": "press|inspectors found|psychologist|overdue",
    "monitoring": "monitoring visit|review progress",
    "plan_accepted": "fit for purpose",
    "revisit": "7 sufficient progress, 5 not sufficient",
    "deadline": "accelerated progress plan|usual time",
    "report": "report",
    "improvement_notice": "improvement notice",
    "investment": "£5m.*£1.8m",
    "parliament": "minister.*published locally",
    "ombudsman": "Ombudsman.*(Fault|Failure of service) found",
}
UNSURE = re.compile(r"Not confirmed|about this day|At the latest|worked out", re.IGNORECASE)
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


class Entries(HTMLParser):
    """The entries of a page's timeline, each as its words and the addresses that it links."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "li" and "cd-event" in (given.get("class") or "").split():
            self.found.append(([], []))
        elif tag == "a" and self.found:
            self.found[-1][1].append(given.get("href"))

    def handle_data(self, data):
        if self.found:
            self.found[-1][0].append(data)


@pytest.fixture(scope="module")
def timeline(corpus):
    return json.loads((corpus / "lancashire" / "timeline.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def public(demonstration_folder):
    """What the site's own process gives: the page of the whole case, and every document."""
    site = Place({**environment(demonstration_folder), "CLEARDAYS_DEMONSTRATION": "yes"})
    run = subprocess.run(
        [sys.executable, "-c", READ],
        env=site.environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def entries(public):
    reader = Entries()
    reader.feed(public["timeline"])
    return [(" ".join(" ".join(words).split()), links) for words, links in reader.found]


def days_of(text):
    """Return how pages say a day of the timeline, which may be a span, a month or a year."""
    known = re.match(r"\d{4}(-\d{2})?(-\d{2})?", text)[0]
    last = re.fullmatch(r"(\d{4}-\d{2}-)\d{2}/(\d{2})", text)
    return {in_words(moment(one)) for one in (known, "".join(last.groups()) if last else known)}


def numbers_in(*texts):
    return {found for text in texts for found in NUMBER.findall(text)}


def test_every_event_is_told_on_its_day_with_its_numbers(timeline, entries):
    cited = {source for one in case.inspections() for source in one.facts["sources"]}

    def tells(event, words, links):
        return (
            any(day in words for day in days_of(event["date"]))
            and cited.union(links) & set(event["sources"])
            and re.search(SPEAKS_OF[event["kind"]], words, re.IGNORECASE | re.DOTALL)
            and numbers_in(event["fact"]) <= numbers_in(words)
        )

    missing = [
        event["fact"]
        for event in timeline["events"]
        if not any(tells(event, words, links) for words, links in entries)
    ]

    assert len(timeline["events"]) == 17
    assert missing == []


def test_an_event_that_is_not_sure_says_so(timeline, entries):
    unsure = [one for one in timeline["events"] if "confidence" in one or "date_note" in one]

    assert unsure
    for event in unsure:
        told = [
            words for words, _ in entries if any(day in words for day in days_of(event["date"]))
        ]
        assert any(UNSURE.search(words) for words in told), event["fact"]


def test_every_source_is_a_link_in_public(timeline, public):
    everywhere = "\n".join(public["current"].values())

    assert [one for one in timeline["source_urls"].values() if one not in everywhere] == []


def test_every_meeting_stands_in_the_case(timeline, entries, public):
    meetings = [
        (body, words)
        for ref, raw in public["current"].items()
        if ref.startswith("meetings/") and not (body := json.loads(raw))["is_invented"]
        for words, links in entries
        if f"/{ref}/" in links
    ]

    assert len(meetings) == len(timeline["meetings"]) == 39


@pytest.mark.parametrize("committee", sorted(COMMITTEES))
def test_every_meeting_is_told_with_its_numbers_its_sources_and_how_sure_its_day_is(
    timeline, committee
):
    theirs = sorted(
        (one for one in timeline["meetings"] if one["committee"] == committee),
        key=lambda one: re.match(r"[\d-]+", one["date"])[0],
    )
    ours = [one for one in story.held() if one.committee == COMMITTEES[committee]]

    assert len(ours) == len(theirs)
    for meeting, told in zip(theirs, ours, strict=True):
        is_exact = re.fullmatch(r"\d{4}-\d{2}-\d{2}", meeting["date"])
        assert not is_exact or str(told.day) == meeting["date"]
        assert is_exact or told.facts["precision"] != "day"
        is_sure = not {"confidence", "date_note"} & set(meeting)
        assert is_sure or told.facts["date_note"], meeting
        sources = {one for one in meeting["sources"] if one.startswith("http")}
        assert sources <= set(told.facts["sources"])
        said = " ".join([str(told.facts), *(f"{one.title} {one.outcome}" for one in told.items)])
        asked = " ".join(one.text for one in case.asks("") if one.day == told.day)
        facts = [*meeting.get("discussed", ()), *meeting.get("asks", ())]
        resolved = meeting.get("resolved", [])
        facts += [resolved] if isinstance(resolved, str) else resolved
        facts += [str(number) for number in meeting.get("counts", {}).values()]
        assert numbers_in(*facts) - numbers_in(said, asked) == set(), meeting


def test_every_committee_and_body_is_entered_with_its_sources(timeline):
    committees = {one.slug: one for one in story.committees()}
    slugs = {one.slug for one in story.organisations()}

    for one in timeline["committees"]:
        if one["id"] in OFFICERS:
            assert any(
                "operations group" in str(it.facts.get("note")) for it in committees.values()
            )
            continue
        told = committees[COMMITTEES[one["id"]]]
        assert set(told.facts["sources"]) & set(one["sources"]), one["name"]
    assert len(slugs) == len(timeline["bodies"])


def test_every_inspection_is_told_with_its_days_numbers_and_sources(timeline):
    ours = {one.key: one for one in case.inspections()}

    for one in timeline["inspections"]:
        told = ours[INSPECTIONS[one["id"]]]
        assert str(told.facts["first_day"]) == one["start"]
        assert str(told.facts["last_day"]) == one["end"]
        assert set(one["sources"]) <= set(told.facts["sources"])
        said = numbers_in(str(told.facts))
        counts = ("evidence_items", "people_interviewed", "families_feedback")
        assert {str(one[name]) for name in counts if name in one} <= said
        assert set(told.monitors) == {"department-for-education", "nhs-england"}


def test_what_is_not_sure_of_an_area_is_marked_or_says_what_it_rests_on(timeline):
    ours = {one.key: one for one in case.inspections()}
    judged = {one["area"]: one for one in ours["2020"].judgements}

    for area in timeline["areas_of_weakness"]:
        found, said = ours["2017"].areas[area["no"] - 1], judged[area["no"]]
        if "general knowledge" in area["confidence"]:
            assert not found.facts["is_confirmed"]
        if "elimination" in area["confidence"]:
            assert not said["is_confirmed"]
        if area["revisit_2020"] == "sufficient":
            assert said["words"], area["label"]


def test_every_plan_is_told_with_its_counts_and_sources(timeline):
    ours = {one.key: one for one in case.plans()}

    for plan in timeline["plans"]:
        told = ours[PLANS[plan["id"]]]
        assert set(plan["sources"]) <= set(told.facts["sources"]), plan["name"]
        carried = sum(
            len(step.refs)
            for version in told.versions
            for step in version.changes
            if step.carried_from
        )
        number = plan.get("actions", plan.get("priorities"))
        if isinstance(number, int):
            assert len(told.deeds) + carried == number, plan["name"]


def test_percentages_without_counts_are_told_as_what_they_are(timeline, entries):
    (measure,) = [one for one in timeline["measures"] if one["id"] == "m_pct_only"]
    wanted = numbers_in(*(one["change"] for one in measure["points"]))

    (told,) = [words for words, _ in entries if "without the counts behind them" in words]

    assert wanted <= numbers_in(told)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8 January 2018", "16 January 2018"),
        ("January 2019", "April 2019"),
        ("20 March 2025", "25 March 2025"),
        ("1,200 in nine months", "2,400 pieces of advice in a year"),
    ],
)
def test_what_sources_say_differently_is_shown_side_by_side(entries, one, other):
    told = [words for words, _ in entries if "Sources differ" in words]

    assert any(one in words and other in words for words in told)


def test_every_conflict_that_the_timeline_notes_of_a_meeting_is_told_on_its_page(timeline, public):
    headed = next(one for one in timeline["meetings"] if "30/08/2019" in one.get("date_note", ""))

    meetings = [
        json.loads(raw) for ref, raw in public["current"].items() if ref.startswith("meetings/")
    ]
    (told,) = [one for one in meetings if "30 August 2019" in one["date_note"]]
    assert set(headed["sources"]) <= set(told["sources"])
    assert "Sources conflict" in told["date_note"]
